"""CSV of a report that a spreadsheet opens safely."""

import csv
import io

from discrepancy.escape import cell
from discrepancy.report.columns import columns_of
from discrepancy.report.report import Report
from discrepancy.report.rows import TABLES


def to_csv(report: Report, table: str = "pairs") -> str:
    """Write one of the tables of a report.

    Args:
        report: The report.
        table: "claims", "pairs", "groups" or "articles".

    Returns:
        CSV with a header, beginning with a byte order mark, so that a spreadsheet reads it as UTF-8. Text that would
        start a formula has a quote before it; negative numbers stay numbers.

    Raises:
        ValueError: There is no such table.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in columns_of(table)], lineterminator="\r\n")
    writer.writeheader()
    for row in TABLES[table](report):
        writer.writerow({key: cell(value) for key, value in row.items()})
    return "\ufeff" + out.getvalue()
