"""What a figure hangs on before it: "a depth of #", "the toll rose to #", "Deaths: #"."""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.extract.measures.phrases import NOTHING, Phrase, phrase_at, phrase_before
from discrepancy.extract.measures.subjects import (
    before_brackets,
    first_phrase,
    is_noun_here,
    subject_of,
    with_complement,
)
from discrepancy.extract.measures.words import Word

_SKIPPED = 6  # words without weight that may stand between two that belong together
_LONGEST_LABEL = 12
_FAR = 25  # words over which the object of a verb may go on before "to #"
_SETTING = frozenset(
    "bring brings brought bringing take takes took taking raise raises raised raising push pushes pushed pushing lift lifts lifted"
    " lifting put puts putting drive drives drove driving send sends sent sending increase increases increased increasing cut cuts"
    " cutting reduce reduces reduced reducing lower lowers lowered lowering revise revised revising correct corrected correcting".split()
)
TOTALS = frozenset({"number", "total", "count", "tally", "toll", "figure"})
_BITS = frozenset({"notch", "touch", "fraction", "shade", "tad", "bit"})
_EXTREMES = frozenset("high low close peak record total average maximum minimum mean median sum".split())
_OBJECTS = frozenset({"it", "me", "him", "her", "us", "them", "you"})
# adjectives that may stand between a preposition or verb and a figure ("a record $5m")
_EMPTY = frozenset(
    "record whopping staggering mere combined total estimated reported cool whole mean average net gross further final".split()
)


class Governor(NamedTuple):
    """What a figure hangs on before it.

    Attributes:
        link: "of", "to" … (the preposition), "verb", "label" (a noun directly before), ":" , "(" or "same" (a figure before it, in a list).
        phrase: The noun phrase: the subject of the verb, the noun before "of".
        verb: The verb, "" where none was met.
        figure: Position of the figure before it in a list, -1 for none.
    """

    link: str = ""
    phrase: Phrase = NOTHING
    verb: str = ""
    figure: int = -1


def governor(words: Sequence[Word], at: int, depth: int = 2) -> Governor:
    """What the figure at a position hangs on: "a depth of #", "the toll rose to #", "Deaths: #", "costs #".

    Args:
        words: The words of the sentence.
        at: Position of the figure.
        depth: Over how many further figures and prepositions before it the search may go ("rose 20% to #").
    """
    j = at - 1
    while j >= max(0, at - _SKIPPED) and (
        words[j].tag in ("det", "adv", "more", "date", "adj") or words[j].text in _EMPTY or words[j].text in '"“”'
    ):
        j -= 1
    if j and words[j].text in _OBJECTS and words[j - 1].tag in ("verb", "both", "ing", "ed"):
        j -= 1  # "would cost it #"
    if j < 0:
        return Governor()
    word = words[j]
    if word.tag == "prep":
        return _behind_preposition(words, j, depth)
    if word.tag == "figure":
        return Governor("same", figure=j)
    if word.text in (",", "and", "or", "&", "but"):
        return _in_a_list(words, j)
    if word.text in (":", "(", "—", "–", "-"):
        if j and words[j - 1].tag == "figure" and word.text == "(":
            return Governor("same", figure=j - 1)
        return Governor(word.text, _label(words, j) if word.text == ":" else phrase_before(words, j))
    if word.tag in ("verb", "aux", "ed") or (word.tag in ("both", "ing") and not is_noun_here(words, j)):
        return Governor("verb", subject_of(words, j), word.text)
    if j and words[j - 1].text == "to" and word.tag == "noun" and not word.plural:  # "is set to stretch #"
        return Governor("verb", subject_of(words, j), word.text)
    return Governor("label", phrase_before(words, j + 1))


def _label(words: Sequence[Word], colon: int) -> Phrase:
    """What a colon labels: the first noun phrase of a label of nouns ("Length of the tunnel: #"), else the one before the colon."""
    start = colon = before_brackets(words, colon)
    while start > max(0, colon - _LONGEST_LABEL) and words[start - 1].text not in (";", ":", "•", ")"):
        start -= 1
    if any(word.tag in ("verb", "aux", "pron") for word in words[start:colon]):
        return phrase_before(words, colon)
    label = first_phrase(words, start, colon)
    return label if label.words else phrase_before(words, colon)


def _far_object(words: Sequence[Word], at: int) -> Governor | None:
    """The toll or total that a verb brings to a figure, across all that it is of ("brings the toll from the raids on the boats to #")."""
    for k in range(at, max(-1, at - _FAR), -1):
        if words[k].text in (";", ":"):
            break
        if words[k].text in _SETTING and not is_noun_here(words, k):
            phrase = phrase_at(words, k + 1, many=False, stop=at + 1)
            if phrase.head in TOTALS or phrase.head in ("death", "number"):
                return Governor("to", with_complement(words, phrase, at + 1), words[k].text)
            break
    return None


def _behind_preposition(words: Sequence[Word], j: int, depth: int) -> Governor:
    link = words[j].text
    k = j - 1
    if link == "of":
        phrase = phrase_before(words, j - (j > 0 and words[j - 1].text == ","))
        if depth and len(phrase.words) == 1 and phrase.head in _EXTREMES:  # "fell to a low of #"
            outer = governor(words, phrase.start, depth - 1)
            if outer.phrase.words:
                return outer
        if phrase.words:
            return Governor("of", phrase)
    while k >= max(0, j - _SKIPPED) and words[k].tag in ("adv", "date"):
        k -= 1
    if k >= 0 and words[k].tag == "prep" and k < j - 1:  # "in March to #"
        return _behind_preposition(words, k, depth - 1) if depth else Governor(link)
    if k < 0:
        return Governor(link)
    if words[k].text in _BITS and k > 1:  # "is down a notch to #"
        k -= 1 + (words[k - 1].tag == "det")
        while k > 0 and words[k].tag == "adv":
            k -= 1
    if words[k].tag == "figure":
        outer = governor(words, k, depth - 1) if depth else Governor()
        return Governor(
            "same" if link in ("or", "from") else link, outer.phrase, outer.verb, k if outer.link != "verb" else -1
        )
    if words[k].tag in ("verb", "aux", "ed") or (words[k].tag in ("both", "ing") and not is_noun_here(words, k)):
        return Governor(link, subject_of(words, k), words[k].text)
    if link in ("to", "at") and (far := _far_object(words, k)):
        return far
    phrase = phrase_before(words, k + 1)
    verb_at = phrase.start - 1
    while verb_at >= max(0, phrase.start - _SKIPPED) and words[verb_at].tag in ("det", "adv"):
        verb_at -= 1
    verb = words[verb_at].text if verb_at >= 0 and words[verb_at].tag in ("verb", "ed", "ing", "both") else ""
    return Governor(link, phrase, verb) if phrase.words else _of_the_clause(words, k, link)


def _of_the_clause(words: Sequence[Word], at: int, link: str) -> Governor:
    """The verb that a preposition belongs to across a few other words ("has been cut off for #"), with its subject."""
    for k in range(at, max(-1, at - 8), -1):
        if words[k].tag in ("verb", "ed"):
            return Governor(link, subject_of(words, k), words[k].text)
        if words[k].text in (";", ":"):
            break
    return Governor(link)


def _in_a_list(words: Sequence[Word], j: int) -> Governor:
    """A figure behind a comma or "and" goes with the figure before it, if one stands near."""
    for k in range(j - 1, max(-1, j - 14), -1):
        if words[k].tag == "figure":
            return Governor("same", figure=k)
        if words[k].text in (";", ":") or words[k].text == ".":
            break
    return Governor()
