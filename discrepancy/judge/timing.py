"""Which of two readings is the later one, and whether that can be relied on."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from discrepancy.model import Claim, DateSpan
from discrepancy.model.dates import NEWS, SLACK

_COARSE = timedelta(days=27)  # a month or a year, not a day


@dataclass(frozen=True, slots=True)
class Order:
    """How the as-of dates of two claims stand.

    Attributes:
        known: Whether both have one.
        same: Whether they fall on one day, or overlap.
        swapped: Whether the second claim is the earlier one.
        doubtful: Whether one of the two dates is in doubt.
    """

    known: bool
    same: bool
    swapped: bool
    doubtful: bool


def order_of(a: Claim, b: Claim) -> Order:
    """The order of two claims by their as-of dates.

    An undated article gives no date, but may give bounds ("not before 10 December"), which can settle the order.
    """
    left, right = _reading_day(a), _reading_day(b)
    if left is None or right is None or left.first is None or right.first is None:
        return _order_by_bounds(left or _bounds(a), right or _bounds(b))
    doubtful = left.doubtful or right.doubtful
    if _is_coarse(left) != _is_coarse(right):
        if (a if _is_coarse(left) else b).dates.published is None:
            return _order_by_bounds(left, right)  # nobody knows on which day of the year it was read
        # "41,474 in 2025" was read when 2025 was over, or on the day of publication if that came first
        one, other = _end_of(a, left), _end_of(b, right)
        return Order(known=True, same=one == other, swapped=other < one, doubtful=doubtful)
    same = left.first <= (right.last or date.max) and right.first <= (left.last or date.max)
    return Order(known=True, same=same, swapped=right.first < left.first, doubtful=doubtful)


def _order_by_bounds(left: DateSpan | None, right: DateSpan | None) -> Order:
    """The order where one day is only known within bounds: known where the two cannot overlap."""
    if left and right and max(left.gap_to(right), right.gap_to(left)) > SLACK:
        return Order(known=True, same=False, swapped=right.gap_to(left) > SLACK, doubtful=False)
    return Order(known=False, same=False, swapped=False, doubtful=False)


def _bounds(claim: Claim) -> DateSpan | None:
    dates = claim.dates
    return DateSpan(dates.not_before, dates.not_after) if dates.not_before or dates.not_after else None


def _is_coarse(span: DateSpan) -> bool:
    """Whether a reading is dated by a month or a year."""
    return span.first is not None and (span.last or date.max) - span.first >= _COARSE


def _end_of(claim: Claim, span: DateSpan) -> date:
    return min(span.last or date.max, claim.dates.published or date.max)


def settled_by(claim: Claim, days: int) -> bool:
    """Whether the counted event lay far enough back, when the figure was given, for its count to be closed."""
    window, as_of = claim.dates.window, claim.dates.as_of or _published(claim)
    if window is None or window.last is None or as_of is None or as_of.first is None:
        return False
    return as_of.first - window.last >= timedelta(days=days)


def _reading_day(claim: Claim) -> DateSpan | None:
    return claim.dates.as_of or _published(claim)


def _published(claim: Claim) -> DateSpan | None:
    day = claim.dates.published
    return _day_alone(day) if day else None


@lru_cache(maxsize=4096)
def _day_alone(day: date) -> DateSpan:
    return DateSpan(day, day)


def other_time(a: Claim, b: Claim) -> bool:
    """Whether one figure is said of another time: of days apart, or of a past of which the other is silent.

    "Magnitude 6.3 in October 2023" and "a 6.0-magnitude earthquake" in the news of 2025 are not of one event.
    """
    left, right = _window(a), _window(b)
    if left and right:
        slack = SLACK if left.is_own and right.is_own else NEWS
        return max(left.gap_to(right), right.gap_to(left)) > slack
    if left is None and right is None:
        # "an earthquake in February" in an undated text, and one that names no time
        return bool(a.dates.unresolved) != bool(b.dates.unresolved)
    readings = ((left, _reading_day(b)), (right, _reading_day(a)))
    return any(span and day and span.gap_to(day) > NEWS for span, day in readings)


def long_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures without days of their own were given long after one another: each may be of its own event."""
    left, right = _reading_day(a), _reading_day(b)
    if _window(a) or _window(b) or left is None or right is None:
        return False
    return max(left.gap_to(right), right.gap_to(left)) > NEWS


def _window(claim: Claim) -> DateSpan | None:
    span = claim.dates.window
    return span if span and span.first else None
