"""What an article as a whole is about in time: figures without a date of their own fall back on it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from discrepancy.extract.context.dated import DatedText
from discrepancy.extract.context.part import DatePart
from discrepancy.model import Basis, DateSpan

_LEAD_SENTENCES = 4
_RECENT = timedelta(days=60)
STALE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Story:
    """The times of a story.

    Attributes:
        day: The day of its main event, from the first sentences.
        window: The window that the first sentences name ("in January").
        since: Where its campaign or count opens ("since 2 September").
    """

    day: DateSpan | None = None
    window: DateSpan | None = None
    since: DateSpan | None = None


def read_story(dated: DatedText) -> Story:
    """The main event's day and the window that the first sentences name, and where the count opens."""
    day = window = since = None
    for index in range(len(dated.sentences)):
        if index < _LEAD_SENTENCES:
            day = day or _event_day(dated, index)
            window = window or _first(dated, index, DatePart.WINDOW)
        since = since or _first(dated, index, DatePart.SINCE)
    return Story(day, window, since)


def carried(span: DateSpan | None) -> DateSpan | None:
    """A date taken over from another sentence, marked so."""
    return replace(span, basis=Basis.CARRIED) if span else None


def _first(dated: DatedText, index: int, part: DatePart) -> DateSpan | None:
    spans = (placed.span for placed in dated.known(index, part))
    return next((span for span in spans if _is_current(span, part, dated.published)), None)


def _is_current(span: DateSpan, part: DatePart, published: date | None) -> bool:
    """A window far in the past is background, never the story's."""
    if published is None or part is DatePart.SINCE:
        return True
    return span.last is not None and span.last >= published - STALE


def _event_day(dated: DatedText, index: int) -> DateSpan | None:
    spans = (placed.span for placed in dated.known(index, DatePart.EVENT))
    return next((span for span in spans if is_day(span, dated.published)), None)


def is_day(span: DateSpan, published: date | None) -> bool:
    """Whether a date is one recent day."""
    if span.first is None or span.first != span.last:
        return False
    return published is None or span.first >= published - _RECENT
