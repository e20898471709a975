"""The date context of a claim: as of, period, event, and whether it is an incident or a total."""

import re
from dataclasses import replace

from discrepancy.extract.dates.find import find_mentions
from discrepancy.extract.dates.grammar import Mention, clock_times
from discrepancy.extract.text import Sentence, sentence_at
from discrepancy.model import Article, Basis, DateContext, DateSpan, Extent

_SINCE = re.compile(r"\b(?:since|from|after)\s(?:the\s(?:[\w-]+\s){1,4}(?:on|in)\s)?$", re.IGNORECASE)
_SINCE_FAR = re.compile(r"\bsince\b[^.;,]{0,40}$", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:as of|as at|as on|by|until|up to|till|through)\s(?:the\s)?(?:early\s|late\s|noon\s|midday\s|midnight\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|put|confirmed|raised|lowered|revised|updated|counted|published|released|showed|according)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_SAYING_AFTER = re.compile(
    r"^\s?,?\s(?:\w+\s){0,4}?(?:said|says|told|announced|reported|stated|confirmed|put|became)\b", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\b(?:total|toll|tally|so far|to date|since|cumulative|altogether|overall|in all|brings?|bringing|brought|takes?|taking|raises?|raising|risen|rose|"
    r"climbed|now stands?|passed|have (?:now )?been|has (?:now )?(?:been|killed|led)|to at least|this year)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^\s?(?:[a-z]+\s){0,2}(?:a|per|an|each|every)\s(?:day|week|month|year|hour)\b|^\s(?:daily|weekly|monthly|annually)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:kill|die|dead|death|injur|wound|hurt|struck|strike|hit|crash|explo|attack|bomb|quake|derail|collaps|sank|sink|fire|storm|landfall|raid|arriv|cross|happen|took place)\w*",
    re.IGNORECASE,
)
_COARSE = (
    "month",
    "month_year",
    "year",
    "quarter",
    "rel_quarter",
    "season",
    "unit",
    "fiscal",
    "decade",
    "century",
    "to_date",
    "span",
)
_CLAUSE = re.compile(r"[;:()–—]|,\s(?!\d{4}\b)|\s(?:and|while|but|whereas|against|compared|up from|down from)\s")


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
        self._dates: list[list[tuple[Mention, DateSpan]]] = [[] for _ in sentences]
        mentions = find_mentions(article.text, article.published)
        for mention, span in mentions:
            if sentences:
                self._dates[sentence_at(sentences, mention.start)].append((mention, span))
        self.taken = sorted([(m.start, m.end) for m, _ in mentions] + clock_times(article.text))
        self._story = self._story_day(article)
        stated = [s.first for _, s in mentions if s.first and s.basis is Basis.STATED and s.first == s.last]
        self._not_before = max(stated, default=None) if article.published is None else None

    def context(self, start: int, end: int) -> tuple[DateContext, Extent]:
        """The dates of the figure at [start, end), and its extent.

        Example:
            "110 deaths since 2 September": a total, its period open from 2 September to the as-of day.
        """
        index = sentence_at(self._sentences, start)
        sentence = self._sentences[index]
        left, right = self._text[max(sentence.start, start - 90) : start], self._text[end : min(sentence.end, end + 60)]
        own = self._dates[index]
        since = self._since(own, start, end)
        day = self._event(index, start, end, sentence)
        as_of = self._as_of(own, start, end)
        extent = self._extent(left, right, since, day)
        period = self._period(since, day, as_of, extent)
        unresolved = tuple(span for _, span in own if span.first is None)
        event = day if day and extent is not Extent.TOTAL else None
        return DateContext(self._published, as_of, period, event, unresolved, self._not_before), extent

    def _assumed(self) -> DateSpan | None:
        return DateSpan(self._published, self._published, basis=Basis.ASSUMED) if self._published else None

    def _as_of(self, own: list[tuple[Mention, DateSpan]], start: int, end: int) -> DateSpan | None:
        """Stated ("as of Friday", "on Tuesday the ministry said"), else the publication day."""
        stated = [s for m, s in own if s.first and self._tells_reading(m, start, end)]
        if stated:
            return min(stated, key=lambda s: abs(s.start - start))
        return self._assumed()

    def _tells_reading(self, mention: Mention, start: int, end: int) -> bool:
        text = self._text
        before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 60]
        if _AS_OF.search(before):
            return True
        if mention.kind in _COARSE:
            return False
        return bool(_SAYING.search(before.rstrip()[-40:]) or _SAYING_AFTER.match(after))

    def _since(self, own: list[tuple[Mention, DateSpan]], start: int, end: int) -> DateSpan | None:
        """The start of a window: "since September 2", "in the first quarter", "so far this year"."""
        text = self._text
        for mention, span in sorted(own, key=lambda row: abs(row[0].start - start)):
            before = text[max(0, mention.start - 60) : mention.start]
            if span.first is None:
                continue
            if re.search(r"\bsince\b[^.;,]{0,50}$", before, re.IGNORECASE):
                return replace(span, last=None)
        return None

    def _event(self, index: int, start: int, end: int, sentence: Sentence) -> DateSpan | None:
        """The day or unit in which the counted thing happened: clause, sentence, sentence before, the story."""
        own = [(m, s) for m, s in self._dates[index] if s.first and not self._is_reading(m) and not self._is_since(m)]
        if own:
            return min(own, key=lambda row: self._distance(row[0], start, end))[1]
        if index > 0:
            before = [
                s for m, s in self._dates[index - 1] if s.first and not self._is_reading(m) and not self._is_since(m)
            ]
            if before and self._same_paragraph(index - 1, index):
                return replace(before[-1], basis=Basis.CARRIED)
        return replace(self._story, basis=Basis.CARRIED) if self._story else None

    def _same_paragraph(self, first: int, second: int) -> bool:
        return "\n" not in self._text[self._sentences[first].end : self._sentences[second].start]

    def _distance(self, mention: Mention, start: int, end: int) -> float:
        """Characters between a date and a figure; a clause break between them counts much."""
        low, high = (mention.end, start) if mention.end <= start else (end, mention.start)
        gap = self._text[low:high]
        return len(gap) + 60 * len(_CLAUSE.findall(gap))

    def _is_reading(self, mention: Mention) -> bool:
        return self._tells_reading(mention, mention.start, mention.end)

    def _is_since(self, mention: Mention) -> bool:
        before = self._text[max(0, mention.start - 60) : mention.start]
        return re.search(r"\bsince\b[^.;,]{0,50}$", before, re.IGNORECASE) is not None

    def _extent(self, left: str, right: str, since: DateSpan | None, day: DateSpan | None) -> Extent:
        if _RATE.match(right):
            return Extent.RATE
        if since is not None:
            return Extent.TOTAL
        if day is not None and day.basis is not Basis.CARRIED and day.first == day.last:
            return Extent.INCIDENT
        if _TOTAL.search(left[-60:]):
            return Extent.TOTAL if day is None or day.first != day.last else Extent.UNKNOWN
        return Extent.UNKNOWN

    def _period(
        self, since: DateSpan | None, day: DateSpan | None, as_of: DateSpan | None, extent: Extent
    ) -> DateSpan | None:
        if since is not None and since.first is not None:
            last = as_of.last if as_of and as_of.last and as_of.last >= since.first else None
            return replace(since, last=last)
        return day

    def _story_day(self, article: Article) -> DateSpan | None:
        """The day of the story's main event: the first day named beside a happening, in the first sentences."""
        for index in range(min(4, len(self._sentences))):
            sentence = self._sentences[index]
            if _HAPPENED.search(self._text, sentence.start, sentence.end) is None:
                continue
            for mention, span in self._dates[index]:
                if span.first and span.first == span.last and not self._is_since(mention):
                    return span
        return None
