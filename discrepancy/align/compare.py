"""Comparison of two claims, part by part, by named levels; each with its reason and its match weight.

A part of the question that two claims answer is compared by one small function, which names a level. Some levels are
gates: they decide alone that the two are not the same question. The others add their match weights (log-odds, in the
manner of Fellegi and Sunter), which stand in `weights.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from discrepancy.align import parts
from discrepancy.align.rarity import Rarity
from discrepancy.model import Claim
from discrepancy.settings import OwnPart

GATE = float("-inf")


@dataclass(frozen=True, slots=True)
class Level:
    """The degree to which one part of two claims agrees.

    Attributes:
        part: The part compared ("measure").
        name: The level ("same outcome").
        weight: What it adds, in log-odds; minus infinity for a gate.
    """

    part: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims compare: the levels reached, and their sum."""

    levels: tuple[Level, ...]
    weight: float

    @property
    def gate(self) -> Level | None:
        """The level that decided alone, if one did."""
        return next((level for level in self.levels if level.weight == GATE), None)


class Comparer:
    """Compares pairs of the claims of one run.

    Args:
        claims: All claims of the run; the words of their sentences say how telling a word is.
        own: Parts of the question of the user's own, compared after those of the package.
    """

    def __init__(self, claims: Sequence[Claim], own: Sequence[OwnPart] = ()) -> None:
        self._rarity = Rarity(claims)
        self._own = own

    def compare(self, a: Claim, b: Claim) -> Comparison:
        """Compare two claims.

        Returns:
            The levels of all parts, or of the parts up to the first gate; the order of the two does not matter.
        """
        weights = match_weights()
        levels: list[Level] = []
        total = weights["prior"]["any"]
        for part, function in parts.PARTS.items():
            name = function(a, b, self._rarity)
            if name in parts.GATES.get(part, ()):
                return Comparison((*levels, Level(part, name, GATE)), GATE)
            weight = weights.get(part, {}).get(name, 0.0)
            total += weight
            levels.append(Level(part, name, weight))
        for own in self._own:
            name = own.compare(a, b)
            weight = own.weights.get(name, 0.0)
            levels.append(Level(own.name, name, weight))
            if weight == GATE:
                return Comparison(tuple(levels), GATE)
            total += weight
        return Comparison(tuple(levels), total)


@cache
def match_weights() -> dict[str, dict[str, float]]:
    """The fitted match weights: part, level, log-odds."""
    table: dict[str, dict[str, float]] = json.loads(
        files("discrepancy.align").joinpath("weights.json").read_text(encoding="utf-8")
    )
    return table
