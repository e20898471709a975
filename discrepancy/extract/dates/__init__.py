"""Dates in running text: found by a small grammar, resolved against the day of publication."""

from discrepancy.extract.dates.find import Around, find_agreed, find_dates, find_mentions
from discrepancy.extract.dates.grammar import Mention
from discrepancy.extract.dates.setting import speaks_ahead
from discrepancy.extract.dates.windows import JOINED

__all__ = ["JOINED", "Around", "Mention", "find_agreed", "find_dates", "find_mentions", "speaks_ahead"]
