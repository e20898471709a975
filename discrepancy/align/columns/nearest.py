"""The articles nearest to each, by the words they come back to, found for many articles together.

It says what `_Index` in `blocking.articles` says of each.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from discrepancy.align.blocking.nearness import BLOCK, FAR, FOLLOWED, NEAR, NEAREST, REACH, Near, weight_of
from discrepancy.align.columns.arrays import Numbers, Places, spread

_TOGETHER = 1_000  # articles whose neighbours are in memory together, some 400 of each
_BITS = 28  # of a weight; article, neighbour and weight are sorted as one number


def near_in_columns(stories: Mapping[str, frozenset[str]]) -> Iterator[Near]:
    """Each article with those near to it, the nearest first.

    Args:
        stories: The words that each article comes back to, by its id, in the order in which the articles appeared.
    """
    names = list(stories)
    order = np.argsort(sorted(range(len(names)), key=names.__getitem__))
    postings = _Postings(stories)
    for begin in range(0, len(names), _TOGETHER):
        whose, other, weight = postings.reached(begin, min(begin + _TOGETHER, len(names)))
        score = -(weight / postings.norm[other])
        kept = _kept(whose, score, order[other])
        near: dict[int, list[tuple[str, float]]] = {}
        for article, at in zip(whose[kept].tolist(), kept.tolist(), strict=True):
            near.setdefault(article, []).append((names[other[at]], float(-score[at] / postings.norm[article])))
        yield from ((names[article], found) for article, found in near.items())


class _Postings:
    """The articles of each word, in the order of time, and the words of each article, the rarest first."""

    def __init__(self, stories: Mapping[str, frozenset[str]]) -> None:
        numbers: dict[str, int] = {}
        every = [numbers.setdefault(name, len(numbers)) for words in stories.values() for name in words]
        word = np.array(every, np.int64)
        article = np.repeat(np.arange(len(stories)), [len(words) for words in stories.values()])
        self._holding = np.bincount(word, minlength=len(numbers))
        by_word = np.argsort(word, kind="stable")
        self._articles = article[by_word]
        self._begin = np.cumsum(self._holding) - self._holding
        position = np.empty_like(word)
        position[by_word] = np.arange(len(word)) - self._begin[word[by_word]]
        self._weight = _weights(self._holding, len(stories))
        self.norm = np.sqrt(np.bincount(article, self._weight[word], len(stories)))
        names, holding = list(numbers), self._holding.tolist()
        rank = np.argsort(sorted(range(len(names)), key=lambda number: (holding[number], names[number])))
        rarest_first = np.lexsort((rank[word], article)) if len(word) else word
        self._word, self._position = word[rarest_first], position[rarest_first]
        self._first = np.concatenate([[0], np.cumsum(np.bincount(article, minlength=len(stories)))])

    def reached(self, begin: int, end: int) -> tuple[Places, Places, Places]:
        """The articles that some share words with: whose neighbour, which, and what the shared words weigh."""
        rows = slice(self._first[begin], self._first[end])
        whose = np.repeat(np.arange(begin, end), np.diff(self._first[begin : end + 1]))
        word, position = self._word[rows], self._position[rows]
        holding = self._holding[word]
        large = holding > 2 * BLOCK
        low = np.where(large, np.maximum(0, position - BLOCK), 0)
        many = np.where(large, np.minimum(holding, position + BLOCK), holding) - low
        shared = many >= 2
        whose, word, low, many = whose[shared], word[shared], low[shared], many[shared]
        before = np.cumsum(many) - many
        followed = before - before[np.searchsorted(whose, whose)] < FOLLOWED
        whose, word, low, many = whose[followed], word[followed], low[followed], many[followed]
        row, at = spread(self._begin[word] + low, many)
        other, weight = self._articles[at], self._weight[word][row]
        apart = other != whose[row]
        near, other, sums = _summed(whose[row][apart] - begin, other[apart], weight[apart], len(self.norm))
        return near + begin, other, sums


def _weights(holding: Places, many: int) -> Places:
    """What each word weighs, by how many of so many articles hold it."""
    different, which = np.unique(holding, return_inverse=True)
    return np.array([weight_of(n, many) for n in different.tolist()], np.int64)[which]


def _summed(whose: Places, other: Places, weight: Places, many: int) -> tuple[Places, Places, Places]:
    """The weights summed for each two articles, in their order.

    Args:
        whose: Numbers of some `_TOGETHER` articles, so that all three go into one number however many others there are.
        other: Numbers of any.
        weight: Weights of fewer than so many bits.
        many: How many articles there are.
    """
    rows = np.sort((whose * many + other) << _BITS | weight)
    pair = rows >> _BITS
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    sums = np.add.reduceat(rows & ((1 << _BITS) - 1), first) if len(first) else rows
    return (*np.divmod(pair[first], many), sums)


def _kept(whose: Places, score: Numbers, name: Places) -> Places:
    """The places of the scores that are near enough, those of an article by score and name."""
    if not len(whose):
        return whose
    first = np.flatnonzero(np.diff(whose, prepend=-1))
    group = np.cumsum(np.diff(whose, prepend=-1) != 0) - 1
    best = np.flatnonzero(score == np.minimum.reduceat(score, first)[group])
    others = score.copy()
    others[best[np.unique(group[best], return_index=True)[1]]] = 0.0
    second = np.minimum.reduceat(others, first)[group]
    near = np.flatnonzero(score <= FAR * second)
    near = near[np.lexsort((name[near], score[near], group[near]))]
    at = np.arange(len(near)) - np.searchsorted(group[near], group[near])
    kept: Places = near[(at <= REACH) & ((at < NEAREST) | (score[near] <= NEAR * second[near]))]
    return kept
