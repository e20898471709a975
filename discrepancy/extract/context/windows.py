"""Windows that are counted back from a date: "in the 12 months to October"."""

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.dates.calendar import add_days, add_months
from discrepancy.extract.dates.words import number_of
from discrepancy.model import DateSpan

_UP_TO = re.compile(
    r"\b(?:(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)?(?P<unit>hour|day|week|month|quarter|year)s?\s"
    r"(?:to|ended|ending|through|up\sto)\s(?:the\send\sof\s)?$",
    re.IGNORECASE,
)
_UP_TO_WORDS = ("to", "ended", "ending", "through", "the", "of")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LOOK_BACK = 50


def counted_back(text: str, item: PlacedDate) -> PlacedDate:
    """A date with the window that it ends: "in the 12 months to October", "in the week to Thursday"; else the date as it is.

    Args:
        text: The article's text.
        item: One of its dates.
    """
    last = item.span.last
    before = text[max(0, item.span.start - _LOOK_BACK) : item.span.start]
    if last is None or not before.rstrip().lower().endswith(_UP_TO_WORDS):
        return item
    match = _UP_TO.search(before)
    if match is None:
        return item
    first = _opening(last, number_of(match["count"] or "one"), match["unit"].lower())
    if first is None or first > last:
        return item
    return PlacedDate(_window(item.span, first), DatePart.WINDOW, "counted_back")


def _opening(last: date, count: int, unit: str) -> date | None:
    if unit == "hour":
        return add_days(last, -max(1, count // 24))
    if unit in _DAYS:
        return add_days(last, 1 - count * _DAYS[unit])
    after = add_days(last, 1)
    return add_months(after, -count * _MONTHS[unit]) if after else None


def _window(span: DateSpan, first: date) -> DateSpan:
    return replace(span, first=first)
