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
    columns = [column.name for column in columns_of(table)]
    return pandas.DataFrame(list(TABLES[table](report)), columns=pandas.Index(columns))
