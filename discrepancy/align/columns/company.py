"""The second look at many pairs together: what `company.companies` says of each, weighed."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from discrepancy.align import figures
from discrepancy.align.columns.arrays import Mask, Numbers, Places, met, numbered, spread, two_best
from discrepancy.align.company import FEATURES, LEAD, NONE, TELLING, WEAK, may_trend, move_of, place_of, setting_of
from discrepancy.align.compare import GATE
from discrepancy.model import Claim

_TOGETHER = 1 << 16  # pairs whose links to third claims are in memory together

Table = Mapping[str, Mapping[str, float]]


def look_again(
    claims: Sequence[Claim], pairs: tuple[Sequence[int], Sequence[int]], first: Sequence[float], table: Table
) -> "array[float]":
    """Weigh pairs again, each in the light of the others.

    Args:
        claims: The claims.
        pairs: The positions of the two claims of each pair.
        first: The match weights of the first look.
        table: What each feature adds (`company_weights`).

    Returns:
        The weights after the second look; those of gates, and of pairs within one article, are as they were.
    """
    left, right, weights = np.array(pairs[0]), np.array(pairs[1]), np.array(first)
    article = numbered(claim.article_id for claim in claims)
    asked = (weights > GATE) & (article[left] != article[right])
    weights[asked] = _Pairs(claims, article, (left[asked], right[asked]), weights[asked]).weigh(table)
    return array("d", weights.tobytes())


class _Pairs:
    """The pairs that are looked at again."""

    def __init__(self, claims: Sequence[Claim], article: Places, pairs: tuple[Places, Places], weight: Numbers) -> None:
        self._claims, self._article, self._weight = claims, article, weight
        self._left, self._right = pairs
        self._words = numbered(claim.scope.words for claim in claims)

    def weigh(self, table: Table) -> Numbers:
        """Their weights."""
        lesser, greater = np.sort(self._leads(), axis=0)
        features = (np.maximum(self._weight, NONE), lesser, greater, lesser > 0, *self._through(), *self._trends())
        settings = list(table)
        row = np.array([settings.index(setting) for setting in self._settings()], np.int64)
        total = np.zeros(len(row))
        for name, feature in zip(FEATURES, features, strict=True):
            total += _column(table, name)[row] * feature
        return _column(table, "start")[row] + total

    def _leads(self) -> Numbers:
        """How far each claim of a pair is ahead of the best other figure of its article, for the other claim."""
        claims, weight = self._claims, np.tile(self._weight, 2)
        value = numbered(claim.quantity.value for claim in claims)
        place = numbered(place_of(claim) for claim in claims)
        claim, partner = np.concatenate([[self._left, self._right], [self._right, self._left]], axis=1)
        _, group = met(claim, place[partner])
        best, weights, others = two_best(group, value[partner], np.maximum(weight, NONE), NONE)
        rival = np.where(value[partner] == best[group], others[group], weights[group])
        return np.clip(weight - rival, -LEAD, LEAD).reshape(2, -1)

    def _through(self) -> Numbers:
        """How well the two best claims of other articles match both; a sentence repeated tells nothing new."""
        linked = self._weight > WEAK
        many = len(self._claims)
        claim = np.concatenate([self._left[linked], self._right[linked]])
        other = np.concatenate([self._right[linked], self._left[linked]])
        order = np.argsort(claim * many + other)
        key = np.append((claim * many + other)[order], many * many)
        other, weight = other[order], np.tile(self._weight[linked], 2)[order]
        first = np.searchsorted(key, np.arange(many + 1) * many)
        found = np.full((2, len(self._left)), WEAK)
        for begin in range(0, len(self._left), _TOGETHER):
            left, right = (side[begin : begin + _TOGETHER] for side in (self._left, self._right))
            pair, at = spread(first[left], first[left + 1] - first[left])
            wanted = right[pair] * many + other[at]
            there = np.searchsorted(key, wanted)
            words = self._words[other[at]]
            both = (key[there] == wanted) & (words != self._words[left[pair]]) & (words != self._words[right[pair]])
            pair, words, through = pair[both], words[both], np.minimum(weight[at[both]], weight[there[both]])
            pairs, group = np.unique(pair, return_inverse=True)
            _, *found[:, begin + pairs] = two_best(group, words, through, WEAK)
        return found

    def _trends(self) -> Numbers:
        """Whether a running count rises in time, and whether it falls."""
        claims = self._claims
        moving = numbered((claim.measure.key, claim.measure.kind, claim.scope.extent) for claim in claims)
        first, which = met(moving[self._left], moving[self._right])
        running = np.array([may_trend(a, b) for a, b in self._claims_at(first)], bool)[which]
        trends = np.zeros((len(self._left), 2))
        trends[running] = [move_of(a, b) for a, b in self._claims_at(np.flatnonzero(running))] or 0.0
        return trends.T

    def _settings(self) -> list[str]:
        """How near the two figures are, and whether a third article tells something of the pair."""
        value = numbered((claim.quantity.unit, claim.quantity.value) for claim in self._claims)
        first, which = met(value[self._left], value[self._right])
        near = [figures.NEARNESS[figures.value(a, b)] for a, b in self._claims_at(first)]
        return [
            setting_of(near[at], peers=peers) for at, peers in zip(which.tolist(), self._peers().tolist(), strict=True)
        ]

    def _peers(self) -> Mask:
        """Whether a third article shares a figure with both articles, and has one of the measure of one claim."""
        article, left, right = self._article, self._left, self._right
        measure = numbered(claim.measure.key for claim in self._claims)
        many = int(measure.max(initial=0)) + 1
        measures: dict[int, set[int]] = defaultdict(set)
        for one, key in zip(article.tolist(), measure.tolist(), strict=True):
            measures[one].add(key)
        telling = (self._weight > TELLING) & (self._words[left] != self._words[right])
        peers: dict[int, set[int]] = defaultdict(set)
        for a, b in zip(article[left[telling]].tolist(), article[right[telling]].tolist(), strict=True):
            peers[a].add(b)
            peers[b].add(a)
        first, which = met(article[left], article[right])
        known: set[int] = set()
        for at, (a, b) in enumerate(zip(article[left[first]].tolist(), article[right[first]].tolist(), strict=True)):
            third = peers[a] & peers[b]
            known.update(at * many + key for other in third for key in measures[other])
        told = np.fromiter(known, np.int64, len(known))
        return np.isin(which * many + measure[left], told) | np.isin(which * many + measure[right], told)

    def _claims_at(self, some: Places) -> Iterator[tuple[Claim, Claim]]:
        claims = self._claims
        places = zip(self._left[some].tolist(), self._right[some].tolist(), strict=True)
        return ((claims[i], claims[j]) for i, j in places)


def _column(table: Table, name: str) -> Numbers:
    """What one of a feature adds, by the setting."""
    return np.array([weights[name] for weights in table.values()])
