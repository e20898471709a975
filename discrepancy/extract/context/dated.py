"""The dates of one article, each with what it does, by sentence."""

from bisect import bisect_left, bisect_right

from discrepancy.extract.context.part import DatePart, PlacedDate, place_date
from discrepancy.extract.context.windows import join_windows
from discrepancy.extract.dates import Mention
from discrepancy.model import Article, DateSpan
from discrepancy.sentences import Sentence


class DatedText:
    """An article's text, its sentences, and the dates in them.

    Args:
        article: The article.
        sentences: Its sentences, in order.
        mentions: Its dates, in order.
    """

    def __init__(self, article: Article, sentences: list[Sentence], mentions: list[tuple[Mention, DateSpan]]) -> None:
        self.text = article.text
        self.published = article.published
        self.sentences = sentences
        placed = [place_date(self.text, mention, span, self._is_ahead(span)) for mention, span in mentions]
        self._placed = join_windows(self.text, placed)
        self._starts = [placed.span.start for placed in self._placed]

    def dates_of(self, index: int) -> list[PlacedDate]:
        """The dates of a sentence."""
        sentence = self.sentences[index]
        low, high = bisect_left(self._starts, sentence.start), bisect_right(self._starts, sentence.end)
        return self._placed[low:high]

    def known(self, index: int, *parts: DatePart) -> list[PlacedDate]:
        """The dates of a sentence that do one of these things and have their days."""
        return [placed for placed in self.dates_of(index) if placed.part in parts and placed.span.first is not None]

    def is_same_paragraph(self, index: int) -> bool:
        """Whether a sentence and the next stand in one paragraph."""
        return "\n" not in self.text[self.sentences[index].end : self.sentences[index + 1].start]

    def _is_ahead(self, span: DateSpan) -> bool:
        return self.published is not None and span.first is not None and span.first > self.published
