"""pandas frames of a report: long, every row, stable column names."""

import pandas

from discrepancy.report.columns import columns_of
from discrepancy.report.report import Report
from discrepancy.report.rows import TABLES


def to_frame(report: Report, table: str) -> pandas.DataFrame:
    """One of the tables "claims", "pairs", "groups" and "articles"; an empty one has its columns too.

    Raises:
        ValueError: There is no such table.
    """
    columns = pandas.Index([column.name for column in columns_of(table)])
    rows = list(TABLES[table](report))
    try:
        return pandas.DataFrame(rows, columns=columns)
    except UnicodeEncodeError:  # half a character: where pyarrow is installed, its strings cannot hold one
        return pandas.DataFrame(rows, columns=columns, dtype=object)
