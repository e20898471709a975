"""The dates of one article, each with what it does, by sentence; and a figure in its sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from discrepancy.extract.context.part import DatePart, PlacedDate, place_date
from discrepancy.extract.context.windows import counted_back
from discrepancy.extract.dates import Mention, speaks_ahead
from discrepancy.extract.passages import Passage
from discrepancy.model import Article, DateSpan
from discrepancy.sentences import sentence_at

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|million)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\s(?:than|against|compared|(?:up|down)\sfrom)\s|\(")
_HEADED, _HEADING = 8, 60
_LETTER = re.compile(r"[^\W\d_]|\d")
_DIGITS = re.compile(r"\d[\d.,]*")
_REACH = 500
_MOST = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: where it stands, and in which sentence.

    Attributes:
        start: Where it starts.
        end: Where it ends, half-open.
        index: The number of its sentence.
        sentence: Its sentence.
        dates: The few dates of its sentence on either side of it; further ones are other figures'.
    """

    start: int
    end: int
    index: int
    sentence: Passage
    dates: Sequence[PlacedDate]

    def near(self, *parts: DatePart) -> list[PlacedDate]:
        """Those of its dates that do one of these things and have their days."""
        return [placed for placed in self.dates if placed.part in parts and placed.span.first is not None]


class DatedText:
    """An article's text, its sentences, and the dates in them.

    Args:
        article: The article.
        sentences: Its sentences, in order.
        mentions: Its dates, in order.
        written: For an undated article: the day on which its text says that it was written.
    """

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Passage],
        mentions: list[tuple[Mention, DateSpan]],
        written: date | None = None,
    ) -> None:
        self.text = article.text
        self.published = article.published
        self.written = article.published or written
        self.sentences = sentences
        placed = (place_date(self.text, mention, span, self._is_ahead(mention, span)) for mention, span in mentions)
        self.placed = [counted_back(self.text, item) for item in placed]
        self._starts = [placed.span.start for placed in self.placed]
        self._known: dict[int, list[PlacedDate]] = {}
        self._gives: dict[int, bool] = {}

    def figure(self, start: int, end: int) -> Figure:
        """The figure at [start, end); a date that holds it ("17 years ago") says nothing of when it is true."""
        index = sentence_at(self.sentences, start)
        sentence = self.sentences[index]
        if not self._starts:
            return Figure(start, end, index, sentence, ())
        low = bisect_left(self._starts, max(sentence.start, start - _REACH))
        high = bisect_right(self._starts, min(sentence.end, end + _REACH))
        here = bisect_left(self._starts, start)
        near = self.placed[max(low, here - _MOST) : min(high, here + _MOST)]
        around = [placed for placed in near if placed.span.end <= start or end <= placed.span.start]
        return Figure(start, end, index, sentence, around)

    def known(self, index: int, *parts: DatePart) -> list[PlacedDate]:
        """The dates of a sentence that do one of these things, any if none is named, and have their days."""
        if index not in self._known:
            sentence = self.sentences[index]
            low, high = bisect_left(self._starts, sentence.start), bisect_right(self._starts, sentence.end)
            self._known[index] = [placed for placed in self.placed[low:high] if placed.span.first is not None]
        known = self._known[index]
        return [placed for placed in known if placed.part in parts] if parts and known else known

    def is_same_paragraph(self, index: int) -> bool:
        """Whether a sentence and the next stand in one paragraph."""
        return "\n" not in self.text[self.sentences[index].end : self.sentences[index + 1].start]

    def heading(self, index: int) -> DateSpan | None:
        """The day that stands alone before a sentence, as its heading ("Wednesday, 31 January. 47 km are oiled").

        On its own line it heads the lines that follow, up to the next.
        """
        for before in range(index - 1, max(-1, index - 1 - _HEADED), -1):
            sentence = self.sentences[before]
            known = self.known(before)
            alone = len(known) == 1 and sentence.end - sentence.start < _HEADING
            if alone and known[0].is_day and known[0].part is not DatePart.DATELINE:
                start, end = known[0].place
                words = self.text[sentence.start : start] + self.text[end : sentence.end]
                if not _LETTER.search(words):
                    return known[0].span
            if known:
                return None
        return None

    def last_figure(self, index: int) -> Figure | None:
        """The last figure in digits of a sentence before it compares with others, None where it has none."""
        sentence = self.sentences[index]
        end = min(sentence.end, sentence.start + _REACH)
        compared = _COMPARES.search(self.text, sentence.start, end)
        stop = compared.start() if compared else end
        dates = [placed.place for placed in self.known(index)]
        numerals = [m.span() for m in _DIGITS.finditer(self.text, sentence.start, stop)]
        free = [(a, b) for a, b in numerals if not any(start <= a < end for start, end in dates)]
        return self.figure(*free[-1]) if free else None

    def gives_figures(self, index: int) -> bool:
        """Whether a sentence holds a figure beside its dates; "said on Monday that more would come" tells none."""
        if index not in self._gives:
            self._gives[index] = self._has_figure(index)
        return self._gives[index]

    def _has_figure(self, index: int) -> bool:
        sentence = self.sentences[index]
        begin = sentence.start
        for placed in self.known(index):
            if _FIGURE.search(self.text, begin, placed.span.start):
                return True
            begin = placed.span.end
        return _FIGURE.search(self.text, begin, sentence.end) is not None

    def _is_ahead(self, mention: Mention, span: DateSpan) -> bool:
        """Whether a date lies after publication; where that is unknown, whether a future verb says so."""
        if self.written is None:
            return span.first is not None and span.first == span.last and speaks_ahead(self.text, mention.start)
        return span.first is not None and span.first > self.written
