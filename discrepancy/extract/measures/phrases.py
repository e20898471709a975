"""Noun phrases beside a figure: the one behind it, the one before it, and the subject of its verb."""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.extract.measures.lexicon import singular
from discrepancy.extract.measures.words import Word

_NOMINAL = frozenset({"noun", "ed", "ing", "both", "adj"})
_AFTERTHOUGHTS = frozenset({"dead", "missing", "homeless"})
_CLAUSE_START = frozenset({"rel", "mark"})
_LONGEST = 6
_SKIPPED = 6  # words without weight that may stand between two that belong together
_REACH = 40  # words over which a clause is searched: a sentence may be a megabyte long
# nouns that say how a thing is measured, not what: the thing follows behind "of"
CONTAINERS = frozenset(
    "number total tally count figure price cost value share rate level amount proportion majority estimate sum toll maximum minimum size"
    " fall rise increase decrease drop decline reduction jump gain cut average volume mean median range record series pair group"
    " mark barrier threshold milestone high low close peak notch".split()
)
_EXTREMES = frozenset("high low close peak record total average maximum minimum mean median sum".split())
_OBJECTS = frozenset({"it", "me", "him", "her", "us", "them", "you"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
# adjectives that may stand between a preposition or verb and a figure ("a record $5m")
_EMPTY = frozenset(
    "record whopping staggering mere combined total estimated reported cool whole mean average net gross further final".split()
)


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


class Governor(NamedTuple):
    """What a figure hangs on before it.

    Attributes:
        link: "of", "to" … (the preposition), "verb", "label" (a noun directly before), ":" , "(" or "same" (a figure before it, in a list).
        phrase: The noun phrase: the subject of the verb, the noun before "of".
        verb: The verb, "" where none was met.
        figure: Position of the figure before it in a list, -1 for none.
    """

    link: str = ""
    phrase: Phrase = Phrase()
    verb: str = ""
    figure: int = -1


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
        if word.tag not in _NOMINAL or len(chosen) == _LONGEST or (chosen and word.text in _AFTERTHOUGHTS):
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
        return Governor(word.text, phrase_before(words, j))
    if word.tag in ("verb", "aux", "ed") or (word.tag in ("both", "ing") and not _names(words, j)):
        return Governor("verb", subject_of(words, j), word.text)
    if j and words[j - 1].text == "to" and word.tag == "noun" and not word.plural:  # "is set to stretch #"
        return Governor("verb", subject_of(words, j), word.text)
    return Governor("label", phrase_before(words, j + 1))


def _names(words: Sequence[Word], j: int) -> bool:
    """Whether a word that may be a verb is a noun here: a determiner, an adjective or a preposition leads to it."""
    return j > 0 and words[j - 1].tag in ("det", "prep", "figure") and words[j - 1].text != "to"


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
    if words[k].tag == "figure":
        outer = governor(words, k, depth - 1) if depth else Governor()
        return Governor(
            "same" if link in ("or", "from") else link, outer.phrase, outer.verb, k if outer.link != "verb" else -1
        )
    if words[k].tag in ("verb", "aux", "ed") or (words[k].tag in ("both", "ing") and not _names(words, k)):
        return Governor(link, subject_of(words, k), words[k].text)
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


def subject_of(words: Sequence[Word], verb: int, depth: int = 2) -> Phrase:
    """The subject of the verb at a position: the first noun phrase of its clause that no preposition leads to.

    Args:
        words: The words of the sentence.
        verb: Position of the verb.
        depth: Over how many verbs the search may climb: an infinitive or participle has the subject of the verb before it.

    Example:
        "VR headset sales in the US and Japan rose": vr headset sale.
    """
    stop = _before_brackets(words, _verb_group_start(words, verb))
    if stop and (words[stop - 1].tag == "rel" or words[stop - 1].text in _RELATIVE):
        told = phrase_before(words, stop - 1 - (stop > 1 and words[stop - 2].text == ","))
        if told.words:
            return told
    if stop and words[stop - 1].text == ",":
        if words[verb].tag == "ing" and stop == verb:  # "the mill burned, killing #"
            return _of_verb_before(words, stop - 1, depth)
        stop = next((k for k in range(stop - 2, max(-1, stop - _REACH), -1) if words[k].text == ","), stop - 1)
    start = _clause_start(words, stop)
    return _first_phrase(words, start, stop) if start < stop else _of_verb_before(words, start, depth)


def _of_verb_before(words: Sequence[Word], stop: int, depth: int) -> Phrase:
    """The subject of the last verb before a position, some words back at most."""
    if depth:
        for k in range(stop - 1, max(-1, stop - 2 * _SKIPPED), -1):
            if words[k].tag in ("verb", "aux", "ed") or (words[k].tag == "both" and not _names(words, k)):
                return subject_of(words, k, depth - 1)
            if words[k].text in (";", ":", "."):
                break
    return Phrase()


def _before_brackets(words: Sequence[Word], stop: int) -> int:
    """The position before a short bracket that ends at a position ("West Orr Crude (WOC) rose"); the position itself else."""
    if stop and words[stop - 1].text == ")":
        for k in range(stop - 2, max(-1, stop - 8), -1):
            if words[k].text == "(":
                return k
    return stop


def _verb_group_start(words: Sequence[Word], verb: int) -> int:
    """Where the group of a verb begins: "is expected to", "has been", "used to"."""
    stop = verb
    while stop > max(0, verb - _LONGEST):
        last = words[stop - 1]
        led = stop < len(words) and words[stop].text == "to" and last.tag in ("verb", "ed", "both", "adj")
        if last.tag not in ("aux", "adv") and last.text != "to" and not led:
            break
        stop -= 1
    return stop


def _clause_start(words: Sequence[Word], stop: int) -> int:
    """Where the clause of a verb begins: behind the last mark, or behind the conjunction that follows another verb."""
    joint = -1
    for k in range(stop - 1, max(-1, stop - _REACH), -1):
        word = words[k]
        if word.tag in _CLAUSE_START or word.text in ("as", "that"):
            return k + 1
        if word.tag == "conj":
            joint = k + 1
        if word.tag in ("verb", "aux"):
            return joint if joint > 0 else k + 1
    return max(0, stop - _REACH + 1)


def _first_phrase(words: Sequence[Word], start: int, stop: int) -> Phrase:
    """The first noun phrase of a stretch that no preposition leads to; the last one where each has its preposition."""
    last = Phrase()
    k = start
    while k < stop:
        phrase = phrase_at(words, k, many=False, stop=stop)
        if not phrase.words:
            k += 1
            continue
        lead = phrase.start - 1
        while lead > start and words[lead].tag in ("det", "more", "adv"):
            lead -= 1
        if lead < start or words[lead].tag != "prep":
            return _with_complement(words, phrase, stop)
        last, k = phrase, phrase.stop
    return last


def _with_complement(words: Sequence[Word], phrase: Phrase, stop: int) -> Phrase:
    """Such as "price of the benchmark": a word that only says how a thing is measured takes the thing along."""
    if phrase.head in CONTAINERS and phrase.stop < stop and words[phrase.stop].text == "of":
        thing = phrase_at(words, phrase.stop + 1, many=False, stop=stop)
        return Phrase((*thing.words, phrase.head), phrase.start, thing.stop) if thing.words else phrase
    return phrase
