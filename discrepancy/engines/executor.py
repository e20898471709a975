"""An engine on any `concurrent.futures.Executor`: parts travel as paths, lost workers are asked again."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from discrepancy.engines.folder import RunFolder, do, read, write
from discrepancy.errors import EngineError
from discrepancy.progress import Tell
from discrepancy.spread import Spread

P = TypeVar("P")
R = TypeVar("R")

TRIES = 3  # times a part is given to a worker, before its loss is taken for its own fault
LOST: tuple[type[BaseException], ...] = (BrokenExecutor, CancelledError, ConnectionError)


class ExecutorEngine:
    """Does the parts of a check on an executor that the caller keeps.

    Args:
        executor: Any executor: of threads, of processes, of a cluster (`dask.distributed.Client.get_executor()`).
        folder: Where the parts are kept, so that an interrupted run can go on; every worker must see it under this
            path. None is a temporary folder of this machine.
        lost: The exceptions that say that a worker was lost, not that its work is wrong.
    """

    def __init__(
        self,
        executor: Executor,
        folder: str | Path | None = None,
        *,
        lost: tuple[type[BaseException], ...] = LOST,
    ) -> None:
        self._executor, self._folder, self._lost = executor, folder, lost

    @contextmanager
    def open(self, run: str, tell: Tell) -> Iterator[Spread]:
        """Open the engine for one run; see `Engine`."""
        with run_folder(self._folder, run) as folder:
            yield PartsOnExecutor(lambda: self._executor, folder, tell, self._lost)


@contextmanager
def run_folder(folder: str | Path | None, run: str) -> Iterator[RunFolder]:
    """The folder of a run: one that stays, or a temporary one."""
    if folder is not None:
        yield RunFolder(Path(folder).absolute() / run)
        return
    with TemporaryDirectory(prefix="discrepancy-") as temporary:
        yield RunFolder(Path(temporary) / run)


@dataclass(frozen=True, slots=True)
class PartsOnExecutor:
    """A `Spread` over an executor.

    Attributes:
        executor: Gives the executor, a new one where the last was broken.
        folder: The files of the run.
        tell: Is told how far the run is.
        lost: The exceptions that say that a worker was lost.
    """

    executor: Callable[[], Executor]
    folder: RunFolder
    tell: Tell
    lost: tuple[type[BaseException], ...]

    def __call__(self, stage: str, work: Callable[[P], R], parts: Sequence[P]) -> Iterator[R]:
        """Do the parts that have no result yet; yield the results of all."""
        missing = [n for n in range(len(parts)) if not self.folder.result(stage, n).exists()]
        for number in missing:
            write(self.folder.part(stage, number), parts[number])
        for _ in range(TRIES):
            missing = self._try(stage, work, missing, len(parts))
            if not missing:
                break
        if missing:
            names = ", ".join(str(self.folder.part(stage, n)) for n in missing[:3])
            raise EngineError(
                f"{len(missing)} of {len(parts)} parts of the stage {stage!r} lost their worker {TRIES} times "
                f"({names}); look for a want of memory, or do these with check(…) in one process"
            )
        for number in range(len(parts)):
            yield read(self.folder.result(stage, number))

    def _try(self, stage: str, work: Callable[[P], R], numbers: Sequence[int], total: int) -> list[int]:
        """Do some of so many parts; return those whose worker was lost."""
        lost: list[int] = []
        done = total - len(numbers)
        self.tell(stage, done, total)
        futures: dict[Future[None], int] = {}
        for number in numbers:
            part, result = self.folder.part(stage, number), self.folder.result(stage, number)
            try:
                futures[self.executor().submit(do, work, str(part), str(result))] = number
            except self.lost:
                lost.append(number)
        for future in as_completed(futures):
            try:
                future.result()
            except self.lost:
                lost.append(futures[future])
            else:
                done += 1
                self.tell(stage, done, total)
        return sorted(lost)
