"""What the columns are made of."""

from collections.abc import Hashable, Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]


def numbered(things: Iterable[Hashable]) -> Places:
    """A number for each thing; equal things have one number.

    >>> numbered(["people", "homes", "people"])
    array([0, 1, 0])
    """
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(thing, len(numbers)) for thing in things], np.int64)


def met(left: Places, right: Places) -> tuple[Places, Places]:
    """Where each two numbers meet for the first time, and at which of these places all do."""
    _, first, which = np.unique(left * (right.max(initial=0) + 1) + right, return_index=True, return_inverse=True)
    return first, which


def spread(first: Places, many: Places) -> tuple[Places, Places]:
    """Rows one after another, so many from each place on: whose each is, and where it stands.

    >>> spread(np.array([10, 20]), np.array([2, 1]))
    (array([0, 0, 1]), array([10, 11, 20]))
    """
    whose = np.repeat(np.arange(len(many)), many)
    return whose, np.arange(len(whose)) + (first - np.cumsum(many) + many)[whose]


def two_best(group: Places, thing: Places, weight: Numbers, none: float) -> tuple[Places, Numbers, Numbers]:
    """Of each group the thing of the greatest weight, that weight, and the greatest of another thing.

    Args:
        group: Numbers of groups from 0, none left out.
        thing: A number for each row.
        weight: Its weight.
        none: The second weight where a group has one thing.
    """
    order = np.lexsort((-weight, group))
    group, thing, weight = group[order], thing[order], weight[order]
    first = np.flatnonzero(np.diff(group, prepend=-1))
    best = thing[first]
    second = np.full(len(first), none)
    others = thing != best[group]
    at = np.flatnonzero(np.diff(group[others], prepend=-1))
    second[group[others][at]] = weight[others][at]
    return best, weight[first], second
