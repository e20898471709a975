"""Quantity: an interval in a unit, and how it was written."""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a figure was written: which values its words allow."""

    EXACT = "exact"  # 83, exactly 83
    AT_LEAST = "at_least"  # at least 83, 83+
    MORE_THAN = "more_than"  # more than 80
    AT_MOST = "at_most"  # up to 40
    LESS_THAN = "less_than"  # fewer than 40, nearly 40
    ABOUT = "about"  # about 100
    RANGE = "range"  # 10 to 13
    VAGUE = "vague"  # dozens


_WORDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.ABOUT: "about ",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A closed interval of values in a unit; an open end is None.

    Attributes:
        low: The least value that the words allow, in `unit`; None is open.
        high: The greatest value that the words allow, in `unit`; None is open.
        value: The number as written, multiplied out ("more than 80" is 80, "5.7m" is 5,700,000).
        bound: How it was written.
        approximate: Whether a hedge says that the value is near, not exact.
        unit: `count`, `percent`, an ISO currency code or a UCUM-like symbol.
        surface: The number as printed, with its magnitude word, without sign, hedge or unit.
        bound_text: The words that make the bound ("at least", "+"), "" for a plain number.
    """

    low: float | None
    high: float | None
    value: float
    bound: Bound = Bound.EXACT
    approximate: bool = False
    unit: str = "count"
    surface: str = ""
    bound_text: str = ""

    def __str__(self) -> str:
        """The figure as an interval: "83", "≥ 83", "≤ 40", "10–13 percent", with "~" where it is approximate."""
        unit = "" if self.unit == "count" else f" {self.unit}"
        hedge = "~" if self.approximate else ""
        if self.low is not None and self.high is not None:
            ends = (self.low,) if self.low == self.high else (self.low, self.high)
            return hedge + "–".join(map(grouped, ends)) + unit
        if self.low is None and self.high is None:
            return f"{hedge}{grouped(self.value)}{unit}"
        return f"{hedge}≥ {grouped(self.low)}{unit}" if self.low is not None else f"{hedge}≤ {grouped(self.high)}{unit}"

    def in_words(self) -> str:
        """The figure in words: "more than 110", "10 to 13 percent", "tens of thousands"."""
        if self.bound is Bound.VAGUE and self.surface:
            return self.surface.lower()
        unit = "" if self.unit == "count" else f" {self.unit}"
        if self.bound is Bound.RANGE and self.low is not None and self.high is not None:
            return f"{grouped(self.low)} to {grouped(self.high)}{unit}"
        words = _WORDS.get(self.bound, "")
        if self.bound is Bound.LESS_THAN:
            words = "nearly " if self.approximate else "less than " if unit else "fewer than "
        return f"{words}{grouped(self.value)}{unit}"


def grouped(value: float | None) -> str:
    """A number with grouped digits and no needless decimals: "1,411", "3.4"; "?" where there is none."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if abs(value) < 1e15 and value == int(value) else f"{value:,.6g}"
