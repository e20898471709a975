"""The second look at a pair: what the other pairs say of it.

Two sentences alone often cannot tell whether "37 deaths" and "55 deaths" answer one question. The company of the pair
can: whether each claim is the other's best partner in its article, whether the figure of a third article matches both,
and whether the figure rises with time. (Collective evidence, as record linkage uses it.) The weights stand in
`company.json`, fitted on first looks at stories that had no part in the first weights.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib.resources import files

from discrepancy.align import parts
from discrepancy.align.compare import GATE
from discrepancy.model import Claim, Role, convert
from discrepancy.model.behaviours import Behaviour, behaviour_of

Pair = tuple[int, int]
WEAK = -2.5  # a pair below is no link to a third article
_NONE = -6.0  # the weight of a partner that is not there
_LEAD = 4.0  # a lead over the next partner counts up to here
_TELLING = 1.0  # a pair above shows that two articles share a figure, and so a story
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
        weights = table[self.setting]
        return weights["start"] + sum(weights[name] * n for name, n in zip(FEATURES, self.features, strict=True))


@cache
def company_weights() -> dict[str, dict[str, float]]:
    """The fitted weights: setting, feature, what one of it adds."""
    table: dict[str, dict[str, float]] = json.loads(
        files("discrepancy.align").joinpath("company.json").read_text(encoding="utf-8")
    )
    return table


def second_look(claims: Sequence[Claim], first: Mapping[Pair, float]) -> dict[Pair, float]:
    """Weigh all pairs again, each in the light of the others.

    Args:
        claims: The claims whose positions the pairs name.
        first: Match weights of the first look, minus infinity for a gate.

    Returns:
        The weights after the second look; those of gates, and of pairs within one article, are as they were.
    """
    table = company_weights()
    return {**first, **{pair: company.weight(table) for pair, company in companies(claims, first)}}


def companies(claims: Sequence[Claim], first: Mapping[Pair, float]) -> Iterator[tuple[Pair, Company]]:
    """How every pair of two articles stands among the others; pairs that a gate decides are left out."""
    asked = {
        (i, j): weight
        for (i, j), weight in first.items()
        if weight > GATE and claims[i].article_id != claims[j].article_id
    }
    partners = _Partners(claims, asked)
    for (i, j), weight in asked.items():
        leads = sorted(partners.lead(a, b, weight) for a, b in ((i, j), (j, i)))
        third, fourth = partners.through(i, j)
        features = (max(weight, _NONE), *leads, float(leads[0] > 0), third, fourth, *_trend(claims[i], claims[j]))
        nearness = parts.NEARNESS[parts.value(claims[i], claims[j])]
        yield (i, j), Company(nearness + (" among others" if partners.have_peers(i, j) else " alone"), features)


class _Partners:
    """The partners of each claim in the other articles."""

    def __init__(self, claims: Sequence[Claim], asked: Mapping[Pair, float]) -> None:
        self._claims = claims
        self._best: dict[tuple[int, str, bool], dict[float, float]] = defaultdict(dict)
        self._links: dict[int, dict[int, float]] = defaultdict(dict)
        self._peers: dict[str, set[str]] = defaultdict(set)
        self._measures: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self._measures[claim.article_id].add(claim.measure.key)
        for (i, j), weight in asked.items():
            for a, b in ((i, j), (j, i)):
                best, value = self._best[a, *_place(claims[b])], claims[b].quantity.value
                best[value] = max(weight, best.get(value, _NONE))
                if weight > WEAK:
                    self._links[a][b] = weight
                if weight > _TELLING and claims[a].scope.words != claims[b].scope.words:  # a copy is no witness
                    self._peers[claims[a].article_id].add(claims[b].article_id)

    def have_peers(self, a: int, b: int) -> bool:
        """Whether a third article shares a figure with each of the two articles, and has one of their measure."""
        left, right = self._claims[a], self._claims[b]
        third = self._peers[left.article_id] & self._peers[right.article_id]
        return any(not self._measures[other].isdisjoint((left.measure.key, right.measure.key)) for other in third)

    def lead(self, claim: int, partner: int, weight: float) -> float:
        """How far a partner leads over the best other figure of its article; below 0 if that one is better.

        An earlier reading ("up from 17") and the figure of today are no rivals: both may stand in one group.
        """
        own = self._claims[partner]
        rivals = self._best[claim, *_place(own)].items()
        rival = max((other for value, other in rivals if value != own.quantity.value), default=_NONE)
        return max(-_LEAD, min(_LEAD, weight - rival))

    def through(self, a: int, b: int) -> tuple[float, float]:
        """How well the two best claims of other articles match both; a sentence repeated tells nothing new."""
        here, there = self._links[a], self._links[b]
        told = {self._claims[a].scope.words, self._claims[b].scope.words}
        found: dict[frozenset[str], float] = {}
        for other in here.keys() & there.keys():
            words = self._claims[other].scope.words
            if words not in told:
                found[words] = max(found.get(words, WEAK), min(here[other], there[other]))
        best = nlargest(2, [*found.values(), WEAK, WEAK])
        return best[0], best[1]


def _place(claim: Claim) -> tuple[str, bool]:
    """The article of a claim, and whether it is an earlier reading there."""
    return claim.article_id, claim.scope.role is Role.EARLIER


def _trend(a: Claim, b: Claim) -> tuple[float, float]:
    """Whether a running count rises in time, and whether it falls; half of each where days are not known."""
    left, right = a.dates.as_of, b.dates.as_of
    second = convert(b.quantity, a.quantity.unit)
    if second is None or second.value == a.quantity.value or behaviour_of(a, b, {}) is not Behaviour.RUNNING:
        return 0.0, 0.0
    if not left or not right or not left.first or not right.first:
        return 0.5, 0.5
    move = (right.first - left.first).days * (second.value - a.quantity.value)
    return float(move > 0), float(move < 0)
