"""The report as an SQLite file that Datasette opens: typed columns, keys between the tables."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from discrepancy.escape import stored
from discrepancy.report.columns import Column, columns_of
from discrepancy.report.report import Report
from discrepancy.report.rows import TABLES
from discrepancy.report.writing import replacing

_ORDER = ("articles", "groups", "claims", "pairs")  # a table comes after those that it points to
_KEYS = {"articles": "article_id", "groups": "group_id", "claims": "claim_id"}
_LINKS = {
    "claims": {"article_id": "articles", "group_id": "groups"},
    "pairs": {
        "group_id": "groups", "a_id": "claims", "b_id": "claims", "a_article": "articles", "b_article": "articles",
    },
}  # fmt: skip
_TYPES = {"text": "TEXT", "date": "TEXT", "real": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}


def to_sqlite(report: Report, path: str | Path) -> None:
    """Write the tables articles, groups, claims and pairs to an SQLite file; a file of that name is replaced.

    Controls and lone surrogates in texts are written as U+FFFD, one for one, so that the offsets hold.

    Raises:
        OSError: It cannot be written.
    """
    with replacing(path) as part:
        try:
            with closing(sqlite3.connect(part)) as base, base:
                base.execute("PRAGMA foreign_keys = ON")
                for table in _ORDER:
                    _write(base, table, report)
        except sqlite3.Error as error:
            raise OSError(errno.EIO, str(error)) from error


def _write(base: sqlite3.Connection, table: str, report: Report) -> None:
    columns = columns_of(table)
    base.execute(f'CREATE TABLE "{table}" ({", ".join([*map(_typed, columns), *_constraints(table)])})')
    places = ", ".join("?" * len(columns))
    empty = {column.name for column in columns if column.type != "text"} | _LINKS.get(table, {}).keys()
    rows = ([_value(row[c.name], c.name in empty) for c in columns] for row in TABLES[table](report))
    base.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
    for name in _LINKS.get(table, {}):
        base.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')


def _typed(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.type]}'


def _constraints(table: str) -> Iterator[str]:
    if table in _KEYS:
        yield f'PRIMARY KEY ("{_KEYS[table]}")'
    for name, other in _LINKS.get(table, {}).items():
        yield f'FOREIGN KEY ("{name}") REFERENCES "{other}" ("{_KEYS[other]}")'


def _value(value: object, empty_is_null: bool) -> object:
    """A value of a cell; an empty day or key is NULL."""
    return None if value == "" and empty_is_null else stored(value)
