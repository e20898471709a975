"""Comparison of two claims, part by part, by named levels; each with its reason and its match weight.

A part of the question that two claims answer is compared by one small function, which names a level. Some levels are
gates: they decide alone that the two are not the same question. The others add their match weights (log-odds, in the
manner of Fellegi and Sunter), which stand in `weights.json`. What a level is worth depends on how near the two figures
are: where they are alike, little more is needed; where they are apart, the measure and the words must agree.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.align import figures, parts
from discrepancy.align.backdrop import Backdrop
from discrepancy.lists import text_of
from discrepancy.model import Claim
from discrepancy.settings import OwnPart

GATE = float("-inf")
DIGITS = 6  # of a weight: sums differ in the last digits with the order of the terms


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

    Attributes:
        backdrop: The articles behind the claims.
        own: The user's own parts.
    """

    def __init__(self, claims: Sequence[Claim], own: Sequence[OwnPart] = ()) -> None:
        self.backdrop, self.own = Backdrop(claims), own

    def compare(self, a: Claim, b: Claim) -> Comparison:
        """Compare two claims.

        Returns:
            The levels of all parts, or of the parts up to the first gate; the order of the two does not matter.
        """
        value = figures.value(a, b)
        weights = match_weights()[figures.NEARNESS[value]]
        levels = [_level(weights, "prior", "any"), _level(weights, "value", value)]
        for part, function in parts.PARTS.items():
            name = function(a, b, self.backdrop)
            if name in parts.GATES.get(part, ()):
                return Comparison((*levels, Level(part, name, GATE)), GATE)
            levels.append(_level(weights, part, name))
        levels += [_level({own.name: own.weights}, own.name, own.compare(a, b)) for own in self.own]
        return Comparison(tuple(levels), round(sum(level.weight for level in levels), DIGITS))

    def weight(self, a: Claim, b: Claim) -> float:
        """The weight that `compare` gives, reached without naming the levels."""
        backdrop = self.backdrop
        asked: dict[str, str] = {}
        for part, gates in parts.GATES.items():
            asked[part] = parts.PARTS[part](a, b, backdrop)
            if asked[part] in gates:
                return GATE
        value = figures.value(a, b)
        weights = match_weights()[figures.NEARNESS[value]]
        total = weights["prior"]["any"] + weights["value"].get(value, 0.0)
        for part, function in parts.PARTS.items():
            total += weights[part].get(asked.get(part) or function(a, b, backdrop), 0.0)
        for own in self.own:
            total += own.weights.get(own.compare(a, b), 0.0)
        return round(total, DIGITS)


def _level(weights: Mapping[str, Mapping[str, float]], part: str, name: str) -> Level:
    """A level with its weight; one that no gold story reaches weighs nothing."""
    return Level(part, name, weights.get(part, {}).get(name, 0.0))


@cache
def match_weights() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """The fitted match weights: how near the figures are, part, level, log-odds."""
    table: dict[str, dict[str, dict[str, float]]] = json.loads(text_of("discrepancy.align", "weights.json"))
    return table
