"""What a date's words are read against: the day of publication, and the words before it."""

import re
from dataclasses import dataclass
from datetime import date

from discrepancy.extract.dates import calendar as cal
from discrepancy.model import Part

_FUTURE = re.compile(
    r"\b(?:will|shall|would|to be|is to|are to|expect\w*|scheduled|due|plans?|planned|planning|set (?:for|to)|slated|until|upcoming|ahead of|going to|"
    r"begins?|starts?|opens?|deadline|as (?:early|soon) as)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|says|added)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;\n]|(?<![ap]\.m)[.:]\s(?=[A-Z\"“'‘])")
_PAST_ONLY = re.compile(r"\b(?:since|ended|ending|from|after)\s(?:the\s)?$", re.IGNORECASE)
_NEAREST = re.compile(r"\b(?:by|through|until|till|before|to)\s(?:the\s)?$", re.IGNORECASE)
_FUTURE_REACH = 70


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mention is read against.

    Attributes:
        reference: The day of publication, or None.
        left: The text before the mention, 80 characters of it.
        quarter: The last quarter spoken of nearby, for "a year earlier".
        spoken_of: The last date spoken of nearby, for "a year later".
        year: The year that opens the sentence ("In 2022 ... by December 31").
        possessive: Whether the mention is a possessor ("Wednesday's ruling").
    """

    reference: date | None
    left: str
    quarter: cal.Span | None = None
    spoken_of: cal.Span | None = None
    possessive: bool = False
    year: int | None = None

    @property
    def future(self) -> bool:
        """Whether a future verb stands close to the left, in the same clause, with no verb of speech between.

        Measured: right for 14 of 19 weekdays; a cue anywhere in the sentence harms.
        """
        begin = max(0, len(self.left) - _FUTURE_REACH)
        for end in _CLAUSE_END.finditer(self.left, begin):
            begin = end.end()
        cues = [cue.end() for cue in _FUTURE.finditer(self.left, begin)]
        return bool(cues) and _SPOKEN.search(self.left, cues[-1]) is None

    @property
    def past_only(self) -> bool:
        """Whether "since", "ended", "from" or "after" stands before: the date lies behind."""
        return _PAST_ONLY.search(self.left) is not None

    @property
    def nearest(self) -> bool:
        """Whether "by", "until", "through" or "before" stands before: the nearest either way."""
        return _NEAREST.search(self.left) is not None


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved mention: its span (None while it has no reference), and how sure it is."""

    span: cal.Span | None
    stated: bool = False
    part: Part | None = None
    doubtful: bool = False


def day_reading(day: date | None, *, stated: bool = False, doubtful: bool = False) -> Reading:
    """The reading of one day, None where the calendar has none."""
    return Reading((day, day) if day else None, stated=stated, doubtful=doubtful)
