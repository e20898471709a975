"""Named properties of measured figures: a depth, a price, a turnout, the role that money plays."""

from collections.abc import Sequence
from functools import lru_cache

from discrepancy.extract.measures.lexicon import properties, property_forms, singular
from discrepancy.extract.units import currency_codes
from discrepancy.model import dimension


@lru_cache(maxsize=1024)
def size_of(unit: str) -> str:
    """The sort of a unit: "count", "money" for any currency or price, else the dimension of the unit.

    >>> size_of(""), size_of("EUR/MWh"), size_of("km")
    ('count', 'money', 'length')
    """
    if not unit or unit == "count":
        return "count"
    return "money" if unit.split("/")[0] in currency_codes().values() else dimension(unit)


_DEFAULT = {
    "power": "capacity", "speed": "speed", "temperature": "temperature", "area": "area", "energy": "output", "data": "storage",
    "volume per time": "output", "energy per time": "output",
}  # fmt: skip


def property_of(words: Sequence[str], size: str) -> str:
    """The property that some words name, among those that a figure of this size can have; "" for none.

    The longest name wins, of two as long the last.

    >>> property_of(("civil", "penalty"), "money"), property_of(("wide",), "length"), property_of(("penalty",), "length")
    ('fine', 'width', '')
    """
    best, length = "", -1
    for at in range(len(words) - 1, -1, -1):
        for form in property_forms(words[at]):
            for key, sizes, rest in properties()[form]:
                if (
                    size in sizes
                    and len(rest) > length
                    and tuple(map(singular, words[at + 1 : at + 1 + len(rest)])) == rest
                ):
                    best, length = key, len(rest)
    return best


def default_property(size: str) -> str:
    """The property that a unit alone names: a figure in km/h is a speed; "" where several are as likely."""
    return _DEFAULT.get(size, "")
