"""The date context of a claim: as of, period, event, and whether it is an incident or a total."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta

from discrepancy.extract.context.part import DatePart, PlacedDate, is_compared, place_date
from discrepancy.extract.dates import find_mentions
from discrepancy.extract.dates.grammar import clock_times
from discrepancy.model import Article, Basis, DateContext, DateSpan, Extent
from discrepancy.sentences import Sentence, sentence_at

_TOTAL = re.compile(
    r"\b(?:total|toll|tally|so far|to date|cumulative|altogether|overall|in all|brings?|bringing|brought|takes?|taking|"
    r"raises?|raising|risen|climbed|now stands?|has now|have now|since)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:in all|in total|altogether|so far|to date|total|tally|now|brings?|bringing|since the start)\b", re.IGNORECASE
)
_RATE = re.compile(
    r"\s?(?:[a-z]+\s){0,2}(?:a|per|an|each|every)\s(?:day|week|month|year|hour)\b|\s(?:daily|weekly|monthly|annually)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:rate|ratio|share|level|price|unemployment|joblessness|inflation|turnout|average|stands? at|stood at)\b"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:()–—]|,\s(?!\d{4}\b)|\s(?:and|while|but|whereas|yet|although|when|after|before)\s")
_NEAR_SENTENCES = 4
_TOLD_SENTENCES = 2
_RECENT = timedelta(days=60)
_STALE = timedelta(days=45)
_BREAK_COST, _COMPARED_COST = 60, 10_000
_BESIDE = 25
_EVENT_DAYS = 4


@dataclass(frozen=True, slots=True)
class _Story:
    """What the article as a whole is about in time: figures without a date of their own fall back on it."""

    day: DateSpan | None = None
    window: DateSpan | None = None
    since: DateSpan | None = None


class DateReader:
    """Reads the dates of one article once, and tells each claim its own.

    Args:
        article: The article.
        sentences: Its sentences, in order.
    """

    def __init__(self, article: Article, sentences: list[Sentence]) -> None:
        self._text = article.text
        self._published = article.published
        self._sentences = sentences
        mentions = find_mentions(article.text, article.published)
        self._placed = [place_date(article.text, m, s, self._ahead(s)) for m, s in mentions]
        self._starts = [placed.span.start for placed in self._placed]
        self.taken = sorted([(m.start, m.end) for m, _ in mentions] + clock_times(article.text))
        self._story = self._read_story()
        days = [s.first for _, s in mentions if s.first and s.basis is Basis.STATED and s.first == s.last]
        past = [placed.span.first for placed in self._placed if placed.part is not DatePart.ASIDE]
        self._not_before = max((d for d in days if d in past), default=None) if article.published is None else None

    def context(self, start: int, end: int) -> tuple[DateContext, Extent]:
        """The dates of the figure at [start, end), and its extent.

        Args:
            start: Where the figure starts.
            end: Where it ends, half-open.

        Returns:
            The dates and the extent; "110 deaths since 2 September" is a total, its period open from 2 September to
            the as-of day.
        """
        index = sentence_at(self._sentences, start)
        own = self._own_date(index, start, end)
        reading = self._own_reading(index, start, end)
        running = self._is_running(index, start, end)
        period = own.span if own else self._carried_period(index, running)
        as_of = self._as_of(index, own, reading, start, end)
        extent = self._extent(index, start, end, own)
        event = period if period is not None and self._is_day(own, period) else None
        if period is not None and (period.last is None or (own and own.part is DatePart.SINCE)):
            last = as_of.last if as_of and as_of.last and period.first and as_of.last >= period.first else None
            period = replace(period, last=last)
        unresolved = tuple(placed.span for placed in self._dates_of(index) if placed.span.first is None)
        return DateContext(self._published, as_of, period, event, unresolved, self._not_before), extent

    def _ahead(self, span: DateSpan) -> bool:
        return self._published is not None and span.first is not None and span.first > self._published

    def _dates_of(self, index: int) -> list[PlacedDate]:
        sentence = self._sentences[index]
        low, high = bisect_left(self._starts, sentence.start), bisect_right(self._starts, sentence.end)
        return self._placed[low:high]

    def _known(self, index: int, *parts: DatePart) -> list[PlacedDate]:
        return [placed for placed in self._dates_of(index) if placed.part in parts and placed.span.first is not None]

    def _cost(self, placed: PlacedDate, start: int, end: int) -> int:
        """How far a date is from a figure: characters, breaks of the clause, and comparisons between them."""
        span = placed.span
        low, high = (span.end, start) if span.end <= start else (end, span.start)
        breaks = sum(1 for _ in _BREAK.finditer(self._text, low, high))
        compared = span.start >= end and is_compared(self._text, end, span.start)
        return high - low + _BREAK_COST * breaks + _COMPARED_COST * compared

    def _own_date(self, index: int, start: int, end: int) -> PlacedDate | None:
        """The event, window or start of a window that the figure's own sentence gives it."""
        dates = self._known(index, DatePart.EVENT, DatePart.WINDOW, DatePart.SINCE)
        best = min(dates, key=lambda placed: self._cost(placed, start, end), default=None)
        return best if best and self._cost(best, start, end) < _COMPARED_COST else None

    def _own_reading(self, index: int, start: int, end: int) -> DateSpan | None:
        dates = self._known(index, DatePart.READING, DatePart.TELLING)
        dates += [d for d in self._known(index, DatePart.EARLIER) if self._is_beside(end, d.span.start)]
        best = min(dates, key=lambda placed: self._cost(placed, start, end), default=None)
        return best.span if best else None

    def _is_day(self, own: PlacedDate | None, period: DateSpan) -> bool:
        """Whether a period is the day (or night, or weekend) of an event, not a window of counting."""
        if own is not None:
            return own.part is DatePart.EVENT
        return period.first is not None and period.last is not None and (period.last - period.first).days < _EVENT_DAYS

    def _is_beside(self, end: int, date_start: int) -> bool:
        """Whether no other figure stands between a figure and a date right after it."""
        return 0 <= date_start - end < _BESIDE and not any(c.isdigit() for c in self._text[end:date_start])

    def _is_running(self, index: int, start: int, end: int) -> bool:
        sentence = self._sentences[index]
        low, high = max(sentence.start, start - 90), min(sentence.end, end + 60)
        return _RUNNING.search(self._text, low, high) is not None

    def _carried_period(self, index: int, running: bool) -> DateSpan | None:
        """A running total opens where the story's window opens; else the sentence before, else the story's day."""
        story = self._story
        if running and (story.since or story.window):
            return _carried(story.since or story.window)
        if index > 0 and self._same_paragraph(index - 1):
            before = self._known(index - 1, DatePart.EVENT)
            if before:
                return _carried(before[-1].span)
        return _carried(story.day or story.window)

    def _same_paragraph(self, index: int) -> bool:
        return "\n" not in self._text[self._sentences[index].end : self._sentences[index + 1].start]

    def _as_of(
        self, index: int, own: PlacedDate | None, reading: DateSpan | None, start: int, end: int
    ) -> DateSpan | None:
        """Stated, or a past window or foreign incident, or the day of telling just before, or publication."""
        if reading is not None:
            return reading
        if own is not None and own.part is not DatePart.SINCE and self._is_past(own, start, end):
            return own.span
        told = self._told_before(index)
        if told is not None:
            return told
        if self._published is not None:
            return DateSpan(self._published, self._published, basis=Basis.ASSUMED)
        return None

    def _told_before(self, index: int) -> DateSpan | None:
        """The day of telling that one of the sentences just before names."""
        for before in range(index - 1, max(-1, index - 1 - _TOLD_SENTENCES), -1):
            told = self._known(before, DatePart.TELLING)
            if told:
                return _carried(told[-1].span)
        return None

    def _is_past(self, own: PlacedDate, start: int, end: int) -> bool:
        """Whether a figure's own date lies apart from the story: then the figure is true as of that date."""
        span, published = own.span, self._published
        if published is None:
            return span.basis is Basis.STATED
        if self._cost(own, start, end) >= _BREAK_COST:
            return False
        if span.last is None or (self._story.day and span.first == self._story.day.first):
            return False
        if own.part is DatePart.EVENT:
            return span.last < published - timedelta(days=3)
        level = _LEVEL.search(self._text, max(0, start - 90), start) is not None
        return span.last < published - (timedelta() if level else _STALE)

    def _extent(self, index: int, start: int, end: int, own: PlacedDate | None) -> Extent:
        sentence = self._sentences[index]
        if _RATE.match(self._text, end, min(sentence.end, end + 60)):
            return Extent.RATE
        if own is not None and own.part is DatePart.SINCE:
            return Extent.TOTAL
        if own is not None and own.part is DatePart.EVENT and own.span.first == own.span.last:
            return Extent.INCIDENT
        if _TOTAL.search(self._text, max(sentence.start, start - 60), start):
            return Extent.TOTAL
        return Extent.UNKNOWN

    def _read_story(self) -> _Story:
        """The main event's day and the window that the first sentences name."""
        day = window = since = None
        for index in range(len(self._sentences)):
            early = index < _NEAR_SENTENCES
            if early:
                day = day or self._event_day(index)
                window = window or self._first(index, DatePart.WINDOW)
            since = since or self._first(index, DatePart.SINCE)
        return _Story(day, window, since)

    def _first(self, index: int, part: DatePart) -> DateSpan | None:
        return next((placed.span for placed in self._known(index, part) if self._is_recent(placed.span, part)), None)

    def _is_recent(self, span: DateSpan, part: DatePart) -> bool:
        """A window or reading far in the past is background, never the story's."""
        if self._published is None or part is DatePart.SINCE:
            return True
        return span.last is not None and span.last >= self._published - _STALE

    def _event_day(self, index: int) -> DateSpan | None:
        days = [placed.span for placed in self._known(index, DatePart.EVENT) if _is_day(placed.span, self._published)]
        return days[0] if days else None


def _is_day(span: DateSpan, published: date | None) -> bool:
    if span.first is None or span.first != span.last:
        return False
    return published is None or span.first >= published - _RECENT


def _carried(span: DateSpan | None) -> DateSpan | None:
    return replace(span, basis=Basis.CARRIED) if span else None
