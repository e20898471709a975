"""The report as a workbook: one sheet a table. Needs the extra `excel`."""

import errno
from datetime import datetime
from pathlib import Path
from typing import Any

from discrepancy.errors import DiscrepancyError, LimitError
from discrepancy.escape import is_formula, sheet_text
from discrepancy.report.columns import columns_of, tables
from discrepancy.report.report import Report
from discrepancy.report.rows import TABLES
from discrepancy.report.writing import replacing

MAX_ROWS = 1_048_576  # of one sheet, the header among them
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
_WIDE = {"quote": 80, "a_quote": 60, "b_quote": 60, "reason": 60, "flip": 40, "text": 60, "title": 40, "url": 40}


def to_xlsx(report: Report, path: str | Path) -> None:
    """Write the tables groups, pairs, claims and articles to a workbook; a file of that name is replaced.

    Text stays text: nothing becomes a formula or a link, and a cell that begins like a formula is marked as text.

    Raises:
        DiscrepancyError: XlsxWriter is not installed.
        LimitError: A table has more rows than a sheet holds.
        OSError: It cannot be written.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise DiscrepancyError("a workbook needs XlsxWriter: pip install 'discrepancy[excel]'") from error
    _reject_more_than_a_sheet_holds(report)
    with replacing(path) as part:
        book = xlsxwriter.Workbook(str(part), _OPTIONS)
        book.set_properties({"created": datetime(2000, 1, 1)})  # the same report is the same file
        head = book.add_format({"bold": True})
        marked = book.add_format({"quote_prefix": True})
        for table in tables():
            _write(book.add_worksheet(table), table, report, head, marked)
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(errno.EIO, str(error)) from error


def _reject_more_than_a_sheet_holds(report: Report) -> None:
    pairs = sum(finding.pair_count for finding in report.findings)
    for table, rows in (("pairs", pairs), ("claims", len(report.claims))):
        if rows >= MAX_ROWS:
            raise LimitError(f"a sheet holds {MAX_ROWS:,} rows, and there are {rows:,} {table}; write sqlite or csv")


def _write(sheet: Any, table: str, report: Report, head: Any, marked: Any) -> None:  # noqa: ANN401 -- untyped package
    names = [column.name for column in columns_of(table)]
    for at, name in enumerate(names):
        sheet.set_column(at, at, _WIDE.get(name, 14))
        sheet.write_string(0, at, name, head)
    sheet.freeze_panes(1, 1)
    number = 0
    for number, row in enumerate(TABLES[table](report), start=1):
        for at, name in enumerate(names):
            _cell(sheet, number, at, row[name], marked)
    sheet.autofilter(0, 0, number, len(names) - 1)


def _cell(sheet: Any, row: int, column: int, value: object, marked: Any) -> None:  # noqa: ANN401 -- untyped package
    if isinstance(value, str):
        text = sheet_text(value)
        if text:
            sheet.write_string(row, column, text, marked if is_formula(text) else None)
    elif value is not None:
        sheet.write(row, column, value)
