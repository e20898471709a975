"""Figures set beside another one of their sentence: corrections, earlier readings and comparisons, which measure what that one measures."""

from collections.abc import Sequence

from discrepancy.extract.measures.words import Word

_ALONE = frozenset({"not", "against", "versus", "vs", "from"})
_PAIRS = frozenset(
    {
        ("rather", "than"),
        ("instead", "of"),
        ("compared", "with"),
        ("compared", "to"),
        ("as", "against"),
    }
)
_SKIPPED = 4
_FAR = 12  # words over which the figure that another is set beside may lie before it


def partner_of(words: Sequence[Word], at: int) -> int:
    """The position of the figure that the one at a position is set beside; -1 where it stands by itself.

    Args:
        words: The words of the sentence.
        at: Position of the figure.

    Example:
        "33 minutes shorter, not 32", "up from 60", "40 boats, rather than 30", "58% against 63% in May".
    """
    k = at - 1
    while k >= max(0, at - _SKIPPED) and (words[k].tag in ("det", "adj", "date") or words[k].text in '"“”'):
        k -= 1
    if k < 1 or (words[k].text not in _ALONE and (words[k - 1].text, words[k].text) not in _PAIRS):
        return -1
    for j in range(k - 1, max(-1, k - _FAR), -1):
        if words[j].tag == "figure":
            return j
        if words[j].text in (";", ":"):
            break
    return -1
