"""How the work of a stage is spread: cut into parts, each done by one function, here or in other processes.

A stage cuts its work the same way wherever it is done, and puts the results together in the order of the parts; so a
result never depends on how many workers there are, or on which of them is done first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

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


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for a database.

    Attributes:
        columns: The names of the columns with their types in SQL.
        rows: As many values a row; read once.
    """

    columns: Mapping[str, str]
    rows: Iterable[tuple[int | str, ...]]


class Database(Protocol):
    """Answers a query over tables that may be larger than memory."""

    def __call__(self, query: str, tables: Mapping[str, Table]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of the answer.

        Args:
            query: One statement of SQL.
            tables: The tables that it names.
        """
        ...
