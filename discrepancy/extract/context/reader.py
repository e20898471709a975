"""The date context of a claim: as of, period, event, and whether it is an incident or a total."""

from dataclasses import replace
from datetime import timedelta

from discrepancy.extract.context.clause import breaks_between, governs, is_compared, is_possessed, is_present
from discrepancy.extract.context.dated import DatedText
from discrepancy.extract.context.extent import is_level, is_rate, is_running
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.story import STALE, carried, read_story, read_title
from discrepancy.extract.dates import Around, find_agreed, find_mentions
from discrepancy.extract.dates.grammar import clock_times
from discrepancy.model import Article, Basis, DateContext, DateSpan, Extent
from discrepancy.sentences import Sentence, sentence_at

_TOLD_SENTENCES = 3
_LEAD = 1
_BREAK_COST, _COMPARED_COST = 60, 10_000
_BESIDE = 25
_EVENT_DAYS = 4
_PAST = timedelta(days=7)


class DateReader:
    """Reads the dates of one article once, and tells each claim its own.

    Args:
        article: The article.
        sentences: Its sentences, in order.
        around: For an undated article: what dated articles of the same story tell of its time.
    """

    def __init__(self, article: Article, sentences: list[Sentence], around: Around | None = None) -> None:
        mentions = find_agreed(article.text, around) if around else find_mentions(article.text, article.published)
        self._text = article.text
        self._published = article.published
        self._sentences = sentences
        self._dated = DatedText(article, sentences, mentions)
        titled = find_agreed(article.title, around) if around else find_mentions(article.title, article.published)
        self._story = read_story(self._dated, read_title(article, titled))
        self.taken = sorted([(m.start, m.end) for m, _ in mentions] + clock_times(article.text))
        stated = [s.first for _, s in mentions if s.first and s.basis is Basis.STATED and s.first == s.last]
        past = {
            d.span.first for i in range(len(sentences)) for d in self._dated.dates_of(i) if d.part is not DatePart.ASIDE
        }
        self._not_before = max((d for d in stated if d in past), default=None) if article.published is None else None

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
        period = own.span if own else self._carried_period(index, start, end)
        as_of = self._as_of(index, own, start, end)
        extent = self._extent(index, start, end, own)
        event = period if period is not None and self._is_day(own, period) else None
        if period is not None and (period.last is None or (own and own.part is DatePart.SINCE)):
            last = as_of.last if as_of and as_of.last and period.first and as_of.last >= period.first else None
            period = replace(period, last=last)
        unresolved = tuple(placed.span for placed in self._dated.dates_of(index) if placed.span.first is None)
        return DateContext(self._published, as_of, period, event, unresolved, self._not_before), extent

    def _cost(self, placed: PlacedDate, start: int, end: int) -> int:
        """How far a date is from a figure: characters, breaks of the clause, and comparisons between them."""
        span = placed.span
        low, high = (span.end, start) if span.end <= start else (end, span.start)
        compared = span.start >= end and is_compared(self._text, end, span.start)
        return high - low + _BREAK_COST * breaks_between(self._text, low, high) + _COMPARED_COST * compared

    def _own_date(self, index: int, start: int, end: int) -> PlacedDate | None:
        """The event, window or start of a window that the figure's own sentence gives it."""
        dates = self._dated.known(index, DatePart.EVENT, DatePart.WINDOW, DatePart.SINCE)
        earlier = (d for d in self._dated.known(index, DatePart.EARLIER) if d.is_coarse)
        dates += [d for d in earlier if self._is_beside(end, d.span.start)]
        best = min(dates, key=lambda placed: self._cost(placed, start, end), default=None)
        return best if best and self._cost(best, start, end) < _COMPARED_COST else None

    def _own_reading(self, index: int, start: int, end: int) -> PlacedDate | None:
        dates = self._dated.known(index, DatePart.STANDING, DatePart.READING, DatePart.TELLING)
        dates += [d for d in self._dated.known(index, DatePart.EARLIER) if self._is_beside(end, d.span.start)]
        return min(dates, key=lambda placed: self._cost(placed, start, end), default=None)

    def _is_day(self, own: PlacedDate | None, period: DateSpan) -> bool:
        """Whether a period is the day (or night, or weekend) of an event, not a window of counting."""
        if own is not None:
            return own.part is DatePart.EVENT
        return period.first is not None and period.last is not None and (period.last - period.first).days < _EVENT_DAYS

    def _is_beside(self, end: int, date_start: int) -> bool:
        """Whether no other figure stands between a figure and a date right after it."""
        return 0 <= date_start - end < _BESIDE and not any(c.isdigit() for c in self._text[end:date_start])

    def _carried_period(self, index: int, start: int, end: int) -> DateSpan | None:
        """A running total opens where the story's window opens; else the sentence before, else the story's day."""
        story, sentence = self._story, self._sentences[index]
        running = is_running(self._text, max(sentence.start, start - 90), min(sentence.end, end + 60))
        if running and (story.since or story.window):
            return carried(story.since or story.window)
        if index > 0 and self._dated.is_same_paragraph(index - 1):
            before = self._dated.known(index - 1, DatePart.EVENT)
            if before:
                return carried(before[-1].span)
        return carried(story.day or story.window)

    def _as_of(self, index: int, own: PlacedDate | None, start: int, end: int) -> DateSpan | None:
        """Stated, or a past window or foreign incident, or the day of telling just before, or publication."""
        reading = self._own_reading(index, start, end)
        if reading is not None and reading.part is not DatePart.TELLING:
            return reading.span
        past = own is not None and own.part is not DatePart.SINCE and self._is_past(own, index, start, end)
        if own is not None and past and (reading is None or own.is_long):
            return own.read_on
        level = self._level_window(index, own, start, end)
        if level is not None and (reading is None or own is not None):
            return level
        if reading is not None:
            return reading.span
        told = self._told_before(index)
        if told is not None:
            return told
        if self._published is not None:
            return DateSpan(self._published, self._published, basis=Basis.ASSUMED)
        return self._story.present

    def _told_before(self, index: int) -> DateSpan | None:
        """The day of telling that holds on from a sentence just before, in its paragraph or from the lead."""
        together = True
        for before in range(index - 1, max(-1, index - 1 - _TOLD_SENTENCES), -1):
            together = together and self._dated.is_same_paragraph(before)
            told = self._dated.known(before, DatePart.TELLING, DatePart.STANDING)
            if told and (together or before <= _LEAD):
                return carried(told[-1].span)
        return None

    def _is_past(self, own: PlacedDate, index: int, start: int, end: int) -> bool:
        """Whether a figure's own date lies apart from the story: then the figure is true as of that date."""
        span, published, sentence = own.span, self._published, self._sentences[index]
        if span.last is None or (self._story.day and span.first == self._story.day.first):
            return False
        if is_possessed(self._text, own.place, start):
            return own.part is DatePart.WINDOW
        if not governs(self._text, own.place, (start, end), sentence.start):
            return False
        if is_present(self._text, start, end, sentence.start, sentence.end):
            return False
        if published is None:
            return True
        if own.part is DatePart.EVENT:
            return span.last < published - _PAST
        return span.last < published - (timedelta() if own.is_long else STALE)

    def _level_window(self, index: int, own: PlacedDate | None, start: int, end: int) -> DateSpan | None:
        """The past month, quarter or year that a level is read for: "the rate slipped to 3.4% in January"."""
        sentence, published = self._sentences[index], self._published
        window = own.span if own and own.part is DatePart.WINDOW else carried(self._story.window) if not own else None
        if window is None or window.last is None or (published is not None and window.last >= published):
            return None
        if not is_level(self._text, sentence.start, start, end):
            return None
        if published is None:
            return window
        if is_present(self._text, start, end, sentence.start, sentence.end):
            return None
        return window

    def _extent(self, index: int, start: int, end: int, own: PlacedDate | None) -> Extent:
        """A rate of a unit of time, a total since a start or so far, a day's incident, a standing level, else unknown.

        The toll of one event counts its day, however often it rises: a total needs a window that is still open.
        """
        text, sentence = self._text, self._sentences[index]
        if is_rate(text, end, min(sentence.end, end + 60)):
            return Extent.RATE
        if own is not None and own.part is DatePart.SINCE:
            return Extent.TOTAL
        running = is_running(text, max(sentence.start, start - 90), min(sentence.end, end + 60))
        if running and (self._story.since or self._story.day is None):
            return Extent.TOTAL
        if own is not None and own.part is DatePart.EVENT and own.span.first == own.span.last:
            return Extent.INCIDENT
        if is_level(text, sentence.start, start, end):
            return Extent.LEVEL
        return Extent.UNKNOWN
