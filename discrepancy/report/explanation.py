"""Explanation: why two claims are compared and stand as they do, as data; drawn by `explain.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum, isinf
from typing import Protocol

from discrepancy.escape import plain
from discrepancy.model import Claim, Pair


class Level(Protocol):
    """The named degree to which one part of two claims agrees, with its weight in log-odds."""

    @property
    def part(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def weight(self) -> float: ...  # noqa: D102


Compare = Callable[[Sequence[Claim], Claim, Claim], Sequence[Level]]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why two claims are compared, and why they stand as they do.

    Attributes:
        label: What the two measure, in words.
        pair: The two claims with verdict, rule and reason.
        levels: The parts of the question compared, each with its level and its match weight; empty where not known.
        missing: What is missing or uncertain, in words.
    """

    label: str
    pair: Pair
    levels: tuple[Level, ...]
    missing: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Explanation of {plain(self.label)}: {self.pair.verdict} ({plain(self.pair.rule)})>"

    def __str__(self) -> str:
        from discrepancy.report.explain import to_text

        return to_text(self)

    def _repr_html_(self) -> str:
        from discrepancy.report.explain import to_tables

        return to_tables(self)

    @property
    def weight(self) -> float:
        """The sum of the match weights; above 0 the parts speak for one question, below 0 against it."""
        return fsum(level.weight for level in self.levels)

    def weighed(self) -> list[tuple[str, str, str]]:
        """Part, level and weight in words, their sum last; nothing where the parts are not known."""
        rows = [(level.part, level.name, _in_words(level.weight)) for level in self.levels]
        return [*rows, ("together", "", _in_words(self.weight))] if rows else []


def _in_words(weight: float) -> str:
    """A match weight with its sign: "+2.5", "−0.8"; a gate decides alone."""
    return "decides alone" if isinf(weight) else f"{weight:+.1f}".replace("-", "−")
