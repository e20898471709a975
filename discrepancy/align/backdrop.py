"""What a comparison knows beside the two claims: how telling a word is, and where a claim stands in its article.

Everything is counted inside the two articles compared, never over the whole run, so that an article on another
subject changes nothing.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log

from discrepancy.lists import lines_of
from discrepancy.model import Claim, Role, dimension

CLAUSE, SENTENCE, BEFORE = 1.0, 0.45, 0.2  # how much a word tells of a figure, by how near to it it stands
_FEW = 0.25  # of the figures of an article
_RANKED = (1, 3, 6, 12)  # figures before one, where a later rank begins
DIGITS = 9  # sums of sets differ in the last digits from one process to another


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands among the figures of its article that have the same measure.

    Attributes:
        first: Whether it is the first of them: an article leads with its main figure.
        largest: Whether none is larger: a whole is larger than its parts.
        figures: How many different figures there are; earlier readings are left out.
    """

    first: bool
    largest: bool
    figures: int


class Between(dict[str, float]):
    """How telling each word is between two articles: the log of one over the share of their sentences that hold it.

    Args:
        sentences: How many sentences the two have.
        counts: How many of each article's sentences hold a word.
    """

    def __init__(self, sentences: int, counts: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
        super().__init__()
        self._sentences, (self._left, self._right) = sentences, counts
        self._totals: dict[frozenset[str], float] = {}
        self._told: dict[str, float] = {}

    def __missing__(self, word: str) -> float:
        seen = self._left.get(word, 0) + self._right.get(word, 0)
        self[word] = weight = log(1 + self._sentences / max(1, seen))
        return weight

    def total(self, words: frozenset[str]) -> float:
        """The sum of the weights of some words."""
        if words not in self._totals:
            self._totals[words] = sum(map(self.__getitem__, words))
        return self._totals[words]

    def told(self, claim: Claim, profile: Mapping[str, float]) -> float:
        """The sum of the weights of the words around a figure, each by how near it stands."""
        if claim.id not in self._told:
            self._told[claim.id] = sum(self[word] * near for word, near in profile.items())
        return self._told[claim.id]


class Backdrop:
    """The articles behind the claims of one run.

    Args:
        claims: All claims of the articles to be compared.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        sentences: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        names: dict[str, set[str]] = defaultdict(set)
        peers: dict[Hashable, list[Claim]] = defaultdict(list)
        self._places: dict[str, set[str]] = defaultdict(set)
        self._ranks: dict[str, int] = {}
        self._figures: Counter[str] = Counter()
        self._windows: Counter[tuple[str, date]] = Counter()
        for claim in sorted(claims, key=lambda claim: claim.start):
            self._ranks[claim.id] = bisect_right(_RANKED, self._figures[claim.article_id])
            self._figures[claim.article_id] += 1
            if claim.dates.window and claim.dates.window.first:
                self._windows[claim.article_id, claim.dates.window.first] += 1
            sentences[claim.article_id][claim.quote_start] = claim.scope.words
            names[claim.article_id] |= claim.scope.named
            peers[_peers(claim)].append(claim)
            self._places[claim.article_id] |= claim.scope.places | claim.scope.setting
        self._names = {article: telling(frozenset(found)) for article, found in names.items()}
        stories = {claim.article_id: claim.scope.story for claim in claims}
        self._story = {article: frozenset(words) for article, words in stories.items()}
        self._sizes = {article: len(rows) for article, rows in sentences.items()}
        self._counts = {
            article: Counter(word for words in rows.values() for word in words) for article, rows in sentences.items()
        }
        self._standing = {claim.id: standing for rows in peers.values() for claim, standing in _standings(rows)}
        self._profiles: dict[str, dict[str, float]] = {}
        self._between: dict[tuple[str, str], Between] = {}
        self._strangers: dict[tuple[str, str], bool] = {}
        self._shared_names: dict[tuple[str, str], int] = {}

    def sentences(self, claim: Claim) -> int:
        """How many sentences with figures the article of a claim has."""
        return self._sizes[claim.article_id]

    def counts(self, claim: Claim) -> Mapping[str, int]:
        """How many of these sentences hold a word."""
        return self._counts[claim.article_id]

    def story(self, claim: Claim) -> frozenset[str]:
        """The words that the article of a claim comes back to."""
        return self._story[claim.article_id]

    def standing(self, claim: Claim) -> Standing:
        """How a claim stands among its peers of the same article."""
        return self._standing[claim.id]

    def rank(self, claim: Claim) -> int:
        """How soon the article of a claim comes to it: 0 for its first figure, up to 4 for the late ones."""
        return self._ranks[claim.id]

    def knows(self, claim: Claim, words: frozenset[str]) -> bool:
        """Whether the article of a claim holds one of some words, in a sentence with a figure or as its subject."""
        article = claim.article_id
        return not (self._story[article].isdisjoint(words) and self._counts[article].keys().isdisjoint(words))

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether the articles of two claims both have names beside their figures, and know none of one another's."""
        pair = _in_order(a, b)
        if pair not in self._strangers:
            left, right = (self._names[article] for article in pair)
            both_named = bool(local(left) and local(right))
            self._strangers[pair] = both_named and not self._common(pair, left, right)
        return self._strangers[pair]

    def shared_names(self, a: Claim, b: Claim) -> int:
        """How many telling names beside figures of one article the other article holds."""
        pair = _in_order(a, b)
        if pair not in self._shared_names:
            left, right = (local(self._names[article]) for article in pair)
            self._shared_names[pair] = len(self._common(pair, left, right))
        return self._shared_names[pair]

    def names_place(self, claim: Claim, places: frozenset[str]) -> bool:
        """Whether a figure of the article of a claim is said of one of some places."""
        return not self._places[claim.article_id].isdisjoint(places)

    def is_of_few(self, claim: Claim) -> bool:
        """Whether the days that a claim covers are stated, and those of few figures of its article."""
        window = claim.dates.window
        if window is None or window.first is None or not window.is_own:
            return False
        return self._windows[claim.article_id, window.first] <= _FEW * self._figures[claim.article_id]

    def overlap(self, a: Claim, b: Claim, left: frozenset[str], right: frozenset[str]) -> float:
        """Dice overlap of two word sets, each word by its weight: 0 for nothing shared, 1 for the same words."""
        shared = left & right
        if not shared:
            return 0.0
        between = self.between(a, b)
        return round(2 * sum(map(between.__getitem__, shared)) / (between.total(left) + between.total(right)), DIGITS)

    def kinship(self, a: Claim, b: Claim) -> float:
        """How far two claims are told in the same words, those near to the figures and the rare ones counting more.

        Returns:
            0 for nothing shared, 1 for the same words at the same places.
        """
        left, right = self._profile(a), self._profile(b)
        between = self.between(a, b)
        shared = sum(between[word] * min(left[word], right[word]) for word in left.keys() & right.keys())
        if not shared:
            return 0.0
        return round(shared / (between.told(a, left) + between.told(b, right) - shared), DIGITS)

    def between(self, a: Claim, b: Claim) -> Between:
        """The weights of words between the articles of two claims."""
        pair = _in_order(a, b)
        if pair not in self._between:
            first, second = pair
            sizes, counts = self._sizes, self._counts
            self._between[pair] = Between(sizes[first] + sizes[second], (counts[first], counts[second]))
        return self._between[pair]

    def _common(self, pair: tuple[str, str], left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
        """The names of each of two articles that the other one has as well, or comes back to."""
        a, b = pair
        return (left & (right | self._story[b])) | (right & self._story[a])

    def _profile(self, claim: Claim) -> dict[str, float]:
        if claim.id not in self._profiles:
            self._profiles[claim.id] = _profile(claim)
        return self._profiles[claim.id]


def _in_order(a: Claim, b: Claim) -> tuple[str, str]:
    """The articles of two claims, whichever is named first."""
    first, second = a.article_id, b.article_id
    return (first, second) if first <= second else (second, first)


def telling(names: frozenset[str]) -> frozenset[str]:
    """The names without the words that stand in many: of "mir bay" only "mir"."""
    return names - _listed("generic_names.txt")


def local(names: frozenset[str]) -> frozenset[str]:
    """The telling names without those of countries: a town is no other place than its country."""
    return telling(names) - _listed("countries.txt")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(lines_of("discrepancy.align", name))


def _peers(claim: Claim) -> Hashable:
    return claim.article_id, claim.measure.key, dimension(claim.quantity.unit)


def _standings(peers: Sequence[Claim]) -> list[tuple[Claim, Standing]]:
    standing = [c for c in peers if c.scope.role is not Role.EARLIER] or list(peers)
    values = {claim.quantity.value for claim in standing}
    first, largest = min(standing, key=lambda c: c.start).id, max(values)
    return [(c, Standing(c.id == first, c.quantity.value >= largest, len(values))) for c in peers]


def _profile(claim: Claim) -> dict[str, float]:
    """The words around a figure, each by how near it stands."""
    scope = claim.scope
    profile = dict.fromkeys(scope.context, BEFORE)
    profile.update(dict.fromkeys(scope.words, SENTENCE))
    profile.update(dict.fromkeys(scope.near, CLAUSE))
    if claim.measure.key:
        profile[claim.measure.key] = CLAUSE
    return profile
