"""Frames: each figure with the words of its sentence, the noun phrase behind it and what it hangs on before it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from discrepancy.extract.measures.governors import TOTALS, Governor, governor
from discrepancy.extract.measures.lexicon import Vocabulary
from discrepancy.extract.measures.outcomes import Outcome, find_outcomes
from discrepancy.extract.measures.phrases import NOTHING, Phrase, past_brackets, past_figure, phrase_at
from discrepancy.extract.measures.roles import size_of
from discrepancy.extract.measures.words import Word, words_of
from discrepancy.extract.numbers import Number
from discrepancy.model import Measure
from discrepancy.sentences import Sentence

_LISTED = 12  # words over which figures of a list share the noun behind the last


_READINGS = TOTALS | {"result", "estimate", "bid", "offer", "reading", "forecast"}
_MODIFIERS = frozenset({"adj", "ed", "adv"})
_ADJECTIVAL = frozenset({"count", "percent", "time", "money"})
_LABELS = frozenset({"magnitude", "category", "level"})  # nouns that a number follows behind an article


class Frame(NamedTuple):
    """A figure in its sentence; its size is the sort of its unit: "count", "money", or the dimension of the unit."""

    text: str
    number: Number
    words: Sequence[Word]
    at: int
    phrase: Phrase
    governor: Governor
    outcomes: dict[int, Outcome]
    vocabulary: Vocabulary
    size: str

    def word(self, offset: int) -> str:
        """The word that many places from the figure, "" beyond the sentence."""
        at = self.at + offset
        return self.words[at].text if 0 <= at < len(self.words) else ""

    @property
    def is_complement(self) -> bool:
        """Whether a preposition leads to the figure ("on each of two boats"): its clause tells of another."""
        k = self.at - 1
        while k > 0 and self.words[k].tag in ("det", "adj", "adv"):
            k -= 1
        return k >= 0 and self.words[k].tag == "prep"

    def complement(self, link: str = "of") -> Phrase:
        """The phrase behind "# of …", past a determiner and a bracketed conversion."""
        at = past_brackets(self.words, self.at + 1)
        if at >= len(self.words) or self.words[at].text != link:
            return Phrase()
        return phrase_at(self.words, past_figure(self.words, at + 1), many=False)  # "two-thirds of the 150 seats"


class Before(NamedTuple):
    """What an article told before a figure.

    Attributes:
        carried: The measure of the figure of its dimension before it, None where none is near.
        last: The measure of the figure before it in its sentence, None where there is none.
        counted: The last count, None where none is near or where a figure of its own dimension was told since.
        tally: The last count, None where none is near.
        outcomes: The outcomes that were counted so far.
        votes: Whether votes were told of.
    """

    carried: Measure | None = None
    last: Measure | None = None
    counted: Measure | None = None
    tally: Measure | None = None
    outcomes: tuple[str, ...] = ()
    votes: bool = False


def is_aside(frame: Frame) -> bool:
    """Whether brackets give another reading of the figure before them: "5,900 homes (first count: #)", "5% (provisional: #)"."""
    told = frame.governor
    if told.link != ":" or not (not told.phrase.words or told.phrase.head in _READINGS):
        return False
    return any(word.text == "(" for word in frame.words[max(0, frame.at - 5) : frame.at])


def frames_of(
    text: str,
    sentence: Sentence,
    figures: Sequence[Number],
    vocabulary: Vocabulary,
    dates: Sequence[tuple[int, int]],
    names: frozenset[str] = frozenset(),
) -> Iterator[Frame]:
    """Yield the figures of one sentence, each with the words around it.

    Args:
        text: The article's text.
        sentence: The sentence.
        figures: Its figures, in order.
        vocabulary: The words that name what is counted.
        dates: The spans of the article that belong to dates, in order.
        names: Words that are names where a sentence begins with them.
    """
    at = bisect_left(dates, (sentence.start, 0))
    inside = dates[at : bisect_left(dates, (sentence.end, 0))]
    spans = sorted(
        [(n.outer_start, n.outer_end, "figure") for n in figures] + [(start, end, "date") for start, end in inside]
    )
    words = words_of(text, sentence.start, sentence.end, spans, names)
    positions = [position for position, word in enumerate(words) if word.tag == "figure"]
    found = find_outcomes(words, vocabulary)
    for number, position in zip(figures, positions, strict=True):
        told = governor(words, position)
        if told.link == "same" and number.unit:  # "grew by 60 or 2 per cent": what the figure before it hangs on
            before = governor(words, told.figure)
            told = told._replace(phrase=before.phrase, verb=before.verb)
        if told.link == "label" and size_of(number.unit) in _ADJECTIVAL and _is_adjective(words, told.phrase):
            told = governor(words, told.phrase.start - 1)  # "a tense # hours", "a dismal #"
        behind = _phrase_behind(text, number, words, position)
        yield Frame(text, number, words, position, behind, told, found, vocabulary, size_of(number.unit))


def _is_adjective(words: Sequence[Word], label: Phrase) -> bool:
    """Whether a word between an article and a figure narrows the figure: a noun would bear no article there ("a depth of #")."""
    word = words[label.start]
    if len(label.words) != 1 or word.tag != "noun" or word.plural or word.text in _LABELS:
        return False
    return label.start > 0 and words[label.start - 1].text in ("a", "an")


def _phrase_behind(text: str, number: Number, words: Sequence[Word], at: int) -> Phrase:
    """The noun phrase behind a figure, past one that narrows it ("one 6-year-old boy"); none behind "401,000 a month"."""
    if at + 1 < len(words) and words[at + 1].tag == "det" and words[at + 1].text != "such":
        return Phrase()
    if (
        at + 2 < len(words)
        and words[at + 1].tag == "figure"
        and "-" in text[words[at + 1].start : words[at + 1].end + 1]
    ):
        return phrase_at(words, at + 2 + (words[at + 2].text == "old"), many=number.value != 1)
    for k in range(at + 1, min(at + _LISTED, len(words))):
        if not text.startswith(("- ", "-,"), words[at].end):  # "7- or 8-inch bolts"
            break
        at = k if words[k].tag == "figure" else at
    many = number.value != 1 and not _is_attributive(text, number)
    if many and not number.unit and (shared := _shared_head(words, at + 1)).words:
        return shared
    phrase = phrase_at(words, past_brackets(words, at + 1), many=many)
    verbal = len(phrase.words) == 1 and words[phrase.start].tag == "both" and not words[phrase.start].plural
    return Phrase() if verbal and many and not number.unit else phrase  # "the record of 45 set in May"


def _shared_head(words: Sequence[Word], at: int) -> Phrase:
    """The noun that adjectives joined by a conjunction share: "143 confirmed and 22 probable cases", "90 killed or injured miners"."""
    own = at
    while own < len(words) and own < at + 2 and words[own].tag in _MODIFIERS:
        own += 1
    if own == at and own + 2 < len(words) and words[own + 2].tag == "figure":  # "180 search and 100 arrest warrants"
        return _shared_noun(words, at)
    if own == at or own >= len(words) or words[own].text not in ("and", "or"):
        return NOTHING
    k = own + 1
    listed = k < len(words) and words[k].tag == "figure"
    while k < len(words) and k < own + 5 and words[k].tag in ("figure", "adv"):
        k += 1
    last = k
    while k < len(words) and k < last + 3 and words[k].tag in ("adj", "ed"):
        k += 1
    phrase = phrase_at(words, k, many=True)
    if k == last or not phrase.words:
        return NOTHING
    joined = words[at : k if not listed else own]
    return Phrase((*(word.text for word in joined if word.tag in ("adj", "ed")), *phrase.words), at, phrase.stop)


def _shared_noun(words: Sequence[Word], at: int) -> Phrase:
    """The plural that nouns of a list narrow, each with its figure: "180 search and 100 arrest warrants"."""
    first = words[at]
    if first.tag not in ("noun", "both") or first.plural or first.name or words[at + 1].text not in ("and", "or"):
        return NOTHING
    phrase = phrase_at(words, at + 3, many=True)
    if len(phrase.words) < 2 or not words[phrase.stop - 1].plural:
        return NOTHING
    return Phrase((first.text, phrase.head), at, phrase.stop)


def _is_attributive(text: str, number: Number) -> bool:
    """Whether the figure is glued to a noun by a hyphen ("6.0-magnitude"): that noun is singular."""
    return text[number.outer_end : number.outer_end + 1] == "-"
