"""Places as facts: which names are places, and which place lies in which (Lisbon in Portugal)."""

import unicodedata
from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache, lru_cache

from discrepancy.lists import lines_of

WIDER = "a wider place"  # "across the region", "nationwide"
_CACHE = 4096


class Nearby(StrEnum):
    """How the places of two claims lie to each other."""

    SAME = "same"
    INSIDE = "inside"  # one lies in the other, or is one of several
    APART = "apart"  # both are known, and they do not overlap
    UNKNOWN = "unknown"  # a place that the table does not hold may lie anywhere

    @property
    def meets(self) -> bool:
        """Whether the places are known to overlap."""
        return self in (Nearby.SAME, Nearby.INSIDE)


@lru_cache(maxsize=_CACHE)
def plain_name(name: str) -> str:
    """A name as the table writes it.

    >>> plain_name("São  Paulo’s")
    'sao paulo'
    """
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    lower = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return " ".join(lower.removesuffix("'s").removesuffix("'").split())


def known_place(name: str) -> str:
    """The usual name of a place of the table, "" for any other name.

    >>> known_place("Britain"), known_place("Ronaldo")
    ('united kingdom', '')
    """
    plain = plain_name(name)
    if plain not in _table():
        return ""
    _, within = _table()[plain]
    return within[1:] if within.startswith("=") else plain


def is_wide(name: str) -> bool:
    """Whether a name is that of a country, a region or a sea, or of a wider place without a name.

    Such a name says by itself that it is a place; cities and areas share theirs with people and firms.
    """
    return name == WIDER or _sort(plain_name(name)) in {"country", "region", "sea"}


@lru_cache(maxsize=_CACHE)
def around(place: str) -> frozenset[str]:
    """The places in which a place lies.

    >>> sorted(around("lisbon"))
    ['europe', 'portugal']
    """
    found: list[str] = []
    while (within := _table().get(place, ("", ""))[1]) and within not in found:
        found.append(place := within)
    return frozenset(found)


def nearby(left: Collection[str], right: Collection[str]) -> Nearby:
    """How two sets of places lie to each other; which is named first does not matter.

    >>> nearby({"haiti"}, {"jamaica"}), nearby({"caribbean"}, {"haiti"}), nearby({"haiti", "jamaica"}, {"haiti"})
    (<Nearby.APART: 'apart'>, <Nearby.INSIDE: 'inside'>, <Nearby.INSIDE: 'inside'>)
    """
    here, there = frozenset(left), frozenset(right)
    if here == there:
        return Nearby.SAME
    if here & there or any(a in around(b) or b in around(a) for a in here for b in there):
        return Nearby.INSIDE
    return Nearby.APART if all(_apart(a, b) for a in here for b in there) else Nearby.UNKNOWN


def can_meet(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two sets of places overlap, or may: a town that the table does not hold may lie in any country.

    >>> can_meet({"el geneina"}, {"sudan"}), can_meet({"el geneina"}, {"khartoum"})
    (True, False)
    """
    near = nearby(left, right)
    if near is Nearby.UNKNOWN:
        return any(map(is_wide, (*left, *right)))
    return near.meets


def is_part_of(left: Collection[str], right: Collection[str]) -> bool:
    """Whether the places on the left are some of those on the right, or areas or countries of them.

    A city often stands for what its country counts, so it is no part of it.

    >>> is_part_of({"bavaria"}, {"germany"}), is_part_of({"munich"}, {"germany"})
    (True, False)
    >>> is_part_of({"haiti"}, {"haiti", "cuba"}), is_part_of({"haiti"}, {"caribbean"})
    (True, True)
    """
    here, there = frozenset(left), frozenset(right)
    if not here or here == there:
        return False
    return all(
        name in there or (_sort(name) in {"area", "country"} and not around(name).isdisjoint(there)) for name in here
    )


def _apart(a: str, b: str) -> bool:
    """Whether two places can't overlap: a sea may wash a country, and a city may lie in an area of its country."""
    sorts = {_sort(name) for name in (a, b)}
    if "" in sorts or ("sea" in sorts and len(sorts) == 2):
        return False
    return len(sorts) == 1 or sorts != {"area", "city"} or _countries(a).isdisjoint(_countries(b))


def _countries(place: str) -> frozenset[str]:
    """The countries in which a place lies: England and the United Kingdom."""
    return frozenset(name for name in around(place) if _sort(name) == "country")


def narrowest(places: Collection[str]) -> frozenset[str]:
    """The places without those in which another of them lies ("Lisbon, Portugal" is Lisbon)."""
    return frozenset(place for place in places if not any(place in around(other) for other in places))


def _sort(name: str) -> str:
    """What a place of the table is: region, sea, country, area or city; "" for any other name."""
    return _table().get(name, ("", ""))[0]


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    """Of each name its sort and the place around it."""
    rows = (line.split("\t") for line in lines_of("discrepancy.model", "places.tsv"))
    return {name: (sort, within) for name, sort, within in rows}
