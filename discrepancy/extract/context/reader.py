"""The date context of a claim: as of, period, event, and whether it is an incident or a total."""

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.context.asof import as_of_day
from discrepancy.extract.context.bounds import bounds_of
from discrepancy.extract.context.dated import DatedText
from discrepancy.extract.context.dateline import written_on
from discrepancy.extract.context.extent import extent_of
from discrepancy.extract.context.history import past_before
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.period import carried_period, own_date
from discrepancy.extract.context.story import read_story, read_title
from discrepancy.extract.dates import Around, find_agreed, find_mentions, speaks_ahead
from discrepancy.extract.dates.grammar import clock_times
from discrepancy.extract.passages import Passage
from discrepancy.model import Article, DateContext, DateSpan, Extent

_EVENT_DAYS = 4


class DateReader:
    """Reads the dates of one article once, and tells each claim its own.

    Args:
        article: The article.
        sentences: Its sentences, in order.
        around: For an undated article: what dated articles of the same story tell of its time.

    Attributes:
        taken: The spans of dates and clock times, in order, in which no figure stands. Only the count of a length is one as
            well ("17 years ago": that year, and 17 years): such a date closes nothing.
    """

    def __init__(self, article: Article, sentences: Sequence[Passage], around: Around | None = None) -> None:
        written = written_on(article.text) if article.published is None else None
        around = Around(written, written) if written else around
        mentions = find_agreed(article.text, around) if around else find_mentions(article.text, article.published)
        titled = find_agreed(article.title, around) if around else find_mentions(article.title, article.published)
        self.taken = sorted([span for mention, _ in mentions for span in mention.closed] + clock_times(article.text))
        self._dated = DatedText(article, sentences, mentions, written)
        self._story = read_story(self._dated, read_title(article, titled))
        self._bounds = bounds_of(self._dated.placed) if article.published is None else (None, None)

    def context(self, start: int, end: int) -> tuple[DateContext, Extent]:
        """The dates of the figure at [start, end), and its extent.

        Args:
            start: Where the figure starts.
            end: Where it ends, half-open.

        Returns:
            The dates and the extent; "110 deaths since 2 September" is a total, its period open from 2 September to
            the as-of day.
        """
        dated, story, figure = self._dated, self._story, self._dated.figure(start, end)
        own = own_date(dated, figure) or past_before(dated, story, figure)
        period = own.span if own else carried_period(dated, story, figure)
        if period is not None and period.first is None:
            own = period = None
        as_of = as_of_day(dated, story, figure, own)
        event = period if period is not None and _is_day(own, period) else None
        if period is not None and (period.last is None or (own and own.part is DatePart.SINCE)):
            period = _closed(period, as_of)
        if period is not None and _is_under_way(period, as_of) and not speaks_ahead(dated.text, start):
            period = _closed(period, as_of)
        context = DateContext(
            dated.published,
            as_of,
            period,
            event,
            tuple(placed.span for placed in figure.dates if placed.span.first is None),
            *self._bounds,
        )
        return context, extent_of(dated, story, figure, own)


def _is_day(own: PlacedDate | None, period: DateSpan) -> bool:
    """Whether a period is the day (or night, or weekend) of an event, not a window of counting."""
    if own is not None:
        return own.part is DatePart.EVENT
    return period.first is not None and period.last is not None and (period.last - period.first).days < _EVENT_DAYS


def _is_under_way(period: DateSpan, as_of: DateSpan | None) -> bool:
    """Whether a figure is read within its window ("this year"): it covers the days up to then."""
    first, last = period.first, period.last
    read = as_of.last if as_of else None
    return first is not None and last is not None and read is not None and first <= read < last


def _closed(period: DateSpan, as_of: DateSpan | None) -> DateSpan:
    """An open window ends on the day for which its figure is stated."""
    last = as_of.last if as_of and as_of.last and period.first and as_of.last >= period.first else None
    return replace(period, last=last)
