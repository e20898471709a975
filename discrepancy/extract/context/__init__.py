"""The three dates of a claim, and whether it counts an incident or a total."""

from discrepancy.extract.context.reader import DateReader
from discrepancy.extract.context.run import date_across

__all__ = ["DateReader", "date_across"]
