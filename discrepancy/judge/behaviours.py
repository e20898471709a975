"""How the figure of a measure may move in time: only up, both ways, or not at all."""

from enum import StrEnum
from functools import cache
from importlib.resources import files

from discrepancy.model import Claim, Extent, Kind


class Behaviour(StrEnum):
    """How a figure may move."""

    RUNNING = "running"  # only rises while it is being counted: the dead, the arrested
    MOVING = "moving"  # may rise and fall: the missing, a price, a rate
    SETTLED = "settled"  # one true value for good: a magnitude, a length


_OF_KIND = {
    Kind.COUNT: Behaviour.RUNNING,
    Kind.AGE: Behaviour.SETTLED,
    Kind.RATIO: Behaviour.SETTLED,
}


def behaviour_of(a: Claim, b: Claim) -> Behaviour:
    """The behaviour of the measure that two claims share.

    The table by measure decides; else a standing level moves, and a count runs.
    """
    for claim in (a, b):
        listed = _table().get(claim.measure.key)
        if listed is not None:
            return listed
    if Extent.LEVEL in (a.scope.extent, b.scope.extent):
        return Behaviour.MOVING
    return _OF_KIND.get(a.measure.kind, Behaviour.MOVING)


@cache
def _table() -> dict[str, Behaviour]:
    lines = files("discrepancy.judge").joinpath("behaviours.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: Behaviour(behaviour) for key, behaviour in rows}
