"""Numerals that are no quantities: years, times, ordinals, scores, and numbers that are part of a name.

Each rule is a statement about English, named in `reason_against`; none is a list of sentences.
"""

import re
from functools import cache

from discrepancy.extract.numbers.numerals import Numeral
from discrepancy.extract.words import read_lines

_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?::\d\d\b|\.\d\d\s?[ap]\.?m\b|\s?[ap]\.?m\.?(?![\w])|\s?o[’']clock\b|\s(?:GMT|UTC|EST|EDT|CET|IST|BST|ET)\b)"
)
_SLASH = re.compile(r"/\d")
_SCORE_CONTEXT = re.compile(
    r"\b(?:win|wins|won|beat|beats|beating|victory|defeat|defeated|lose|lost|loss|draw|drew|lead|led|score|set|sets|vote|voted|ruling|decision|record)\b",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s?[-–]\s?\d{1,3}(?![\d,.]*\d|%|\s?(?:per|m|k|b)\b)")
_GLUED_NAME = re.compile(r"[A-Za-z]")
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"'])((?:[A-Z][\w&’'.]*|i[A-Z]\w+)(?:-[A-Z]\w*)?)[ -]$")
_COUNTED_NEXT = re.compile(
    r"\s(?:[a-z]+(?:-[a-z]+)?\s){0,2}?(?:[a-z]{2,}s|people|men|women|children|police|dead|percent|per)\b"
)
_YEAR_NOUN = re.compile(
    r"[\s-](?!(?:was|is|has|its|his|this|as|elections?|crisis|census|us)\b)(?:[a-z]+\s){0,2}?(?:[a-z]{3,}s|people|men|women|children|police|dead)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|from|until|till|by|during|before|after|for|to|and|or|between|through|early|late|mid|the|year|back|than|around|"
    r"spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?,?\s|[(’'–/-])$",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|the|this|that|any|every|each|which|another|number|day|square|formula|by|a|type|phase)[\s-]$",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"(?:[’']s\b|[-](?:time|way|off|sided|on|stop|man|woman|party|year|third|quarter)\b|\s(?:another|by one|day|thing|who|that|which|is|can|could|should|would|must|might|may|"
    r"has|was|reason|way|side|hand|point|more time|and only|of the|of its|of his|of her|of our|of my|of these|of those|of several|of many|of"
    r" [A-Z]\w+[’']s|in particular|to)\b|[.?!]|$)"
)
_ONE_OF_COUNTED = re.compile(
    r"\sof the (?:dead|injured|wounded|victims|killed|survivors|missing|\d|two|three|four|five|six|seven|eight|nine|ten)"
)
_PHONE = re.compile(r"[\s.-]?\(?\d{3}\)?[\s.-]\d{3,4}\b")
_LIST_ITEM = re.compile(r"(?:^|\n)[ \t]*$")
_VERSION = re.compile(r"\.\d+\.")


@cache
def _naming() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_lines("naming.txt"))
    return re.compile(rf"\b(?:{words})\s?(?:no\.?\s?|#)?$", re.IGNORECASE)


def reason_against(text: str, numeral: Numeral, unit: str, money: bool) -> str:
    """Why a numeral is no quantity, "" where it is one.

    Args:
        text: The article's text.
        numeral: The numeral.
        unit: The unit read behind it, "" for none.
        money: Whether a currency stands before it.

    Returns:
        The name of the rule that rejects it: "ordinal", "clock time", "year", "name" …
    """
    start, end = numeral.start, numeral.end
    before, after = text[max(0, start - 24) : start], text[end : end + 48]
    if numeral.spelled:
        return _against_words(text, numeral, before, after)
    if money:
        return ""
    digits = text[start:end]
    if _ORDINAL.match(after):
        return "ordinal"
    if _CLOCK.match(after) or before.endswith(":"):
        return "clock time"
    if _VERSION.match(after) or (before[-1:] == "." and before[-2:-1].isdigit()):
        return "version"
    if _SLASH.match(after) or (before.endswith("/") and before[-2:-1].isdigit()):
        return "fraction or date"
    if before.endswith(("#", "@", "№", "No. ", "no. ", "Nos. ", "nos. ", "No ")):
        return "number of a thing"
    if unit:
        return ""
    if reason := _against_name(text, numeral, before, after):
        return reason
    if digits.isdigit() and _is_telephone(text, start, end, before):
        return "telephone"
    if digits.isdigit() and len(digits) == 4 and 1400 <= numeral.value <= 2150 and _is_year(before, after):
        return "year"
    if _LIST_ITEM.search(before) and re.match(r"[.)]\s", after):
        return "list number"
    if _is_score(text, start, before, after):
        return "score"
    return ""


