"""Bounds of the day on which an undated article appeared, from what it says has happened and what lies ahead."""

from collections.abc import Iterable
from datetime import date

from discrepancy.extract.context.part import DatePart, PlacedDate

_HAPPENED = {DatePart.STANDING, DatePart.READING, DatePart.TELLING, DatePart.EARLIER, DatePart.EVENT, DatePart.DATELINE}


def bounds_of(placed: Iterable[PlacedDate]) -> tuple[date | None, date | None]:
    """The first and the last day on which an undated article can have appeared.

    Args:
        placed: Its dates.

    Returns:
        Not before: the latest day that it tells of; not after: the earliest day that it says lies ahead ("will be sworn
        in on 13 September"). None where it says nothing; what contradicts the first is left out.
    """
    behind, ahead = [], []
    for item in placed:
        first, last = item.span.first, item.span.last
        if first is None or first != last:
            continue
        if item.part in _HAPPENED:
            behind.append(first)
        elif item.part is DatePart.AHEAD:
            ahead.append(first)
    not_before = max(behind, default=None)
    not_after = min((day for day in ahead if not_before is None or day >= not_before), default=None)
    return not_before, not_after
