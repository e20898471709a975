"""Files, frames and records → articles."""

from discrepancy.read.files import read_articles
from discrepancy.read.records import articles_from_records
from discrepancy.read.sources import File, Item, Reader

__all__ = ["File", "Item", "Reader", "articles_from_records", "read_articles"]
