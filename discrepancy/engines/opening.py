"""What an engine is, and how the `engine=` of a check becomes one."""

from concurrent.futures import Executor
from contextlib import AbstractContextManager
from typing import Protocol, runtime_checkable

from discrepancy.engines.executor import ExecutorEngine
from discrepancy.engines.local import SerialEngine
from discrepancy.progress import Tell
from discrepancy.spread import Database, Spread


@runtime_checkable
class Engine(Protocol):
    """Somewhere to do the parts of a check."""

    def open(self, run: str, tell: Tell) -> AbstractContextManager[Spread]:
        """Open the engine for one run.

        Args:
            run: A name of the run that is the same whenever the same articles are checked with the same settings.
            tell: Is told how far the run is.

        Returns:
            What spreads the parts of each stage, while the context is open.
        """
        ...


@runtime_checkable
class Joining(Protocol):
    """An engine that also joins tables in a database."""

    @property
    def database(self) -> Database:
        """Answers a query."""
        ...


def database_of(engine: Engine) -> Database | None:
    """The database of an engine that has one."""
    return engine.database if isinstance(engine, Joining) else None


def engine_from(given: Engine | Executor | None) -> Engine:
    """The engine that is meant: None is this process, and an executor is wrapped.

    Raises:
        TypeError: It is neither.
    """
    if given is None:
        return SerialEngine()
    if isinstance(given, Engine):
        return given
    if callable(getattr(given, "submit", None)):
        return ExecutorEngine(given)
    raise TypeError(f"{given!r} is no engine: give LocalEngine(workers=2), a concurrent.futures.Executor, or None")
