"""Numerals: where a number stands in a text and what it is worth, before any bound or unit.

A numeral is digits with an optional scale ("1,234.5", "2.7m", "5 crore", "1 1/2"), or a run of number words
("twenty-six", "half a million", "tens of thousands", "two-thirds").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.extract.passages import Passage
from discrepancy.extract.words import any_of, read_lines

MAX_DIGITS = 40  # a longer run of digits is no figure of a text


class Numeral(NamedTuple):
    """A numeral: half-open offsets and value.

    Attributes:
        form: "plain", "vague" ("dozens"), "ratio" ("twice"), "part" ("two-thirds").
        spelled: Whether it is written in words alone.
        scaled: Whether a scale word or letter stands with it.
        letter: The scale letter glued to the digits ("m" of "2.7m"), which may be a unit instead.
    """

    start: int
    end: int
    value: float
    form: str = "plain"
    spelled: bool = False
    scaled: bool = False
    letter: str = ""


@cache
def _words() -> dict[str, tuple[str, float]]:
    rows = (line.split("\t") for line in read_lines("numbers.tsv"))
    return {word: (role, float(value)) for word, role, value in rows}


def _of_role(*roles: str) -> str:
    return any_of(word for word, (role, _) in _words().items() if role in roles and len(word) > 1)


_FRACTIONS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
}
_UNIT, _SCALE = _of_role("unit"), _of_role("hundred", "scale")
_VAGUE, _RATIO, _PART = _of_role("vague"), _of_role("ratio"), _of_role("part")
_PLAIN = f"{_UNIT}|{_SCALE}|dozen|score"
# what happens so often in so many of them: "one in five games" is no share of the games
_OCCASIONS = "(?:years|months|days|weeks|hours|minutes|countries|games|matches|attempts|starts|innings|seasons|races|tests|overs|shots)"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})+(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|(?<![\d.,])[1-9]\d{0,2}(?:\x20\d{3})+(?![\d,]|\.\d)|\d+)(?:\.\d+)?|\.\d+"
)
_FIGURES = re.compile(
    rf"""
    (?P<nofm>\d{{1,3}}\ (?:in|out\ of)\ (?:every\ )?\d{{1,5}})(?=\ (?:[A-Za-z-]+\ ){{0,2}}?(?:people|men|women|children|[A-Za-z-]+s)\b)(?!\ {_OCCASIONS})
  | (?P<digits>{_DIGITS})
      (?:[ ]?[×x][ ]?10(?:\^|\*\*)?(?P<power>[-−]?\d{{1,2}}|[⁻]?[⁰¹²³⁴-⁹]{{1,2}})(?!\d))?
      (?P<fraction>[ ]?[½⅓⅔¼¾⅕⅛⅜⅝]|[ ]\d/[2-9](?![\d/]))?
      (?: (?P<letter>(?:bn|mn|mln|tn|trn|mil|k|m|b)(?![\w’'])) | [ ](?P<apart>(?-i:bn|mn|mln|tn|trn|[MB])(?![\w’'&-])) | (?P<scale>(?:[ \u00a0-]?(?:{_SCALE}|dozen)\b)+) )?
  | (?P<sign>[½⅓⅔¼¾⅕⅛⅜⅝])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"""
    \b(?P<vague>(?:(?:tens|hundreds|thousands|dozens)\ of\ )?(?:{_VAGUE})\b(?!\ of\ (?:{_VAGUE})\b))
  | \b(?P<several>(?:several|a\ few)\ (?:hundred|thousand|million|billion|dozen|lakh|crore)\b)
  | \b(?P<couple>a\ couple\b)
  | \b(?P<half>half[ ]an?[ ]|half-an?-|an?[ ]half-)(?P<halved>(?:{_SCALE}|dozen))\b
  | \b(?P<halfof>half(?=\ a\ percentage\ point\b))
  | \b(?P<part>(?:(?:{_UNIT}|an?)[ -](?:and[ -](?:a|one|two|three)[ -])?)(?:{_PART})(?:\ (?:{_SCALE}))?)\b
  | \b(?P<inn>(?:{_UNIT})\ (?:in|out\ of)\ (?:every\ )?(?:{_UNIT}|\d{{1,3}}))\b(?!\ {_OCCASIONS})
  | \b(?P<fold>(?:{_UNIT})-?fold)\b
  | \b(?P<ratio>{_RATIO})\b
  | \b(?P<words>(?:an?[ -](?={_SCALE}|dozen))?(?:{_PLAIN})\b(?:(?:[ -]|[ ]and[ ]|,[ ])?(?:{_PLAIN})\b)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_COUNTED = re.compile(r"[ ](?:people|men|women|children|[a-z]{2,}s)\b")
_TOKEN = re.compile(r"[a-z]+")


def find_numerals(text: str, within: Iterable[tuple[int, int]]) -> Iterator[Numeral]:
    """Yield the numerals of a text in order; digits beyond `MAX_DIGITS` in one run are passed over.

    A cheap pass finds the words and digits a numeral can begin with; only there are the large patterns tried.

    Args:
        text: Any text.
        within: The spans in which they may begin, in order.
    """
    end = 0
    for low, high in within:
        for start in _STARTS.finditer(text, low, high):
            word = start.group()
            if not _may_begin(word) or start.start() < end:
                continue
            pattern, read = (_SPELLED, _read_spelled) if word[0].isalpha() else (_FIGURES, _read_figures)
            match = pattern.match(text, start.start())
            if match is None:
                continue
            end = match.end()
            if end - match.start() <= 4 * MAX_DIGITS:
                yield from read(match)


def may_hold_numerals(passage: Passage) -> bool:
    """Whether a numeral can stand in a sentence: it has a digit, or a word of numbers."""
    if not passage.words.isdisjoint(_telling_words()):
        return True
    return _DIGIT.search(passage.text, passage.start, passage.end) is not None


_STARTS = re.compile(r"[A-Za-z]+|\d|\.\d|[½⅓⅔¼¾⅕⅛⅜⅝]")
_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅛⅜⅝]")


@cache
def _telling_words() -> frozenset[str]:
    """A word of every numeral in words: what begins with "a" goes on with one."""
    return (_first_words() | {"couple"}) - {"a", "an"}


@lru_cache(maxsize=16384)
def _may_begin(start: str) -> bool:
    """Whether a numeral can begin with a word; with a digit or a fraction it always can."""
    return not start[0].isalpha() or start.lower() in _first_words()


@cache
def _first_words() -> frozenset[str]:
    folds = (f"{word}fold" for word, (role, _) in _words().items() if role == "unit")
    return frozenset([*_words(), "a", "an", "half", "several", *folds])


def _read_figures(match: re.Match[str]) -> list[Numeral]:
    if match["digits"] is not None:
        return _read_digits(match)
    if match["sign"]:
        return [Numeral(match.start(), match.end(), _FRACTIONS[match.group()], "part")]
    return _read_n_of_m(match)


def _read_spelled(match: re.Match[str]) -> list[Numeral]:
    start, end, surface = match.start(), match.end(), match.group()
    kind = match.lastgroup or ""
    if kind == "vague":
        return [Numeral(start, end, _vague_value(surface.lower()), "vague", spelled=True, scaled=True)]
    if kind == "several":
        role_value = _words()[surface.lower().split()[-1]][1]
        return [Numeral(start, end, 2 * role_value, "vague", spelled=True, scaled=True)]
    if kind == "couple":
        return [Numeral(start, end, 2.0, spelled=True)]
    if match["half"]:
        return [Numeral(start, end, _words()[match["halved"].lower()][1] / 2, spelled=True, scaled=True)]
    if kind == "halfof":
        return [Numeral(start, end, 0.5, "part", spelled=True)]
    if kind in ("part", "inn"):
        value = _share_value(surface.lower(), kind)
        mixed = kind == "part" and " and " in surface.lower().replace("-", " ")  # "two and a half" is no share
        return [Numeral(start, end, value, "plain" if mixed else "part", spelled=True, scaled=mixed)]
    if kind == "fold":
        return [
            Numeral(start, end, _words()[_TOKEN.findall(surface.lower())[0].removesuffix("fold")][1], "ratio", True)
        ]
    if kind == "ratio":
        return [Numeral(start, end, _words()[surface.lower()][1], "ratio", spelled=True)]
    if surface.lower() in ("lakhs", "crores"):
        return [Numeral(start, end, 2 * _words()[surface.lower()][1], "vague", spelled=True, scaled=True)]
    return _read_words(surface.lower(), start)


def _read_n_of_m(match: re.Match[str]) -> list[Numeral]:
    """A share in digits ("3 in 4 adults"), or two numbers where the first is not the smaller."""
    numbers = list(re.finditer(r"\d+", match.group()))
    few, many = (int(number.group()) for number in numbers)
    if 0 < few < many:
        return [Numeral(match.start(), match.end(), few / many, "part", spelled=True)]
    return [Numeral(match.start() + n.start(), match.start() + n.end(), float(n.group())) for n in numbers]


def _read_digits(match: re.Match[str]) -> list[Numeral]:
    digits = match["digits"]
    if len(digits) > MAX_DIGITS:
        return []
    value = _digits_value(digits)
    if match.end() == match.end("digits"):
        return [Numeral(match.start(), match.end(), value)]
    end, apart = match.end(), match["apart"] or ""
    if apart and not _is_scale(match):
        end, apart = match.start("apart") - 1, ""
    if fraction := match["fraction"]:
        value += _fraction_value(fraction.strip())
    if power := match["power"]:
        value *= 10.0 ** int(power.translate(_SUPERSCRIPT))
    letter = (match["letter"] or apart).lower()
    for word in _TOKEN.findall((match["scale"] or letter).lower()):
        value *= _words()[word][1]
    scaled = bool(letter or match["scale"])
    return [Numeral(match.start(), end, value, scaled=scaled, letter=match["letter"] or "")]


def _is_scale(match: re.Match[str]) -> bool:
    """Whether a letter that stands apart is a scale: "$4.5 B", "8 B people", but not "platform 8 B"."""
    if match["apart"].islower() or match.string[max(0, match.start() - 1) : match.start()] in ("$", "€", "£"):
        return True
    return _COUNTED.match(match.string, match.end()) is not None


@lru_cache(maxsize=8192)
def _digits_value(digits: str) -> float:
    return float("".join(char for char in digits if char.isdigit() or char == "."))


def _fraction_value(fraction: str) -> float:
    if fraction in _FRACTIONS:
        return _FRACTIONS[fraction]
    over, _, under = fraction.partition("/")
    return float(over) / float(under)


def _vague_value(surface: str) -> float:
    """The least that a vague plural means: 24 for dozens, 20,000 for tens of thousands.

    >>> _vague_value("hundreds of thousands")
    200000.0
    """
    words = surface.split(" of ")
    value = _words()[words[0]][1]
    return value * _words()[words[1]][1] / 2 if len(words) > 1 else value


def _share_value(surface: str, kind: str) -> float:
    words = _TOKEN.findall(surface)
    if kind == "inn":
        last = surface.split()[-1]
        under = float(last) if last.isdigit() else _words()[last][1]
        return _words()[words[0]][1] / under if under else 0.0
    count = 1.0 if words[0] in ("a", "an") else _words()[words[0]][1]
    scale = 1.0
    if _words()[words[-1]][0] in ("hundred", "scale"):
        scale = _words()[words.pop()][1]
    part = _words()[words[-1]][1]
    if "and" in words:
        parts = 1.0 if words[-2] == "a" else _words()[words[-2]][1]
        return (count + parts * part) * scale
    return count * part * scale


def _read_words(surface: str, start: int) -> list[Numeral]:
    """Read a run of number words; a run that is no one number is cut where the next one begins.

    >>> [n.value for n in _read_words("two hundred and twenty-six", 0)]
    [226.0]
    """
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(surface)]
    numerals: list[Numeral] = []
    run: list[tuple[str, int, int]] = []
    for token in tokens:
        if token[0] in ("a", "an", "and"):
            continue
        if run and not _continues([word for word, _, _ in run], token[0]):
            numerals.append(_numeral_of(run, surface, start))
            run = []
        run.append(token)
    return [*numerals, _numeral_of(run, surface, start)]


def _continues(run: list[str], word: str) -> bool:
    role, value = _words()[word]
    last_role, last = _words()[run[-1]]
    if role != "unit":
        return last_role == "unit" or value > last or last_role in ("hundred", "scale")
    if last_role == "unit":
        return last >= 20 and last % 10 == 0 and 0 < value < 10
    return last_role != "dozen"


def _numeral_of(run: list[tuple[str, int, int]], surface: str, start: int) -> Numeral:
    total = current = 0.0
    for word, _, _ in run:
        role, value = _words()[word]
        if role == "unit":
            current += value
        elif role in ("hundred", "dozen"):
            current = (current or 1) * value
        else:
            total += (current or 1) * value
            current = 0.0
    begin = run[0][1]
    article = re.search(r"(?:\ba|\ban)[ -]$", surface[:begin])
    if article:
        begin = article.start()
    scaled = any(_words()[word][0] != "unit" for word, _, _ in run)
    return Numeral(start + begin, start + run[-1][2], total + current, spelled=True, scaled=scaled)
