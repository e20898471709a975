"""How two figures lie to each other, as numbers: how near, how telling, how exact."""

from collections.abc import Mapping
from functools import lru_cache
from math import isclose

from discrepancy.align.backdrop import Backdrop
from discrepancy.model import Bound, Claim, convert

_CACHE = 1 << 16
_PRECISION: Mapping[Bound, str] = {
    Bound.EXACT: "plain",
    Bound.RANGE: "range",
    **dict.fromkeys((Bound.AT_LEAST, Bound.MORE_THAN), "open"),
    **dict.fromkeys((Bound.ABOUT, Bound.AT_MOST, Bound.LESS_THAN, Bound.VAGUE), "hedged"),
}
# how near the figures are, by the level of their values
NEARNESS: Mapping[str, str] = {
    "telling and equal": "alike",
    "equal": "alike",
    "small and equal": "alike",
    "rounded": "near",
    "near": "near",
    "within twice": "apart",
    "within five times": "apart",
    "far": "apart",
}


def value(a: Claim, b: Claim) -> str:
    """How near the values are: this may support a match, and different values never forbid one."""
    converted = convert(b.quantity, a.quantity.unit)
    if converted is None:
        return "far"
    return _nearness(a.quantity.value, converted.value)


@lru_cache(maxsize=_CACHE)
def _nearness(left: float, right: float) -> str:
    if isclose(left, right, rel_tol=0.005):
        digits = _telling_digits(left)
        return "telling and equal" if digits >= 3 else "equal" if digits == 2 else "small and equal"
    small, large = sorted((abs(left), abs(right)))
    if small >= 0.8 * large:
        return "rounded" if _are_rounded(left, right) else "near"
    if large <= 2 * small:
        return "within twice"
    return "within five times" if large <= 5 * small else "far"


def _are_rounded(left: float, right: float) -> bool:
    """Whether one is the other rounded to the digits that it has ("1,411" and "some 1,400").

    >>> _are_rounded(1411, 1400), _are_rounded(1450, 1410)
    (True, False)
    """
    fine, coarse = sorted((left, right), key=_telling_digits, reverse=True)
    return float(f"{fine:.{max(0, _telling_digits(coarse) - 1)}e}") == coarse


def digits(a: Claim, b: Claim, _: Backdrop) -> str:
    """How many digits the two figures have that tell something: 1,411 is more of one thing than 20 is."""
    few, many = sorted((digits_of(a), digits_of(b)))
    return f"{few} against {many}"


def digits_of(claim: Claim) -> int:
    """How many digits of a figure tell something, counted up to three."""
    return min(3, _telling_digits(claim.quantity.value))


def precision(a: Claim, b: Claim, _: Backdrop) -> str:
    """How exactly the two are given: a plain figure and a hedged one are often one, told with more and less care."""
    return " against ".join(sorted({_PRECISION[a.quantity.bound], _PRECISION[b.quantity.bound]}))


def _telling_digits(number: float) -> int:
    """Significant digits: two articles seldom hit on 1,411 by chance, and often on 2.

    >>> [_telling_digits(number) for number in (1411, 0.25, 300, 2)]
    [4, 2, 1, 1]
    """
    return len(f"{number:.6g}".partition("e")[0].replace(".", "").strip("0-"))
