"""Slips of the pen that would explain a conflict: a factor of a thousand, an area converted as a length."""

from math import isclose, sqrt

from discrepancy.judge.values import in_unit
from discrepancy.model import Quantity, dimension

_NEAR = 0.02  # both figures may be rounded


def slip(a: Quantity, b: Quantity) -> str:
    """A sentence that names the slip by which two figures would differ, with a blank before it; "" for none.

    Example:
        $4.6 billion and $4.6 million: " They differ by a factor of 1,000, as million and billion do."
        620 km² and 385 square miles: " An area may have been converted with the factor for lengths."
    """
    other = in_unit(b, a.unit)
    if other is None or not a.value or not other.value:
        return ""
    low, high = sorted((abs(a.value), abs(other.value)))
    for factor in (1_000, 1_000_000):
        if isclose(high, factor * low, rel_tol=_NEAR):
            return f" They differ by a factor of {factor:,}, as million and billion do."
    # so many square miles for each square kilometre, where there should be the square of that
    linear = sqrt(abs(other.value / b.value)) if dimension(a.unit) == "area" and a.unit != b.unit else 0.0
    if linear and isclose(abs(a.value / b.value), linear, rel_tol=_NEAR):
        return " An area may have been converted with the factor for lengths."
    return ""
