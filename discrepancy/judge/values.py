"""How two values stand to each other: the logical reading of an interval, and the plausible one.

Logical is what must be true ([83, ∞) for "at least 83"); plausible is what the writer means (83 and little more).
Widths come from how the number is written: its last significant digit and its hedge.
"""

from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from math import floor, inf, isclose, isinf, log10

from discrepancy.model import Bound, Claim, Kind, Quantity, convert
from discrepancy.settings import Settings

Interval = tuple[float, float]
_FALL = "DECLINE"  # the idea for which every word of falling stands


class Clash(IntEnum):
    """How far two figures exclude each other."""

    TOLERATED = -1  # they differ by no more than the user allows for the measure
    NONE = 0  # both readings meet
    PLAUSIBLE = 1  # both may be true as written, but not as meant
    LOGICAL = 2  # both cannot be true as written


def clash(a: Claim, b: Claim, settings: Settings) -> Clash | None:
    """Compare two claims' values in one unit.

    Returns:
        How far they exclude each other; None where the units cannot be brought together.

    Example:
        "about 100" and 97 do not clash; "at least 83" and 110 clash as meant, not as written; 83 and 85 do.
    """
    quantity = in_unit(b.quantity, a.quantity.unit)
    if quantity is None:
        return None
    if _is_one_fall(a, b):
        return Clash.NONE
    if isclose(a.quantity.value, quantity.value, rel_tol=1e-9):
        return Clash.NONE  # "more than 350" and 350 are one figure in two wordings
    slack = settings.conversion_slack if _is_rounded_away(b.quantity, quantity) else 0.0
    left, right = plausible(a.quantity, settings), _converted(plausible(b.quantity, settings), b, a)
    if _meet(left, right, slack):
        return Clash.NONE
    tolerance = max(settings.tolerances.get(claim.measure.key, 0.0) for claim in (a, b))
    if tolerance and isclose(a.quantity.value, quantity.value, rel_tol=tolerance):
        return Clash.TOLERATED
    meet = _meet(logical(a.quantity, settings), _converted(logical(b.quantity, settings), b, a), slack)
    return Clash.PLAUSIBLE if meet else Clash.LOGICAL


def _is_one_fall(a: Claim, b: Claim) -> bool:
    """Whether one text prints the sign of a fall that the other tells in words ("-2.9%", "fell by 2.9%")."""
    low, high = sorted((a, b), key=lambda claim: claim.quantity.value)
    told = high.measure.kind is Kind.CHANGE and _FALL in high.scope.near
    return told and low.quantity.value < 0 and isclose(low.quantity.value, -high.quantity.value, rel_tol=1e-9)


def _converted(interval: Interval, given: Claim, wanted: Claim) -> Interval:
    """An interval in another unit: its width is that of the number as written, 4 miles being 3.5 to 4.5."""
    if given.quantity.unit == wanted.quantity.unit:
        return interval
    low, high = (None if isinf(end) else end for end in interval)
    quantity = in_unit(replace(given.quantity, low=low, high=high), wanted.quantity.unit)
    if quantity is None:
        return interval
    return -inf if quantity.low is None else quantity.low, inf if quantity.high is None else quantity.high


def _is_rounded_away(given: Quantity, converted: Quantity) -> bool:
    """Whether a conversion leaves odd digits that writers round away (miles to km), unlike a shift of the point."""
    if not given.value or given.unit == converted.unit:
        return False
    shift = log10(abs(converted.value / given.value)) if converted.value else 0.0
    return not isclose(shift, round(shift), abs_tol=1e-9)


def in_unit(quantity: Quantity, unit: str) -> Quantity | None:
    """The quantity in another unit of its dimension; None where there is none."""
    if quantity.unit == unit:
        return quantity
    return convert(quantity, unit)


def logical(quantity: Quantity, settings: Settings) -> Interval:
    """The values that the words allow, with the rounding of a number that is plainly round."""
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    slack = rounding(quantity, settings)
    return low - slack, high + slack


def plausible(quantity: Quantity, settings: Settings) -> Interval:
    """The values that the writer means.

    "more than 80" is 80 to 90, "at least 83" is 83 and little more, "nearly 100" is 90 to 100, "dozens" is 24 to 99.
    """
    low, high = logical(quantity, settings)
    value, step = quantity.value, last_digit(quantity.value)
    if quantity.bound is Bound.VAGUE and quantity.low is not None:
        return low, quantity.low * settings.vague_factor
    reach = max(step if step > 1 else 0.0, settings.open_reach * abs(value))
    if high == inf:
        high = max(low, value) + reach
    if low == -inf:
        low = min(high, value) - reach
    return low, high


def rounding(quantity: Quantity, settings: Settings) -> float:
    """How far the true value may lie from the number written, by its last significant digit and its hedge."""
    # a little less than half, so that 32 and 33 minutes do not meet
    value, half = abs(quantity.value), 0.499 * last_digit(quantity.value)
    if quantity.approximate:
        return max(settings.hedge_floor * value, min(half, settings.hedge_ceiling * value))
    if quantity.unit == "count":
        # a small count is a count, whatever its last digit; a large round one is a rounding
        return half if value >= settings.round_count and half > 1 else 0.0
    return min(half, settings.rounding_ceiling * value)


@lru_cache(maxsize=1 << 14)
def last_digit(value: float) -> float:
    """The unit of the last significant digit: 1,000 for 25,000; 0.1 for 3.4; 1 for 83.

    >>> [last_digit(v) for v in (25000, 83, 80, 0)]
    [1000.0, 1.0, 10.0, 1.0]
    """
    if not value or value in (inf, -inf) or value != value:
        return 1.0
    digits = f"{abs(value):.9e}".partition("e")[0].replace(".", "").rstrip("0")
    return 10.0 ** (floor(log10(abs(value))) - max(0, len(digits) - 1))


def _meet(a: Interval, b: Interval, slack: float) -> bool:
    margin = slack * max((abs(x) for x in (*a, *b) if abs(x) != inf), default=0.0) + 1e-9
    return a[0] <= b[1] + margin and b[0] <= a[1] + margin
