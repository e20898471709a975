"""Blocking: which pairs of claims are worth comparing. It chooses pairs and never scores them.

Articles meet when the words they come back to are shared; claims of two such articles meet when their units are
commensurable and, where things are counted, they share a measure, a word of their sentences, or a value.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from discrepancy.model import Claim, dimension
from discrepancy.settings import Settings

Pair = tuple[int, int]


def candidate_pairs(claims: Sequence[Claim], settings: Settings) -> Iterator[Pair]:
    """Yield the pairs worth comparing, as rising positions in `claims`, each once.

    Args:
        claims: Claims in a fixed order, those of one article side by side.
        settings: `story_words` says how many words two articles must share to meet.
    """
    of_article: dict[str, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        of_article[claim.article_id].append(position)
    keys = [_claim_keys(claim) for claim in claims]
    for article in of_article:
        yield from _meeting(of_article[article], of_article[article], keys)
    for a, b in _article_pairs(claims, of_article, settings):
        yield from _meeting(of_article[a], of_article[b], keys)


def _article_pairs(
    claims: Sequence[Claim], of_article: dict[str, list[int]], settings: Settings
) -> list[tuple[str, str]]:
    """Pairs of articles that share enough of the words they come back to."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for article, positions in of_article.items():
        for word in claims[positions[0]].scope.story:
            by_word[word].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in by_word.values():
        shared.update(combinations(sorted(articles), 2))
    return sorted(pair for pair, count in shared.items() if count >= settings.story_words)


def _claim_keys(claim: Claim) -> frozenset[Hashable]:
    """Things are counted in one unit, so counts must share more than that; a measured unit is telling by itself."""
    unit = dimension(claim.quantity.unit)
    if unit != "count":
        return frozenset({unit})
    keys: set[Hashable] = {(unit, "word", stem) for stem in claim.scope.words}
    keys.add((unit, "measure", claim.measure.key))
    keys.add((unit, "value", claim.quantity.value))
    return frozenset(keys)


def _meeting(left: list[int], right: list[int], keys: Sequence[frozenset[Hashable]]) -> Iterator[Pair]:
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for position in right:
        for key in keys[position]:
            by_key[key].append(position)
    for position in left:
        for other in sorted({p for key in keys[position] for p in by_key.get(key, ())}):
            if position < other:
                yield position, other
