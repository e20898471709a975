"""Extent: whether a figure counts one incident, a running total, a standing level or a rate."""

import re

from discrepancy.extract.context.dated import DatedText, Figure
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.story import Story
from discrepancy.extract.passages import Passage
from discrepancy.model import Extent

_REACH, _AFTER = 90, 60
_RUNNING = re.compile(
    r"\b(?:in all|in total|altogether|so far|to date|total|tally|now|brings?|bringing|since the start)\b", re.IGNORECASE
)
_RATE = re.compile(
    r"\s?(?:[a-z]+\s){0,2}(?:a|per|an|each|every)\s(?:day|week|month|year|hour)\b(?!\s(?:ago|earlier|later|before|after)\b)|\s(?:daily|weekly|monthly|annually)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:rate(?!\s(?:rise|hike|cut|increase|decision)s?\b)|ratio|share|level|price|unemployment|jobless(?:ness)?|inflation|turnout|average|earnings|wages?|employees)\b"
    r"(?:[^.;\n]|\.\d){0,60}$",
    re.IGNORECASE,
)
_OUT_OF_WORK = re.compile(
    r"[^.;\n]{0,40}\b(?:out of work|unemployed|jobless|employees|(?:looking|searching) for (?:a job|jobs|work))\b",
    re.IGNORECASE,
)
_COMPARED_AFTER = re.compile(r"\s?(?:%|per\s?cent)?\s(?:higher|lower|more|less|above|below|up|down|dearer|cheaper)\b")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)")
_YEARLY = re.compile(r"\b(?:annual|yearly|year-on-year|monthly|on the (?:month|year))\b", re.IGNORECASE)
# "to 6.8%" after a verb of moving is where a level has come to, whatever its name
_REACHED = re.compile(
    r"\b(?:rose|risen|fell|fallen|climbed|jumped|slipped|dipped|dropped|eased|edged|ticked|inched|went|quickened|slowed|widened|narrowed|up|down)\b"
    r"(?:[^.;\n]|\.\d){0,60}\bto\s(?:about\s|some\s|nearly\s)?[$€£]?$"
)
_MOVE = re.compile(
    r"\b(?:by|of|added|another|up|down|rose|fell|gained|grew|lost|edged up|edged down)\s(?:about\s|some\s|nearly\s)?$"
)
# words without one of which there is no running total, and no level
_RUNNING_WORDS = frozenset("all total altogether far date tally now bring brings bringing start".split())
_LEVEL_WORDS = frozenset(
    "rate ratio share level price unemployment jobless joblessness inflation turnout average earnings wage wages employees work job jobs unemployed".split()
)


def extent_of(dated: DatedText, story: Story, figure: Figure, own: PlacedDate | None) -> Extent:
    """A rate of a unit of time, a total since a start or so far, a day's incident, a standing level, else unknown.

    The toll of one event counts its day, however often it rises: a total needs a window that is still open.

    Args:
        dated: The article's dates.
        story: What the article as a whole is about in time.
        figure: The figure.
        own: The date that its sentence gives it.
    """
    text, start, end = dated.text, figure.start, figure.end
    if _RATE.match(text, end, min(figure.sentence.end, end + _AFTER)):
        return Extent.RATE
    if own is not None and own.part is DatePart.SINCE:
        return Extent.TOTAL
    if (story.since or story.day is None) and is_running(text, figure.sentence, start, end):
        return Extent.TOTAL
    if own is not None and own.part is DatePart.EVENT and own.span.first == own.span.last:
        return Extent.INCIDENT
    return Extent.LEVEL if is_level(text, figure.sentence, start, end) else Extent.UNKNOWN


def is_running(text: str, sentence: Passage, start: int, end: int) -> bool:
    """Whether words of adding up stand near a figure ("brings the total to 40", "so far")."""
    if sentence.words.isdisjoint(_RUNNING_WORDS):
        return False
    low, stop = max(sentence.start, start - _REACH), min(sentence.end, end + _AFTER)
    low, high = text.rfind(";", low, start) + 1 or low, text.find(";", end, stop)
    return _RUNNING.search(text, low, high if high >= 0 else stop) is not None


def is_level(text: str, sentence: Passage, start: int, end: int) -> bool:
    """Whether a figure is a standing level ("an unemployment rate of 3.4%"), not a change ("rose 0.2%")."""
    if sentence.words.isdisjoint(_LEVEL_WORDS) and not _PERCENT.match(text, end):
        return False
    if _OUT_OF_WORK.match(text, end):
        return True
    left = text[max(sentence.start, start - _REACH) : start]
    if _COMPARED_AFTER.match(text, end):
        return False
    if _REACHED.search(left) and (_LEVEL.search(left) or _PERCENT.match(text, end)):
        return True
    if _YEARLY.search(left):
        return False
    return _LEVEL.search(left) is not None and _MOVE.search(left) is None
