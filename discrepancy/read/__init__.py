"""Files, frames and records → articles."""

from discrepancy.read.files import read_articles
from discrepancy.read.frames import Records, articles_from_records, as_articles
from discrepancy.read.sources import File, Item, Reader

__all__ = ["File", "Item", "Reader", "Records", "articles_from_records", "as_articles", "read_articles"]
