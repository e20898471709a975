"""pandas frames of a report: long, every row, stable column names."""

import pandas

from discrepancy.report.report import Report
from discrepancy.report.rows import TABLES, columns_of


def to_frame(report: Report, table: str) -> pandas.DataFrame:
    """One of the tables "claims", "pairs" and "groups"; an empty one has its columns too.

    Raises:
        ValueError: There is no such table.
    """
    columns = columns_of(table)
    return pandas.DataFrame(list(TABLES[table](report)), columns=pandas.Index(columns))
