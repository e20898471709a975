"""How telling a shared word is: rare words count more than common ones.

Counted inside the two articles compared, never over the whole run, so that an article on another subject changes
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log

from discrepancy.model import Claim


class Rarity:
    """Weights of words for each pair of articles.

    Args:
        claims: All claims of the run.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        sentences: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        for claim in claims:
            sentences[claim.article_id][claim.quote_start] = claim.scope.words
        self._sizes = {article: len(rows) for article, rows in sentences.items()}
        self._counts = {
            article: Counter(word for words in rows.values() for word in words) for article, rows in sentences.items()
        }
        self.weight = lru_cache(maxsize=65536)(self._weight)

    def _weight(self, a: str, b: str, word: str) -> float:
        """Log of one over the share of the two articles' sentences that hold the word; never negative."""
        seen = self._counts[a][word] + self._counts[b][word]
        return log(1 + (self._sizes[a] + self._sizes[b]) / max(1, seen))

    def overlap(self, a: Claim, b: Claim, left: frozenset[str], right: frozenset[str]) -> float:
        """Dice overlap of two word sets, each word by its weight: 0 for nothing shared, 1 for the same words."""
        if not left or not right:
            return 0.0
        first, second = sorted((a.article_id, b.article_id))
        weight = self.weight
        shared = sum(weight(first, second, word) for word in left & right)
        if not shared:
            return 0.0
        return 2 * shared / sum(weight(first, second, word) for words in (left, right) for word in words)
