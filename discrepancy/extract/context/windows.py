"""Windows made of more than one date word: "between January and June", "in the 12 months to October"."""

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.dates.calendar import add_days, add_months
from discrepancy.extract.dates.words import number_of
from discrepancy.model import DateSpan

_JOINT = re.compile(r"\s(?:and|to|until|till|through)\s(?:the\s)?|\s?[–-]\s?")
_FROM = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)?(?P<unit>hour|day|week|month|quarter|year)s?\s"
    r"(?:to|ended|ending|through|up\sto)\s(?:the\send\sof\s)?$",
    re.IGNORECASE,
)
_UP_TO_WORDS = ("to", "ended", "ending", "through", "the", "of")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LOOK_BACK = 50


def join_windows(text: str, placed: list[PlacedDate]) -> list[PlacedDate]:
    """Join dates that open and close one window, and open those that are counted back from a date.

    Args:
        text: The article's text.
        placed: Its dates, in order.

    Returns:
        The dates with every "from X to Y" as one window from the first day of X to the last day of Y, and every "N
        months to X" as a window that ends with X.
    """
    joined: list[PlacedDate] = []
    for item in placed:
        before = joined[-1] if joined else None
        if before is not None and _is_joint(text, before, item):
            joined[-1] = _joined(text, before, item)
        else:
            joined.append(_counted_back(text, item))
    return joined


def _is_joint(text: str, opening: PlacedDate, closing: PlacedDate) -> bool:
    if opening.span.first is None or closing.span.last is None:
        return False
    if _JOINT.fullmatch(text, opening.span.end, closing.span.start) is None:
        return False
    return _FROM.search(text[max(0, opening.span.start - _LOOK_BACK) : opening.span.start]) is not None


def _joined(text: str, opening: PlacedDate, closing: PlacedDate) -> PlacedDate:
    first, last = opening.span.first, closing.span.last
    if first and last and first > last:
        # "between 7 March and 2 April 2024": the year stands with the second
        first = add_months(first, -12 * (first.year - last.year + (first.replace(year=last.year) > last)))
    span = replace(
        closing.span, first=first, last=last, start=opening.span.start, text=text[opening.span.start : closing.span.end]
    )
    return PlacedDate(span, DatePart.WINDOW, "joined")


def _counted_back(text: str, item: PlacedDate) -> PlacedDate:
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
        return add_days(last, -count * _DAYS[unit])
    after = add_days(last, 1)
    return add_months(after, -count * _MONTHS[unit]) if after else None


def _window(span: DateSpan, first: date) -> DateSpan:
    return replace(span, first=first)
