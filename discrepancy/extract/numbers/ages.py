"""Bare ages: "Mr Ruto, 55, and …", "a woman of 71", "children under 16"."""

import re

_OLDEST = 115
_BEHIND_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*[a-z]|\b(?:man|woman|boy|girl|child|son|daughter|driver|footballer|father|mother|teenager)),\s$"
)
_CLOSED = re.compile(r"[,.;]|\s?$|\s(?:and|who|from|said|was|told|has|had)\b")
_OF_PEOPLE = re.compile(
    r"\b(?:people|persons?|children|those|anyone|everyone|adults|teenagers|kids|voters|men|women|man|woman|boy|girl|residents|patients|citizens"
    r"|pupils|youths|players)\s(?:under|over|above|below|older than|younger than|of|aged|aged (?:under|over))\s$"
    r"|\b(?:aged|aged (?:under|over|between)|age (?:is|was|being)|(?:the|an) age of|ages|turned|under the age of|over the age of)\s$"
)
_BEING = re.compile(
    r"\b(?:he|she|who|i)(?:\s(?:is|was|turned|turns|will be|would be)|[’'](?:s|m))\s(?:just |only |now )?$"
)
_BEING_AFTER = re.compile(r"[,.;]|\s?$|\s(?:by|when|at|on|in|and)\b")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,\s$|\d,\s$")
_COUNTED = re.compile(r"\s(?!(?:was|is|has|its|as|this|years)\b)(?:[a-z]+\s)?[a-z]{2,}s\b|[\d%-]|[.,]\d")


def is_age(text: str, start: int, end: int, value: float) -> bool:
    """Whether a bare number is an age.

    Args:
        text: The article's text.
        start: Offset of the number.
        end: Its end, half-open.
        value: What it is worth.
    """
    if not 0 < value <= _OLDEST or value != int(value):
        return False
    before, after = text[max(0, start - 28) : start], text[end : end + 24]
    if _COUNTED.match(after):
        return False
    told = before.lower()
    if _OF_PEOPLE.search(told) or (_BEING.search(told) and _BEING_AFTER.match(after)):
        return True
    return (
        _CLOSED.match(after) is not None and _BEHIND_NAME.search(before) is not None and _MONTH.search(before) is None
    )
