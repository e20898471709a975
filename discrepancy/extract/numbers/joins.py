"""What neighbouring figures do to each other: conversions, durations of several parts, ranges, shared units, changes."""

import re

from discrepancy.extract.numbers.bounds import interval
from discrepancy.extract.numbers.number import Number
from discrepancy.model import Bound

_RANGE_LINK = re.compile(r"\s?(?:-|–|—|to|or)\s?|\s(?:to|or)\s|-\sto\s|-to-|\sto-|\sand\s")
_CHANGE = r"(?:f[ae]ll(?:s|en|ing)?|drop\w*|ros?e|rises?|rising|risen|jump\w*|climb\w*|plummet\w*|plung\w*|slow\w*|narrow\w*|eas(?:e|ed|es|ing)|increas\w*|decreas\w*|declin\w*|go(?:es|ing)?|went|creep\w*|crept|boost\w*|cuts?|cutting|rais\w*|lower\w*|reduc\w*|edg\w*|slipp?\w*|grow\w*|grew|soar\w*|surg\w*|shr[aiu]nk\w*|revised|tick\w*|quicken\w*|cool\w*|accelerat\w*|widen\w*|up|down|mov\w*|doubl\w*|chang\w*|upgrad\w*|downgrad\w*|marked|expand\w*|extend\w*)"
# these are sought in lower case: ignoring case costs the engine its short cuts
_CHANGE_BEFORE = re.compile(rf"\b{_CHANGE}\b(?:[^.;\n]|\.\d){{0,60}}?$")
_FALLEN = re.compile(r"\b(?:down|fallen|fell|cut|lowered|reduced|below)\s+from\s+(?:(?:a|an|the|about|around)\s+)*$")
_RANGING = re.compile(r"\b(?:rang\w+|anywhere|var(?:y|ies|ied|ying)|runs?|costs?|priced)\s+from\s+$")
_FROM = re.compile(r"\bfrom\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|as (?:low|high|many|much) as)\s+)*$")
_TO = re.compile(
    r"\bto\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|record|as (?:low|high|many|much) as|more than|at least)\s+)*$",
)
_BY = re.compile(
    rf"\b(?:{_CHANGE}\s(?:\w+\s){{0,3}}?by|by)\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|another|up to|more than|at least)\s+)*$",
)
_MOST_PERCENT = 1000
_FOR = re.compile(r"\s(?:for|in|on|to|at|among)\s")
_SET_BESIDE = re.compile(
    r"\b(?:not|rather than|instead of|against|compared (?:with|to)|up from|down from)\s(?:the\s|only\s|just\s)?$"
)
_REPORTED = re.compile(r"\s(?:once|first|at first|originally|initially)?\s?\w{3,12}ed\b")  # "not the 90 once hoped for"
_JOINT = re.compile(r"(?:,|\band|\bbut|\bagainst)\s$")
_BREAK = re.compile(r"[.;:\n]")
_LIST_LINK = re.compile(
    r"-?,?\s(?:and|or)\s|-?,\s|-by-|\sby\s|\s?[x×]\s?"
)  # with its hyphen: "7- or 8-inch", two sizes
# what no counted thing begins with
_CLOSED = re.compile(
    r"\s?[.,;:)]|\s?$|\s(?:for|in|by|on|at|as|after|over|since|last|this|when|while|and|from|per|a|an|the|but|with|during|between|compared|to|that|which|of\s(?:last|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d))\b"
)
_CHANGE_LINKS = frozenset({"from", "to", "by"})
_LEADS_TO = re.compile(r"(?:[^.;\n]|\.\d){0,30}?\bto\s")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s|around\s|roughly\s)?$")
TIME_LADDER = {"year": 365.25 * 24, "month": 730.5, "week": 168.0, "day": 24.0, "h": 1.0, "min": 1 / 60, "s": 1 / 3600}


def join_numbers(text: str, numbers: list[Number]) -> list[Number]:
    """Read neighbouring figures together.

    Args:
        text: The article's text.
        numbers: Its figures, in order, each read by itself.

    Returns:
        The figures in order: ranges and durations joined, conversions and changes marked, shared units handed on.

    Example:
        "between 10 and 13%" becomes one range; "from 13.5 to 14 mm" two figures in mm, the first an earlier reading.
    """
    merged = _join_ranges(text, _join_compounds(text, _mark_conversions(text, numbers)))
    return _share_units(text, [_mark_change(text, number) for number in merged])


