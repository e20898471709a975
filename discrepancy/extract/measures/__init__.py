"""What each figure counts or measures."""

from discrepancy.extract.measures.read import read_measures

__all__ = ["read_measures"]
