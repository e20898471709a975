"""Number: a figure of a text, as read."""

from typing import NamedTuple

from discrepancy.model import Bound


class Number(NamedTuple):
    """A figure of a text.

    Attributes:
        start: Offset of the number with its magnitude word, without sign, currency, hedge or unit.
        end: Its end, half-open.
        outer_start: Offset of the first word that belongs to it: bound, sign, currency.
        outer_end: End of its unit or of the bound behind it.
        low: The least value that the words allow; None is open.
        high: The greatest; None is open.
        value: The number as written, multiplied out.
        bound: How it was written.
        approximate: Whether a hedge stands with it.
        bound_text: The words of the bound or hedge.
        unit: Its unit; "" where none was read.
        spelled: Whether it is written in words.
        change: "from", "to" or "by" where it is an end or the size of a change.
        converted: Whether it repeats the figure before it in another unit, in brackets.
        ratio: Whether it says how many times as much ("twice", "three times").
        share: Whether it is a fraction of something ("a third of", "one in five").
        age: Whether it is a bare age ("Mr Ruto, 55, …").
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    low: float | None
    high: float | None
    value: float
    bound: Bound = Bound.EXACT
    approximate: bool = False
    bound_text: str = ""
    unit: str = ""
    spelled: bool = False
    change: str = ""
    converted: bool = False
    ratio: bool = False
    share: bool = False
    age: bool = False
