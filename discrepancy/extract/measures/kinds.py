"""What sort of quantity a figure is: a level or a change, a rate, an age."""

import re

from discrepancy.extract.numbers import Number
from discrepancy.model import Kind

_AGE_AFTER = re.compile(r"[\s-]olds?\b|\sof age\b")
_AGE_BEFORE = re.compile(r"\b(?:aged|age of|ages?)\s$", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|rise[ns]?|rising|f[ae]ll(?:s|en|ing)?|dropp?\w*|increas\w*|decreas\w*|declin\w*|gain\w*|lost|lose[sd]?|climb\w*"
    r"|jump\w*|slid|slipp\w*|grew|grow\w*|up|down|shed|shrank|surged|plunged|plummeted|soared|dipped|widened|narrowed|shrink|crash\w*|tumbl\w*)"
    r"(?:\s(?:by|of|in|just|about|around|nearly|almost|some|another|an?|the|roughly|over|more than|a further)){0,4}\s?$"
)
_CHANGE_AFTER = re.compile(
    r"\s(?:(?!(?:was|is|were|are|and)\s)\w{1,20}\s)?(?:(?:more|less|fewer|higher|lower)\b(?!\sthan\s\d)|up|down|increase|rise|fall|drop|decline|cut|jump|gain|reduction)\b"
)
_MORE_THAN = re.compile(r"\s(?:more|fewer|less)\s(?:\w{1,20}\s)?than\b")
_RATE_AFTER = re.compile(
    r"\s(?:a|per|an|each|every)\s(?:day|week|month|year|hour|head|100,000|1,000|million)\b(?!\s(?:ago|before|earlier|later))"
    r"|\s(?:daily|weekly|monthly|annually)\b"
)


def is_age(text: str, number: Number) -> bool:
    """Whether a span of time is an age: "aged 21 years", "140 years old"."""
    if number.age or _AGE_AFTER.match(text, number.outer_end):
        return True
    return _AGE_BEFORE.search(text[max(0, number.outer_start - 10) : number.outer_start]) is not None


def kind_of(text: str, number: Number, size: str) -> Kind:
    """The kind of a figure of a size ("count", "money", "time" or a dimension).

    Example:
        "rose by 5": change; "13% more": change; "three more people": a count; "59 a day": rate.
    """
    plain = {"count": Kind.COUNT, "money": Kind.MONEY, "time": Kind.DURATION}.get(size, Kind.LEVEL)
    if number.change == "by":
        return Kind.CHANGE
    if plain is Kind.COUNT:
        if _MORE_THAN.match(text, number.outer_end, number.outer_end + 32):
            return Kind.CHANGE
        return Kind.RATE if _RATE_AFTER.search(text, number.outer_end, number.outer_end + 30) else plain
    if plain is Kind.DURATION:
        return plain
    if _CHANGE_AFTER.match(text, number.outer_end, number.outer_end + 24):
        return Kind.CHANGE
    hyphenated = number.unit and text[number.end : number.end + 1] == "-"
    if plain is Kind.LEVEL and number.change == "" and not hyphenated:
        return Kind.CHANGE if is_change_before(text, number.outer_start) else plain
    return plain


def is_change_before(text: str, start: int) -> bool:
    """Whether the words before a place make what stands there a change: "rose by about", "up", "a fall of"."""
    return _CHANGE_BEFORE.search(text[max(0, start - 40) : start].lower()) is not None
