"""From numerals to numbers: currency and unit, bounds, ranges, changes, conversions, and zero claims."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from discrepancy.extract.numbers.ages import is_age
from discrepancy.extract.numbers.bounds import hedge_after, hedge_before, interval
from discrepancy.extract.numbers.joins import TIME_LADDER, join_numbers
from discrepancy.extract.numbers.number import Number
from discrepancy.extract.numbers.numerals import Numeral, find_numerals, may_hold_numerals
from discrepancy.extract.numbers.rejects import reason_against
from discrepancy.extract.numbers.zeros import find_zeros, may_hold_zeros
from discrepancy.extract.passages import Passage
from discrepancy.extract.units import NO_OWN_UNITS, OwnUnits, currency_before, currency_codes, read_unit, with_rate
from discrepancy.model import Bound

# how many times as much; how often where the clause goes on or ends ("was sued three times", "rang nine times before noon")
_TIMES = re.compile(
    r"[ -](?:fold\b|times\b(?!\s?[.,;:)]|\s?$|\s(?:in|since|on|this|last|a|per|out|with|by|at|for|after|before|during|while|when|and|from|until"
    r"|between|to|but|because|every|each)\b))"
)
_AMOUNT = re.compile(r"[ -](?:an?|of an?)\s(?:hour|mile|day|year|century|decade|point|percentage|million|billion)\b")
_SIGN = re.compile(r"(?:(?:^|[\s(])([-−])|\b(minus)[\s-])$")
_POINTS = re.compile(r"[ -]points?\b")
_INDEX = re.compile(
    r"\b(?:index|Index|Dow|Nasdaq|NASDAQ|FTSE|DAX|CAC|Nikkei|S&P|stocks?|shares|Composite|Sensex|Nifty|Average|Hang Seng|benchmark)\b"
)
_SHARES = re.compile(
    r"%|\bper ?cent\b|\bpolls?\b|\bmargin\b|\bturnout\b|\brates?\b|\bvotes?\b|\bapproval\b", re.IGNORECASE
)
_MILLIONS_OF = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?:[A-Za-z][a-z]+s\b|people\b|men\b|women\b|children\b)|\s?(?:euros|dollars|pounds)"
)
_WEATHER = re.compile(
    r"\b(?:temperatures?|degrees|cold|cool|warm\w*|hot|heat\w*|fr[eo]+z\w*|frost|minus|mercury|highs?|lows?|overnight|weather|oven|boil\w*|summer|winter)\b",
    re.IGNORECASE,
)
_ALSO_THINGS = frozenset(
    {"bar", "cup", "deg", "st", "pint", "yd"}
)  # units whose names are more often things when not counted
_LENGTHS = re.compile(
    r"\b(?:high|tall|deep|depth|long|wide|width|height|length|above|below|across|away|apart|diameter|waves?|walls?|tunnel|water|sea|race|sprint|met(?:re|er)s?"
    r"|k?m|swim|freestyle|hurdles|relay|butterfly|backstroke|breaststroke|drill\w*|climb\w*|summit|altitude|shaft|underground|underwater|radius|swell)\b",
    re.IGNORECASE,
)


def may_hold_numbers(passage: Passage) -> bool:
    """Whether a figure can stand in a sentence: a look at its words, far cheaper than a search."""
    return may_hold_numerals(passage) or may_hold_zeros(passage)


def find_numbers(
    text: str,
    taken: Sequence[tuple[int, int]] = (),
    own: OwnUnits = NO_OWN_UNITS,
    *,
    within: Sequence[tuple[int, int]] | None = None,
) -> list[Number]:
    """Find the figures of a text.

    Args:
        text: Any text.
        taken: Spans that belong to dates, in order; no figure overlaps one.
        own: Units of the user's own.
        within: The spans in which they may begin, in order; the whole text if None.

    Returns:
        The numbers in order, none overlapping another.

    Example:
        >>> [(n.low, n.high, n.unit) for n in find_numbers("at least 83 dead, damage of $4.2bn")]
        [(83.0, None, ''), (4200000000.0, 4200000000.0, 'USD')]
    """
    starts = [start for start, _ in taken]
    spans = ((0, len(text)),) if within is None else within
    found: list[Number] = []
    for numeral in find_numerals(text, spans):
        if _overlaps(numeral.start, numeral.end, starts, taken):
            continue
        number = _read_number(text, numeral, own, _behind_date(text, numeral.start, starts, taken))
        if number is not None and (not found or number.start >= found[-1].outer_end or number.start >= found[-1].end):
            found.append(number)
    zeros = [zero for zero in find_zeros(text, spans) if not _overlaps(zero.start, zero.end, starts, taken)]
    return sorted([*join_numbers(text, found), *zeros], key=lambda n: n.start)


def _overlaps(start: int, end: int, starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(starts, start) - 1
    return (at >= 0 and spans[at][1] > start) or (at + 1 < len(spans) and spans[at + 1][0] < end)


def _behind_date(text: str, start: int, starts: Sequence[int], taken: Sequence[tuple[int, int]]) -> int:
    """The end of a date that stands right before a figure: "On New Year's Day 14 people" names no fourteenth day; else 0."""
    at = bisect_right(starts, start) - 1
    end = taken[at][1] if at >= 0 else 0
    return end if end and text[end:start].isspace() else 0


def _read_number(text: str, numeral: Numeral, own: OwnUnits, begin: int = 0) -> Number | None:
    """One numeral with its currency, unit and bound, by words behind `begin`; None where it is no quantity."""
    signed = text[numeral.start - 1 : numeral.start] in ("-", "−") and numeral.start > 1
    code, outer = currency_before(text, numeral.start - signed)
    if signed and not code:  # there is one in "$-50.8bn"
        signed = False
        code, outer = currency_before(text, numeral.start)
    if own_unit := own.read(text, numeral.end):
        size, unit, outer_end = own_unit
        value, end = numeral.value * size, numeral.end
    else:
        size = 1.0
        value, end, unit, outer_end = _with_unit(text, numeral, code)
    if reason_against(text, numeral if end == numeral.end else numeral._replace(end=end), unit, bool(code), begin):
        return None
    negative, outer = _sign(text, outer)
    if numeral.form == "ratio" or (not unit and _TIMES.match(text, end)):
        return _bounded(text, Number(numeral.start, end, outer, max(outer_end, end), value, value, value, ratio=True))
    age = not unit and numeral.form == "plain" and not numeral.scaled and is_age(text, numeral.start, end, value)
    if age:
        unit = "year"
    share = numeral.form == "part" and not unit and value < 1 and not _AMOUNT.match(text, end, end + 24)
    if share:
        unit, value = "percent", round(value * 100, 6)
    if negative or signed:
        value = -value
    number = Number(
        numeral.start, end, outer, outer_end, value, value, value,
        unit=unit, share=share, spelled=numeral.spelled, age=age,
        approximate=size != 1.0,  # "three football pitches" is about 2.1 hectares, not 2.142
    )  # fmt: skip
    number = _bounded(text, number)
    if numeral.form == "vague":
        return number._replace(
            high=None, bound=Bound.VAGUE, approximate=True, bound_text=text[numeral.start : end].lower()
        )
    return number


def _with_unit(text: str, numeral: Numeral, code: str) -> tuple[float, int, str, int]:
    """Settle what a scale letter means and read the unit: "2.7m" is millions beside money or a plural noun."""
    value, end = numeral.value, numeral.end
    unit, outer_end = read_unit(text, end)
    if numeral.letter == "m" and not code and not unit and _is_metre(text, numeral.start, end):
        digits_end = end - 1
        unit, outer_end = read_unit(text, digits_end)
        return value / 1e6, digits_end, unit, outer_end
    if not unit and not code and text[end : end + 1] in ("C", "F") and _is_warmth(text, numeral.start, end):
        unit, outer_end = f"deg{text[end]}", end + 1
    if not unit and not code:
        unsure = numeral.form == "vague" or text[numeral.start : end].lower() == "a couple"
        read = _behind_of if unsure else _points
        unit, outer_end = read(text, numeral.start, end)
    if code:
        # "$50 a barrel" is a rate of money; "$5 US" and "$5 million dollars" name the money once more
        if unit and unit in currency_codes().values():
            return value, end, unit, outer_end
        unit, outer_end = with_rate(text, code, end)
    return value, end, unit, outer_end


def _is_warmth(text: str, start: int, end: int) -> bool:
    """Whether the letter of "12C" is a degree: the words around are those of the weather."""
    return not text[end + 1 : end + 2].isalnum() and _WEATHER.search(text[max(0, start - 80) : end + 40]) is not None


def _behind_of(text: str, _: int, end: int) -> tuple[str, int]:
    """The unit of "tens of thousands of dollars", "hundreds of kilometres": a plural, as "dozens of bar owners" measures nothing."""
    if not text.startswith(" of ", end):
        return "", end
    unit, outer_end = read_unit(text, end + 3)
    plural = text[outer_end - 1 : outer_end] == "s" or text.endswith(("feet", "yen"), end, outer_end)
    return (unit, outer_end) if plural and unit not in _ALSO_THINGS else ("", end)


def _points(text: str, start: int, end: int) -> tuple[str, int]:
    """What "points" are beside a figure: percentage points among shares of votes and rates, points of an index; else things counted."""
    match = _POINTS.match(text, end, end + 10)
    if match is None:
        return "", end
    around = text[max(0, start - 120) : end + 80]
    if _INDEX.search(around):
        return "point", match.end()
    return ("percentage_point", match.end()) if _SHARES.search(around) else ("", end)


def _is_metre(text: str, start: int, end: int) -> bool:
    """Whether the letter of "30m" is a metre: no plural noun follows, and the words around are those of lengths."""
    if _MILLIONS_OF.match(text, end, end + 40):
        return False
    around = text[max(0, start - 40) : end + 30]
    if _LENGTHS.search(around):
        return True
    return (
        "." not in text[start:end]
        and re.match(r"\s(?:[a-z]+-)?[a-z]+\b", text[end : end + 24]) is not None
        and re.search(r"\b(?:an?|the|of|at|to|every|within)\s$", text[max(0, start - 8) : start]) is not None
    )


def _sign(text: str, outer: int) -> tuple[bool, int]:
    """Whether a minus stands before a figure, and where the figure begins with it."""
    if text[outer - 1 : outer] not in "-−" and text[max(0, outer - 6) : outer - 1].lower() != "minus":
        return False, outer
    before = text[max(0, outer - 8) : outer]
    match = _SIGN.search(before)
    return (True, outer - (len(before) - match.start(match.lastindex or 1))) if match else (False, outer)


def _bounded(text: str, number: Number) -> Number:
    """A number with the bound that stands before or behind it."""
    before = hedge_before(text, number.outer_start)
    after = hedge_after(text, number.end)
    if after is None and number.outer_end != number.end:
        after = hedge_after(text, number.outer_end)
    hedge = after if after and (before is None or not after.approximate) else before
    if hedge is None:
        return number
    bound = hedge.bound
    if (
        before
        and number.unit in TIME_LADDER
        and before.text in ("over", "past", "within", "under", "only", "just")
        and not _is_length(text, before.start)
    ):
        bound = Bound.EXACT if before.text != "within" else Bound.AT_MOST
    low, high = interval(number.value, bound, not number.unit or number.unit == "count")
    return number._replace(
        outer_start=min(number.outer_start, hedge.start),
        outer_end=max(number.outer_end, hedge.end) if hedge is after else number.outer_end,
        low=low,
        high=high,
        bound=bound,
        approximate=number.approximate or any(found.approximate for found in (before, after) if found),
        bound_text=hedge.text,
    )


def _is_length(text: str, start: int) -> bool:
    """Whether a duration is a length ("for over 12 months"), not a window ("over 12 months")."""
    return (
        re.search(
            r"\b(?:for|after|lasted|took|takes|take|lasts|is|was|well|just|little|last|of|than|spent|served)\s$",
            text[max(0, start - 12) : start],
        )
        is not None
    )
