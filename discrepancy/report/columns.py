"""The columns of every table: one description that rows, files and documentation are held to."""

from dataclasses import dataclass
from functools import cache

from discrepancy.lists import lines_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Its name; stable.
        type: "text", "real", "integer", "boolean" or "date" (a day in ISO form, as text).
        meaning: What it holds, in words.
    """

    name: str
    type: str
    meaning: str


@cache
def tables() -> dict[str, tuple[Column, ...]]:
    """The columns of the tables "groups", "pairs", "claims" and "articles", in their order."""
    lines = [line.split("\t") for line in lines_of("discrepancy.report", "columns.tsv")][1:]
    return {
        name: tuple(Column(*cells) for table, *cells in lines if table == name)
        for name in dict.fromkeys(table for table, *_ in lines)
    }


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table, the same for every report.

    Raises:
        ValueError: There is no such table.
    """
    if table not in tables():
        raise ValueError(f"no table {table!r}; there are {', '.join(tables())}")
    return tables()[table]


def documentation() -> str:
    """The columns as Markdown; `docs/columns.md` holds it."""
    parts = ["# Columns\n\nThe tables of frames, CSV, XLSX and SQLite. The names are stable; empty means unknown.\n"]
    for table, columns in tables().items():
        rows = (f"| `{column.name}` | {column.type} | {column.meaning} |" for column in columns)
        parts.append("\n".join([f"## {table}\n", "| column | type | meaning |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)
