"""How what two figures count or measure lies to each other, by its name."""

from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.fuzz import QRatio

from discrepancy.align.backdrop import Backdrop
from discrepancy.lists import lines_of
from discrepancy.model import Claim

_CACHE = 1 << 16


def measure(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether both count or measure the same thing ("vessels" and "boats" under one key)."""
    left, right = a.measure, b.measure
    if not left.key or not right.key:
        return "unnamed"
    if left.key == right.key:
        if not (left.text and right.text):
            return "same, taken over"
        return "same outcome" if left.key in _outcomes() else "same"
    told = _names_of_measures(left.key, right.key)
    if told == "another outcome" and not (left.text and right.text):
        # what is taken over from another figure may be taken over wrongly: it parts two claims by its weight only
        return "another outcome, taken over"
    return "named near" if told == "other" and (left.key in b.scope.near or right.key in a.scope.near) else told


@lru_cache(maxsize=_CACHE)
def _names_of_measures(left: str, right: str) -> str:
    """How two measures of different names lie to each other, as far as the names tell."""
    if len({_outcomes().get(left, ""), _outcomes().get(right, "")} - {""}) == 2:
        return "another outcome"
    return "spelled alike" if QRatio(left, right) >= 85 else "other"


@cache
def _outcomes() -> Mapping[str, str]:
    """The outcome that each key names."""
    rows = (line.split() for line in lines_of("discrepancy.align", "outcomes.txt"))
    return {key.replace("_", " "): row[0] for row in rows for key in row}
