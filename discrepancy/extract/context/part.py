"""What a date does in its sentence: dates a reading, opens a window, names the event, or only compares."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from discrepancy.extract.context.dateline import is_dateline
from discrepancy.extract.dates import JOINED, Mention
from discrepancy.extract.words import read_lines
from discrepancy.model import DateSpan

_REACH = 110
_SAYING_REACH = 60  # a verb of telling or a word of an event, and the few words from there to the date
_LONG = 300
_COARSE = {
    "month", "month_year", "year", "quarter", "rel_quarter", "season", "unit", "fiscal", "decade", "century", "to_date",
    "span", "first_units", "part_unit", "same_unit", "this_unit",
    "month_weeks", "unit_before",
}  # fmt: skip
_WINDOWS = {JOINED, "counted_back", "first_units"}
_SINCE = re.compile(r"\bsince\b[^.;,\n\d]{0,50}$")  # a digit: an earlier date has taken it
_RANKED = re.compile(
    r"\b(?:highest|lowest|largest|biggest|worst|best|deadliest|fewest|most|least|strongest|weakest|sharpest|smallest|steepest|first|second|third|not seen|"
    r"unseen|records? beg[au]n)\b[^.;\n]{0,60}$",
)
_STANDING = re.compile(
    r"\b(?:as of|as at|as on|situation on|what we know on|(?:bulletin|data|figures|report|situation|update) (?:at|for|on|to|up to))\s(?:the\s)?(?:(?:end|evening|morning|afternoon|night)\sof\s)?"
    r"(?:(?:early|late|noon|midday|midnight|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d)\s)?(?:on\s)?$",
)
_BY = re.compile(
    r"\b(?:by|up to|till|until)\s(?:the\s(?:end|evening|morning|afternoon|night)\sof\s)?"
    r"(?:(?:early|late|noon|midday|midnight|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)\s)?(?:on\s)?$",
)
_BY_THE_TIME = re.compile(r"\bby the time (?:of )?[^.;:\n]{0,50},?\son\s$")
_SAID = rf"(?:{'|'.join(read_lines('telling.txt'))})"
_SAYING = re.compile(rf"\b{_SAID}\b[^.;\n]{{0,30}}$")
_SAYING_AFTER = re.compile(rf"(?P<comma>,)?\s(?:(?!been\b|was\b|were\b)[\w'’-]+\s){{0,8}}?{_SAID}\b", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:that|which|who|whom|what)\s(?:[\w’'-]+\s){{0,4}}{_SAID}\b[^.;,\n]{{0,30}}$")
_MEETING = re.compile(
    r"['’]s?\s(?:[\w’'-]+\s){0,3}(?:briefing|ceremony|conference|congress|hearing|meeting|session|speech|statement|update|address|debate|bulletin|report)\b"
)
_REVISED_AFTER = re.compile(
    r"\s(?:[\w’'-]+\s){0,5}(?:was|were|became|has\sbeen)\s(?:\w+\s){0,2}?(?:cut|raised|lowered|revised|corrected|updated|put|trimmed|lifted|\d)"
)
_BARE_NOUN = re.compile(r"\b(?:an?|the|another)\s$")
_HAD_SAID = re.compile(rf"\bhad\s(?:\w+\s)?{_SAID}\s(?!by\b)")
_OPENS = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:(?:Late |Early )?[Oo]n\s)?$")
_OPENS_AT = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:At|In|During|After)\s$")
_MOVED_TO = re.compile(
    r"\b(?:rose|risen|rises|climb(?:ed|s)|jump(?:ed|s)|increased|reach(?:ed|es)|stood|stands|fell|dropped|grew|went up|passed|raised|lowered|cut|revised|corrected)\b"
    r"[^.;\n]{0,80}\d[\d.,]*%?\s(?:[a-z]+\s){0,2}(?:on\s)?(?:early\s|late\s)?$",
)
_EARLIER = re.compile(
    r"\b(?:from|not the|up on the|down on the|against|(?:compared|together) with|after|than the|instead of|above the|below the|over the)\s(?:the\s|about\s|around\s|nearly\s)?"
    r"[$€£]?\d[\d.,]*(?:%|\sper\scent|\spercent)?\s?(?:[A-Za-z-]+\s){0,4}(?:on\s|in\s|at\sthe\send\sof\s)?(?:late\s|early\s|the\s)?$"
)
# "had reported 14 dead on Monday": the reading of that figure, which has moved on
_HAD_TOLD = re.compile(
    rf"\bhad\s(?:\w+ly\s|earlier\s|already\s)?{_SAID}\b[^.;\n\d]{{0,60}}\d[\d.,]*(?:\s[a-z]+){{0,3}}\s(?:on\s)?(?:late\s|early\s)?$"
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_OF_EVENT = re.compile(rf"\b(?:{'|'.join(read_lines('happenings.txt'))})\s(?:of|on|in\sthe\snight\sof)\s(?:the\s)?$")


class DatePart(Enum):
    """What a date does in its sentence."""

    STANDING = auto()  # "as of Friday": when the figures of the paragraph were read
    READING = auto()  # "by Friday": when the figure was read
    TELLING = auto()  # "said on Tuesday": when a reading was told; later figures of the paragraph share it
    EARLIER = auto()  # "up from 15 on Monday": the reading of one figure alone
    SINCE = auto()  # "since 2 September": where a window opens
    EVENT = auto()  # "on Wednesday": when it happened
    WINDOW = auto()  # "in 2024", "last month": the unit covered
    DATELINE = auto()  # "OSLO, 5 December -": when it was written
    AHEAD = auto()  # "will be sworn in on 13 September"
    ASIDE = auto()  # "the lowest since 1969"


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date of the text and what it does there."""

    span: DateSpan
    part: DatePart
    kind: str = ""

    @property
    def is_coarse(self) -> bool:
        """Whether it names a unit longer than a day."""
        return self.kind in _COARSE

    @property
    def read_on(self) -> DateSpan:
        """When a count of it is read: the day, month or year itself, a longer window on its last day."""
        return replace(self.span, first=self.span.last) if self.kind in _WINDOWS else self.span

    @property
    def is_closed(self) -> bool:
        """Whether it is a window that its words close: counts of it are read at its end, whenever they are told."""
        return self.is_long or self.kind in _WINDOWS

    @property
    def is_long(self) -> bool:
        """Whether it spans about a year or more."""
        first, last = self.span.first, self.span.last
        return first is not None and last is not None and (last - first).days >= _LONG

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.span.first is not None and self.span.first == self.span.last

    @property
    def place(self) -> tuple[int, int]:
        """Where its words stand."""
        return self.span.start, self.span.end


