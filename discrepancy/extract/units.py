"""Units and currencies beside a number.

The package's own table is tried first. A word it does not know goes to quantulum3, as the window "2 and the next
three words", behind a bounded cache, and only when it looks like a unit; quantulum3 never sees a document or a run
of digits, since its cost grows with their cube.
"""

import logging
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Self

from discrepancy.errors import SettingsError
from discrepancy.extract.words import any_of, read_lines
from discrepancy.settings import Lexicon

_LOADING = Lock()  # the filters of the warnings belong to the whole process
_TAIL_WORD = re.compile(r"[ -]?([^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20}){0,2})")
_PER = re.compile(
    r"(?:\s(?:U\.?S\.?\s)?(?:a|an|per|each|every)\s|-(?:a|per)-|\s?/\s?)((?:square|cubic|sq\.?)\s[a-z]+|[a-zA-Z][a-zA-Z0-9]*(?:-hours?)?)\b"
)
_OTHER_TIME = re.compile(r"\s(?:ago|earlier|before|later|previously)\b")  # "$4.2 billion a year earlier" is no rate
_TIMES_A = {"h": ("day", "week", "month", "year"), "min": ("h", "day"), "day": ("week", "month", "year")}
_TIME = ("year", "month", "week", "day", "h", "min", "s")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIRST_AHEAD = re.compile(r"[ \u00a0-]?([^\W\d_]+)")
_GLUED = re.compile(r"[\w$]")
_TAIL_CACHE = 4096


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """Units of the user's own.

    Attributes:
        table: How much of a known unit one of each is, by its spelling in lower case.
        pattern: Any of the spellings behind a number, in the singular or the plural; None where there is none.
    """

    table: Mapping[str, tuple[float, str]]
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The units of a lexicon.

        Raises:
            SettingsError: One is no positive number of a unit.
        """
        table = {spelling.lower(): size for spelling, size in lexicon.units.items()}
        for spelling, (factor, symbol) in table.items():
            if not spelling.strip() or not 0 < factor < float("inf") or not symbol:
                raise SettingsError(
                    f"unit {spelling!r} is {factor} of {symbol!r}; give how much of a unit one of it is"
                )
        spellings = "|".join(re.escape(spelling) for spelling in sorted(table, key=lambda s: (-len(s), s)))
        return cls(table, re.compile(rf"[ \u00a0-]?({spellings})(?:s|es)?\b", re.IGNORECASE) if table else None)

    def read(self, text: str, end: int) -> tuple[float, str, int] | None:
        """The unit directly behind a number: how much of which unit one of it is, and where it ends."""
        match = self.pattern.match(text, end, end + 64) if self.pattern else None
        return (*self.table[match.group(1).lower()], match.end()) if match else None


NO_OWN_UNITS = OwnUnits({})


@cache
def _table() -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines("units.tsv"))


@cache
def _folded() -> dict[str, str]:
    return {spelling.lower(): symbol for spelling, symbol in reversed(_table().items()) if len(spelling) > 2}


@cache
def _unit_pattern() -> re.Pattern[str]:
    """All spellings, longest first; a spelling of letters ends at a word's end."""
    spellings = list(_table())
    words = any_of(s.lower() for s in spellings if s[-1].isalnum() and len(s) > 2)
    symbols = any_of(s for s in spellings if s[-1].isalnum() and len(s) <= 2)
    signs = any_of(s for s in spellings if not s[-1].isalnum())
    return re.compile(rf"[ \u00a0-]?(?:(?i:({words}))\b(?![’'](?!s\b))|({signs})(?!(?<=°)[CF])|({symbols})(?![\w’']))")


@cache
def _currency_rows() -> tuple[tuple[str, str, str], ...]:
    rows = (line.split("\t") for line in read_lines("currencies.tsv"))
    return tuple((spelling, code, place) for spelling, code, place in rows)


@cache
def currency_codes() -> dict[str, str]:
    """Code of each currency spelling, lower case for words."""
    return {spelling: code for spelling, code, _ in _currency_rows()}


@cache
def _codes_before() -> dict[str, str]:
    return {spelling: code for spelling, code, place in _currency_rows() if place != "after"}


@cache
def _longest_before() -> int:
    return max(map(len, _codes_before()))


@cache
def _last_letters() -> frozenset[str]:
    """The characters that a currency before a number can end in: most numbers are dismissed by one look."""
    return frozenset(spelling[-1] for spelling in _codes_before())


@cache
def _first_of_units() -> frozenset[str]:
    """The first word, in lower case, of each spelling of a unit or currency."""
    spellings = [*_table(), *(spelling for spelling, _, place in _currency_rows() if place != "before")]
    return frozenset(match.group().lower() for spelling in spellings if (match := _FIRST_WORD.match(spelling)))


@cache
def _after_pattern() -> re.Pattern[str]:
    spellings = [spelling for spelling, _, place in _currency_rows() if place != "before"]
    words = any_of(s.lower() for s in spellings if s[-1].isalpha())
    signs = any_of(s for s in spellings if not s[-1].isalpha())
    return re.compile(rf"[ \u00a0-]?(?:(?i:({words}))(?![\w’']|-\w)|({signs}))")