def _against_words(text: str, numeral: Numeral, before: str, after: str) -> str:
    surface = text[numeral.start : numeral.end].lower()
    if after[:1] == "-" and re.match(r"-(?:fifth|third|quarter|seat|seater)s?\b", after):
        return "part of a word"
    pronoun = _ONE_AFTER.match(after) and not _ONE_OF_COUNTED.match(after)
    if surface == "one" and (pronoun or _ONE_BEFORE.search(before)):
        return "one as a pronoun"
    if numeral.form == "part" and not re.match(
        r"[\s-](?:of\b|[a-z]+[\s-]of\b|a\b|percent)|[^\w\s]|\s(?:the|more|less|fewer|higher|lower)", after
    ):
        return "ordinal"
    if surface in ("score", "double", "triple", "quadruple", "k", "m", "b"):
        return "word of another sense" if not re.match(r"\s(?:the|that|its|last|what|their|his)\b", after) else ""
    if numeral.form != "vague" and _naming().search(before) and not re.match(r"\s[a-z]+s\b", after):
        return "name"
    return "clock time" if re.match(r"\s(?:o[’']clock|[ap]\.?m\b)", after) else ""


def _against_name(text: str, numeral: Numeral, before: str, after: str) -> str:
    last = before[-1:]
    if last.isalpha() or (last == "-" and before[-2:-1].isalpha() and not before.lower().endswith(("sub-", "mid-"))):
        return "name"
    if after[:1].isalpha():
        return "name"
    if after[:1] in "’'" and after[1:2] == "s":
        return "name"
    if _naming().search(before):
        return "name"
    plain = not numeral.scaled and "," not in text[numeral.start : numeral.end] and numeral.form == "plain"
    name = _NAME_BEFORE.search(before)
    if (
        plain
        and name
        and not _starts_sentence(text, numeral.start - len(name.group(1)) - 1)
        and not _COUNTED_NEXT.match(after)
    ):
        return "name" if name.group(1).lower() not in _PROPER_BUT_FREE else ""
    return ""


# words that are printed with a capital where a headline or sentence begins, and name nothing
_PROPER_BUT_FREE = frozenset(
    ["about", "around", "at", "by", "from", "in", "of", "only", "over", "some", "to", "with", "and", "than", "the"]
)


def _starts_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 3) : offset].rstrip(" \"“'")
    return offset <= 0 or not before or before[-1] in ".!?:\n"


def _is_year(before: str, after: str) -> bool:
    """A four-digit number is a year unless a plural noun follows and no preposition leads to it."""
    if _YEAR_BEFORE.search(before):
        return not (
            _YEAR_NOUN.match(after)
            and re.search(r"\b(?:the|of|for|to|and|than|around|from|by)\s$", before, re.IGNORECASE)
        )
    return not _YEAR_NOUN.match(after)


def _is_telephone(text: str, start: int, end: int, before: str) -> bool:
    if before[-1:] == "+" or (before[-1:] in "-." and before[-2:-1].isdigit() and text[end : end + 1] in "-."):
        return True
    return (end - start >= 3 and _PHONE.match(text, end, end + 12) is not None) or re.search(
        r"\d{3}[-. ]$", before
    ) is not None


def _is_score(text: str, start: int, before: str, after: str) -> bool:
    dashed = _DASHED.match(after) is not None
    trailing = re.search(r"(?<![\d,.])\d{1,3}\s?[-–]\s?$", before) is not None
    if not dashed and not trailing:
        return False
    around = text[max(0, start - 60) : start + 60]
    return _SCORE_CONTEXT.search(around) is not None
