"""Sentences of a text, with offsets: for the stage that reads them, and for the report that shows their neighbours."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from discrepancy.lists import lines_of

# possessive: what was taken is not given back, so that a long row of dots or quotes is read once; the first mark leads,
# and looks back from behind it, so that the engine leaps from mark to mark
_BREAK = re.compile(r"[\n.!?…](?:(?<=\n)|(?<![.!?…][.!?…])[.!?…]*+[\"'”’)\]]*+(?=\s))")
_LONGEST = 1_000  # characters; no sentence of prose is longer, and the work on a figure grows with its sentence
_SEAM = re.compile(r"\s\S*\Z|\W\w*\Z")
_START = attrgetter("start")
_LAST_WORD = re.compile(r"([A-Za-z](?:[A-Za-z.]{0,12}[A-Za-z])?)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: half-open offsets, blanks at both ends left out."""

    start: int
    end: int


def split_sentences(text: str) -> list[Sentence]:
    """Split a text into sentences; every line end ends one. What is longer than any sentence is cut between words.

    Args:
        text: Any text.

    Returns:
        The sentences in order, none of them empty; together they hold every character that is no blank.

    Example:
        >>> text = "Gen. Li said 83 died. No more."
        >>> [text[s.start : s.end] for s in split_sentences(text)]
        ['Gen. Li said 83 died.', 'No more.']
    """
    sentences: list[Sentence] = []
    begin = 0
    for match in _BREAK.finditer(text):
        if not match.group().startswith("\n") and not _ends_sentence(text, match):
            continue
        _append(sentences, text, begin, match.end())
        begin = match.end()
    _append(sentences, text, begin, len(text))
    return sentences


def sentence_at(sentences: Sequence[Sentence], offset: int) -> int:
    """Index of the sentence that holds an offset (the last one that starts at or before it)."""
    return max(0, bisect_right(sentences, offset, key=_START) - 1)


def _append(sentences: list[Sentence], text: str, begin: int, end: int) -> None:
    while end - begin > _LONGEST:
        seam = _SEAM.search(text, begin + _LONGEST // 2, begin + _LONGEST)
        cut = seam.start() + 1 if seam else begin + _LONGEST
        _append(sentences, text, begin, cut)
        begin = cut
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        sentences.append(Sentence(begin, end))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        # "…?" before a lower-case word is a quotation inside a sentence
        return not _next_char(text, match.end()).islower()
    following = _next_char(text, match.end())
    if following.islower():
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
    if word is None or len(match.group()) > 1:
        return True
    name = word.group(1).lower()
    if name in _abbreviations():
        # "in the U.S. Officials said" stays one sentence: rarer than "U.S. Southern Command"
        return False
    # an initial ("Francis L. Donovan") ends no sentence
    return not (len(name) == 1 and word.group(1).isupper() and name != "i")


def _next_char(text: str, offset: int) -> str:
    for char in text[offset : offset + 40]:
        if not char.isspace() and char not in "\"'“‘([":
            return char
    return ""


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lines_of("discrepancy", "abbreviations.txt"))
