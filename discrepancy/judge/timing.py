"""Which of two readings is the later one, and whether that can be relied on."""

from dataclasses import dataclass
from datetime import date, timedelta

from discrepancy.model import Claim, DateSpan


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
        return Order(known=False, same=False, swapped=False, doubtful=False)
    doubtful = left.doubtful or right.doubtful
    same = left.first <= (right.last or date.max) and right.first <= (left.last or date.max)
    return Order(known=True, same=same, swapped=right.first < left.first, doubtful=doubtful)


def settled_by(claim: Claim, days: int) -> bool:
    """Whether the counted event lay far enough back, when the figure was given, for its count to be closed."""
    window, as_of = claim.dates.period or claim.dates.event, claim.dates.as_of or _published(claim)
    if window is None or window.last is None or as_of is None or as_of.first is None:
        return False
    return as_of.first - window.last >= timedelta(days=days)


def _reading_day(claim: Claim) -> DateSpan | None:
    return claim.dates.as_of or _published(claim)


def _published(claim: Claim) -> DateSpan | None:
    day = claim.dates.published
    return DateSpan(day, day) if day else None
