"""Bounds and hedges: which values the words around a number allow."""

import re
from functools import cache
from typing import NamedTuple

from discrepancy.extract.words import any_of, read_lines
from discrepancy.model import Bound

_LOOK_BACK = 40
_LINK = re.compile(r"\s(?:an?|another|(?:a )?total of|some)$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+\.?")
_BEHIND_NOUN = re.compile(
    r"(?:\s(?!(?:in|of|to|for|and|or|at|by|on|with|is|are|was|were)\b)[a-z][a-z-]{2,20}){1,2}\s((?:or|and)\s(?:more|fewer|less|longer|above|over|up))\b(?!\sthan\b)"
)
_LONGEST = 5  # words of the longest bound
_OF_PLACE = frozenset(
    {"up", "over", "past", "under", "above", "below", "beyond", "around", "about"}
)  # a bound, or where
# words that end in a bound's word without setting one: "the lead up to", "hand over", "get over", "look past"
_TRAP = re.compile(
    r"\b(?:lead|leading|build|building|run|live|lives|adds?|hands?|handed|take|took|taken|turned|turn|rolled?|all|aged?|edg\w+|mov\w+|tick\w+"
    r"|inch\w+|cre[ep]\w+|push\w*|rais\w+|revis\w+|went|go|goes|gone|going|driv\w+|dr[io]ve|bump\w+|back|bring\w*|brought|climb\w+|r[io]se|risen"
    r"|rising|jump\w*|shot|pick\w*|mark\w+|ramp\w+|scal\w+|stepp\w+)\s$",
    re.I,
)
# "13% more than 36,566" compares two figures, it bounds none
_COMPARED = re.compile(r"(?:\d[\w%]*|per ?cent|points?|times|far|much|even)\s$", re.I)


class Hedge(NamedTuple):
    """The words of a bound: where they stand, what they say."""

    start: int
    end: int
    bound: Bound
    approximate: bool
    text: str


@cache
def _rows(place: str) -> dict[str, tuple[Bound, bool]]:
    rows = (line.split("\t") for line in read_lines("bounds.tsv"))
    return {words: (Bound(bound), hedged == "yes") for at, bound, hedged, words in rows if at == place}


@cache
def _signs() -> tuple[str, ...]:
    """Signs and prefixes that bound a number without a blank ("~", "sub-"), the longest first."""
    return tuple(
        sorted((w for w in _rows("before") if not w[-1].isalpha() and w != "approx."), key=lambda w: (-len(w), w))
    )


@cache
def _last_signs() -> frozenset[str]:
    return frozenset(words[-1] for words in _rows("before") if not words[-1].isalpha())


@cache
def _last_words() -> frozenset[str]:
    """The words that a bound, or a word between it and the number, can end in: most numbers are dismissed by one look."""
    return frozenset(map(_last_word, _rows("before"))) | {"a", "an", "another", "of", "some"}


def _last_word(words: str) -> str:
    found = _LETTERS.findall(words)
    return found[-1].lower() if found else ""


@cache
def _after() -> re.Pattern[str]:
    letters = any_of(words for words in _rows("after") if words[-1].isalpha())
    signs = any_of(words for words in _rows("after") if not words[-1].isalpha())
    return re.compile(rf"\s?(?:({letters})\b|({signs}))", re.IGNORECASE)


def hedge_before(text: str, start: int) -> Hedge | None:
    """The bound or hedge that ends where a figure (with its currency) starts.

    The outermost words win only if the inner ones are no bound: "at least about 30" is about 30, with a floor.

    >>> hedge_before("killing no fewer than 83", 22).bound
    <Bound.AT_LEAST: 'at_least'>
    """
    window = max(0, start - _LOOK_BACK)
    tail = text[window:start].rstrip()
    if not tail or not (
        tail[-1] in _last_signs() or (tail[-1].isalpha() and _last_word(tail.rpartition(" ")[2]) in _last_words())
    ):
        return None
    found = _words_at_end(tail)
    if found is None:
        return None
    words, at = found
    at += window
    lead = text[max(0, at - 14) : at]
    if (words.split()[0] in _OF_PLACE and _TRAP.search(lead)) or (words.endswith(" than") and _COMPARED.search(lead)):
        return None
    bound, approximate = _rows("before")[words]
    return Hedge(at, start, bound, approximate, words)


def _words_at_end(tail: str) -> tuple[str, int] | None:
    """The longest words of a bound that a stretch of text ends in, and where they begin in it."""
    rows = _rows("before")
    low = "" if tail[-1].isalpha() else tail.lower()
    for sign in _signs() if low else ():
        if low.endswith(sign):
            return sign, len(tail) - len(sign)
    link = _LINK.search(tail)
    for end in (len(tail), link.start()) if link else (len(tail),):
        for spot in list(_WORD.finditer(tail, 0, end))[-_LONGEST:]:
            words = " ".join(tail[spot.start() : end].lower().split())
            if words in rows and tail[spot.start() - 1 : spot.start()] not in ("-", "\u2019", "'"):
                return words, spot.start()
    return None


def hedge_after(text: str, end: int) -> Hedge | None:
    """The bound that stands behind a number, its unit or its noun ("83+", "83 or more", "83 sheep or more")."""
    match = _after().match(text, end, end + 24)
    if match is None:
        match = _BEHIND_NOUN.match(text, end, end + 48)
        if match is None or match.group(1).lower() not in _rows("after"):
            return None
        bound, approximate = _rows("after")[match.group(1).lower()]
        return Hedge(end, end, bound, approximate, match.group(1).lower())
    words = (match.group(1) or match.group(2)).lower()
    if words == "plus" and text[match.end() : match.end() + 2].strip()[:1].isalnum():
        return None  # "5 plus 3" is a sum
    bound, approximate = _rows("after")[words]
    return Hedge(end, match.end(), bound, approximate, words)


def interval(value: float, bound: Bound, counts: bool) -> tuple[float | None, float | None]:
    """The closed interval that a bound allows; on counts "more than 80" starts at 81.

    >>> interval(80, Bound.MORE_THAN, True), interval(80, Bound.MORE_THAN, False)
    ((81, None), (80, None))
    """
    step = 1 if counts and value == int(value) else 0
    match bound:
        case Bound.AT_LEAST | Bound.VAGUE:
            return value, None
        case Bound.MORE_THAN:
            return value + step, None
        case Bound.AT_MOST:
            return None, value
        case Bound.LESS_THAN:
            return None, value - step
        case _:
            return value, value
