"""An engine on a Dask cluster, through its executor."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.engines.executor import LOST, ExecutorEngine
from discrepancy.progress import Tell
from discrepancy.spread import Spread

if TYPE_CHECKING:
    from distributed import Client


class DaskEngine:
    """Does the parts on the workers of a Dask cluster; they need this package in the same version.

    Args:
        client: A `dask.distributed.Client`.
        folder: A folder that this machine and every worker see under one path. None is a temporary folder, which
            does for a cluster on this machine.
    """

    def __init__(self, client: "Client", folder: str | Path | None = None) -> None:
        self._client, self._folder = client, folder

    @contextmanager
    def open(self, run: str, tell: Tell) -> Iterator[Spread]:
        """Open the engine for one run; see `Engine`."""
        from distributed import CancelledError
        from distributed.comm import CommClosedError
        from distributed.scheduler import KilledWorker

        lost = (*LOST, KilledWorker, CancelledError, CommClosedError)
        engine = ExecutorEngine(self._client.get_executor(), self._folder, lost=lost)
        with engine.open(run, tell) as spread:
            yield spread
