"""Feasts: their names, and the day on which each falls in a year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from discrepancy.extract.dates.calendar import WEEKDAYS, add_days, day_of, easter, nth_weekday
from discrepancy.extract.words import read_lines

_RULE = re.compile(
    r"(?:(?P<month>\d\d?)-(?P<day>\d\d)|easter\s(?P<from_easter>-?\d+)|(?P<of>\d\d?)\s(?P<nth>-?\d)\s(?P<weekday>\w{3})(?:\s\+(?P<plus>\d+))?)(?P<doubt>\?)?"
)


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast.

    Attributes:
        rule: How its day is found, as it stands in the list of feasts.
        doubtful: Whether its name means another day elsewhere.
    """

    rule: str
    doubtful: bool

    def day(self, year: int) -> date | None:
        """Its day in a year; None outside the calendar."""
        match = _RULE.fullmatch(self.rule)
        if match is None:
            return None
        if match["month"]:
            return day_of(year, int(match["month"]), int(match["day"]))
        if match["from_easter"]:
            sunday = easter(year)
            return add_days(sunday, int(match["from_easter"])) if sunday else None
        day = nth_weekday(year, int(match["of"]), WEEKDAYS.index(match["weekday"]), int(match["nth"]))
        return add_days(day, int(match["plus"] or 0)) if day else None


def feast(name: str) -> Feast:
    """The feast of that name, in any case and with either apostrophe.

    Raises:
        KeyError: If the list of feasts does not hold the name.

    >>> feast("THANKSGIVING").day(2025).isoformat(), feast("Easter Monday").day(2025).isoformat()
    ('2025-11-27', '2025-04-21')
    """
    return _feasts()[_key(name)]


def feast_names() -> tuple[str, ...]:
    """The names of all feasts, as printed with a straight apostrophe, longer ones first."""
    names = (line.partition("\t")[0] for line in read_lines("feasts.tsv"))
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _feasts() -> Mapping[str, Feast]:
    rows = (line.split("\t") for line in read_lines("feasts.tsv"))
    return {_key(name): Feast(rule, rule.endswith("?")) for name, rule in rows}


def _key(name: str) -> str:
    return " ".join(re.sub(r"['’]", "", name.lower()).split())
