"""Units: their dimensions, and conversion between units of one dimension.

The claim keeps the unit as written; two claims are converted only when they are compared. A rate ("EUR/MWh",
"barrel/day") is commensurable with a rate whose parts are. Two currencies are two dimensions.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from discrepancy.lists import lines_of
from discrepancy.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Scale:
    """How a unit stands to the base unit of its dimension: base = (value + offset) * factor."""

    dimension: str
    factor: float
    offset: float


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """The dimension of a unit; a unit that is not in the table is a dimension of its own.

    >>> dimension("km"), dimension("USD"), dimension("USD/barrel"), dimension("count")
    ('length', 'USD', 'USD per volume', 'count')
    """
    above, _, below = unit.partition("/")
    if unit in _scales() or not below:
        return _scale(unit).dimension
    return f"{_scale(above).dimension} per {_scale(below).dimension}"


def commensurable(a: str, b: str) -> bool:
    """Whether values in two units can be compared: acres and hectares can, euros and dollars cannot."""
    return a == b or dimension(a) == dimension(b)


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """The same quantity in another unit; None where the dimensions differ.

    Args:
        quantity: The quantity; 870 ft, say.
        unit: The unit wanted; "m" gives 265.176 m.
    """
    if quantity.unit == unit:
        return quantity
    if not commensurable(quantity.unit, unit):
        return None
    low, high = quantity.low, quantity.high
    return replace(
        quantity,
        low=None if low is None else _convert(low, quantity.unit, unit),
        high=None if high is None else _convert(high, quantity.unit, unit),
        value=_convert(quantity.value, quantity.unit, unit),
        unit=unit,
    )


def _convert(value: float, unit: str, other: str) -> float:
    if unit in _scales() or other in _scales():
        source, target = _scale(unit), _scale(other)
        return (value + source.offset) * source.factor / target.factor - target.offset
    (above, _, below), (other_above, _, other_below) = unit.partition("/"), other.partition("/")
    factor = _scale(above).factor / _scale(other_above).factor
    return value * factor * _scale(other_below).factor / _scale(below).factor


def _scale(unit: str) -> Scale:
    return _scales().get(unit) or Scale(unit, 1.0, 0.0)


@cache
def _scales() -> dict[str, Scale]:
    rows = (line.split("\t") for line in lines_of("discrepancy.model", "units.tsv"))
    return {symbol: Scale(name, float(factor), float(offset)) for symbol, name, factor, offset in rows}
