"""Numbers in running text, with the bounds that the words around them set."""

from discrepancy.extract.numbers.find import find_numbers, may_hold_numbers
from discrepancy.extract.numbers.number import Number

__all__ = ["Number", "find_numbers", "may_hold_numbers"]
