"""Who an article says it has a figure from, and how firmly it states it."""

import re
from functools import cache

from discrepancy.extract.passages import Passage, Phrases
from discrepancy.extract.words import read_lines
from discrepancy.model import Status

_NAME = r"(?:the\s|a\s|an\s)?(?:[A-Z][\w.’'&-]*|[a-z]+(?:['’]s)?)(?:\s(?:[A-Z][\w.’'&-]*|of|for|the|[a-z]+)){0,4}?"
_SAYING = "said says say told reported reports announced estimated estimates put puts counted recorded confirmed logged stated".split()
_SAYS = rf"(?:{'|'.join(word for word in _SAYING if word != 'logged')}|has logged|has counted)"
_ACCORDING = re.compile(
    rf"\b(?:(?i:according to)|as per|figures from|data from|numbers from)\s({_NAME})(?=[,.;)]|\s(?:said|says|and|on|in|at|that|which|who|as|from|by|with|late|early)\b|$)"
)
_SAID = re.compile(
    rf"(?:^|[,.;–—]\s?|\b(?:that|and|as|while|but)\s)({_NAME})\s(?:(?:has|have|had|also|later|later said|now|still)\s)*{_SAYS}\b"
)
_REACH = 400  # characters over which a speaker is sought: a sentence may be a megabyte long
_VOICES = (  # each pattern with the words without one of which it cannot match
    (_ACCORDING, frozenset({"according", "per", "figures", "data", "numbers"})),
    (_SAID, frozenset(_SAYING)),
)
_PRONOUN = frozenset("he she it they we i you who that which this there one".split())


_STATUS_ORDER = (Status.DENIED, Status.PROJECTED, Status.TARGET, Status.PRESUMED, Status.ESTIMATED, Status.CONFIRMED)


@cache
def _statuses() -> tuple[Phrases, dict[str, Status]]:
    table = {words: Status(status) for status, words in (line.split("\t") for line in read_lines("speech.tsv"))}
    return Phrases.of(table), table


def read_status(passage: Passage, start: int, end: int) -> Status:
    """How firmly a figure is stated, by the words of its clause."""
    phrases, table = _statuses()
    if not phrases.may_stand_in(passage.words):
        return Status.REPORTED
    clause = passage.text[max(passage.start, start - 50) : min(passage.end, end + 40)].lower()
    found = {table[words] for words in phrases.pattern.findall(clause)}
    return next((status for status in _STATUS_ORDER if status in found), Status.REPORTED)


def read_attribution(passage: Passage, start: int, end: int) -> str:
    """Who the article says it has the figure from ("the health ministry said"), "" for nobody.

    The nearest speaker of the sentence is taken; a pronoun names nobody.
    """
    best, distance = "", 10**9
    first, last = max(passage.start, start - _REACH), min(passage.end, end + _REACH)
    for pattern, words in _VOICES:
        if passage.words.isdisjoint(words):
            continue
        for match in pattern.finditer(passage.text, first, last):
            name = match.group(1).strip()
            gap = min(abs(match.start(1) - end), abs(start - match.end(1)))
            if name.lower() not in _PRONOUN and gap < distance:
                best, distance = name, gap
    return best.removeprefix("the ").removeprefix("The ")
