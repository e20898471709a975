"""What a date's words are read against: the day of publication, and the cues in the text around it.

Nothing else in the text changes a date:

- a future verb within 70 characters before it, in its clause, with no verb of speech between: ahead ("will meet on Monday");
- a verb in the past right before a day and month: behind ("sank on 3 March"); "since", "ended", "from", "after", "12 months to": behind;
- "until": ahead, but for what lasted or had not come; "by": a month's nearest, a day ahead where someone is bound to act;
- the year that opens its sentence ("In 2022 ... by December 31"), or that the other end of its window names;
- the last date or quarter spoken of, for dates that count from one ("a year earlier", "the next day", "the 3rd");
- a possessive: "Wednesday's ruling" is behind, whatever verb stands before.
"""

import re
from datetime import date
from typing import NamedTuple

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.words import read_lines
from discrepancy.model import Part


def verbs_of(kind: str) -> str:
    """The verbs of one kind, as alternatives of a pattern."""
    rows = (line.split("\t") for line in read_lines("tenses.tsv"))
    return "|".join(verbs.replace(" ", "|").replace("_", r"\s") for name, verbs in rows if name == kind)


_FUTURE = re.compile(
    r"\b(?:will|shall|would|to be|is to|are to|expect\w*|scheduled|due|plans?|planned|planning|set (?:for|to)|slated|upcoming|ahead of|going to|"
    r"begins?|starts?|opens?|deadline|as (?:early|soon) as)\b",
    re.IGNORECASE,
)
# "until" looks ahead ("is shut until Monday"), but for what did not come before, or went on ("did not open until Monday", "burned until")
_UNTIL = re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:^|\n|[.:;,]\s|[\"“(])\W*(?:up\s)?$|\bup\s$|\bhad\s(?!$)|\b(?:did|was|were)\s?n[o’']t\b|\b(?:never|nobody|none|no\sone|nothing)\b"
    rf"|\b(?:{verbs_of('lasting')})\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|would|shall|is|are)\b|['’]ll\b", re.IGNORECASE)
# "by" looks ahead where someone is to act ("ordered them to leave by Monday", "must be repaired by Monday")
_BY = re.compile(r"\b(?:by|before|no\slater\sthan)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_BOUND = re.compile(
    rf"\b(?:must|should|ought|ha(?:s|ve)\sto|needs?\sto|ultimatum|(?:{verbs_of('bidding')})\s(?:[\w’'-]+\s){{0,5}}?to\s[a-z])",
    re.IGNORECASE,
)
# "sank on 3 March": the last verb before the date is in the past, and plans nothing
_HAPPENED = re.compile(
    rf"\b(?!(?:{verbs_of('planned')})\b)(?:[a-z]{{2,}}ed|{verbs_of('past')})\s(?:(?!(?:to|for|{verbs_of('planned')})\b)[\w’'-]+\s){{0,3}}?(?:on\s)?(?:the\s(?:evening|morning|night)\sof\s)?$"
)
_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|says|added)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;\n]|(?<![ap]\.m)[.:]\s(?=[A-Z\"“'‘])")
_PAST_ONLY = re.compile(r"\b(?:since|ended|ending|from|after)\s(?:the\s)?$", re.IGNORECASE)
_COUNTED_BACK = re.compile(
    r"\b(?:hour|day|week|month|quarter|year)s?\s(?:up\s)?(?:to|through)\s(?:the\s)?$", re.IGNORECASE
)
_NEAREST = re.compile(r"\b(?:by|through|until|till|before|to)\s(?:the\s)?$", re.IGNORECASE)
_FUTURE_REACH, _LOOK_BACK = 70, 80


class Setting(NamedTuple):
    """What a mention is read against.

    Attributes:
        reference: The day of publication, or None.
        left: The text before the mention, 80 characters of it.
        quarter: The last quarter spoken of nearby, for "a year earlier".
        spoken_of: The last date spoken of nearby, for "a year later".
        year: The year that opens the sentence ("In 2022 ... by December 31"), or that the other end of a window has.
        year_stated: Whether it is that of the window ("from May to July 2022"), and sure.
        possessive: Whether the mention is a possessor ("Wednesday's ruling").
    """

    reference: date | None
    left: str
    quarter: cal.Span | None = None
    spoken_of: cal.Span | None = None
    possessive: bool = False
    year: int | None = None
    year_stated: bool = False

    @property
    def future(self) -> bool:
        """Whether a future verb stands close to the left, in the same clause, with no verb of speech between.

        Measured: right for 14 of 19 weekdays; a cue anywhere in the sentence harms.
        """
        begin = max(0, len(self.left) - _FUTURE_REACH)
        for end in _CLAUSE_END.finditer(self.left, begin):
            begin = end.end()
        limit = self._limit(begin)
        if limit is not None:
            return limit
        cues = [cue.end() for cue in _FUTURE.finditer(self.left, begin)]
        return bool(cues) and _SPOKEN.search(self.left, cues[-1]) is None

    def _limit(self, begin: int) -> bool | None:
        """Whether "until" or "by" sets a limit that lies ahead, by the words before it in the clause; None without one."""
        left = self.left
        until = next(_UNTIL.finditer(left, begin), None)
        if until is not None and _SPOKEN.search(left, until.end()) is None:
            past = _BEHIND.search(left, begin, until.start()) is not None
            return not past or _WILL.search(left, begin, until.start()) is not None
        by = _BY.search(left, begin)
        return True if by is not None and _BOUND.search(left, begin, by.start()) else None

    @property
    def past_only(self) -> bool:
        """Whether "since", "ended", "from" or "after" stands before, or "12 months to": the date lies behind."""
        return _PAST_ONLY.search(self.left) is not None or _COUNTED_BACK.search(self.left) is not None

    @property
    def happened(self) -> bool:
        """Whether a verb in the past stands right before ("sank off the cape on 3 March"): the date lies behind."""
        return _HAPPENED.search(self.left) is not None

    @property
    def nearest(self) -> bool:
        """Whether "by", "until", "through" or "before" stands before: the nearest either way."""
        return _NEAREST.search(self.left) is not None and _COUNTED_BACK.search(self.left) is None


class Reading(NamedTuple):
    """A resolved mention: its span (None while it has no reference), and how sure it is."""

    span: cal.Span | None
    stated: bool = False
    part: Part | None = None
    doubtful: bool = False


def day_reading(day: date | None, *, stated: bool = False, doubtful: bool = False) -> Reading:
    """The reading of one day, None where the calendar has none."""
    return Reading((day, day) if day else None, stated=stated, doubtful=doubtful)


def words_before(text: str, start: int) -> str:
    """The words before a date by which it is read."""
    return text[max(0, start - _LOOK_BACK) : start]


def speaks_ahead(text: str, start: int) -> bool:
    """Whether a future verb stands close before a date ("will be sworn in on 13 September")."""
    return Setting(None, words_before(text, start)).future
