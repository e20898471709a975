"""From numerals to numbers: currency and unit, bounds, ranges, changes, conversions, and zero claims."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.numbers.bounds import hedge_after, hedge_before, interval
from discrepancy.extract.numbers.number import Number
from discrepancy.extract.numbers.numerals import Numeral, find_numerals
from discrepancy.extract.numbers.rejects import reason_against
from discrepancy.extract.units import NO_OWN_UNITS, OwnUnits, currency_before, currency_codes, read_unit, with_rate
from discrepancy.model import Bound

_RANGE_LINK = re.compile(r"\s?(?:-|–|—|to|or)\s?|\s(?:to|or)\s|-\sto\s|-\sor\s|\sand\s")
_CHANGE = r"(?:f[ae]ll(?:s|en|ing)?|drop\w*|ros?e|rises?|rising|risen|jump\w*|climb\w*|plummet\w*|plung\w*|slow\w*|narrow\w*|eas(?:e|ed|es|ing)|increas\w*|decreas\w*|declin\w*|go(?:es|ing)?|went|creep\w*|crept|boost\w*|cuts?|cutting|rais\w*|lower\w*|reduc\w*|edg\w*|slipp?\w*|grow\w*|grew|soar\w*|surg\w*|shr[aiu]nk\w*|revised|tick\w*|quicken\w*|cool\w*|accelerat\w*|widen\w*|up|down|mov\w*|doubl\w*|chang\w*|upgrad\w*|downgrad\w*|marked|expand\w*|extend\w*)"
_CHANGE_BEFORE = re.compile(rf"\b{_CHANGE}\b[^.;\n]{{0,60}}?$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang\w+|anywhere|var(?:y|ies|ied|ying))\s+from\s+$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|as (?:low|high|many|much) as)\s+)*$", re.IGNORECASE
)
_TO = re.compile(
    r"\bto\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|record|as (?:low|high|many|much) as|more than|at least)\s+)*$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:{_CHANGE}\s(?:\w+\s){{0,3}}?by|by)\s+(?:(?:a|an|the|about|around|just|some|nearly|roughly|another|up to|more than|at least)\s+)*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s|around\s|roughly\s)?$", re.IGNORECASE)
_TIMES = re.compile(r"[ -](?:times|fold)\b(?!\s(?:in|since|on|this|last|a|per|out)\b)")
_COMPOUND = re.compile(r"\s?(?:,|and)?\s?$")
_ZERO = re.compile(
    r"\b(?P<zero>no one|nobody|none|no)\b(?=(?:\s[\w.’'-]+){0,5}?\s(?:deaths?|injur(?:y|ies|ed)|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?"
    r"|hurt|wounded|killed|harmed|died|missing|hospitali[sz]ed|arrest(?:s|ed)|infections?|cases|damage[sd]?)\b)",
    re.IGNORECASE,
)
_ZERO_BARRIER = re.compile(
    r"\bno (?:longer|doubt|matter|more than|fewer|less|other|one knows|sign|evidence|reason|idea|way|comment|word|need)\b|[.;]",
    re.IGNORECASE,
)
_TIME_LADDER = {"year": 365.25 * 24, "month": 730.5, "week": 168.0, "day": 24.0, "h": 1.0, "min": 1 / 60, "s": 1 / 3600}


def find_numbers(text: str, taken: Sequence[tuple[int, int]] = (), own: OwnUnits = NO_OWN_UNITS) -> list[Number]:
    """Find the figures of a text.

    Args:
        text: Any text.
        taken: Spans that belong to dates, in order; no figure overlaps one.
        own: Units of the user's own.

    Returns:
        The numbers in order, none overlapping another.

    Example:
        >>> [(n.low, n.high, n.unit) for n in find_numbers("at least 83 dead, damage of $4.2bn")]
        [(83.0, None, ''), (4200000000.0, 4200000000.0, 'USD')]
    """
    starts = [start for start, _ in taken]
    found: list[Number] = []
    for numeral in find_numerals(text):
        if _overlaps(numeral.start, numeral.end, starts, taken):
            continue
        number = _read_number(text, numeral, own)
        if number is not None and (not found or number.start >= found[-1].outer_end or number.start >= found[-1].end):
            found.append(number)
    zeros = [zero for zero in _find_zeros(text) if not _overlaps(zero.start, zero.end, starts, taken)]
    merged = _join_ranges(text, _join_compounds(text, _mark_conversions(text, found)))
    return sorted([*(_mark_change(text, n) for n in merged), *zeros], key=lambda n: n.start)


def _overlaps(start: int, end: int, starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(starts, start) - 1
    return (at >= 0 and spans[at][1] > start) or (at + 1 < len(spans) and spans[at + 1][0] < end)


def _read_number(text: str, numeral: Numeral, own: OwnUnits) -> Number | None:
    """One numeral with its currency, unit and bound; None where it is no quantity."""
    code, outer = currency_before(text, numeral.start)
    if own_unit := own.read(text, numeral.end):
        size, unit, outer_end = own_unit
        value, end = numeral.value * size, numeral.end
    else:
        size = 1.0
        value, end, unit, outer_end = _with_unit(text, numeral, code)
    if reason_against(text, replace(numeral, end=end), unit, bool(code)):
        return None
    negative, outer = _sign(text, outer)
    if numeral.form == "ratio" or (not unit and _TIMES.match(text, end)):
        return _plain(text, numeral.start, end, outer, max(outer_end, end), value, "", ratio=True)
    share = numeral.form == "part" and not unit and value < 1 and not _is_amount(text, end)
    if share:
        unit, value = "percent", round(value * 100, 6)
    if negative:
        value = -value
    number = _plain(text, numeral.start, end, outer, outer_end, value, unit)
    # "three football pitches" is about 2.1 hectares, not 2.142
    number = replace(number, share=share, spelled=numeral.spelled, approximate=number.approximate or size != 1.0)
    if numeral.form == "vague":
        return replace(
            number, high=None, bound=Bound.VAGUE, approximate=True, bound_text=text[numeral.start : end].lower()
        )
    return number


def _is_amount(text: str, end: int) -> bool:
    return (
        re.match(
            r"[ -](?:an?|of an?)\s(?:hour|mile|day|year|century|decade|point|percentage|million|billion)\b",
            text[end : end + 24],
        )
        is not None
    )


def _with_unit(text: str, numeral: Numeral, code: str) -> tuple[float, int, str, int]:
    """Settle what a scale letter means and read the unit: "2.7m" is millions beside money or a plural noun."""
    value, end = numeral.value, numeral.end
    unit, outer_end = read_unit(text, end)
    if numeral.letter in ("m", "M", "b", "k", "K") and not code and not unit:
        digits_end = end - len(numeral.letter)
        followed = re.match(
            r"\s(?:[a-z-]+\s){0,2}?[a-z]{2,}s\b|\s(?:people|men|women|children)\b|\s?(?:euros|dollars|pounds)",
            text[end : end + 40],
        )
        if numeral.letter == "m" and not followed:
            unit, outer_end = read_unit(text, digits_end)
            return value / 1e6, digits_end, unit, outer_end
    if code:
        # "$50 a barrel" is a rate of money; "$5 US" and "$5 million dollars" name the money once more
        if unit and unit in currency_codes().values():
            return value, end, unit, outer_end
        unit, outer_end = with_rate(text, code, end)
    return value, end, unit, outer_end


def _sign(text: str, outer: int) -> tuple[bool, int]:
    before = text[max(0, outer - 8) : outer]
    match = re.search(r"(?:(?:^|[\s(])([-−])|\b(minus)\s)$", before)
    return (True, outer - (len(before) - match.start(match.lastindex or 1))) if match else (False, outer)


def _plain(
    text: str, start: int, end: int, outer: int, outer_end: int, value: float, unit: str, ratio: bool = False
) -> Number:
    """A number with the bound that stands before or behind it."""
    before = hedge_before(text, outer)
    after = hedge_after(text, end) or hedge_after(text, outer_end)
    hedge = after if after and (before is None or not after.approximate) else before
    if hedge is None:
        return Number(start, end, outer, outer_end, value, value, value, unit=unit, ratio=ratio)
    bound = hedge.bound
    if (
        before
        and unit in _TIME_LADDER
        and before.text in ("over", "past", "within", "under", "only", "just")
        and not _is_length(text, before.start)
    ):
        bound = Bound.EXACT if before.text != "within" else Bound.AT_MOST
    low, high = interval(value, bound, not unit or unit == "count")
    approximate = (before is not None and before.approximate) or (after is not None and after.approximate)
    return Number(
        start, end, min(outer, hedge.start), max(outer_end, hedge.end if hedge is after else outer_end),
        low, high, value, bound, approximate, hedge.text, unit, ratio=ratio,
    )  # fmt: skip


def _is_length(text: str, start: int) -> bool:
    """Whether a duration is a length ("for over 12 months"), not a window ("over 12 months")."""
    return (
        re.search(
            r"\b(?:for|after|lasted|took|takes|take|lasts|is|was|well|just|little|last|of|than|spent|served)\s$",
            text[max(0, start - 12) : start],
        )
        is not None
    )


def _find_zeros(text: str) -> list[Number]:
    """Claims of value 0: "no deaths", "none was hurt", "no American forces were harmed"."""
    zeros = []
    for match in _ZERO.finditer(text):
        if _ZERO_BARRIER.match(text, match.start(), match.start() + 60):
            continue
        start, end = match.span("zero")
        zeros.append(Number(start, end, start, end, 0.0, 0.0, 0.0, spelled=True))
    return zeros


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
                number = replace(number, low=low, high=high, bound=last.bound, bound_text=last.bound_text)
            number = replace(number, converted=True, approximate=number.approximate or last.approximate)
        marked.append(number)
    return marked


def _join_compounds(text: str, numbers: list[Number]) -> list[Number]:
    """One duration of several parts: "11 hours and 55 minutes" is 11.92 h."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is not None and _is_next_part(text, last, number):
            value = last.value + number.value * _TIME_LADDER[number.unit] / _TIME_LADDER[last.unit]
            low, high = interval(value, last.bound, False)
            joined[-1] = replace(
                last, end=number.outer_end, outer_end=number.outer_end, value=value, low=low, high=high
            )
        else:
            joined.append(number)
    return joined


