"""Datelines: the day on which an article says that it was written ("OSLO, 5 December -", a line with nothing but a date)."""

import re
from collections.abc import Iterable
from datetime import date

from discrepancy.extract.dates import Mention, find_mentions
from discrepancy.model import Basis, DateSpan

_OPENING = 60
_HEAD, _LINE = 600, 110  # a date line stands among the first lines, and is short
_PLACE = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*[,/]?\s(?:de\s|da\s|do\s)?){0,5}(?:[\w.'’-]+,\s)?\(?")
_PLACE_END = re.compile(r",?\)?\s(?:\([^()\n]{1,40}\)\s)?[-–—:]")
_BYLINE = re.compile(r"By\s(?:[A-ZÀ-Þ][\w.'’-]*,?\s(?:and\s|in\s)?){1,8}")
# what a line of publication holds beside its date: times of day, zones, and the words of content systems
_AROUND = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[ap]m|[ap]|m|am|pm|o|clock|(?-i:[A-Z]{1,4})|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|published|posted|updated|edited|created|modified|revised|issued|released|filed|first|last|date|time|on|at|by|and|local|story|article",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+")


def is_dateline(text: str, mention: Mention) -> bool:
    """Whether a date says when the article was written: after the place that opens it, or on a line of its own."""
    return follows_place(text, mention.start, mention.end) or _is_line(text, mention.start)


def written_on(text: str) -> date | None:
    r"""The day on which a text says that it was written, from the full dates of its datelines; the last of them.

    >>> written_on("Ferry burns\nPublished: 3 December 2025, 14:08 GMT\nA ferry burned on Wednesday.").isoformat()
    '2025-12-03'
    """
    found = find_mentions(text[:_HEAD], None)
    return max(_stated(span for mention, span in found if is_dateline(text, mention)), default=None)


def _stated(spans: Iterable[DateSpan]) -> Iterable[date]:
    return (
        s.first
        for s in spans
        if s.basis is Basis.STATED and s.first is not None and s.first == s.last and not s.doubtful
    )


def follows_place(text: str, start: int, end: int) -> bool:
    """Whether the date at [start, end) follows the place that opens an article ("OSLO, 5 December -")."""
    return start < _OPENING and _PLACE.fullmatch(text, 0, start) is not None and _PLACE_END.match(text, end) is not None


def _is_line(text: str, at: int) -> bool:
    """Whether a line near the top holds a date and nothing else."""
    if at > _HEAD:
        return False
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at, begin + _LINE + 1)
    end = len(text) if end < 0 and len(text) <= begin + _LINE else end
    if end < 0 or (begin == 0 and end == len(text)):
        return False
    byline = _BYLINE.match(text, begin, at)
    return all(_AROUND.fullmatch(token) for token in _TOKEN.findall(text, byline.end() if byline else begin, end))
