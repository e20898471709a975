"""Engines: where the parts of a check are done. In this process, in several, or on several machines.

    check(articles)                                      in this process
    check(articles, engine=LocalEngine(workers=2))       in two processes of this machine
    check(articles, engine=DaskEngine(client, folder))   on the workers of a Dask cluster
    check(articles, engine=executor)                     on any concurrent.futures.Executor
    check(articles, engine=DuckDBEngine("2GB"))          the join of the articles in DuckDB, out of memory

The results are the same everywhere. Work travels as files of one folder; an interrupted run that was given a folder
goes on where it stopped.
"""

from discrepancy.engines.dask import DaskEngine
from discrepancy.engines.duckdb import DuckDBEngine
from discrepancy.engines.executor import ExecutorEngine
from discrepancy.engines.local import LocalEngine, SerialEngine
from discrepancy.engines.opening import Engine, database_of, engine_from

__all__ = [
    "DaskEngine",
    "DuckDBEngine",
    "Engine",
    "ExecutorEngine",
    "LocalEngine",
    "SerialEngine",
    "database_of",
    "engine_from",
]
