"""Outcomes: what happened to the things that a figure counts, and whether the words tie it to the figure.

A tie is a matter of grammar, not of distance: the verb directly before the figure ("killing 83"), the passive or the adjective behind its
noun ("83 people were killed", "left 83 dead"), or the group it is a part of ("20 of the dead").
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from discrepancy.extract.measures.lexicon import Vocabulary, singular
from discrepancy.extract.measures.phrases import Phrase, phrase_at
from discrepancy.extract.measures.words import Word

_BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
_LINKING = frozenset({"not", "had", "remain", "remains", "remained"})
_HELD = frozenset(
    {"left", "reported", "feared", "believed", "found", "said", "known"}
)  # "were left homeless", "are believed to be trapped"
_NAMED = 4  # words of a name that may stand inside an outcome
_SKIPPED = 6  # words without weight that may stand between two that belong together
_NEAR = 14  # words within which an outcome may belong to a figure that names nothing
_BARRIERS = frozenset({";", ":", "(", ")"})


class Outcome(NamedTuple):
    """An outcome word or phrase at positions [at, stop) of a sentence."""

    at: int
    stop: int
    key: str
    role: str
    people: bool
    persons: bool = False
    only: str = ""


def find_outcomes(words: Sequence[Word], vocabulary: Vocabulary) -> dict[int, Outcome]:
    """The outcomes of a sentence, by the position they begin at."""
    table = vocabulary.outcomes
    found: dict[int, Outcome] = {}
    for at, word in enumerate(words):
        for row in table.get(word.text, ()):
            if row.role in ("verb", "act") and word.name and word.tag not in ("ed", "ing"):
                continue  # the Red Cross crosses nothing
            if at and word.text in ("body", "bodies") and _is_no_corpse(word, words[at - 1]):
                continue
            stop = _match(words, at + 1, row.rest) if row.rest else at + 1
            if stop and row.key == "arrived" and _is_result(words, stop):
                continue  # "the team arrives at 31"
            if stop:
                found[at] = Outcome(at, stop, row.key, row.role, row.people, row.persons, row.only)
                break
    return found


def _is_no_corpse(word: Word, before: Word) -> bool:
    """Such as "three bullets entered his body", "public bodies", "two student bodies"."""
    if before.tag == "det":
        return not word.plural
    return before.tag in ("adj", "noun") and before.text not in ("dead", "human") and not before.text.endswith("s")


def _is_result(words: Sequence[Word], at: int) -> bool:
    """Whether one arrives "at" a figure, as a count does."""
    if at >= len(words) or words[at].text != "at":
        return False
    return any(word.tag == "figure" for word in words[at + 1 : at + 3])


def _match(words: Sequence[Word], at: int, rest: Sequence[str]) -> int:
    """Where the further words of a phrase end, a determiner, an auxiliary or a name between them allowed; 0 where they do not stand there.

    Example:
        "power was cut to", "taken to the Orr Hospital".
    """
    for wanted in rest:
        first = at
        while (
            at < min(len(words), first + _NAMED)
            and words[at].text != wanted
            and (words[at].name or (at == first and words[at].tag in ("det", "aux")))
        ):
            at += 1
        if at >= len(words) or wanted not in (words[at].text, singular(words[at].text)):
            return 0
        at += 1
    return at


def tied_outcome(words: Sequence[Word], at: int, phrase: Phrase, found: Mapping[int, Outcome]) -> Outcome | None:
    """The outcome that grammar ties to the figure at a position; None where there is none.

    Args:
        words: The words of the sentence.
        at: Position of the figure.
        phrase: The noun phrase behind it, perhaps empty.
        found: The outcomes of the sentence.
    """
    if not found:
        return None
    return (
        _before(words, at, found)
        or _group(words, at, found)
        or _behind(words, phrase.stop if phrase.words else at + 1, found)
    )


def _before(words: Sequence[Word], at: int, found: Mapping[int, Outcome]) -> Outcome | None:
    """Such as "killing 83", "killed: 83", "the deaths of 83"."""
    j = at - 1
    while j >= max(0, at - _SKIPPED) and (words[j].tag in ("det", "adv", "more", "date") or words[j].text in '"“”'):
        j -= 1
    if j < 0:
        return None
    if words[j].text in (":", "of"):
        nouns = (found[k] for k in range(max(0, j - 4), j) if k in found and found[k].stop == j)
        return next((o for o in nouns if o.role == "noun" or words[j].text == ":" or words[o.at].tag == "ing"), None)
    outcome = next((found[k] for k in range(j, max(-1, j - 4), -1) if k in found and found[k].stop == j + 1), None)
    if outcome is None or outcome.role != "verb":
        return None
    passive = outcome.at > 0 and words[outcome.at - 1].text in _BE and words[outcome.at].tag != "ing"
    return None if passive else outcome


def _group(words: Sequence[Word], at: int, found: Mapping[int, Outcome]) -> Outcome | None:
    """Such as "20 of the dead", "five of those killed"."""
    k = at + 1
    if k >= len(words) or words[k].text != "of":
        return None
    k += 1
    while k < min(len(words), at + _SKIPPED) and words[k].tag in ("det", "pron"):
        k += 1
    return found.get(k) or _behind(words, k, found)


def _behind(words: Sequence[Word], k: int, found: Mapping[int, Outcome]) -> Outcome | None:
    """Such as "… were killed", "… still missing", "… in the car died", "… who drowned"."""
    while k < len(words) and words[k].tag == "more":
        k += 1  # "twelve others are missing"
    if k + 1 < len(words) and words[k].text == "or" and words[k + 1].text in ("so", "more", "thereabouts"):
        k += 2
    if k < len(words) and words[k].text in (",", "and", "or"):
        k = _past_list(words, k) or (_past_apposition(words, k) if words[k].text == "," else k)
    complements = 0
    while k < len(words) and words[k].tag == "prep" and k not in found and complements < 2:
        inner = phrase_at(words, k + 1, many=False)
        if not inner.words:
            break
        k, complements = inner.stop, complements + 1
    auxiliary = False
    passive = False
    first = k
    while (
        k < min(len(words), first + _SKIPPED)
        and k not in found
        and (
            words[k].tag in ("aux", "adv", "rel")
            or words[k].text in _LINKING
            or (auxiliary and words[k].text == "to")
            or (passive and words[k].text in _HELD)
        )
    ):
        auxiliary |= words[k].tag == "aux"
        passive |= words[k].text in _BE
        k += 1
    outcome = found.get(k)
    passive &= outcome is None or words[k].tag != "ing"  # "two helicopters were evacuating the injured"
    if outcome is None or outcome.role == "noun" or (complements and not auxiliary and outcome.role == "verb"):
        return None
    if outcome.role == "verb" and not passive and _has_object(words, outcome.stop):
        return None
    return outcome


def _past_list(words: Sequence[Word], k: int) -> int:
    """Behind the last noun of "doctors, nurses and other staff were …", if a verb follows at once; 0 where no such list goes on."""
    for _ in range(4):
        while k < len(words) and words[k].text in (",", "and", "or"):
            k += 1
        phrase = phrase_at(words, k, many=True)
        if not phrase.words or phrase.start - k > 2:
            return 0
        k = phrase.stop
        if k < len(words) and words[k].tag == "aux":
            return k
    return 0


def _past_apposition(words: Sequence[Word], k: int) -> int:
    """Behind the second comma of "one child, a six-year-old, died"; the place itself where no second one is near."""
    for j in range(k + 2, min(k + 9, len(words))):
        if words[j].text == ",":
            return j + 1
        if words[j].tag in ("verb", "aux", "rel"):
            break
    return k


def _has_object(words: Sequence[Word], k: int) -> bool:
    return k < len(words) and (
        words[k].tag in ("figure", "det", "noun", "pron", "ed", "adj") or words[k].text in ("at", "more")
    )


def nearest_outcome(words: Sequence[Word], at: int, found: Mapping[int, Outcome]) -> Outcome | None:
    """The outcome that stands nearest to a figure without a noun of its own, other figures between them counting against it."""
    best: tuple[float, Outcome] | None = None
    for spot in range(max(0, at - _NEAR), min(len(words), at + _NEAR)):
        outcome = found.get(spot)
        if outcome is None or not outcome.people or outcome.only:
            continue
        before = outcome.stop <= at
        between = words[outcome.stop : at] if before else words[at + 1 : outcome.at]
        if any(w.text in _BARRIERS for w in between):
            continue
        figures = sum(w.tag == "figure" for w in between)
        limit = 9 if before and outcome.role == "noun" else 6
        if len(between) > limit or figures > before:
            continue
        cost = len(between) + 0.4 * before + 3 * figures
        if best is None or cost < best[0]:
            best = (cost, outcome)
    return best[1] if best else None
