"""Weighs many pairs at once, in columns: to each pair the weight that `Comparer.weight` gives it.

A part that sees little of a claim (`views`) is asked once for every two views, and the words that two claims share are
counted for all pairs together (`overlaps`). What is left is asked pair by pair. So every part is written once, for two
claims, and one that is new is only slower.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from discrepancy.align import figures, parts
from discrepancy.align.backdrop import Backdrop
from discrepancy.align.columns.arrays import Mask, Numbers, Places, met, numbered
from discrepancy.align.columns.overlaps import overlaps_of
from discrepancy.align.compare import DIGITS, GATE, Comparer, match_weights
from discrepancy.align.views import SEEN, View, valued
from discrepancy.model import Claim
from discrepancy.settings import OwnPart

_BLOCK = 1 << 16  # pairs in memory together, each with some ten words
_NEARNESSES = tuple(dict.fromkeys(figures.NEARNESS.values()))
_VIEWED = frozenset(part for names in SEEN.values() for part in names)
_ASKED = tuple(name for name in parts.PARTS if name not in _VIEWED | parts.GRADED.keys() | parts.ASKED_OF.keys())


def weigh_columns(comparer: Comparer, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> Sequence[float]:
    """Weigh pairs of claims.

    Args:
        comparer: Knows the claims.
        claims: The claims.
        pairs: Their positions, two and two.

    Returns:
        The match weight of each pair, minus infinity where a gate decides.
    """
    weights = np.full(len(pairs), GATE)
    for begin in range(0, len(pairs), _BLOCK):
        columns = _Columns(claims, comparer.backdrop, np.array(pairs[begin : begin + _BLOCK], np.int64))
        found = columns.weights(comparer.own)
        weights[begin + columns.kept] = found
    weighed: list[float] = weights.tolist()
    return weighed


class _Columns:
    """The pairs that no gate has decided, and what each part adds to them."""

    def __init__(self, claims: Sequence[Claim], backdrop: Backdrop, pairs: Places) -> None:
        self._claims, self._backdrop = claims, backdrop
        self._left, self._right = pairs[:, 0], pairs[:, 1]
        self._articles = numbered(claim.article_id for claim in claims)
        self._measures = numbered(claim.measure.key for claim in claims)
        self._sums = np.zeros((len(pairs), len(_NEARNESSES)))  # by how near the figures are
        self._near = np.zeros(len(pairs), np.int64)
        self.kept = np.arange(len(pairs))

    def weights(self, own: Sequence[OwnPart]) -> Numbers:
        """The weights of the pairs that are left when all parts have been asked."""
        gating = [view for view, names in SEEN.items() if not parts.GATES.keys().isdisjoint(names)]
        for view in gating:
            self._ask_views(view, SEEN[view])
        for name in _ASKED:
            self._ask(name)
        self._ask_values()
        for name, (of, others) in parts.ASKED_OF.items():
            self._ask_some(name, self._alike()[of], others)
        for view in (view for view in SEEN if view not in gating):
            self._ask_views(view, SEEN[view])
        overlaps = overlaps_of(self._claims, self._backdrop, self._articles, (self._left, self._right))
        for name, grades in parts.GRADED.items():
            self._sums += _weights_of(name, grades.names)[np.searchsorted(grades.edges, overlaps[name], side="right")]
        total = self._sums[np.arange(len(self._near)), self._near]
        for part in own:
            total += [part.weights.get(part.compare(a, b), 0.0) for a, b in self._both()]
        return np.round(total, DIGITS)

    def _ask_views(self, view: View, names: Sequence[str]) -> None:
        """Ask some parts of every two views that meet."""
        pairs, which = self._met(view)
        sums = np.zeros((len(pairs), len(_NEARNESSES)))
        for name in names:
            sums += _looked_up(name, [parts.PARTS[name](a, b, self._backdrop) for a, b in pairs])
        self._add(sums[which])

    def _ask(self, name: str) -> None:
        """Ask a part of every pair."""
        function, backdrop = parts.PARTS[name], self._backdrop
        self._add(_looked_up(name, [function(a, b, backdrop) for a, b in self._both()]))

    def _ask_some(self, name: str, some: Mask, others: str) -> None:
        """Ask a part of some pairs; the level of the others is known."""
        function, backdrop = parts.PARTS[name], self._backdrop
        sums = np.repeat(_weights_of(name, [others]), len(some), axis=0)
        sums[some] = _looked_up(name, [function(a, b, backdrop) for a, b in self._both(some)])
        self._add(sums)

    def _ask_values(self) -> None:
        """Ask how near the two figures are, which tells what all else weighs."""
        pairs, which = self._met(valued)
        levels = [figures.value(a, b) for a, b in pairs]
        self._near = np.array([_NEARNESSES.index(figures.NEARNESS[level]) for level in levels], np.int64)[which]
        self._add((_looked_up("prior", ["any"]) + _looked_up("value", levels))[which])

    def _alike(self) -> Mapping[str, Mask]:
        """Which pairs are alike in what makes some parts worth asking."""
        left, right = self._left, self._right
        return {
            "alike": self._near == _NEARNESSES.index("alike"),
            "one article": self._articles[left] == self._articles[right],
            "one measure": self._measures[left] == self._measures[right],
        }

    def _add(self, sums: Numbers) -> None:
        """Add what a part adds to each pair, and leave out those that it decides."""
        self._sums += sums
        kept = self._sums[:, 0] > GATE
        if not kept.all():
            self.kept, self._sums = self.kept[kept], self._sums[kept]
            self._left, self._right, self._near = self._left[kept], self._right[kept], self._near[kept]

    def _met(self, view: View) -> tuple[list[tuple[Claim, Claim]], Places]:
        """A pair of claims for every two views that meet, and which of these stands for each pair."""
        number = numbered(view(claim, self._backdrop) for claim in self._claims)
        left, right = self._left, self._right
        one_article = self._articles[left] == self._articles[right]
        first, which = met(number[left], number[right] * 2 + one_article)
        return list(self._both(first)), which

    def _both(self, some: NDArray[Any] | slice = slice(None)) -> Iterator[tuple[Claim, Claim]]:
        """The two claims of each pair."""
        claims = self._claims
        places = zip(self._left[some].tolist(), self._right[some].tolist(), strict=True)
        return ((claims[i], claims[j]) for i, j in places)


def _looked_up(part: str, levels: Sequence[str]) -> Numbers:
    """What each of some levels of a part adds, a column for each nearness."""
    number = {level: at for at, level in enumerate(dict.fromkeys(levels))}
    return _weights_of(part, tuple(number))[[number[level] for level in levels]]


def _weights_of(part: str, levels: Sequence[str]) -> Numbers:
    """A row for each level of a part; minus infinity where it decides."""
    gates, tables = parts.GATES.get(part, ()), [match_weights()[nearness].get(part, {}) for nearness in _NEARNESSES]
    rows = [[GATE if level in gates else table.get(level, 0.0) for table in tables] for level in levels]
    return np.array(rows).reshape(-1, len(tables))
