"""Which articles meet: each with those nearest to it, by the words that both come back to.

A word counts by how few articles share it (the cosine of tf-idf vectors). How near is near enough is told by an
article's own nearest ones, so that articles on another subject change nothing. The rarest words of an article are
followed first, up to a fixed number of articles; where a word is in more articles than a block may hold, an article
meets those that appeared next to it in time. Work grows with the number of articles.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt

from discrepancy.align.blocking.joined import near_by_join
from discrepancy.align.blocking.nearness import ALIKE, BLOCK, FAR, FOLLOWED, NEAR, NEAREST, REACH, Near, weight_of
from discrepancy.spread import Database

MANY = 1_000  # articles from which on the neighbours of many are found together


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of articles that meet, and what was left out because a block was too large, in words."""

    pairs: list[tuple[str, str]]
    cut: tuple[str, ...] = ()


def meeting_articles(stories: Mapping[str, frozenset[str]], shared: int, database: Database | None = None) -> Meetings:
    """Find the pairs of articles whose claims may be about one thing.

    Args:
        stories: The words that each article comes back to, by its id, in the order in which the articles appeared.
        shared: How many words two articles must share to meet.
        database: Where the words are joined; in the memory of this process, if None.

    Returns:
        The pairs, each in the order of the ids, sorted.
    """
    pairs: set[tuple[str, str]] = set()
    cut = 0
    for article, near in near_by_join(stories, database) if database else _in_memory(stories):
        cut += len(near) > REACH and near[REACH][1] >= ALIKE
        for other, _ in near[:REACH]:
            if shared < 2 or len(stories[article] & stories[other]) >= shared:
                pairs.add((article, other) if article < other else (other, article))
    told = f"{cut:,} articles are near to more than {REACH} others, and met the {REACH} nearest"
    return Meetings(sorted(pairs), (told,) if cut else ())


def _in_memory(stories: Mapping[str, frozenset[str]]) -> Iterator[Near]:
    if len(stories) >= MANY:
        from discrepancy.align.columns.nearest import near_in_columns  # numpy takes longer to load than few to find

        return near_in_columns(stories)
    index = _Index(stories)
    return ((article, index.near(article)) for article in stories)


class _Index:
    """The articles of each word, and the words' weights."""

    def __init__(self, stories: Mapping[str, frozenset[str]]) -> None:
        self._stories = stories
        self._articles: dict[str, list[str]] = defaultdict(list)
        self._place: dict[str, int] = {}
        for place, (article, words) in enumerate(stories.items()):
            self._place[article] = place
            for word in words:
                self._articles[word].append(article)
        many = len(stories)
        by_rarity = sorted(self._articles, key=lambda word: (len(self._articles[word]), word))
        self._rank = {word: rank for rank, word in enumerate(by_rarity)}
        self._weight = {word: weight_of(len(rows), many) for word, rows in self._articles.items()}
        self._norm = {a: sqrt(sum(map(self._weight.__getitem__, words))) for a, words in stories.items()}

    def near(self, article: str) -> list[tuple[str, float]]:
        """The articles near to one with their cosines, the nearest first; one more than may be met at most."""
        shared: dict[str, int] = defaultdict(int)
        for word, rows in self._followed(article):
            weight = self._weight[word]
            for other in rows:
                shared[other] += weight
        shared.pop(article, None)
        norm, own = self._norm, self._norm[article]
        scores = [-weight / norm[other] for other, weight in shared.items()]
        best = nsmallest(NEAREST, scores)
        second = best[1] if len(best) > 1 else 0.0
        least = NEAR * second
        cut = min(max([*best[-1:], least]), FAR * second)
        ranked = sorted((score, other) for score, other in zip(scores, shared, strict=True) if score <= cut)[
            : REACH + 1
        ]
        return [(other, -score / own) for at, (score, other) in enumerate(ranked) if at < NEAREST or score <= least]

    def _followed(self, article: str) -> Iterator[tuple[str, Sequence[str]]]:
        """The article's words, the rarest first, with the articles looked at for each."""
        index, left = self._articles, FOLLOWED
        for word in sorted(self._stories[article], key=self._rank.__getitem__):
            rows = index[word]
            if len(rows) > 2 * BLOCK:
                at = bisect_left(rows, self._place[article], key=self._place.__getitem__)
                rows = rows[max(0, at - BLOCK) : at + BLOCK]
            if len(rows) < 2:
                continue
            yield word, rows
            left -= len(rows)
            if left <= 0:
                return
