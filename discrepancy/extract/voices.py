"""Who an article says it has a figure from, and how firmly it states it."""

import re
from functools import cache

from discrepancy.extract.words import read_lines
from discrepancy.model import Role, Status
from discrepancy.sentences import Sentence

_NAME = r"(?:the\s|a\s|an\s)?(?:[A-Z][\w.’'&-]*|[a-z]+(?:['’]s)?)(?:\s(?:[A-Z][\w.’'&-]*|of|for|the|[a-z]+)){0,4}?"
_SAYS = r"(?:said|says|say|told|reported|reports|announced|estimated|estimates|put|puts|counted|recorded|confirmed|has logged|has counted|stated)"
_ACCORDING = re.compile(rf"\b(?:according to|as per|figures from|data from|numbers from)\s({_NAME})(?=[,.;)\s]|$)")
_SAID = re.compile(
    rf"(?:^|[,.;–—]\s?|\b(?:that|and|as|while|but)\s)({_NAME})\s(?:(?:has|have|had|also|later|later said|now|still)\s)*{_SAYS}\b"
)
_PRONOUN = frozenset("he she it they we i you who that which this there one".split())
_EARLIER = re.compile(
    r"\b(?:(?:earlier|previously|initially|originally|first|had|once)\s(?:been\s)?(?:earlier\s|previously\s|initially\s|first\s)?"
    r"(?:reported|put|said|stated|given|announced|spoken|estimated|counted|thought|said to be|feared)"
    r"|(?:earlier|previous|initial|first|original|provisional|preliminary)\s(?:\w+\s){0,2}?(?:count|toll|figure|tally|estimate|number|total|report)s?"
    r"|up from|down from|instead of|rather than|not the)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"^[^.;,]{0,25}?\b(?:first reported|initially reported|previously reported|originally reported|reported earlier|earlier reported|first announced|first put|a day earlier|the day before|previously thought|previously announced)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|than the|than in|from the)\s(?:\w+\s){0,3}$", re.IGNORECASE
)


@cache
def _statuses() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    rows = [line.split("\t") for line in read_lines("speech.tsv")]
    order = (Status.DENIED, Status.PROJECTED, Status.TARGET, Status.PRESUMED, Status.ESTIMATED, Status.CONFIRMED)
    return tuple(
        (status, re.compile(r"\b(?:" + "|".join(re.escape(w) for s, w in rows if s == status) + r")\b", re.IGNORECASE))
        for status in order
    )


def read_status(text: str, sentence: Sentence, start: int, end: int) -> Status:
    """How firmly a figure is stated, by the words of its clause."""
    clause = text[max(sentence.start, start - 50) : min(sentence.end, end + 40)]
    for status, pattern in _statuses():
        if pattern.search(clause):
            return status
    return Status.REPORTED


def read_attribution(text: str, sentence: Sentence, start: int, end: int) -> str:
    """Who the article says it has the figure from ("the health ministry said"), "" for nobody.

    The nearest speaker of the sentence is taken; a pronoun names nobody.
    """
    best, distance = "", 10**9
    for pattern in (_ACCORDING, _SAID):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            name = match.group(1).strip()
            gap = min(abs(match.start(1) - end), abs(start - match.end(1)))
            if name.lower() not in _PRONOUN and gap < distance:
                best, distance = name, gap
    return best.removeprefix("the ").removeprefix("The ")


def read_role(text: str, sentence: Sentence, number_start: int, number_end: int, change: str, converted: bool) -> Role:
    """What a figure does in its sentence: "up from 21" is an earlier reading, "against 49 in 2023" a comparison."""
    if converted:
        return Role.CONVERSION
    before, after = (
        text[max(sentence.start, number_start - 70) : number_start],
        text[number_end : min(sentence.end, number_end + 50)],
    )
    if change == "from" or _EARLIER.search(before) or _EARLIER_AFTER.match(after):
        return Role.EARLIER
    return Role.COMPARISON if _COMPARED.search(before) else Role.HEADLINE