def currency_before(text: str, start: int) -> tuple[str, int]:
    """The currency that ends where a number starts: code and where it begins ("US$5", "EUR 3", "Rs. 200").

    Returns:
        ("", start) where there is none.
    """
    stop = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    if text[stop - 1 : stop] not in _last_letters():
        return "", start
    for begin in range(max(0, stop - _longest_before()), stop):
        code = _codes_before().get(text[begin:stop])
        if code and not _GLUED.match(text[begin - 1 : begin]):
            return code, begin
    return "", start


def read_unit(text: str, end: int) -> tuple[str, int]:
    """The unit or currency directly behind a number, with its "per" part.

    Args:
        text: The article's text.
        end: Where the number ends.

    Returns:
        Symbol and end of the unit; ("", end) where the next word is no unit: then things are counted.

    Example:
        >>> read_unit("27 km west", 2)
        ('km', 5)
        >>> read_unit("112 euros per megawatt-hour", 3)
        ('EUR/MWh', 27)
    """
    ahead = text[end : end + 48]
    word = _FIRST_AHEAD.match(ahead)
    if word is not None and word.group(1).lower() not in _first_of_units():
        symbol, length = _tail_unit(ahead)
        return with_rate(text, symbol, end + length) if symbol else ("", end)
    symbol, length = _currency_after(ahead)
    if not symbol:
        symbol, length = _own_unit(ahead)
    if not symbol:
        symbol, length = _tail_unit(ahead)
    if not symbol:
        return "", end
    return with_rate(text, symbol, end + length)


def with_rate(text: str, symbol: str, end: int) -> tuple[str, int]:
    """Add the "per" part that follows a unit or a price ("a barrel", "per tonne", "/MWh")."""
    rate = _PER.match(text, end, end + 32)
    if rate is None or symbol in ("percent", "percentage_point") or _OTHER_TIME.match(text, rate.end()):
        return symbol, end
    below = _table().get(rate.group(1)) or _folded().get(rate.group(1).lower())
    if symbol in _TIME and below not in _TIMES_A.get(symbol, ()):
        return symbol, end
    if below is None and symbol in currency_codes().values() and rate.group(1).lower() in ("share", "head", "person"):
        below = rate.group(1).lower()
    return (f"{symbol}/{below}", rate.end()) if below else (symbol, end)


def _currency_after(ahead: str) -> tuple[str, int]:
    match = _after_pattern().match(ahead)
    if match is None:
        return "", 0
    word = match.group(1) or match.group(2)
    codes = currency_codes()
    code = codes.get(word) or codes.get(word.lower()) or codes.get(word.upper())
    return (code, match.end()) if code else ("", 0)


def _own_unit(ahead: str) -> tuple[str, int]:
    match = _unit_pattern().match(ahead)
    if match is None:
        return "", 0
    word = match.group(1) or match.group(2) or match.group(3)
    if word == "in" and not ahead.startswith(("in ", "-in ", "in.")):
        return "", 0  # "5 in the city" counts, it does not measure
    symbol = _table().get(word) or _folded().get(word.lower())
    return (symbol, match.end()) if symbol else ("", 0)


def _tail_unit(ahead: str) -> tuple[str, int]:
    match = _TAIL_WORD.match(ahead)
    if match is None or not _looks_like_unit(match.group(1).split()[0]):
        return "", 0
    return _ask_quantulum(match.group(1).lower())


def _looks_like_unit(word: str) -> bool:
    """Whether a word is built like a unit: a prefix of the SI, or a stem that only units end in."""
    return _UNIT_LIKE.fullmatch(word.lower()) is not None


_UNIT_LIKE = re.compile(
    r"(?:nano|micro|milli|centi|deci|deka|hecto|kilo|mega|giga|tera|peta)[a-z]{3,}"
    r"|(?:pascal|newton|joule|kelvin|farad|tesla|lumen|lux|becquerel|sievert|gray|ampere|amp|ohm|coulomb|decibel|furlong"
    r"|fathom|league|bushel|quart|pint|carat|grain|parsec|angstrom|calorie|rad|radian|roentgen|therm|curie|bit|byte)s?"
)


@lru_cache(maxsize=_TAIL_CACHE)
def _ask_quantulum(words: str) -> tuple[str, int]:
    """Ask quantulum3 for the unit of "2 WORDS"; only a physical unit is taken."""
    found = _quantulum().parse(f"2 {words}")
    if not found or found[0].value != 2 or found[0].unit.entity.name in ("dimensionless", "unknown", "currency"):
        return "", 0
    length = found[0].span[1] - 1
    return (found[0].unit.name.replace(" ", "_"), length) if length > 1 else ("", 0)


@cache
def _quantulum() -> Any:  # noqa: ANN401 -- an untyped library
    """quantulum3's parser, fenced: no classifier, no warning at import, no handler on the root logger."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with _LOADING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    # parse() calls logging.basicConfig each time, which would give the caller's root logger a handler
    parser.logging = _QuietLogging()
    root.handlers[:], root.level = handlers, level
    return parser


class _QuietLogging:
    """Stands in for the logging module inside quantulum3's parser."""

    def __getattr__(self, name: str) -> object:
        return (lambda *args, **kwargs: None) if name == "basicConfig" else getattr(logging, name)
