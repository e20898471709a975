"""The second look at a pair: what the other pairs say of it.

Two sentences alone often cannot tell whether "37 deaths" and "55 deaths" answer one question. The company of the pair
can: whether each claim is the other's best partner in its article, whether the figure of a third article matches both,
and whether the figure rises with time. (Collective evidence, as record linkage uses it.) The weights stand in
`company.json`, fitted on first looks at stories that had no part in the first weights.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import nlargest
from operator import itemgetter, mul

from discrepancy.align import figures
from discrepancy.align.compare import GATE
from discrepancy.align.weighing import MANY, Weighed
from discrepancy.lists import text_of
from discrepancy.model import Claim, Role, convert
from discrepancy.model.behaviours import Behaviour, behaviour_of

Pair = tuple[int, int]
WEAK = -2.5  # a pair below is no link to a third article
NONE = -6.0  # the weight of a partner that is not there
LEAD = 4.0  # a lead over the next partner counts up to here
TELLING = 1.0  # a pair above shows that two articles share a figure, and so a story
FEATURES = (
    "first look",
    "lesser lead",
    "greater lead",
    "best partners",
    "third article",
    "fourth article",
    "rises",
    "falls",
)
_in_order = itemgetter(*FEATURES)


@dataclass(frozen=True, slots=True)
class Company:
    """How a pair stands among the others.

    Attributes:
        setting: How near the two figures are ("alike", "near" or "apart"), and whether a third article shares figures
            with both articles and has figures of their measure, so that it tells something of the pair whether they
            match or not: "alike among others", "apart alone".
        features: A number for each of `FEATURES`.
    """

    setting: str
    features: tuple[float, ...]

    @property
    def name(self) -> str:
        """The state in words: "each the other's best partner, a third article agrees"."""
        lesser, greater, third = self.features[1], self.features[2], self.features[4]
        partners = "each the other's" if lesser > 0 else "one the other's" if greater > 0 else "neither the other's"
        return f"{partners} best partner" + (", and a third article matches both" if third > 0 else "")

    def weight(self, table: Mapping[str, Mapping[str, float]]) -> float:
        """The match weight after the second look, under a table of what each feature adds (`company_weights`)."""
        row = table[self.setting]
        weights: tuple[float, ...] = _in_order(row)
        total: float = row["start"] + sum(map(mul, weights, self.features))
        return total


@cache
def company_weights() -> dict[str, dict[str, float]]:
    """The fitted weights: setting, feature, what one of it adds."""
    table: dict[str, dict[str, float]] = json.loads(text_of("discrepancy.align", "company.json"))
    return table


def second_look(claims: Sequence[Claim], first: Weighed) -> Weighed:
    """Weigh all pairs again, each in the light of the others.

    Args:
        claims: The claims whose positions the pairs name.
        first: Match weights of the first look, minus infinity for a gate.

    Returns:
        The weights after the second look; those of gates, and of pairs within one article, are as they were.
    """
    table = company_weights()
    if len(first) >= MANY:
        from discrepancy.align.columns.company import look_again  # as in `weights_of`

        return replace(first, weights=look_again(claims, (first.left, first.right), first.weights, table))
    weights = dict(first.pairs())
    weights.update((pair, company.weight(table)) for pair, company in companies(claims, dict(weights)))
    return replace(first, weights=array("d", weights.values()))


def companies(claims: Sequence[Claim], first: Mapping[Pair, float]) -> Iterator[tuple[Pair, Company]]:
    """How every pair of two articles stands among the others; pairs that a gate decides are left out."""
    asked = {
        (i, j): weight
        for (i, j), weight in first.items()
        if weight > GATE and claims[i].article_id != claims[j].article_id
    }
    partners = _Partners(claims, asked)
    for (i, j), weight in asked.items():
        lesser, greater = partners.leads(i, j, weight)
        third, fourth = partners.through(i, j)
        best = float(lesser > 0)
        a, b = claims[i], claims[j]
        features = (max(weight, NONE), lesser, greater, best, third, fourth, *trend_of(a, b))
        setting = setting_of(figures.NEARNESS[figures.value(a, b)], peers=partners.have_peers(a, b))
        yield (i, j), Company(setting, features)


class _Partners:
    """The partners of each claim in the other articles."""

    def __init__(self, claims: Sequence[Claim], asked: Mapping[Pair, float]) -> None:
        numbers: dict[tuple[str, bool], int] = {}
        self._places = [numbers.setdefault(place_of(claim), len(numbers)) for claim in claims]
        self._values = [claim.quantity.value for claim in claims]
        self._words = [claim.scope.words for claim in claims]
        self._best: dict[Pair, dict[float, float]] = defaultdict(dict)  # claim and place: value, weight
        self._links: dict[int, dict[int, float]] = defaultdict(dict)
        self._peers: dict[str, set[str]] = defaultdict(set)
        self._measures: dict[str, set[str]] = defaultdict(set)
        self._shared: dict[tuple[str, str], set[str]] = {}
        for claim in claims:
            self._measures[claim.article_id].add(claim.measure.key)
        for (i, j), weight in asked.items():
            self._meet(i, j, weight)
            self._meet(j, i, weight)
            if weight > TELLING and self._words[i] != self._words[j]:  # a copy is no witness
                left, right = claims[i].article_id, claims[j].article_id
                self._peers[left].add(right)
                self._peers[right].add(left)
        self._rivals = {meeting: _two_best(found) for meeting, found in self._best.items()}

    def _meet(self, claim: int, other: int, weight: float) -> None:
        best, value = self._best[claim, self._places[other]], self._values[other]
        best[value] = max(weight, best.get(value, NONE))
        if weight > WEAK:
            self._links[claim][other] = weight

    def have_peers(self, a: Claim, b: Claim) -> bool:
        """Whether a third article shares a figure with each of the two articles, and has one of their measure."""
        pair = a.article_id, b.article_id
        known = self._shared.get(pair)
        if known is None:
            third = self._peers[a.article_id] & self._peers[b.article_id]
            known = self._shared[pair] = set().union(*map(self._measures.__getitem__, third))
        return a.measure.key in known or b.measure.key in known

    def leads(self, a: int, b: int, weight: float) -> tuple[float, float]:
        """How far each is ahead of the best other figure of its article, for the other; the lesser lead first.

        It is below 0 if that one is better. An earlier reading ("up from 17") and the figure of today are no rivals:
        both may stand in one group.
        """
        first, second = self._lead(a, b, weight), self._lead(b, a, weight)
        return (first, second) if first <= second else (second, first)

    def _lead(self, claim: int, partner: int, weight: float) -> float:
        value, best, next_best = self._rivals[claim, self._places[partner]]
        lead = weight - (next_best if value == self._values[partner] else best)
        return max(-LEAD, min(LEAD, lead))

    def through(self, a: int, b: int) -> tuple[float, float]:
        """How well the two best claims of other articles match both; a sentence repeated tells nothing new."""
        here, there = self._links.get(a), self._links.get(b)
        if not here or not there or here.keys().isdisjoint(there):
            return WEAK, WEAK
        words = self._words
        told = words[a], words[b]
        found: dict[frozenset[str], float] = {}
        for other in here.keys() & there.keys():
            if words[other] not in told:
                found[words[other]] = max(found.get(words[other], WEAK), min(here[other], there[other]))
        best, second, *_ = sorted((*found.values(), WEAK, WEAK), reverse=True)
        return best, second


def _two_best(found: Mapping[float, float]) -> tuple[float, float, float]:
    """The value of the greatest weight, that weight, and the greatest of another value."""
    if len(found) == 1:
        ((value, best),) = found.items()
        return value, best, NONE
    (value, best), (_, second) = nlargest(2, found.items(), key=itemgetter(1))
    return value, best, second


def place_of(claim: Claim) -> tuple[str, bool]:
    """The article of a claim, and whether it is an earlier reading there."""
    return claim.article_id, claim.scope.role is Role.EARLIER


def setting_of(nearness: str, *, peers: bool) -> str:
    """The setting of a pair (`Company`)."""
    return f"{nearness} among others" if peers else f"{nearness} alone"


def may_trend(a: Claim, b: Claim) -> bool:
    """Whether two figures are of a count that only rises while it is being counted."""
    return behaviour_of(a, b, {}) is Behaviour.RUNNING


def trend_of(a: Claim, b: Claim) -> tuple[float, float]:
    """Whether a running count rises in time, and whether it falls; half of each where days are not known."""
    return move_of(a, b) if may_trend(a, b) else (0.0, 0.0)


def move_of(a: Claim, b: Claim) -> tuple[float, float]:
    """Whether a figure is higher at the later day, and whether it is lower; half of each where days are not known."""
    second = convert(b.quantity, a.quantity.unit)
    if second is None or second.value == a.quantity.value:
        return 0.0, 0.0
    left, right = a.dates.as_of, b.dates.as_of
    if not left or not right or not left.first or not right.first:
        return 0.5, 0.5
    move = (right.first - left.first).days * (second.value - a.quantity.value)
    return float(move > 0), float(move < 0)
