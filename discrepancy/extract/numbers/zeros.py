"""Claims of nothing: "no deaths", "none was hurt"."""

import re
from collections.abc import Iterable

from discrepancy.extract.numbers.number import Number
from discrepancy.extract.passages import Passage

# the first letter leads, and looks back from behind it: so that the engine leaps from one to the next
_ZERO = re.compile(
    r"[Nn](?<!\w.)(?i:(?:o one|obody|one|o)\b(?=(?:\s[\w.’'-]+){0,5}?\s(?:deaths?|injur(?:y|ies|ed)|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?"
    r"|hurt|wounded|killed|harmed|died|missing|hospitali[sz]ed|arrest(?:s|ed)|infections?|cases|damage[sd]?)\b))"
)
_ZERO_BARRIER = re.compile(
    r"\bno (?:longer|doubt|matter|more than|fewer|less|other|one knows|sign|evidence|reason|idea|way|comment|word|need)\b|[.;]",
    re.IGNORECASE,
)


_WORDS = frozenset({"no", "nobody", "none"})


def may_hold_zeros(passage: Passage) -> bool:
    """Whether a claim of nothing can stand in a sentence."""
    return not passage.words.isdisjoint(_WORDS)


def find_zeros(text: str, within: Iterable[tuple[int, int]]) -> list[Number]:
    """Claims of value 0 in some spans of a text: "no deaths", "none was hurt", "no American forces were harmed"."""
    zeros = []
    for match in (match for low, high in within for match in _ZERO.finditer(text, low, high)):
        if _ZERO_BARRIER.match(text, match.start(), match.start() + 60):
            continue
        start, end = match.span()
        zeros.append(Number(start, end, start, end, 0.0, 0.0, 0.0, spelled=True))
    return zeros
