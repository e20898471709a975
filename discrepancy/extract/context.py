"""The date context of a claim: as of, period, event, and whether it is an incident or a total."""

from discrepancy.extract.text import Sentence
from discrepancy.model import Article, Basis, DateContext, DateSpan, Extent


class DateReader:
    """Reads the dates of one article once, and tells each claim its own."""

    def __init__(self, article: Article, sentences: list[Sentence]) -> None:
        self._article = article
        self._sentences = sentences
        self.taken: list[tuple[int, int]] = []

    def context(self, start: int, end: int) -> tuple[DateContext, Extent]:
        """The dates of the figure at [start, end), and its extent."""
        published = self._article.published
        as_of = DateSpan(published, published, basis=Basis.ASSUMED) if published else None
        return DateContext(published=published, as_of=as_of), Extent.UNKNOWN