def place_date(text: str, mention: Mention, span: DateSpan, ahead: bool) -> PlacedDate:
    """Say what a date does in its sentence.

    Args:
        text: The article's text.
        mention: The date's words.
        span: The date.
        ahead: Whether it lies ahead of the article.

    Returns:
        The date with its part: "the toll rose to 40 on Friday" is a reading, "Friday's raid" an event.
    """
    return PlacedDate(span, _part(text, mention, ahead), mention.kind)


def _part(text: str, mention: Mention, ahead: bool) -> DatePart:
    left = text[max(0, mention.start - _REACH) : mention.start]
    if is_dateline(text, mention):
        return DatePart.DATELINE
    if ahead:
        return DatePart.AHEAD
    if mention.kind == JOINED:
        return DatePart.WINDOW
    low = left.lower()
    since = _SINCE.search(low) if "since" in low else None
    if since:
        return DatePart.ASIDE if _RANKED.search(low, 0, since.start()) else DatePart.SINCE
    if _EARLIER.search(left) or (mention.kind not in _COARSE and _HAD_TOLD.search(low)):
        return DatePart.EARLIER
    possessive = _is_possessive(text, mention)
    if not possessive and _STANDING.search(low):
        return DatePart.STANDING
    if not possessive and (_BY.search(low) or ("by the time" in low and _BY_THE_TIME.search(low))):
        return DatePart.READING
    if mention.kind in _COARSE:
        return DatePart.WINDOW
    if possessive and _OPENS_AT.search(left) and _MEETING.match(text, mention.end):
        return DatePart.TELLING
    if (
        possessive
        or _OF_EVENT.search(low, len(low) - _SAYING_REACH)
        or (mention.kind == "weekday" and _BARE_NOUN.search(low))
    ):
        return DatePart.EVENT
    return DatePart.TELLING if _is_telling(text, mention, left, low) else DatePart.EVENT


def _is_possessive(text: str, mention: Mention) -> bool:
    return _POSSESSIVE.match(text, mention.end) is not None or text.endswith(("'s", "’s"), mention.start, mention.end)


def _is_telling(text: str, mention: Mention, left: str, low: str) -> bool:
    """Whether a report is dated: "said on Tuesday", "on Tuesday he said"; "hit on Tuesday, he said" dates an event."""
    if ("that" in low or "wh" in low) and _RELATIVE.search(low):
        return False
    if mention.kind == "day_before" and _SAYING.search(low, len(low) - _SAYING_REACH):
        return True
    if mention.kind in ("ago", "day_before"):
        return _OPENS.search(left) is not None and _HAD_SAID.search(text, mention.end, mention.end + _REACH) is not None
    if _SAYING.search(low, len(low) - _SAYING_REACH) or _MOVED_TO.search(low):
        return True
    opens, stop = _OPENS.search(left) is not None, mention.end + _REACH
    after = _SAYING_AFTER.match(text, mention.end, stop)
    if after is not None and (after["comma"] is None or opens):
        return True
    if not opens:
        return False
    return bool(_HAD_SAID.search(text, mention.end, stop) or _REVISED_AFTER.match(text, mention.end, stop))