def _is_next_part(text: str, last: Number, number: Number) -> bool:
    if last.unit not in _TIME_LADDER or number.unit not in _TIME_LADDER or number.bound is not Bound.EXACT:
        return False
    if _TIME_LADDER[number.unit] >= _TIME_LADDER[last.unit] or last.bound is Bound.RANGE:
        return False
    return re.fullmatch(r",?\s(?:and\s)?", text[last.outer_end : number.start]) is not None


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
    if Bound.VAGUE in (left.bound, right.bound) or left.ratio or right.ratio:
        return False
    if left.unit and left.unit != right.unit and not (left.unit.isupper() and not right.unit):
        return False
    before = text[max(0, left.outer_start - 70) : left.outer_start]
    if "and" in gap:
        return _BETWEEN.search(before) is not None
    if _FROM.search(before):
        return _RANGING.search(before) is not None or _CHANGE_BEFORE.search(before) is None
    low, high = _ends(left, right)
    return low < high


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
    return replace(
        right,
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
    before = text[max(0, number.outer_start - 80) : number.outer_start]
    if _FROM.search(before) and (
        _CHANGE_BEFORE.search(before)
        or re.match(r"[^.;\n]{0,30}?\bto\s", text[number.outer_end : number.outer_end + 36])
    ):
        return replace(number, change="from")
    if _TO.search(before) and _CHANGE_BEFORE.search(before):
        return replace(number, change="to")
    if _BY.search(before) and _CHANGE_BEFORE.search(before):
        return replace(number, change="by")
    return number