def _mark_conversions(text: str, numbers: list[Number]) -> list[Number]:
    """A bracketed figure in another unit repeats the one before it, and inherits its bound."""
    marked: list[Number] = []
    for number in numbers:
        last = marked[-1] if marked else None
        gap = text[last.outer_end : number.outer_start] if last else ""
        opens = last is not None and (
            re.fullmatch(r"(?:\s[a-z]+)?\s?\(", gap) is not None
            or (last.converted and re.fullmatch(r"\s?[/;]\s?", gap) is not None)
        )
        if last is not None and opens and last.unit and number.unit and last.unit != number.unit:
            if number.bound is Bound.EXACT and last.bound is not Bound.EXACT:
                low, high = interval(number.value, last.bound, False)
                number = number._replace(low=low, high=high, bound=last.bound, bound_text=last.bound_text)
            number = number._replace(converted=True, approximate=number.approximate or last.approximate)
        marked.append(number)
    return marked


def _join_compounds(text: str, numbers: list[Number]) -> list[Number]:
    """One duration of several parts: "11 hours and 55 minutes" is 11.92 h; parts with commas between them are listed, each a figure."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is not None and _is_next_part(text, last, number):
            value = last.value + number.value * TIME_LADDER[number.unit] / TIME_LADDER[last.unit]
            low, high = interval(value, last.bound, False)
            joined[-1] = last._replace(
                end=number.outer_end, outer_end=number.outer_end, value=value, low=low, high=high
            )
        else:
            joined.append(number)
    return joined


def _is_next_part(text: str, last: Number, number: Number) -> bool:
    if last.unit not in TIME_LADDER or number.unit not in TIME_LADDER or number.bound is not Bound.EXACT:
        return False
    if TIME_LADDER[number.unit] >= TIME_LADDER[last.unit] or last.bound is Bound.RANGE:
        return False
    gap = text[last.outer_end : number.start]
    return "\n" not in gap and re.fullmatch(r"\s(?:and\s)?", gap) is not None


def _join_ranges(text: str, numbers: list[Number]) -> list[Number]:
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, number):
            joined[-1] = _range_of(last, number)
        else:
            joined.append(number)
    return joined


def _is_range(text: str, left: Number, right: Number) -> bool:
    """Whether two neighbouring figures are the ends of one range; "fell from 13 to 10" is two figures."""
    gap = text[left.outer_end : right.outer_start]
    if right.outer_start < left.outer_end or len(gap) > 6 or _RANGE_LINK.fullmatch(gap) is None:
        return False
    if "\n" in gap:  # the end of a line ends a sentence, and no figure stands in two
        return False
    if Bound.VAGUE in (left.bound, right.bound) or left.ratio or right.ratio:
        return False
    if left.unit and left.unit != right.unit and not _same_money(left.unit, right.unit) and not left.age:
        return False
    before = text[max(0, left.outer_start - 70) : left.outer_start].lower()
    if "and" in gap:
        return _BETWEEN.search(before) is not None
    low, high = _ends(left, right)
    if _FROM.search(before) and _RANGING.search(before) is None and _CHANGE_BEFORE.search(before) is not None:
        # "down from the $89 to $93 billion expected" is a range, as no fall goes up
        return low < high and _FALLEN.search(before) is not None
    return low < high


def _same_money(left: str, right: str) -> bool:
    """Such as "$200 to 400", "$500,000 to $1 million a year"."""
    return (left.isupper() and not right) or right.startswith(left + "/")


def _ends(left: Number, right: Number) -> tuple[float, float]:
    """The ends of a range; a scale comes from the right, unless the left is already large ("$200 to $4 million")."""
    low, high = left.value, right.value
    scale = 10 ** (3 * ((len(f"{int(abs(high))}") - 1) // 3))
    if scale >= 1000 and 0 < low < 1000 and low * scale <= high and low < high / scale * 1.0001 and left.unit != "year":
        low *= scale
    return low, high


def _range_of(left: Number, right: Number) -> Number:
    low, high = _ends(left, right)
    low, high = min(low, high), max(low, high)
    return right._replace(
        start=left.start,
        outer_start=left.outer_start,
        low=low,
        high=high,
        value=(low + high) / 2,
        bound=Bound.RANGE,
        approximate=left.approximate or right.approximate,
        bound_text=left.bound_text or "range",
        unit=right.unit or left.unit,
    )


def _mark_change(text: str, number: Number) -> Number:
    """Mark the ends and the size of a change: "fell from 13 to 10", "rose by 5"."""
    near = text[max(0, number.outer_start - 40) : number.outer_start].lower().split()
    if _CHANGE_LINKS.isdisjoint(near):
        return number
    before = text[max(0, number.outer_start - 80) : number.outer_start].lower()
    if "from" in near and _FROM.search(before):
        ahead = text[number.outer_end : number.outer_end + 36]
        return number._replace(change="from") if _CHANGE_BEFORE.search(before) or _LEADS_TO.match(ahead) else number
    if "to" in near and _TO.search(before) and _CHANGE_BEFORE.search(before):
        return number._replace(change="to")
    if "by" in near and _BY.search(before) and _CHANGE_BEFORE.search(before):
        return number._replace(change="by")
    return number


def _share_units(text: str, numbers: list[Number]) -> list[Number]:
    """Hand a unit on to the figures it was spared.

    Example:
        "from 4.8 to 4.7 percent", "36.4, 34.0 and 11.2 per cent", "to 3.4% from 3.5", "from 20 mpg to 29 in 2020".
    """
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        gap = text[left.outer_end : right.outer_start]
        changes = left.change == "from" and right.change == "to" and gap.strip() in ("to", "")
        if not left.unit and right.unit and not left.ratio and (changes or _is_listed(text, shared, at)):
            shared[at] = _in_unit(left, right)
    for at in range(1, len(shared)):
        left, right = shared[at - 1], shared[at]
        if right.unit or not (_CLOSED.match(text, right.outer_end) or _REPORTED.match(text, right.outer_end)):
            continue
        handed = left.change == "from" and text[left.outer_end : right.outer_start] == " to "
        handed = handed or (left.change, right.change) == ("to", "from")
        if left.unit and (handed or _is_parallel(text, left, right) or _is_set_beside(text, left, right)):
            shared[at] = _in_unit(right, left)
        elif right.change == "to" and "point" in (left.unit, shared[at - 2].unit if at > 1 else ""):
            shared[at] = right._replace(unit="point")  # an index that "lost 30 points, or 2%, to fall to 7,425"
    return shared


def _is_parallel(text: str, left: Number, right: Number) -> bool:
    """Such as "51 per cent for the mayor and 48.9 for her rival": the same preposition follows both."""
    here, there = _FOR.match(text, left.outer_end), _FOR.match(text, right.outer_end)
    if here is None or there is None or here.group() != there.group() or right.spelled or right.value > 100:
        return False
    gap = text[left.outer_end : right.outer_start]
    return len(gap) <= 60 and _JOINT.search(gap) is not None and _BREAK.search(gap) is None


def _is_set_beside(text: str, left: Number, right: Number) -> bool:
    """Such as "33 minutes shorter, not 32", "100 metres, up from 60", "at 5 per cent, against 4 in May": two readings of one thing."""
    gap = text[left.outer_end : right.outer_start]
    if len(gap) > 60 or _SET_BESIDE.search(gap) is None or _BREAK.search(gap) is not None:
        return False
    return left.unit in TIME_LADDER or left.value / 20 < _in_unit(right, left).value < left.value * 20


def _is_listed(text: str, numbers: list[Number], at: int) -> bool:
    """Whether a figure stands in a list with the next one; a mere comma lists only where the list goes on."""
    left, right = numbers[at], numbers[at + 1]
    gap = text[left.outer_end : right.outer_start]
    if _LIST_LINK.fullmatch(gap) is None:
        return False
    if "or" in gap:  # "5 or 6 per cent"; but "300, or 5 per cent" says one thing twice
        return left.value < right.value
    if gap.strip() in ("-by-", "by", "x", "×"):
        return True  # "8-by-12 feet"
    if "and" in gap:
        return right.unit != "percent" or left.value <= _MOST_PERCENT
    if at + 2 >= len(numbers) or numbers[at + 2].unit != right.unit:
        return False
    return _LIST_LINK.fullmatch(text[right.outer_end : numbers[at + 2].outer_start]) is not None


def _in_unit(number: Number, other: Number) -> Number:
    """The figure in the unit, and in the scale, of its neighbour ("from 1.2 to 1.5 million")."""
    factor = 1.0
    if other.value >= 1e6 and 0 < abs(number.value) < 1000:
        factor = 1e9 if other.value >= 1e9 else 1e6
    return number._replace(
        unit=other.unit,
        value=number.value * factor,
        low=None if number.low is None else number.low * factor,
        high=None if number.high is None else number.high * factor,
    )
