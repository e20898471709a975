"""What each figure counts or measures."""

from discrepancy.extract.measures.read import MeasureReader

__all__ = ["MeasureReader"]
