"""The day for which a figure is stated: said in the text, or the date that governs it, or publication."""

import re
from dataclasses import replace
from datetime import timedelta

from discrepancy.extract.context.clause import (
    governs,
    is_habit,
    is_pluperfect,
    is_possessed,
    is_present,
    is_record,
    is_state,
    is_told_earlier,
)
from discrepancy.extract.context.dated import DatedText, Figure
from discrepancy.extract.context.extent import is_level
from discrepancy.extract.context.history import HISTORY
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.period import distance, earlier_dates, own_date
from discrepancy.extract.context.story import Story, carried
from discrepancy.extract.dates.calendar import add_days, add_months
from discrepancy.model import Basis, DateSpan
from discrepancy.model.dates import NEWS

_TOLD_SENTENCES, _LEAD = 3, 1
# "a day earlier she had spoken of 14": the reading of one figure, said of another day
_COUNTED_BACK = ("ago", "day_before")
_PAST = timedelta(days=7)
_MONTH, _YEAR = 27, 366
_FROM = re.compile(r"\bfrom\s(?:an?\s)?[$€£]?$")
_FROM_REACH, _REPORT_REACH = 12, 60
_THAT_IS = re.compile(
    r"[\"“]?(?:That|This|The (?:figure|number|total))(?:’s|'s|\s(?:is|was|compares|compared|makes|represents|marks|means))\b"
)
_BROUGHT = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|push(?:ed|es|ing)|lift(?:ed|ing|s)|rais(?:ed|es|ing))\s(?:[\w'’-]+\s){0,6}?(?:count|number|tally|toll|total)\b[^.;:]{0,60}$"
)
_BROUGHT_REACH = 140
_REPORT = re.compile(
    r"\b(?:(?:report|study|survey|analysis|paper|review|assessment)\s(?:published|released|issued)|appeal(?:ed)?|approved|pledged|promised|proposed|unveiled)"
    r"\s(?:\w+\s){0,3}$"
)


def as_of_day(dated: DatedText, story: Story, figure: Figure, own: PlacedDate | None) -> DateSpan | None:
    """The day (or month, or year) at which a figure is true.

    In this order: a reading in its sentence ("as of Friday", "by Monday morning", "up from 9 on Wednesday"); a past date
    that governs its clause and is not the story's ("in 1987 a fire killed 52"); the month, quarter or year for which a
    level is read; the day on which it was told, here or just before; the day that the head of the article or of its entry
    gives; the day of publication. "That is 51 per cent more" is of the day of the figure before it.

    Args:
        dated: The article's dates.
        story: What the article as a whole is about in time.
        figure: The figure.
        own: The date that its sentence gives it.

    Returns:
        The day; None where an undated article gives none.
    """
    meant = _taken_up(dated, figure) if own is None else None
    if meant is not None:
        return carried(_day(dated, story, meant, own_date(dated, meant)))
    return _day(dated, story, figure, own)


def _day(dated: DatedText, story: Story, figure: Figure, own: PlacedDate | None) -> DateSpan | None:
    reading = _own_reading(dated, figure)
    if reading is not None and reading.part is not DatePart.TELLING:
        return _shifted(dated, reading, _told_before(dated, figure.index))
    if own is not None and own.part is DatePart.WINDOW and (day := _brought_on(dated, figure)):
        return day
    past = own is not None and own.part is not DatePart.SINCE and _is_past(dated, story, figure, own)
    if own is not None and past and (reading is None or own.is_closed):
        return own.read_on
    level = _level_window(dated, story, figure, own)
    if level is not None and (reading is None or own is not None):
        return level
    told = _told_before(dated, figure.index)
    if reading is not None:
        return _shifted(dated, reading, told)
    if told is not None:
        return told
    heading = None if figure.dates else dated.heading(figure.index)
    if heading is not None or story.read_on is not None:
        return carried(heading) or story.read_on
    if dated.published is not None:
        past_telling = is_told_earlier(dated.text, figure.start, figure.sentence)
        return DateSpan(dated.published, dated.published, basis=Basis.ASSUMED, doubtful=past_telling)
    return story.present


def _own_reading(dated: DatedText, figure: Figure) -> PlacedDate | None:
    if not figure.dates:
        return None
    dates = figure.near(DatePart.STANDING, DatePart.READING, DatePart.TELLING) + earlier_dates(dated, figure)
    return min(dates, key=lambda placed: distance(dated.text, placed, figure), default=None)


def _brought_on(dated: DatedText, figure: Figure) -> DateSpan | None:
    """The day whose count brings a total to a figure: "898 crossed on Wednesday, which brings the total to 25,436"."""
    low = max(figure.sentence.start, figure.start - _BROUGHT_REACH)
    brought = _BROUGHT.search(dated.text, low, figure.start)
    if brought is None:
        return None
    days = [
        d.span for d in figure.near(DatePart.EVENT) if d.span.end <= brought.start() and d.span.first == d.span.last
    ]
    return days[-1] if days else None


def _taken_up(dated: DatedText, figure: Figure) -> Figure | None:
    """The figure of the sentence before that a sentence goes on about: "That is 51 per cent more than was planned"."""
    if figure.index == 0 or _THAT_IS.match(dated.text, figure.sentence.start, figure.start) is None:
        return None
    if _own_reading(dated, figure) is not None:
        return None
    return dated.last_figure(figure.index - 1) if dated.is_same_paragraph(figure.index - 1) else None


def _shifted(dated: DatedText, reading: PlacedDate, told: DateSpan | None) -> DateSpan:
    """A reading counted back ("a day earlier") is counted from the day of telling before it, not from publication."""
    span, written = reading.span, dated.written
    if reading.kind not in _COUNTED_BACK or told is None or not (told.first and span.first and written):
        return span
    first = add_days(span.first, (told.first - written).days)
    last = add_days(span.last, (told.first - written).days) if span.last else None
    return replace(span, first=first, last=last) if first and last else span


def _looks_back(dated: DatedText, figure: Figure) -> bool:
    return is_pluperfect(dated.text, figure.start, figure.end, figure.sentence)


def _told_before(dated: DatedText, index: int) -> DateSpan | None:
    """The day of telling that holds on from a sentence just before, in its paragraph or from the lead."""
    together = True
    for before in range(index - 1, max(-1, index - 1 - _TOLD_SENTENCES), -1):
        together = together and dated.is_same_paragraph(before)
        told = [d for d in dated.known(before, DatePart.TELLING, DatePart.STANDING) if d.kind not in _COUNTED_BACK]
        if told and (together or before <= _LEAD) and not _is_attributive(dated.text, told[-1]):
            return carried(told[-1].span) if dated.gives_figures(before) else None
    return None


def _is_attributive(text: str, told: PlacedDate) -> bool:
    """Whether a date says which report is meant ("a report published on Monday"), or dates an act: neither carries."""
    return _REPORT.search(text, max(0, told.span.start - _REPORT_REACH), told.span.start) is not None


def _is_past(dated: DatedText, story: Story, figure: Figure, own: PlacedDate) -> bool:
    """Whether a figure's own date lies apart from the story: then the figure is true as of that date."""
    span, written = own.span, dated.written
    if own.kind == HISTORY:
        return True
    here = (dated.text, figure.start, figure.end, figure.sentence)
    if span.last is None or (story.day and span.first == story.day.first and not is_state(*here)):
        return False
    if is_possessed(dated.text, own.place, figure.start):
        return own.part is DatePart.WINDOW
    if not governs(dated.text, own.place, (figure.start, figure.end), figure.sentence.start):
        return False
    if is_present(*here) or is_habit(*here) or is_record(dated.text, span.start, figure.sentence.start):
        return False
    if written is None:
        return True
    if own.part is DatePart.WINDOW and span.last < written and _looks_back(dated, figure):
        return True
    if own.part is DatePart.EVENT:
        return written - span.last > (timedelta() if is_state(*here) else _PAST)
    return written - span.last > (timedelta() if own.is_long else NEWS)


def _level_window(dated: DatedText, story: Story, figure: Figure, own: PlacedDate | None) -> DateSpan | None:
    """The past month, quarter or year that a level is read for: "the rate slipped to 3.4% in January"."""
    window = story.window
    if own is not None:
        window = own.span if own.part is DatePart.WINDOW else None
    written = dated.written
    if window is None or window.last is None or (written is not None and window.last >= written):
        return None
    if not is_level(dated.text, figure.sentence, figure.start, figure.end):
        return None
    if _FROM.search(dated.text, max(figure.sentence.start, figure.start - _FROM_REACH), figure.start):
        window = _before(window)
    told_now = written is not None and is_present(dated.text, figure.start, figure.end, figure.sentence)
    return None if told_now else window


def _before(window: DateSpan) -> DateSpan:
    """The month, quarter or year before one: a level that moved "from 3.5%" was read then; in doubt."""
    first, last = window.first, window.last
    if first is None or last is None or first.day != 1 or not _MONTH <= (last - first).days < _YEAR:
        return window
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    opening, closing = add_months(first, -months), add_days(first, -1)
    return replace(window, first=opening, last=closing, basis=Basis.CARRIED, doubtful=True) if opening else window
