"""What a figure does in its sentence: the headline figure, an earlier reading, a comparison, a conversion."""

import re

from discrepancy.extract.passages import Passage
from discrepancy.model import Role

_BEFORE, _AFTER = 70, 50
_AMOUNT = r"(?:[$€£¥]\s?)?[\d.,]*\d(?:\s?(?:bn|m|k|%|per cent|percent|million|billion|trillion))?(?:\s[a-z]+){0,3}?"
# the patterns of what stands before are sought in lower case: ignoring case costs the engine its short cuts
# what stands right before an earlier reading, up to a break of the clause
_EARLIER = re.compile(
    r"\b(?:"
    # "had earlier spoken of 17", "first said 300,000", "first put at €1.4bn"
    r"(?:earlier|previously|initially|originally|at first|first|once)\s(?:been\s)?"
    r"(?:reported|put|said|stated|given|announced|spoken|estimated|counted|thought|feared|believed|spoke)"
    # "the initial toll from 15", "an earlier count of three", "(first bid: €18.50)"
    r"|(?:earlier|previous|initial|original|provisional|preliminary|first)\s(?:\w+\s){0,2}?"
    r"(?:count|toll|figure|tally|number|total|report|result|bid|offer|estimate|reading)s?"
    r"(?!\s(?:published|released|out|issued|given)\b)"
    r"|up from|down from|instead of|rather than|at first"
    # "had been put at 1,400 until Monday"
    r"|had (?:been )?(?:put|reported|said|stated|counted|estimated)"
    r")\b(?:(?!,\s(?:and|but|now|then)\b|\b(?:and|but|now|corrected|revised)\b)[^.;\d]){0,40}$"
)
# "rose to 3.6% from 3.4%", "to around 120, from 140", "3.6% from January's 3.4%"
_FROM = re.compile(rf"\b(?:to|at)\s(?:[a-z]+\s){{0,2}}?{_AMOUNT},?\sfrom\s(?:[\w’']+\s){{0,2}}[$€£¥]?$")
# "is 26, not 31": the figure that a text takes back
_NOT = re.compile(r"\d[\d.,]*%?(?:\s[a-z]+){0,3}?,\s(?:and\s)?not\s(?:the\s)?(?:[a-z]+\s)?[$€£¥]?$")
_NOT_AT_ONCE = re.compile(r"\bnot (?:the|an?)\s[$€£¥]?$")
_EARLIER_AFTER = re.compile(
    r"[^.;,\d]{0,25}?\b(?:as )?(?:(?:first|initially|previously|originally|earlier)\s(?:reported|announced|put|counted|thought|feared|given|stated)"
    r"|(?:reported|announced|given)\s(?:earlier|at first|initially)|a day earlier|a week earlier|the day before|the (?:night|week) before|had been reported)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|vs\.?|than the|than in|from the)\s(?:\w+\s){0,3}$")


# what may stand before a figure that is an earlier reading, each pattern with the words without one of which it cannot match
_EARLIER_BEFORE = (
    (
        _EARLIER,
        frozenset(
            "earlier previously initially originally first once previous initial original provisional preliminary from instead rather had".split()
        ),
    ),
    (_FROM, frozenset({"from"})),
    (_NOT, frozenset({"not"})),
    (_NOT_AT_ONCE, frozenset({"not"})),
)
_EARLIER_AFTER_WORDS = frozenset("first initially previously originally earlier before reported".split())
_COMPARED_WORDS = frozenset("compared against versus vs than from".split())


def read_role(passage: Passage, start: int, end: int, *, change: str = "", converted: bool = False) -> Role:
    """Say what a figure does in its sentence.

    Args:
        passage: The sentence of the figure.
        start: Where the figure begins, with its currency and hedge.
        end: Where it ends, with its unit.
        change: "from" where the number reader found the start of a change ("fell from 13 to 10").
        converted: Whether it is the same figure in another unit ("265 metres (870 feet)").

    Returns:
        EARLIER for "up from 21", "first reported as 223,000", "is 26, not 31"; COMPARISON for "against 49 in 2023".
    """
    if converted:
        return Role.CONVERSION
    if change == "from":
        return Role.EARLIER
    before, words = passage.text[max(passage.start, start - _BEFORE) : start].lower(), passage.words
    for pattern, needed in _EARLIER_BEFORE:
        if not words.isdisjoint(needed) and pattern.search(before):
            return Role.EARLIER
    if not words.isdisjoint(_EARLIER_AFTER_WORDS) and _EARLIER_AFTER.match(
        passage.text, end, min(passage.end, end + _AFTER)
    ):
        return Role.EARLIER
    compared = not words.isdisjoint(_COMPARED_WORDS) and _COMPARED.search(before)
    return Role.COMPARISON if compared else Role.HEADLINE
