"""How the work of a stage is spread: cut into parts, each done by one function, here or in other processes.

A stage cuts its work the same way wherever it is done, and puts the results together in the order of the parts; so a
result never depends on how many workers there are, or on which of them is done first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

P = TypeVar("P")
R = TypeVar("R")


class Spread(Protocol):
    """Does the parts of a stage, wherever that is."""

    def __call__(self, stage: str, work: Callable[[P], R], parts: Sequence[P]) -> Iterable[R]:
        """Do every part.

        Args:
            stage: What is being done ("reading figures"), for a progress bar.
            work: A function of a module, so that it can be named to another process.
            parts: Its arguments, picklable.

        Returns:
            The results in the order of the parts.
        """
        ...


def here(stage: str, work: Callable[[P], R], parts: Sequence[P]) -> Iterator[R]:
    """Do the parts one after another in this process."""
    return map(work, parts)
