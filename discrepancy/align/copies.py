"""Copies: passages of one origin. Copied wire text is one witness, not two.

Two claims have one origin when their sentences are near-duplicates, or when both credit the figure to the same wire
agency. Candidates meet by a cheap key (the least hashes of the sentence's word triples), so work stays linear.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from rapidfuzz.fuzz import QRatio

from discrepancy.lists import lines_of
from discrepancy.model import Claim

_SKETCH = 4  # hashes kept of a sentence
_WORDS = 8  # shorter sentences ("At least 15 people were killed.") are alike by chance
_ALIKE = 88.0  # QRatio from which two sentences are one passage, with light edits
_NEIGHBOURS = 8


def origins_of(claims: Sequence[Claim]) -> tuple[frozenset[str], ...]:
    """Sort the articles of a group into independent origins.

    Args:
        claims: The claims of one group.

    Returns:
        Sets of article ids, a partition of the group's articles, in a fixed order.
    """
    parent = {claim.article_id: claim.article_id for claim in claims}
    if len(parent) == 1:
        return (frozenset(parent),)

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for a, b in _copies(claims):
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    found: dict[str, set[str]] = defaultdict(set)
    for article in parent:
        found[root(article)].add(article)
    return tuple(frozenset(found[name]) for name in sorted(found))


def _copies(claims: Sequence[Claim]) -> Iterable[tuple[str, str]]:
    """Pairs of articles that carry one passage."""
    by_key: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in _keys(claim):
            by_key[key].append(claim)
    for key, sharing in by_key.items():
        if isinstance(key, str):
            yield from ((sharing[0].article_id, claim.article_id) for claim in sharing[1:])
            continue
        for at, claim in enumerate(sharing):
            for other in sharing[at + 1 : at + 1 + _NEIGHBOURS]:
                if QRatio(claim.quote, other.quote) >= _ALIKE:
                    yield claim.article_id, other.article_id


def _keys(claim: Claim) -> list[object]:
    keys: list[object] = []
    agency = claim.attribution.lower()
    if agency in _agencies():
        keys.append(agency)
    keys += _sketch(claim.quote)
    return keys


@lru_cache(maxsize=4096)
def _sketch(quote: str) -> list[bytes]:
    """The least hashes of a sentence's word triples; none of a short one. Several figures may stand in one sentence."""
    words = quote.lower().split()
    if len(words) < _WORDS:
        return []
    triples = {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}
    return sorted(blake2b(triple.encode("utf-8", "replace"), digest_size=8).digest() for triple in triples)[:_SKETCH]


@cache
def _agencies() -> frozenset[str]:
    return frozenset(lines_of("discrepancy.align", "agencies.txt"))
