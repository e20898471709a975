"""The subject of a verb: the noun phrase of its clause that it speaks of."""

from collections.abc import Sequence

from discrepancy.extract.measures.phrases import CONTAINERS, OUTLOOKS, Phrase, phrase_at, phrase_before
from discrepancy.extract.measures.words import Word

_CLAUSE_START = frozenset({"rel", "mark"})
_LONGEST = 6
_SKIPPED = 6  # words without weight that may stand between two that belong together
_REACH = 40  # words over which a clause is searched: a sentence may be a megabyte long
_RELATIVE = frozenset({"who", "whom", "which", "that"})


def is_noun_here(words: Sequence[Word], j: int) -> bool:
    """Whether a word that may be a verb is a noun here: a determiner, an adjective or a preposition leads to it."""
    return j > 0 and words[j - 1].tag in ("det", "prep", "figure") and words[j - 1].text != "to"


def subject_of(words: Sequence[Word], verb: int, depth: int = 2) -> Phrase:
    """The subject of the verb at a position: the first noun phrase of its clause that no preposition leads to.

    Args:
        words: The words of the sentence.
        verb: Position of the verb.
        depth: Over how many verbs the search may climb: an infinitive or participle has the subject of the verb before it.

    Example:
        "VR headset sales in the US and Japan rose": vr headset sale.
    """
    stop = before_brackets(words, _verb_group_start(words, verb))
    if stop and (words[stop - 1].tag == "rel" or words[stop - 1].text in _RELATIVE):
        told = phrase_before(words, stop - 1 - (stop > 1 and words[stop - 2].text == ","))
        if told.words:
            return told
    if stop and words[stop - 1].text == ",":
        if words[verb].tag == "ing" and stop == verb:  # "the mill burned, killing #"
            return _of_verb_before(words, stop - 1, depth)
        stop = next((k for k in range(stop - 2, max(-1, stop - _REACH), -1) if words[k].text == ","), stop - 1)
    start = _clause_start(words, stop)
    return first_phrase(words, start, stop) if start < stop else _of_verb_before(words, start, depth)


def _of_verb_before(words: Sequence[Word], stop: int, depth: int) -> Phrase:
    """The subject of the last verb before a position, some words back at most."""
    if depth:
        for k in range(stop - 1, max(-1, stop - 2 * _SKIPPED), -1):
            if words[k].tag in ("verb", "aux", "ed") or (words[k].tag == "both" and not is_noun_here(words, k)):
                return subject_of(words, k, depth - 1)
            if words[k].text in (";", ":", "."):
                break
    return Phrase()


def before_brackets(words: Sequence[Word], stop: int) -> int:
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
        since = last.text == "since" and stop > 1 and words[stop - 2].tag == "aux"  # "has since been raised"
        if last.tag not in ("aux", "adv") and last.text != "to" and not led and not since:
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


def first_phrase(words: Sequence[Word], start: int, stop: int) -> Phrase:
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
            return with_complement(words, phrase, stop)
        last, k = phrase, phrase.stop
    return last


def with_complement(words: Sequence[Word], phrase: Phrase, stop: int) -> Phrase:
    """Such as "price of the benchmark": a word that only says how a thing is measured takes the thing along."""
    links = ("of", "for") if phrase.head in OUTLOOKS else ("of",)
    if phrase.head in CONTAINERS and phrase.stop < stop and words[phrase.stop].text in links:
        thing = phrase_at(words, phrase.stop + 1, many=False, stop=stop)
        return Phrase((*thing.words, phrase.head), phrase.start, thing.stop) if thing.words else phrase
    return phrase
