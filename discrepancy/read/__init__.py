"""Files and frames → articles."""

from discrepancy.read.files import read_articles
from discrepancy.read.records import articles_from_records

__all__ = ["articles_from_records", "read_articles"]
