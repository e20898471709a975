"""Passages: the sentences of an article with the words they hold.

A rule that hangs on a word asks the set of words first, and searches the text only where the word stands: most rules
have nothing to say of most sentences.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from discrepancy.extract.words import any_of
from discrepancy.sentences import Sentence, split_sentences

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage(Sentence):
    """A sentence of an article, with what rules ask of it.

    Attributes:
        text: The article's text.
        words: The sentence's words in lower case, cut at everything that is no letter.
    """

    text: str
    words: frozenset[str]

    @property
    def printed(self) -> str:
        """The sentence as printed."""
        return self.text[self.start : self.end]


def split_passages(text: str) -> list[Passage]:
    """The sentences of a text, in order, with their words.

    >>> sorted(split_passages("The toll rose to 83.")[0].words)
    ['rose', 'the', 'to', 'toll']
    """
    return [Passage(s.start, s.end, text, words_in(text[s.start : s.end])) for s in split_sentences(text)]


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of a word list, sought as whole words in a sentence in lower case.

    Attributes:
        pattern: Any of the phrases, the longest first.
        keys: A word of each phrase, its longest: where none of them stands, no phrase does.
    """

    pattern: re.Pattern[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Self:
        """The phrases of a list, in lower case."""
        listed = sorted(phrases)
        pattern = re.compile(rf"\b(?:{any_of(listed)})\b")
        return cls(pattern, frozenset(max(_WORD.findall(phrase), key=len) for phrase in listed))

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may hold one of the phrases."""
        return not self.keys.isdisjoint(words)
