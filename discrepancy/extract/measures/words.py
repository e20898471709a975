"""The words of a sentence with their class, as far as closed lists, endings and neighbours tell it.

No parser: English closes its small classes, and the noun beside a figure is found by what cannot be part of it.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.extract.measures.lexicon import IRREGULAR, singular
from discrepancy.extract.words import read_lines

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w’'.&+/-]*[\w+])?|[,;:()—–“”\"]|\.(?=\s)| - ")
# the capital leads, and looks back from behind it: so that the engine leaps from capital to capital
_INSIDE = re.compile(r"[A-Z](?<=[a-z,;] .)[\w’'-]*")
_PLURAL_AS_IS = frozenset(
    "people police staff personnel troops dead wounded injured missing homeless cattle aircraft men women children fishermen"
    " policemen others migrants lives species poor unemployed crew media faithful elderly wanted detained displaced evacuated".split()
)
_EED = frozenset({"agreed", "disagreed", "freed", "guaranteed"})  # participles; "need" and "speed" are none
_NOUNS_TOO = frozenset(
    {"home", "national", "minor", "third", "official", "military", "private"}
)  # adverbs and adjectives as nouns


class Word(NamedTuple):
    """A word, a mark or a figure of a sentence.

    Attributes:
        start: Its offset.
        end: Its end, half-open.
        text: As printed, in lower case; a figure or date has "#".
        tag: "figure", "date", "mark", a class of `grammar.tsv`, "ed" and "ing" (participles), else "noun".
        name: Whether it is printed with a capital.
    """

    start: int
    end: int
    text: str
    tag: str
    name: bool = False

    @property
    def plural(self) -> bool:
        """Whether it is a plural noun, or a word that counts as one ("people", "dead")."""
        return is_plural(self.text)


@cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in read_lines("grammar.tsv"):
        tag, words = line.split("\t")
        for word in words.split():
            table.setdefault(word, tag)
    both = [word for word, tag in table.items() if tag == "both"]
    for word in both:
        table.setdefault(word + "s", "both")
    return {**table, **dict.fromkeys(("about", "since", "off", "over"), "prep")}


@lru_cache(maxsize=16384)
def tag_of(word: str) -> str:
    """Class of a word in lower case.

    >>> [tag_of(w) for w in ("the", "of", "rose", "killed", "boats")]
    ['det', 'prep', 'verb', 'ed', 'noun']
    """
    if known := _classes().get(word):
        return known
    if word.endswith("ly") and len(word) > 4 and word not in ("family", "assembly", "supply", "italy", "anomaly"):
        return "adv"
    if word.endswith("ed") and len(word) > 3 and (not word.endswith("eed") or word in _EED):
        return "ed"
    if word.endswith("ing") and len(word) > 4:
        return "ing"
    if (
        word.endswith(("ous", "ful", "less", "able", "ible"))
        and len(word) > 5
        and word not in ("table", "cable", "vegetable")
    ):
        return "adj"
    return "noun"


def is_noun(word: str) -> bool:
    """Whether a word in lower case can name what is counted or measured: no participle, finite verb, adverb or adjective does.

    >>> [is_noun(w) for w in ("boat", "spending", "home", "insisted", "exact", "said")]
    [True, True, True, False, False, False]
    """
    return tag_of(word) in ("noun", "both", "ing") or word in _NOUNS_TOO


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """Whether a noun in lower case is a plural.

    >>> [is_plural(w) for w in ("boats", "people", "gas", "crisis", "glass")]
    [True, True, False, False, False]
    """
    if word.endswith(("'s", "’s")):
        return False
    return word in _PLURAL_AS_IS or word in IRREGULAR or (singular(word) != word and word not in ("gas", "this"))


def names_of(text: str) -> frozenset[str]:
    """The words of an article that bear a capital inside a sentence: at the beginning of another they are names too.

    >>> sorted(names_of("Orr fell. Today we saw Orr again."))
    ['Orr']
    """
    return frozenset(_INSIDE.findall(text))


def words_of(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]], names: frozenset[str] = frozenset()
) -> list[Word]:
    """Split [start, end) into words and marks; the span of a figure or a date stands as one word.

    Args:
        text: The article's text.
        start: Where to begin.
        end: Where to stop.
        spans: Figures (with the words of their bounds and units) and dates inside, in order: where they are, and "figure" or "date".
        names: Words that are names where a sentence begins with them.
    """
    words: list[Word] = []
    at = start
    for low, high, tag in spans:
        _split(text, at, low, words, names)
        words.append(Word(max(low, at), high, "#", tag))
        at = max(at, high)
    _split(text, at, end, words, names)
    return words


def _split(text: str, start: int, end: int, words: list[Word], names: frozenset[str]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        printed = match.group()
        low, high = match.span()
        if printed == "s" and text[low - 1] in "'’":
            continue  # the ending of "January's", whose day is a date
        lower, tag, capital = _read(printed)
        words.append(Word(low, high, lower, tag, capital and (bool(words) or printed in names)))


@lru_cache(maxsize=16384)
def _read(printed: str) -> tuple[str, str, bool]:
    """A word in lower case with its class, and whether it has a capital; a mark as it is."""
    if not printed[0].isalnum():
        return printed.strip(), "mark", False
    return printed.lower(), tag_of(printed.lower()), printed[0].isupper()
