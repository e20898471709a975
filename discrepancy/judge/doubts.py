"""What keeps two figures that exclude each other from being a conflict: the first doubt that holds.

A false alarm costs more than a missed one, so an alarm asks for more than a group: one date, one time, one place, one
measure, and a match of its own.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from discrepancy.judge.case import Case

_ONE_EVENT = "would be a conflict if both were said of one event"
_ONE_PLACE = "would be a conflict if both were said of one place"
_ONE_THING = "would be a conflict if both plainly meant one thing"


class Doubt(NamedTuple):
    """Why it is no conflict, and what would settle it.

    Attributes:
        holds: Whether a case has it.
        words: How the reason goes on: "exclude each other; but a date is in doubt".
        settled: What would make it a conflict.
    """

    holds: Callable[[Case], bool]
    words: str
    settled: str


DOUBTS: Sequence[Doubt] = (
    Doubt(lambda case: case.order.doubtful, "a date is in doubt", "would be settled by a sure date"),
    Doubt(lambda case: case.other_time, "the texts may speak of two times", _ONE_EVENT),
    Doubt(
        lambda case: case.one_part,
        "one of them is marked as a part",
        "would be a conflict if both were said of the whole",
    ),
    Doubt(lambda case: case.other_place, "the texts name two places", _ONE_PLACE),
    Doubt(lambda case: case.lower_of_part, "the lower one is said of a part of the places of the other", _ONE_PLACE),
    Doubt(lambda case: case.unnamed, "neither text names what it counts", _ONE_THING),
    Doubt(lambda case: case.two_measures, "the texts name two measures", _ONE_THING),
    Doubt(lambda case: case.another_one, "one text speaks of another one", _ONE_EVENT),
    Doubt(lambda case: not case.firm, "only the other figures bring the two together", _ONE_THING),
)


def doubt_of(case: Case) -> Doubt | None:
    """The first doubt that a case has, None where it is a plain conflict."""
    return next((doubt for doubt in DOUBTS if doubt.holds(case)), None)
