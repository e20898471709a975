"""How the figure of a measure may move in time: only up, both ways, or not at all."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from discrepancy.errors import SettingsError
from discrepancy.lists import lines_of
from discrepancy.model.claim import Claim, Extent, Kind


class Behaviour(StrEnum):
    """How a figure may move."""

    RUNNING = "running"  # only rises while it is being counted: the dead, the arrested
    MOVING = "moving"  # may rise and fall: the missing, a price, a rate
    SETTLED = "settled"  # one true value for good: a magnitude, a length


_OF_KIND = {
    Kind.AGE: Behaviour.SETTLED,
    Kind.RATIO: Behaviour.SETTLED,
}


def behaviour_of(a: Claim, b: Claim, own: Mapping[str, str]) -> Behaviour:
    """The behaviour of the measure that two claims share.

    The user's own table by measure decides, then that of the package; else a total that is still being counted runs,
    and anything else may move.

    Raises:
        SettingsError: The user's own table names no behaviour.
    """
    for claim in (a, b):
        key = claim.measure.key
        if key in own:
            return _own(key, own[key])
        if key in _table():
            moving = a.measure.kind is Kind.SHARE and _table()[key] is Behaviour.SETTLED  # 83% of the capacity
            return Behaviour.MOVING if moving else _table()[key]
    if a.scope.extent == b.scope.extent == Extent.TOTAL and a.measure.kind is Kind.COUNT:
        return Behaviour.RUNNING
    return _OF_KIND.get(a.measure.kind, Behaviour.MOVING)


def _own(key: str, word: str) -> Behaviour:
    try:
        return Behaviour(word)
    except ValueError:
        raise SettingsError(f"{key!r} cannot be {word!r}; a measure is {', '.join(Behaviour)}") from None


@cache
def _table() -> dict[str, Behaviour]:
    rows = (line.split("\t") for line in lines_of("discrepancy.model", "behaviours.tsv"))
    return {key: Behaviour(behaviour) for key, behaviour in rows}
