"""An engine that joins the words of the articles in DuckDB, out of memory (extra `scale`)."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from discrepancy.engines.local import SerialEngine
from discrepancy.errors import EngineError
from discrepancy.progress import Tell
from discrepancy.spread import Spread, Table

if TYPE_CHECKING:
    from discrepancy.engines.opening import Engine

_FETCHED = 10_000  # rows of the answer in memory at a time


class DuckDBEngine:
    """Finds the articles that meet by a join in DuckDB, which spills to disk what exceeds its memory.

    Args:
        memory: How much memory DuckDB may take ("2GB").
        folder: Where it puts what exceeds that; None is a temporary folder.
        engine: Where everything else is done; None is this process.
    """

    def __init__(
        self, memory: str = "1GB", folder: str | Path | None = None, *, engine: "Engine | None" = None
    ) -> None:
        self._memory, self._folder, self._engine = memory, folder, engine or SerialEngine()

    def open(self, run: str, tell: Tell) -> AbstractContextManager[Spread]:
        """Open the engine for one run; see `Engine`."""
        return self._engine.open(run, tell)

    def database(self, query: str, tables: Mapping[str, Table]) -> Iterator[tuple[Any, ...]]:
        """Answer a query; see `Database`.

        Raises:
            EngineError: DuckDB is not installed, or cannot do it with this memory and folder.
        """
        try:
            import duckdb
        except ImportError as error:
            raise EngineError("this engine needs DuckDB: pip install 'discrepancy[scale]'") from error
        with TemporaryDirectory(prefix="discrepancy-", dir=self._folder) as folder:
            try:
                with duckdb.connect(Path(folder) / "run.duckdb", config={"memory_limit": self._memory}) as connection:
                    connection.execute("SET temp_directory = ?", [folder])
                    for name, table in tables.items():
                        _load(connection, name, table, Path(folder) / f"{name}.csv")
                    answer = connection.execute(query)
                    while rows := answer.fetchmany(_FETCHED):
                        yield from rows
            except duckdb.Error as error:
                raise EngineError(f"DuckDB gave up with {self._memory} of memory in {folder}: {error}") from error


def _load(connection: Any, name: str, table: Table, path: Path) -> None:  # noqa: ANN401 -- of an optional package
    """Fill a table by way of a file, so that its rows are never all in memory."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table.rows)
    columns = ", ".join(f"{column} {kind}" for column, kind in table.columns.items())
    connection.execute(f"CREATE TABLE {name} ({columns})")
    quoted = str(path).replace("'", "''")
    connection.execute(f"COPY {name} FROM '{quoted}' (FORMAT csv, AUTO_DETECT false, HEADER false)")
    path.unlink()
