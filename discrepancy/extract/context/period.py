"""The period that a figure covers: its own date, the story's window or since, the day of what happened."""

import re
from dataclasses import replace

from discrepancy.extract.context.clause import (
    breaks_between,
    is_apposed,
    is_compared,
    is_label,
    is_owned,
    is_set_against,
)
from discrepancy.extract.context.dated import DatedText, Figure
from discrepancy.extract.context.extent import is_running
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.story import Story, carried
from discrepancy.model import Basis, DateSpan

# "fell 2.3% on March", "up 4 per cent from 2024": the change is told against that month or year
_MOVED_ON = re.compile(r"\s?(?:%|per\s?cent|(?:percentage\s)?points?)\s(?:on|from|below|above)\s(?:the\s)?")
_BREAK_COST, _COMPARED_COST = 60, 10_000
_BESIDE = 25


def distance(text: str, placed: PlacedDate, figure: Figure) -> int:
    """How far a date is from a figure: characters, breaks of the clause, and comparisons between them."""
    span = placed.span
    low, high = (span.end, figure.start) if span.end <= figure.start else (figure.end, span.start)
    compared = span.start >= figure.end and is_compared(text, figure.end, span.start)
    return high - low + _BREAK_COST * breaks_between(text, low, high) + _COMPARED_COST * compared


def earlier_dates(dated: DatedText, figure: Figure) -> list[PlacedDate]:
    """Dates that belong to this figure alone: "up from 15 on Monday", with no other figure between."""
    return [d for d in figure.near(DatePart.EARLIER) if _is_beside(dated.text, figure.end, d.span.start)]


def own_date(dated: DatedText, figure: Figure) -> PlacedDate | None:
    """The event, window or start of a window that a figure's own sentence gives it; its days may be unknown."""
    if not figure.dates:
        return None
    parts = (DatePart.EVENT, DatePart.WINDOW, DatePart.SINCE)
    dates = [placed for placed in figure.dates if placed.part in parts]
    dates += [placed for placed in earlier_dates(dated, figure) if placed.is_coarse]
    dates += _apposed(dated.text, figure)
    dates = [placed for placed in dates if not _is_anothers(dated.text, placed, figure)]
    best = min(dates, key=lambda placed: distance(dated.text, placed, figure), default=None)
    return best if best and distance(dated.text, best, figure) < _COMPARED_COST else None


def _is_anothers(text: str, placed: PlacedDate, figure: Figure) -> bool:
    """Whether a date is that of another figure: "January's 3.4%", or "up on 2024" before this one."""
    start, end = placed.place
    if is_owned(text, end, figure.start):
        return True
    if placed.is_coarse and start > figure.end and _MOVED_ON.fullmatch(text, figure.end, start):
        return True
    if end > figure.start or is_label(text, end, figure.start) or is_apposed(text, end, figure.start):
        return False
    return is_set_against(text, start, figure.sentence.start)


def _apposed(text: str, figure: Figure) -> list[PlacedDate]:
    """Dates that only rank or open a window, but have a clause of their own: "the worst since 1999, when 31 died"."""
    dates = [
        d
        for d in figure.near(DatePart.ASIDE, DatePart.SINCE, DatePart.EARLIER)
        if is_apposed(text, d.span.end, figure.start)
    ]
    return [replace(d, part=DatePart.WINDOW if d.is_coarse else DatePart.EVENT) for d in dates]


def carried_period(dated: DatedText, story: Story, figure: Figure) -> DateSpan | None:
    """The period of a figure without a date of its own.

    A running total opens where the story's window opens; else the event of the sentence before, else the story's.
    """
    if is_running(dated.text, figure.sentence, figure.start, figure.end):
        if story.since:
            return replace(story.since, last=None, basis=Basis.CARRIED)
        if story.window:
            return story.window
    before = figure.index - 1
    if before >= 0 and dated.is_same_paragraph(before):
        events = dated.known(before, DatePart.EVENT)
        if events:
            return carried(events[-1].span)
    return story.day or story.window


def _is_beside(text: str, end: int, date_start: int) -> bool:
    """Whether no other figure stands between a figure and a date right after it."""
    return 0 <= date_start - end < _BESIDE and not any(c.isdigit() for c in text[end:date_start])
