"""The scope of a claim: part, place, names, definition, and the words around it."""

from discrepancy.extract.text import Sentence
from discrepancy.model import Article, Extent, Measure, Quantity, Scope


class ScopeReader:
    """Reads what one article is about once, and tells each claim its scope."""

    def __init__(self, article: Article, sentences: list[Sentence]) -> None:
        self._article = article
        self._sentences = sentences

    def scope(self, start: int, end: int, measure: Measure, quantity: Quantity, extent: Extent) -> Scope:
        """The scope of the figure at [start, end)."""
        return Scope(extent=extent)
