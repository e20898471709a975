"""The values of date words: months, small numbers, parts of a unit."""

import re
from collections.abc import Mapping

from discrepancy.extract.dates import calendar as cal
from discrepancy.model import Part

_COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "a few": 3, "several": 3, "a couple of": 2,
}  # fmt: skip
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
YEARS_SAID = {"last": -1, "this": 0, "next": 1}
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
_TENTHS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS = (
    *"first second third fourth fifth sixth seventh eighth ninth".split(),
    *_TENTHS.split(),
    *(f"twenty-{nth}" for nth in "first second third fourth fifth sixth seventh eighth ninth".split()),
    "thirtieth",
    "thirty-first",
)
_DIGITS = re.compile(r"\d+")
_PARTS = ((re.compile(r"early|earlier|beginning|start"), Part.EARLY), (re.compile(r"mid"), Part.MID),
          (re.compile(r"late|end|close"), Part.LATE))  # fmt: skip


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation.

    >>> month_number("Sept."), month_number("MARCH")
    (9, 3)
    """
    return cal.MONTHS.index(name[:3].lower()) + 1


def number_of(text: str) -> int:
    """The value of digits, an ordinal or a small number word; 1 for anything else.

    >>> number_of("21st"), number_of("a couple of")
    (21, 2)
    """
    digits = _DIGITS.match(text)
    if digits:
        return int(digits.group())
    name = text.lower()
    return ORDINALS.index(name) + 1 if name in ORDINALS else _COUNT.get(name, 1)


def nth_of(fields: Mapping[str, str]) -> int:
    """Which quarter or half of its year a date is, by the fields of its rule; the last one is the fourth."""
    name = fields.get("q_q") or fields["q_n"].lower()
    return int(name[1]) if "q_q" in fields else _NTH.get(name, 4)


def part_of(words: str) -> Part | None:
    """The part of a unit that words name ("early", "the end of")."""
    low = words.lower()
    return next((part for pattern, part in _PARTS if pattern.search(low)), None)


def short_year(year: int) -> int:
    """The year of two digits: 00 to 50 lie in this century."""
    return year + (1900 if year > 50 else 2000)
