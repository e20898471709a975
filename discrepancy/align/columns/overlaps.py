"""The words that the two claims of a pair share, counted for many pairs together.

It says what `Backdrop.overlap` and `Backdrop.kinship` say of two claims.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from discrepancy.align.backdrop import BEFORE, CLAUSE, DIGITS, SENTENCE, Backdrop
from discrepancy.align.columns.arrays import Numbers, Places, spread
from discrepancy.model import Claim

# the sets of words about a figure, a bit for each
_NEAR, _SENTENCE, _CONTEXT = 1, 2, 4
# and the rings about it, each with those within it: a word of an inner ring counts more
_RINGS = {8: CLAUSE - SENTENCE, 16: SENTENCE - BEFORE, 32: BEFORE}
_LAST = np.iinfo(np.int64).max
_SETS = (_NEAR, _SENTENCE, _CONTEXT, *_RINGS)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The words about some figures, a row for each claim and word, in the order of claims and words.

    Attributes:
        first: Where the rows of each claim begin, and where the last ones end.
        word: The number of the word.
        sets: The sets of the claim's words that hold it.
        seen: How many sentences of the claim's article hold it.
        key: Claim and word in one number, rising; and behind the last row one that is larger than all.
        words: How many different words there are.
    """

    first: Places
    word: Places
    sets: NDArray[np.uint8]
    seen: Places
    key: Places
    words: int


def overlaps_of(
    claims: Sequence[Claim], backdrop: Backdrop, articles: Places, pairs: tuple[Places, Places]
) -> Mapping[str, Numbers]:
    """How far the words of the two claims of each pair are the same.

    Args:
        claims: The claims.
        backdrop: Theirs.
        articles: A number for the article of each claim.
        pairs: The positions of the two claims of each pair.

    Returns:
        A number for each pair, by the name of the part of the question.
    """
    numbers: dict[str, int] = {}
    rows = _rows_of(claims, backdrop, numbers)
    sizes = np.array([backdrop.sentences(claim) for claim in claims], np.int64)
    shared, many = _shared(rows, sizes, pairs)
    whole = _whole(rows, sizes, articles, pairs, _Counts.of(claims, backdrop, articles, numbers))
    told = {
        name: _share(2 * shared[words], whole[words])
        for name, words in (("clause", _NEAR), ("sentence", _SENTENCE), ("context", _CONTEXT))
    }
    kin = _weighed(shared)
    return {**told, "words": _share(kin, _weighed(whole) - kin), "shared": many}


def _rows_of(claims: Sequence[Claim], backdrop: Backdrop, numbers: dict[str, int]) -> _Rows:
    """Lay out the words of some claims, and give a number to each word that has none."""
    claim_of: list[int] = []
    word: list[int] = []
    sets: list[int] = []
    seen: list[int] = []
    for place, claim in enumerate(claims):
        counts, flags = backdrop.counts(claim), _sets_of(claim)
        claim_of += [place] * len(flags)
        word += [numbers.setdefault(name, len(numbers)) for name in flags]
        sets += flags.values()
        seen += [counts.get(name, 0) for name in flags]
    words = max(1, len(numbers))
    key = np.array(claim_of, np.int64) * words + np.array(word, np.int64)
    order = np.argsort(key)
    first = np.searchsorted(key[order], np.arange(len(claims) + 1) * words)
    columns = np.array(word, np.int64)[order], np.array(sets, np.uint8)[order], np.array(seen, np.int64)[order]
    return _Rows(first, *columns, np.append(key[order], _LAST), words)


