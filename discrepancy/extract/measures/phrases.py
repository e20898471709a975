"""Noun phrases beside a figure: the one behind it, and the one before it."""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.extract.measures.lexicon import singular
from discrepancy.extract.measures.words import Word

_NOMINAL = frozenset({"noun", "ed", "ing", "both", "adj"})
# irregular participles that narrow a noun behind them ("six known strikes")
_PARTICIPLES = frozenset(
    "known stolen broken frozen hidden beaten forgotten lost sunken torn written unsold fallen".split()
)
_AFTERTHOUGHTS = frozenset({"dead", "missing", "homeless"})
_LONGEST = 6
# nouns that say how a thing is measured, not what: the thing follows behind "of"
CONTAINERS = frozenset(
    "number total tally count figure price cost value share rate level amount proportion majority estimate sum toll maximum minimum size"
    " fall rise increase decrease drop decline reduction jump gain cut average volume mean median range record series pair group"
    " mark barrier threshold milestone high low close peak notch forecast projection prediction target".split()
)
OUTLOOKS = frozenset(
    {"forecast", "projection", "prediction", "target", "estimate"}
)  # what they are of may also follow behind "for"


class Phrase(NamedTuple):
    """A noun phrase: its words in lower case and singular, and the positions it takes in its sentence."""

    words: tuple[str, ...] = ()
    start: int = 0
    stop: int = 0

    @property
    def head(self) -> str:
        """The last word, "" where the phrase is empty."""
        return self.words[-1] if self.words else ""

    @property
    def text(self) -> str:
        """The phrase in one line."""
        return " ".join(self.words)


NOTHING = Phrase()


def phrase_at(words: Sequence[Word], at: int, *, many: bool, stop: int | None = None) -> Phrase:
    """The noun phrase that begins at a position.

    Args:
        words: The words of the sentence.
        at: Position of its first word.
        stop: Where it ends at the latest; the end of the sentence if None.
        many: Whether a figure other than one counts it: then its first plural noun is its head, unless another plural follows.

    Example:
        Behind "three" in "three suspected smuggling vessels left": suspected smuggling vessel.
    """
    chosen: list[Word] = []
    start = at
    end = len(words) if stop is None else stop
    for j in range(at, min(end, at + 2 * _LONGEST)):
        word = words[j]
        if not chosen and (word.tag in ("det", "more", "adv", "date") or word.text in '"“”'):
            continue
        participle = word.text in _PARTICIPLES and j + 1 < end and words[j + 1].tag in ("noun", "ed", "adj")
        if (
            (word.tag not in _NOMINAL and not participle)
            or len(chosen) == _LONGEST
            or (chosen and word.text in _AFTERTHOUGHTS)
        ):
            break
        if word.tag in ("ed", "ing", "both") and not _is_nominal(words, j, chosen):
            break
        if not chosen:
            start = j
        chosen.append(word)
        if many and word.plural and not _goes_on(words, j + 1):
            break
    while chosen and chosen[-1].tag == "adj":
        chosen.pop()
    return Phrase(tuple(singular(w.text) for w in chosen), start, start + len(chosen))


def _is_nominal(words: Sequence[Word], j: int, chosen: Sequence[Word]) -> bool:
    """Whether a participle or a word that may be a verb belongs to the noun phrase it stands in."""
    following = words[j + 1] if j + 1 < len(words) else None
    nominal_next = following is not None and following.tag in _NOMINAL
    if words[j].tag == "both":
        if not chosen or not chosen[-1].plural:
            return True
        return nominal_next and words[j].plural
    if words[j].tag == "ed":
        return nominal_next and not (chosen and chosen[-1].tag == "noun" and not chosen[-1].name)
    if not chosen:  # a participle before its noun, or a gerund by itself ("sampling came back at")
        return nominal_next or (following is not None and following.tag in ("prep", "verb", "aux"))
    return not chosen[-1].plural


def _goes_on(words: Sequence[Word], j: int) -> bool:
    """Whether a plural noun is followed by another, which then is the head ("arms suppliers", "dead bodies")."""
    return j < len(words) and words[j].tag == "noun" and words[j].plural and words[j].text not in _AFTERTHOUGHTS


def past_brackets(words: Sequence[Word], at: int) -> int:
    """The position behind a short bracket that begins at a position ("8 miles (13 km) of tunnels"); the position itself else."""
    if at < len(words) and words[at].text == "(":
        for k in range(at + 1, min(at + 5, len(words))):
            if words[k].text == ")":
                return k + 1
    return at


def past_figure(words: Sequence[Word], at: int) -> int:
    """The position behind a figure that begins a phrase at a position, past its determiners ("of his last # fights"); the position itself else."""
    for k in range(at, min(at + 4, len(words))):
        if words[k].tag == "figure":
            return k + 1
        if words[k].tag not in ("det", "adj"):
            break
    return at


def phrase_before(words: Sequence[Word], stop: int) -> Phrase:
    """The noun phrase that ends before a position; none where an adjective does ("would be happy with #")."""
    j = stop
    if stop and words[stop - 1].tag == "adj":
        return Phrase()
    while j > 0 and stop - j < _LONGEST:
        word = words[j - 1]
        if word.tag not in _NOMINAL:
            break
        if word.tag == "ed" and (j == stop or (j >= 2 and words[j - 2].tag in ("noun", "pron", "aux", "verb"))):
            break
        if word.tag == "both" and j >= 2 and j != stop and (words[j - 2].plural or words[j - 2].tag in ("pron", "rel")):
            break
        if word.tag == "ing" and j == stop:
            break
        j -= 1
    return Phrase(tuple(singular(w.text) for w in words[j:stop]), j, stop)
