"""Extent: whether a figure counts one incident, a running total, a standing level or a rate."""

import re

_TOTAL = re.compile(
    r"\b(?:total|toll|tally|so far|to date|cumulative|altogether|overall|in all|brings?|bringing|brought|takes?|taking|"
    r"raises?|raising|risen|climbed|now stands?|has now|have now|since)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:in all|in total|altogether|so far|to date|total|tally|now|brings?|bringing|since the start)\b", re.IGNORECASE
)
_RATE = re.compile(
    r"\s?(?:[a-z]+\s){0,2}(?:a|per|an|each|every)\s(?:day|week|month|year|hour)\b|\s(?:daily|weekly|monthly|annually)\b",
    re.IGNORECASE,
)
_REACH = 90
_LEVEL = re.compile(
    r"\b(?:rate|ratio|share|level|price|unemployment|jobless(?:ness)?|inflation|turnout|average|earnings|wages?|employees|stands? at|stood at)\b"
    r"[^.;\n]{0,60}$",
    re.IGNORECASE,
)
_OUT_OF_WORK = re.compile(r"[^.;\n]{0,30}\b(?:out of work|unemployed|jobless|employees)\b", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?:by|of|added|another|up|down|rose|fell|gained|grew|lost|edged up|edged down)\s(?:about\s|some\s|nearly\s)?$"
)


def is_running(text: str, start: int, end: int) -> bool:
    """Whether words of adding up stand near a figure ("brings the total to 40", "so far")."""
    return _RUNNING.search(text, start, end) is not None


def is_total(text: str, start: int, end: int) -> bool:
    """Whether words of a running total stand before a figure ("the toll has risen to 40")."""
    return _TOTAL.search(text, start, end) is not None


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether words of a rate follow a figure ("12 boats a day")."""
    return _RATE.match(text, start, end) is not None


def is_level(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a figure is a standing level ("an unemployment rate of 3.4%"), not a change ("rose 0.2%")."""
    low = max(begin, start - _REACH)
    if _OUT_OF_WORK.match(text, end):
        return True
    return _LEVEL.search(text[low:start]) is not None and _MOVE.search(text[low:start]) is None
