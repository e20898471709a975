"""The three dates of a claim, and whether it counts an incident or a total."""

from discrepancy.extract.context.reader import DateReader

__all__ = ["DateReader"]
