"""Whether words that fit the grammar are a date where they stand: months that are names or verbs, years that are counts."""

import re
from collections.abc import Callable, Mapping

from discrepancy.extract.dates.grammar import Mention

_RIGHT, _LEAD = 40, 14  # how far the words after and just before are looked at
_YEAR_LEADS = re.compile(
    r"(?:^|\b(?:in|since|of|from|until|till|by|during|before|after|for|to|and|or|between|through|throughout|early|late|mid|the|year|back|than|around|as|on|"
    r"summer|spring|autumn|fall|winter|into|its|their|his|her|a|this|over|with|about|like|any|last|entire|whole|against|ended|ending|was|is|ago|versus|elections?)\s|[(’'“\"–,—]\s?|-|/)$",
    re.IGNORECASE,
)
_YEAR_SURE = re.compile(r"\b(?:in|since|until|during)\s$")
_PEOPLE = re.compile(r"[\s-](?:more\s|other\s|new\s)?(?:people|men|women|children|[a-z]+(?:men|women))\b")
_PLURAL = re.compile(
    r"\s(?!(?:was|is|has|its|his|this|as|elections?|sales|results|earnings|games|olympics|events|figures|levels|prices|terms|attacks|protests|riots"
    r"|floods|talks|strikes|polls|reforms|budgets|sanctions|fires|begins|ends|starts|opens|closes|nears|draws|dawns|passes)\b)[a-z]{3,}[^siu\W]s\b"
)
_UNIT = re.compile(
    r"[\s-](?:(?:sq(?:uare)?|cubic)\.?\s?(?:k?m|f(?:ee|oo)?t|mi|yards?|inch|met)|k[mg]\b|[kMG]Wh?\b|[cm]m\b|m[²³]|hp\b|bhp\b|rpm\b|mph\b|lbs?\b"
    r"|(?:kilo|mega|giga|milli|centi)[a-z]{3,}|met(?:er|re)s?\b|miles?\b|hectares?\b|tonnes?\b|acres?\b|lit(?:er|re)s?\b|volts?\b|watts?\b)"
)
_BEYOND = re.compile(
    r"\s?(?:[-–]|to\b)\s?(?:2[2-9]\d\d|[3-9]\d{3}|\d{5}|\d{1,3},\d{3})(?!\d)"
)  # "2000 to 2500": no year ends it
_MONTH_LEADS = re.compile(
    r"\b(?:in|since|of|from|until|till|by|during|before|after|for|to|and|or|between|through|early|late|mid|last|this|next|on|that|each|every|through)\s$|[(,]\s?$",
    re.IGNORECASE,
)
_TO_MONTH = re.compile(
    r"(?:\s?[–-]\s?|\s(?:to|until|through)\s)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
_MARCH_VERB = re.compile(r"\s(?:on|to|for|against|through|of\sthe)\b")
_NAME_AFTER = re.compile(r"\s(?:[A-Z][a-z]+|Times)\b")
_NAMES = ("March", "August", "April", "June")
_HALF_AFTER = re.compile(r"[,.]|\s(?:was|were|of\sthe\s(?:fiscal\s)?year)")
_HALF_BEFORE = re.compile(r"\b(?:in|for|during|of)\s(?:the\s)?$")
_ZONE = re.compile(r"\s?(?:(?:hours|hrs)\b|(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]T|IST|HKT|JST|AES?T|SGT|MSK)\b)")
_OWNER = re.compile(r"\b(?:an?|the|his|her|their|its)\s$", re.IGNORECASE)
_MODEL = re.compile(
    r"\s(?:(?:white|black|silver|gr[ae]y|red|blue|green|gold|brown)\s|(?:Audi|BMW|Chevrolet|Chevy|Dodge|Ford|Honda|Hyundai|Jeep|Kia|Lexus|Mazda|Mercedes|Nissan"
    r"|Subaru|Tesla|Toyota|Volkswagen|Volvo)\b)"
)
_FESTIVE = re.compile(
    r"\s(?:albums?|bonus(?:es)?|bunn(?:y|ies)|cakes?|cards?|carols?|celebrations?|costumes?|decorations?|dinners?|eggs?|gifts?|jumpers?|lights|lunch(?:es)?|markets?"
    r"|movies?|part(?:y|ies)|presents?|pudding|shopp(?:ers|ing)|songs?|specials?|stockings?|sweaters?|trees?|turkeys?|Island|Rebellion|Rising)\b"
)
_OTHER_CALENDARS = re.compile(
    r"\b(?:Lunar|Chinese|Jewish|Hebrew|Islamic|Hijri|Iranian|Persian|Orthodox|Coptic|Ethiopian|Thai|Khmer|Lao|Tamil|Tibetan|Vietnamese|Korean|Balinese)\s$"
)
# what follows a day, and no noun: "on the 3rd it spread", not "on the 3rd floor"
_NTH_FOLLOWED = re.compile(
    r"[.,;:)’”\"]|$|\s(?:\d|(?:a|about|after|all|an|and|another|as|at|before|but|by|from|had|has|he|her|his|in(?!\sa\s)|is|it|its|many|more|most|nearly|no|only|or|over"
    r"|several|she|some|that|the|their|there|they|through|till|to|until|up|was|we|were|when|which|while|will|with"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]*(?:dozen|hundred|score|teen|thousand)s?)\b)"
)
_NTH_LEADS = re.compile(
    r"\b(?:on|by|since|until|till|before|after|(?:as|evening|morning|night)\sof|the\s\d\d?(?:st|nd|rd|th)\s(?:to|through|and|until|till))\s$",
    re.IGNORECASE,
)
_NTH_ON = re.compile(r"\s(?:to|through|and|until|till)\sthe\s\d\d?(?:st|nd|rd|th)\b(?!\s[a-z]{3,})")
_NTH_OPENS = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_GOLF = re.compile(r"\b(?:birdie\w*|bogey\w*|eagle\w*|fairway|green|holes?|par|putt\w*|tee\w*)\b", re.IGNORECASE)
_AGES = re.compile(r"\b(?:their|his|her|my|our|your)\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)


def is_date(text: str, mention: Mention, left: str) -> bool:
    """Whether words that fit the grammar are a date here: "may march to the square" holds none.

    Args:
        text: The text.
        mention: The words.
        left: The text before them, up to some eighty characters.
    """
    guard = _GUARDS.get(mention.kind)
    return guard is None or guard(mention, text[mention.start : mention.end + _RIGHT], left)


def _is_half(mention: Mention, text: str, left: str) -> bool:
    """A half without its year is a date only where it reads so: "in the first half", not "the first half goal"."""
    fields = mention.fields
    if fields.get("q_u") != "half" or fields.get("q_y") or fields.get("q_w"):
        return True
    return bool(_HALF_AFTER.match(text, _length(mention)) or _HALF_BEFORE.search(left))


def _is_month(mention: Mention, text: str, left: str) -> bool:
    """Not the verbs "may" and "march", nor the names April, June, Jan, nor a word in capitals."""
    surface, led = text[: _length(mention)], _MONTH_LEADS.search(left[-_LEAD:]) is not None
    named = _NAME_AFTER.match(text, _length(mention)) is not None
    if len(surface) == 3 and surface != "May" and named:
        return False
    if surface == "May" or surface.isupper():
        return led or _TO_MONTH.match(text, _length(mention)) is not None
    if surface in _NAMES and named:
        return led
    return led or surface != "March" or _MARCH_VERB.match(text, _length(mention)) is None


def _is_year(mention: Mention, text: str, left: str) -> bool:
    """Not a count ("1998 tonnes", "2,000 people" without its comma): words before and after decide."""
    if mention.fields.get("y_part"):
        return True
    if _ZONE.match(text, _length(mention)) or (_OWNER.search(left) and _MODEL.match(text, _length(mention))):
        return False
    if _UNIT.match(text, _length(mention)) or _BEYOND.match(text, _length(mention)):
        return False
    counted = _PEOPLE.match(text, _length(mention)) or _PLURAL.match(text, _length(mention))
    if counted and not _YEAR_SURE.search(left[-_LEAD:]):
        return False
    return _YEAR_LEADS.search(left[-_LEAD:]) is not None or not left.strip() or left.endswith(("\n", ". "))


def _is_season(mention: Mention, text: str, _: str) -> bool:
    """The fall may be one of prices: "in the fall" alone is no date."""
    fields = mention.fields
    if fields.keys() & {"s_y", "s_y2", "s_y3", "s_a3"} or fields.get("s_a", "").lower() in ("last", "this", "next"):
        return True
    return not text[: _length(mention)].lower().endswith("fall")


def _is_feast(mention: Mention, text: str, left: str) -> bool:
    """A feast of the Gregorian calendar, not a thing named after one: a Christmas party may be held on any day."""
    if _FESTIVE.match(text, _length(mention)):
        return False
    return _OTHER_CALENDARS.search(left[-_LEAD:]) is None


def _is_nth_day(mention: Mention, text: str, left: str) -> bool:
    """A day, and not a floor or a hole: a preposition of time before it, or its month after it."""
    if "nd_m" in mention.fields:
        return True
    if not _NTH_FOLLOWED.match(text, _length(mention)) or _GOLF.search(left) or _GOLF.search(text):
        return False
    opens = _NTH_OPENS.search(left) is not None and _NTH_ON.match(text, _length(mention)) is not None
    return opens or _NTH_LEADS.search(left) is not None


def _is_decade(mention: Mention, _: str, left: str) -> bool:
    """An age is none ("in their thirties")."""
    return "d_w" not in mention.fields or _AGES.search(left) is None


def _length(mention: Mention) -> int:
    return mention.end - mention.start


_GUARDS: Mapping[str, Callable[[Mention, str, str], bool]] = {
    "quarter": _is_half,
    "month": _is_month,
    "year": _is_year,
    "season": _is_season,
    "nth_day": _is_nth_day,
    "decade": _is_decade,
    "feast": _is_feast,
}
