"""Numerals that are no quantities: years, times, ordinals, scores, and numbers that are part of a name.

Each rule is a statement about English, named in `reason_against`; none is a list of sentences.
"""

import re
from functools import cache

from discrepancy.extract.numbers.codes import code_of
from discrepancy.extract.numbers.numerals import Numeral
from discrepancy.extract.words import read_lines

_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"'/])((?:[A-Z][\w&’'.]*|i[A-Z]\w+)(?:-[A-Z]\w*)?)[ -]$")
_COUNTED_NEXT = re.compile(
    r"\s(?!(?:has|was|is|its|as|this|us|does|says|needs|which|by)\b)(?:[a-z]+(?:-[a-z]+)?\s){0,2}?(?:[a-z]{2,}s|people|men|women|children|police|dead|percent|per)\b"
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
_BEYOND = re.compile(
    r"\s?(?:[-–]|to\b)\s?(?:2[2-9]\d\d|[3-9]\d{3}|\d{5}|\d{1,3},\d{3})(?!\d)"
)  # "2000 to 2500": no year ends it
_BETWEEN_BEFORE = re.compile(r"\b(?:the|of|for|to|and|than|around|from|by)\s$", re.IGNORECASE)
_YEAR_OWNER = re.compile(r"(?:[’']s?|\b(?:the|its|their|his|her|our|[A-Z]\w+))\s$")
_AGE_GROUP = re.compile(r"\b(?:under|over)-$", re.IGNORECASE)
# whom a figure is about, not a figure: "men aged 18 to 34", "ages 5-9", "those aged 65 and over"
_BAND = r"\b(?:aged|ages?(?:\sof)?)\s(?:from\s|between\s)?"
_BAND_OPENS = re.compile(rf"{_BAND}$", re.IGNORECASE)
_BAND_GOES_ON = re.compile(r"\s?(?:-|–|to|and|through)\s?(?:\d{1,3}\b|over\b|under\b|above\b|older\b|up\b|younger\b)")
_BAND_CLOSES = re.compile(rf"{_BAND}\d{{1,3}}\s?(?:-|–|to|and|through)\s?$", re.IGNORECASE)
_OF_AGE = re.compile(r"\s?(?:-|–|to)\s?\d{1,3}[\s-]age\b")  # "the 16-24 age group"
_BAND_END = re.compile(r"\d\s?(?:-|–|to)\s?$")
_NAMED_PLURAL = re.compile(
    r"\b(?:junctions|chapters|sections|articles|pages|gates|platforms|rooms|floors|routes|flights|lots|exits|wards|districts|zones|rounds|paragraphs"
    r"|clauses|episodes|figures|volumes)\s(?:\d+[a-z]?\s?(?:,|and|to|or|-|–)\s?)?$"
)
_ERA_BEFORE = re.compile(r"\b(?:A\.?D|B\.?C(?:\.?E)?)\.?\s(?:\d{1,4}\s?(?:-|–|to|and)\s?)?$")
_ERA_AFTER = re.compile(r"\s?(?:(?:-|–|to|and)\s?\d{1,4}\s)?(?:A\.?D|B\.?C(?:\.?E)?|C\.?E)\b")
_BY = re.compile(r"\s?-\s?by\s?-")
# "rose by a third to 7 million"; an ordinal else ("came a third")
_BY_PART = re.compile(r"\b(?:by|up|down|about|nearly|almost|around|over|than|some)\s$", re.IGNORECASE)
_CLAUSE_GOES_ON = re.compile(
    r"\s?(?:[.,;]|$)|\s(?:to|in|from|on|since|over|last|this|after|compared|between|by|and|but|as)\b"
)
_OCLOCK = re.compile(r"\s(?:o[’']clock|[ap]\.?m\b|in the (?:morning|afternoon|evening)\b|at night\b)")
_SHORTLY = re.compile(r"\b(?:shortly|just|soon|sometime|minutes)\s(?:after|before|past)\s$", re.IGNORECASE)
_NO_NOUN = re.compile(r"[.,;:)]|\s?$|\s(?:on|and|in|the|when|as|that|with|to|but)\b")
_RANKED = re.compile(r"\b(?:top|bottom)\s$", re.IGNORECASE)
_TIMES_AS_MUCH = re.compile(r"\s(?:as|the|that|its|what|their|his|more|last|this)\b")
_ORDINAL_LEAD = re.compile(r"\b(?:by|about|nearly|almost|over|than|to|around|of|just)\s$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s(?:[A-Z0-9][\w.]*\s){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Way|Lane|Drive|Boulevard|Blvd|Square|Place|Terrace|Close)\b"
)
_OWNER = re.compile(r"(?:[’']s?|\b(?:own|the|a|new|its|their|[A-Z][a-z]+))\s$")
_MODEL = re.compile(r"\s[A-Z][a-z]+(?<!ish)(?<!ese)(?<!an)(?<!s)\b")
_LIST_ITEM = re.compile(r"(?:^|\n)[ \t]*$")
_LIST_SIGN = re.compile(r"[.)](?:\s|$)")
_NAME_DASH = re.compile(r"\b[A-Z]{2,}[ -]?\d+-$")
_OUT_OF = re.compile(r"\b(?:in|out of)\b")
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


def _is_age_band(before: str, after: str) -> bool:
    if _OF_AGE.match(after) or (_BAND_END.search(before) and after.startswith(" age")):
        return True
    if _BAND_OPENS.search(before):
        return _BAND_GOES_ON.match(after) is not None
    return _BAND_CLOSES.search(before) is not None


@cache
def _naming() -> frozenset[str]:
    return frozenset(read_lines("naming.txt"))


_GAP = re.compile(r"[\s(]")


def _is_named(before: str) -> bool:
    """Whether the last word or two make the number the name of one of a series ("Route 66", "chapter no. 11")."""
    tail = before.lower().rstrip()
    sign = next((sign for sign in (" no", " no.", "#") if tail.endswith(sign)), "")
    words = " ".join(_GAP.split(tail.removesuffix(sign).rstrip())[-2:]).strip("\"\u201c'-")
    return words in _naming() or words.rpartition(" ")[2] in _naming()


def reason_against(text: str, numeral: Numeral, unit: str, money: bool, begin: int = 0) -> str:
    """Why a numeral is no quantity, "" where it is one.

    Args:
        text: The article's text.
        numeral: The numeral.
        unit: The unit read behind it, "" for none.
        money: Whether a currency stands before it.
        begin: Where the words that may name it begin: behind a date.

    Returns:
        The name of the rule that rejects it: "ordinal", "clock time", "year", "name" …
    """
    start, end = numeral.start, numeral.end
    before, after = text[max(begin, start - 24) : start], text[end : end + 48]
    if numeral.spelled:
        return _against_words(text, numeral, before, after)
    if money:
        return ""
    dashed = before.endswith("-")
    if (before[-1:].isalpha() and text[start:end].isdigit()) or (dashed and _AGE_GROUP.search(before)):
        return "name"
    if reason := code_of(text, start, end, unit):
        return reason
    if (dashed and _NAME_DASH.search(before)) or (text[end : end + 1] == "s" and _NAME_BEFORE.search(before)):
        return "name"
    if unit:
        return ""
    if _is_age_band(before, after):
        return "age band"
    if _ERA_BEFORE.search(before) or _ERA_AFTER.match(after):
        return "year"
    if reason := _against_name(text, numeral, before, after):
        return reason
    if (
        text[start:end].isdigit()
        and end - start == 4
        and 1400 <= numeral.value <= 2150
        and _is_year(numeral.value, before, after)
    ):
        return "year"
    return ""


def _against_words(text: str, numeral: Numeral, before: str, after: str) -> str:
    surface = text[numeral.start : numeral.end].lower()
    if after[:1] == "-" and re.match(r"-(?:fifth|third|quarter|seat|seater)s?\b", after):
        return "part of a word"
    if (
        before[-1:] == "-"
        and before[-2:-1].isalpha()
        and not before.lower().endswith(("mid-", "sub-", "minus-", "to-", "or-", "plus-"))
    ):
        return "part of a word"
    if _BY.match(after) or before.endswith(("-by-", "- by - ")):  # a four-by-four
        return "part of a word"
    if _RANKED.search(before) and not re.match(r"\s[a-z-]+s\b", after):
        return "rank"
    if _LIST_SIGN.match(after) and _LIST_ITEM.search(before):
        return "list number"
    if surface == "twice" and not _TIMES_AS_MUCH.match(after):
        return "how often"
    if numeral.form == "part" and re.match(r"an?\s", surface) and after[:1] == "," and not _ORDINAL_LEAD.search(before):
        return "ordinal"
    if surface == "one" and _is_pronoun(before, after):
        return "one as a pronoun"
    if (
        numeral.form == "part"
        and not _OUT_OF.search(surface)
        and not (_BY_PART.search(before) and _CLAUSE_GOES_ON.match(after))
        and not re.match(
            r"[\s-](?:of\b|[a-z]+[\s-]of\b|a\b|percent)|[^\w\s]|\s(?:the|more|less|fewer|higher|lower)", after
        )
    ):
        return "ordinal"
    if surface in ("score", "double", "triple", "quadruple", "k", "m", "b"):
        return "word of another sense" if not re.match(r"\s(?:the|that|its|last|what|their|his)\b", after) else ""
    if numeral.form != "vague" and _is_named(before) and not re.match(r"\s[a-z]+s\b", after):
        return "name"
    return "clock time" if _is_hour(numeral, before, after) else ""


def _is_hour(numeral: Numeral, before: str, after: str) -> bool:
    """Such as "ten o’clock", "six in the morning", "shortly after six."."""
    if _OCLOCK.match(after):
        return True
    return numeral.value <= 12 and _SHORTLY.search(before) is not None and _NO_NOUN.match(after) is not None


def _is_pronoun(before: str, after: str) -> bool:
    if _ONE_AFTER.match(after) and not _ONE_OF_COUNTED.match(after):
        return True
    return _ONE_BEFORE.search(before) is not None


def _against_name(text: str, numeral: Numeral, before: str, after: str) -> str:
    last = before[-1:]
    if last.isalpha() or (
        last == "-"
        and before[-2:-1].isalpha()
        and not before.lower().endswith(("sub-", "mid-", "minus-", "to-", "or-", "plus-", "over-", "under-", "pre-"))
    ):
        return "name"
    if after[:1].isalpha():
        return "name"
    if after[:1] in "’'" and after[1:2] == "s":
        return "name"
    if _is_named(before) or _ADDRESS.match(after) or _NAMED_PLURAL.search(before.lower()):
        return "name"
    if numeral.value >= 100 and _OWNER.search(before) and _MODEL.match(after):
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


def _is_year(value: float, before: str, after: str) -> bool:
    """A four-digit number without a comma is a year unless a plural noun follows and nothing else makes it one.

    A count of that size is printed with a comma, or round ("1500 people"): so 2018 in "the group's 2018 sales" is a year.
    """
    if _BEYOND.match(after):
        return False
    if _YEAR_BEFORE.search(before):
        return not (_YEAR_NOUN.match(after) and _BETWEEN_BEFORE.search(before))
    if 1900 <= value <= 2050 and value % 100 and _YEAR_OWNER.search(before):
        return True
    return not _YEAR_NOUN.match(after)
