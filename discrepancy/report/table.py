"""CSV of a report."""

import csv
import io

from discrepancy.report.escape import cell
from discrepancy.report.report import Report
from discrepancy.report.rows import pair_row

_COLUMNS = (
    "group_id", "label", "verdict", "rule", "reason", "flip", "a_id", "a_article", "a_source", "a_figure", "a_as_of",
    "a_quote", "b_id", "b_article", "b_source", "b_figure", "b_as_of", "b_quote",
)  # fmt: skip


def to_csv(report: Report) -> str:
    """One line a pair; cells that would start a formula are quoted.

    Returns:
        CSV with a header, beginning with a byte order mark, so that a spreadsheet reads it as UTF-8.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for finding in report.findings:
        for pair in finding.pairs():
            row = pair_row(pair, finding.group.id, finding.group.label)
            writer.writerow({key: cell(value) for key, value in row.items()})
    return "\ufeff" + out.getvalue()
