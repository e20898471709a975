"""CSV and TSV → articles: one a row, the first row names the columns."""

import csv
import io
from collections.abc import Iterator
from threading import Lock
from typing import Any

from discrepancy.errors import ReadError, ReadWarning
from discrepancy.read.records import read_record
from discrepancy.read.sources import File, Item

_DELIMITERS = ",;\t|"  # a spreadsheet of much of Europe writes semicolons
_FIELD_LIMIT = Lock()  # the limit of the csv module belongs to the whole process
_QUOTES = "check the quotes of that row"
_EXTRA = None  # the name of the cells beyond the header

Row = dict[Any, Any]


def read_table(file: File) -> Iterator[Item]:
    """Read CSV, with commas, semicolons or tabs, or TSV where the name says so.

    Raises:
        ReadError: The file is no text. A broken row is given back as a problem with its number.
    """
    text, remarks = file.decoded()
    yield from remarks
    for at, (line, row) in enumerate(_rows(text, delimiter_of(text, file.path), file.limits.file_bytes), 1):
        if isinstance(row, csv.Error):
            unclosed = "end of data" in str(row)
            problem = (
                "a quote is opened and not closed: the rest of the file is lost" if unclosed else f"not a row: {row}"
            )
            yield ReadError(problem, file.path, line, _QUOTES)
            continue
        if row.pop(_EXTRA, None):
            yield ReadWarning("more cells than the header names: those are left out", file.path, line, _QUOTES)
        yield from read_record(row, file, f"{file.name}-{at}", line)


def delimiter_of(text: str, path: str = "") -> str:
    """What stands between the cells: what the first line holds most of."""
    if path.lower().endswith((".tsv", ".tab")):
        return "\t"
    header = text.lstrip("\n")[:10_000].partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _rows(text: str, delimiter: str, longest: int) -> Iterator[tuple[int, Row | csv.Error]]:
    """The rows below the header, with the lines at which they begin."""
    cells = iter(_cells(text, delimiter, longest))
    header: list[str] = []
    for line, row in cells:
        if isinstance(row, csv.Error) or header:
            yield line, row if isinstance(row, csv.Error) else _named(header, row)
        else:
            header = [name.strip() for name in row]


def _named(header: list[str], row: list[str]) -> Row:
    named: Row = dict(zip(header, row, strict=False))
    return {**named, _EXTRA: row[len(header) :]} if len(row) > len(header) else named


def _cells(text: str, delimiter: str, longest: int) -> list[tuple[int, list[str] | csv.Error]]:
    """The rows that are not blank; the process's own limit of a field is put back."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str] | csv.Error]] = []
    with _FIELD_LIMIT:
        limit = csv.field_size_limit(longest)
        try:
            while True:
                line = reader.line_num + 1
                try:
                    row: list[str] | csv.Error = next(reader)
                except csv.Error as error:
                    row = error
                if row:
                    rows.append((line, row))
        except StopIteration:
            return rows
        finally:
            csv.field_size_limit(limit)