def _sets_of(claim: Claim) -> dict[str, int]:
    """Of each word about a figure the sets that hold it."""
    scope = claim.scope
    flags = dict.fromkeys(scope.context, _CONTEXT | 32)
    flags.update(dict.fromkeys(scope.words, _SENTENCE | _CONTEXT | 16 | 32))
    for word in scope.near:
        flags[word] = flags.get(word, 0) | _NEAR | 8 | 16 | 32
    if key := claim.measure.key:
        flags[key] = flags.get(key, 0) | 8 | 16 | 32
    return flags


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many sentences of each article hold a word; `key` is article and word in one number, as in `_Rows`."""

    key: Places
    seen: Places
    words: int

    @classmethod
    def of(cls, claims: Sequence[Claim], backdrop: Backdrop, articles: Places, numbers: Mapping[str, int]) -> Self:
        """Count for the articles of some claims the words that have a number."""
        counts = {article: backdrop.counts(claim) for article, claim in zip(articles.tolist(), claims, strict=True)}
        words = max(1, len(numbers))
        key = np.array([article * words + numbers[word] for article, row in counts.items() for word in row], np.int64)
        seen = np.array([many for row in counts.values() for many in row.values()], np.int64)
        order = np.argsort(key)
        return cls(np.append(key[order], _LAST), np.append(seen[order], 0), words)

    def look_up(self, article: Places, word: Places) -> Places:
        """How many sentences of an article hold a word, for each of many."""
        key = article * self.words + word
        at = np.searchsorted(self.key, key)
        return np.where(self.key[at] == key, self.seen[at], 0)


def _shared(rows: _Rows, sizes: Places, pairs: tuple[Places, Places]) -> tuple[dict[int, Numbers], Numbers]:
    """The weights of the words that the claims of each pair share, over each set; how many its sentences share."""
    left, right = pairs
    pair, at = _rows_at(rows, left)
    key = right[pair] * rows.words + rows.word[at]
    there = np.searchsorted(rows.key, key)
    both = rows.key[there] == key
    pair, at, there = pair[both], at[both], there[both]
    weights = _telling(sizes[left[pair]] + sizes[right[pair]], rows.seen[at] + rows.seen[there])
    sets = rows.sets[at] & rows.sets[there]
    many = np.bincount(pair, (sets & _SENTENCE) > 0, len(left)).astype(np.float64)
    return _sums(sets, weights, pair, len(left)), many


def _whole(
    rows: _Rows, sizes: Places, articles: Places, pairs: tuple[Places, Places], counts: _Counts
) -> dict[int, Numbers]:
    """The weights of all words of one claim of each pair and of those of the other, summed over each set."""
    left, right = pairs
    many = len(articles)
    faced = np.concatenate([left * many + articles[right], right * many + articles[left]])
    faced, which = np.unique(faced, return_inverse=True)  # a claim and the article that it faces
    claim, other = np.divmod(faced, many)
    side, at = _rows_at(rows, claim)
    size = np.zeros(many, np.int64)
    size[articles] = sizes
    seen = rows.seen[at] + counts.look_up(other[side], rows.word[at])
    weights = _telling((sizes[claim] + size[other])[side], seen)
    sums = _sums(rows.sets[at], weights, side, len(faced))
    return {words: told[which[: len(left)]] + told[which[len(left) :]] for words, told in sums.items()}


def _rows_at(rows: _Rows, claims: Places) -> tuple[Places, Places]:
    """The rows of some claims one after another: whose they are, by its position among these, and where they stand."""
    return spread(rows.first[claims], rows.first[claims + 1] - rows.first[claims])


def _telling(sentences: Places, seen: Places) -> Numbers:
    """How telling words are that so many of so many sentences hold; see `Between`."""
    return np.log(1 + sentences / np.maximum(1, seen))


def _sums(sets: NDArray[np.uint8], weights: Numbers, whose: Places, many: int) -> dict[int, Numbers]:
    """The weights summed for each of so many, over each of the sets."""
    return {bit: np.bincount(whose, np.where(sets & bit, weights, 0.0), many).astype(np.float64) for bit in _SETS}


def _weighed(sums: Mapping[int, Numbers]) -> Numbers:
    """The sum over the words about a figure where those of an inner ring count more, from the sums over the rings."""
    total: Numbers = np.sum([weight * sums[ring] for ring, weight in _RINGS.items()], axis=0)
    return total


def _share(part: Numbers, whole: Numbers) -> Numbers:
    """A part as a share of a whole; 0 where there is none."""
    shares: Numbers = np.divide(part, whole, out=np.zeros(len(part)), where=part > 0)
    return np.round(shares, DIGITS)
