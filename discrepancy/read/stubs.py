"""Whether a text is only the beginning of an article: the stub before a paywall, a teaser, a page that did not load."""

import re
from functools import cache

from discrepancy.lists import lines_of

FEW_WORDS = 40  # shorter than nearly every news article that is whole
SHORT = 300  # words; a longer text is an article, whatever it quotes
_CUT = re.compile(r"\[\+\d{1,7} chars\]\W{0,10}\Z")  # how one large news interface ends what it cuts


def why_stub(text: str, *, paid: bool = False) -> str:
    """Why a text looks like a part of an article only, in words; "" where it does not.

    Args:
        text: The text.
        paid: Whether its page says that it is not free to read.

    Example:
        >>> why_stub("The fire killed 12 people. Subscribe to continue reading.")
        'only 9 words, and “subscribe to continue” among them'
    """
    if _CUT.search(text[-40:]):
        return "cut off by the service that it comes from"
    words = len(text[: SHORT * 20].split())
    if words >= SHORT:
        return ""
    lowered = " ".join(text[: SHORT * 20].lower().split())
    for phrase in _phrases():
        if phrase in lowered:
            return f"only {words} words, and “{phrase}” among them"
    return f"only {words} words of an article that its page marks as not free" if paid else ""


@cache
def _phrases() -> tuple[str, ...]:
    return lines_of("discrepancy.read", "stubs.txt")
