"""Engines of one machine: this process alone, or a pool of processes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import TypeVar

from discrepancy.engines.executor import LOST, PartsOnExecutor, run_folder
from discrepancy.progress import Tell, counted
from discrepancy.spread import Spread

P = TypeVar("P")
R = TypeVar("R")


class SerialEngine:
    """Does the parts one after another in this process: no files, no other process."""

    @contextmanager
    def open(self, run: str, tell: Tell) -> Iterator[Spread]:
        """Open the engine for one run; see `Engine`."""
        yield _Here(tell)


@dataclass(frozen=True, slots=True)
class _Here:
    tell: Tell

    def __call__(self, stage: str, work: Callable[[P], R], parts: Sequence[P]) -> Iterator[R]:
        return map(work, counted(parts, stage, self.tell))


class LocalEngine:
    """Does the parts in several processes of this machine.

    The processes are started afresh ("spawn"), as on every system; a script that uses this engine needs the usual
    `if __name__ == "__main__":`.

    Args:
        workers: How many; None is one for each processor.
        folder: Where the parts are kept, so that an interrupted run can go on; None is a temporary folder.
    """

    def __init__(self, workers: int | None = None, folder: str | Path | None = None) -> None:
        if workers is not None and workers < 1:
            raise ValueError(f"workers is {workers}; give 1 or more, or None for one a processor")
        self._workers, self._folder = workers or cpu_count() or 1, folder

    @contextmanager
    def open(self, run: str, tell: Tell) -> Iterator[Spread]:
        """Open the engine for one run; see `Engine`."""
        pool = _Pool(self._workers)
        try:
            with run_folder(self._folder, run) as folder:
                yield PartsOnExecutor(pool.get, folder, tell, LOST)
        finally:
            pool.close()


class _Pool:
    """A pool of processes; a broken one is replaced."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def get(self) -> ProcessPoolExecutor:
        """The pool, started when it is first needed."""
        if self._pool is not None and self._is_broken(self._pool):
            self.close()
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    @staticmethod
    def _is_broken(pool: ProcessPoolExecutor) -> bool:
        try:
            pool.submit(int)
        except BrokenExecutor:
            return True
        return False
