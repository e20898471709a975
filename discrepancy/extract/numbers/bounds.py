"""Bounds and hedges: which values the words around a number allow."""

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.words import read_lines
from discrepancy.model import Bound

_LOOK_BACK = 40
_LINK = r"(?:\s(?:a|an|the|another|total of|a total of|some))?[\s]*$"
# words that end in a bound's word without setting one: "the lead up to", "hand over", "get over", "look past"
_TRAP = re.compile(
    r"\b(?:lead|leading|build|building|run|live|lives|adds?|hands?|handed|take|took|turned|turn|rolled?|all|aged?)\s$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Hedge:
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
def _before() -> re.Pattern[str]:
    words = sorted(_rows("before"), key=lambda w: (-len(w), w))
    letters = "|".join(re.escape(w) for w in words if w[0].isalpha() and not w.endswith("-"))
    signs = "|".join(re.escape(w) for w in words if not w[0].isalpha() or w.endswith("-"))
    return re.compile(rf"(?:(?<![\w-])({letters}){_LINK}|({signs})\s*$)", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words = sorted(_rows("after"), key=lambda w: (-len(w), w))
    letters = "|".join(re.escape(w) for w in words if w[-1].isalpha())
    signs = "|".join(re.escape(w) for w in words if not w[-1].isalpha())
    return re.compile(rf"\s?(?:({letters})\b|({signs}))", re.IGNORECASE)


def hedge_before(text: str, start: int) -> Hedge | None:
    """The bound or hedge that ends where a figure (with its currency) starts.

    The outermost words win only if the inner ones are no bound: "at least about 30" is about 30, with a floor.

    >>> hedge_before("killing no fewer than 83", 22).bound
    <Bound.AT_LEAST: 'at_least'>
    """
    window = max(0, start - _LOOK_BACK)
    match = _before().search(text[window:start])
    if match is None:
        return None
    words = " ".join((match.group(1) or match.group(2)).lower().split())
    if _TRAP.search(text[max(0, window + match.start() - 12) : window + match.start()]):
        return None
    bound, approximate = _rows("before")[words]
    return Hedge(window + match.start(), start, bound, approximate, words)


def hedge_after(text: str, end: int) -> Hedge | None:
    """The bound that stands behind a number or its unit ("83+", "83 or more")."""
    match = _after().match(text, end, end + 24)
    if match is None:
        return None
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
