"""How far two figures are told in the same words."""

from bisect import bisect_right
from dataclasses import dataclass
from math import nextafter

from discrepancy.align.backdrop import Backdrop
from discrepancy.model import Claim


@dataclass(frozen=True, slots=True)
class Grades:
    """Levels of a number: the edges between them, rising, and their names, one more."""

    edges: tuple[float, ...]
    names: tuple[str, ...]

    def name(self, number: float) -> str:
        """The level of a number; an edge belongs to the level above it."""
        return self.names[bisect_right(self.edges, number)]


OVERLAP = Grades((nextafter(0, 1), 0.25, 0.5), ("nothing", "low", "middle", "high"))
SHARED = Grades((1, 2, 3), ("no word", "one word", "two words", "three words or more"))
_SHARES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
KINSHIP = Grades(_SHARES, (*(f"under {edge:.0%}" for edge in _SHARES), f"{_SHARES[-1]:.0%} or more"))


def clause(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How far the words of the two clauses are the same, rare ones counting more."""
    return OVERLAP.name(backdrop.overlap(a, b, a.scope.near, b.scope.near))


def sentence(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How far the words of the two sentences are the same, rare ones counting more."""
    return OVERLAP.name(backdrop.overlap(a, b, a.scope.words, b.scope.words))


def context(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How far the sentences and those before them hold the same words."""
    left, right = a.scope.words.union(a.scope.context), b.scope.words.union(b.scope.context)
    return OVERLAP.name(backdrop.overlap(a, b, left, right))


def shared(a: Claim, b: Claim, _: Backdrop) -> str:
    """How many words the two sentences share, whatever their length."""
    return SHARED.name(len(a.scope.words & b.scope.words))


def words(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How far the two are told in the same words, those near to the figures counting more."""
    return KINSHIP.name(backdrop.kinship(a, b))
