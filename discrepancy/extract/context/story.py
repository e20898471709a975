"""What an article as a whole is about in time: figures without a date of their own fall back on it."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from discrepancy.extract.context.bounds import bounds_of
from discrepancy.extract.context.clause import clause_of
from discrepancy.extract.context.dated import DatedText
from discrepancy.extract.context.dateline import follows_place
from discrepancy.extract.context.part import DatePart, PlacedDate, place_date
from discrepancy.extract.dates import Mention
from discrepancy.extract.words import read_lines
from discrepancy.model import Article, Basis, DateSpan
from discrepancy.model.dates import NEWS

_LEAD_SENTENCES = 4
_EVENT_SENTENCES = 6
_LEANING = ("day_after", "day_before", "ago")  # said of another date: "the next night"
_WORD = re.compile(r"[A-Za-z]+")
_PRESENT_SENTENCES = 2
_RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Story:
    """The times of a story.

    Attributes:
        day: The day of its main event, from the first sentences, else from the title.
        window: The window that the first sentences name ("in January").
        since: Where its campaign or count opens ("since 2 September").
        present: For want of a day of publication: the day on which its figures are read ("situation on 9 May").
        read_on: The day that the head gives for all of its figures ("Data as of 24 August", "OSLO, 24 August -").
    """

    day: DateSpan | None = None
    window: DateSpan | None = None
    since: DateSpan | None = None
    present: DateSpan | None = None
    read_on: DateSpan | None = None


def read_title(article: Article, mentions: list[tuple[Mention, DateSpan]]) -> list[PlacedDate]:
    """The dates of an article's title, each with what it does there; their offsets are not those of the text."""
    ahead = article.published or date.max
    placed = [place_date(article.title, m, span, span.first is not None and span.first > ahead) for m, span in mentions]
    return [replace(p, span=replace(p.span, start=0, end=0, basis=Basis.CARRIED)) for p in placed if p.span.first]


def read_story(dated: DatedText, title: list[PlacedDate]) -> Story:
    """The main event's day and the window that the first sentences name, and where the count opens."""
    day = weak = window = None
    since = next((p.span for p in dated.placed if p.part is DatePart.SINCE and p.span.first), None)
    for index in range(min(_EVENT_SENTENCES, len(dated.sentences))):
        if index < _EVENT_SENTENCES:
            day = day or _event_day(dated, index, happening=True)
        if index < _LEAD_SENTENCES:
            weak = weak or _event_day(dated, index, happening=False)
            window = window or _window(dated, index)
    window = window or next((p.span for p in title if p.part is DatePart.WINDOW), None)
    present = next((p.span for p in title if p.part is DatePart.STANDING), None) or _standing(dated)
    day = day or weak or _titled(dated, title)
    return Story(carried(day), carried(window), since, carried(present), carried(_read_on(dated, title)))


def _titled(dated: DatedText, title: list[PlacedDate]) -> DateSpan | None:
    """The day of the event that the title names, where the first sentences name no date that could be another's."""
    if any(dated.known(index) for index in range(min(_EVENT_SENTENCES, len(dated.sentences)))):
        return None
    return next((p.span for p in title if p.part is DatePart.EVENT and is_day(p.span, dated.written)), None)


def _read_on(dated: DatedText, title: list[PlacedDate]) -> DateSpan | None:
    """The day that the head of an article gives for all its figures: "Data as of 24 August", or "OSLO, 24 August -"."""
    heads = [p.span for p in title if p.part is DatePart.STANDING]
    for index in range(min(_PRESENT_SENTENCES, len(dated.sentences))):
        heads += [] if dated.gives_figures(index) else [p.span for p in dated.known(index, DatePart.STANDING)]
    lines = (p.span for p in dated.placed[:1] if p.part is DatePart.DATELINE)
    heads += [span for span in lines if follows_place(dated.text, span.start, span.end)]
    return next((span for span in heads if span.last and (dated.written is None or span.last <= dated.written)), None)


def _standing(dated: DatedText) -> DateSpan | None:
    """The day that an article's first sentences are read on ("SITUATION ON 9 MAY"), else that of its last dateline."""
    first = range(min(_EVENT_SENTENCES, len(dated.sentences)))
    lines = [placed.span for index in first for placed in dated.known(index, DatePart.DATELINE)]
    leads = (placed.span for index in first[:_PRESENT_SENTENCES] for placed in dated.known(index, DatePart.STANDING))
    return next(leads, None) or max(lines, key=lambda span: span.first or date.min, default=None)


def carried(span: DateSpan | None) -> DateSpan | None:
    """A date taken over from another sentence, marked so."""
    if span is None or span.basis is Basis.CARRIED:
        return span
    return replace(span, basis=Basis.CARRIED)


def _window(dated: DatedText, index: int) -> DateSpan | None:
    """The first window that a sentence names; one far in the past is background, never the story's."""
    last_day = dated.written or bounds_of(dated.placed)[0] or date.min
    spans = (placed.span for placed in dated.known(index, DatePart.WINDOW))
    return next((span for span in spans if span.last is not None and last_day - span.last <= NEWS), None)


def _event_day(dated: DatedText, index: int, *, happening: bool) -> DateSpan | None:
    """The first recent day of an event; if asked, one on which something happened ("Sunday's earthquake")."""
    events = [placed for placed in dated.known(index, DatePart.EVENT) if placed.kind not in _LEANING]
    spans = (placed.span for placed in events if not happening or _is_happening(dated, index, placed))
    return next((span for span in spans if is_day(span, dated.written)), None)


def _is_happening(dated: DatedText, index: int, placed: PlacedDate) -> bool:
    """Whether the words of an event stand in the date's own clause."""
    begin, stop = clause_of(dated.text, placed.place, dated.sentences[index])
    return any(word.lower() in _happenings() for word in _WORD.findall(dated.text, begin, stop))


@cache
def _happenings() -> frozenset[str]:
    return frozenset(read_lines("happenings.txt"))


def is_day(span: DateSpan, written: date | None) -> bool:
    """Whether a date is one recent day."""
    if span.first is None or span.first != span.last:
        return False
    return written is None or written - span.first <= _RECENT
