"""The measure of a figure: an outcome in any voice, a counted noun, or a named property.

Each figure is read in the frame of its sentence: the noun phrase behind it, what it hangs on before it ("a depth of", "the toll rose to",
"Deaths:"), and the outcome words that grammar ties to it. A figure that names nothing takes over the measure of the figure before it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.measures.kinds import is_age, kind_of
from discrepancy.extract.measures.lexicon import Vocabulary, people
from discrepancy.extract.measures.outcomes import Outcome, find_outcomes, nearest_outcome, tied_outcome
from discrepancy.extract.measures.phrases import (
    CONTAINERS,
    Governor,
    Phrase,
    governor,
    past_brackets,
    phrase_at,
    phrase_before,
)
from discrepancy.extract.measures.roles import default_property, property_of, size_of
from discrepancy.extract.measures.words import Word, tag_of, words_of
from discrepancy.extract.numbers import Number
from discrepancy.model import Kind, Measure
from discrepancy.sentences import Sentence, sentence_at

_CHANGE_NOUNS = frozenset(
    "rise fall increase decrease drop decline cut jump gain reduction growth surge slump hike loss improvement slowdown".split()
)
_CARRY = 2  # sentences over which a figure without a noun takes over the measure of the last one
_BE = frozenset({"is", "are", "was", "were", "be"})
_SAYING = frozenset(
    "say says said put puts gave give gives believe believed speak spoke spoken estimate estimated count counts counted know knew".split()
)
_COMPLEMENT_LINKS = frozenset({"of", "in"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure in its sentence."""

    text: str
    number: Number
    words: Sequence[Word]
    at: int
    phrase: Phrase
    governor: Governor
    outcomes: dict[int, Outcome]
    vocabulary: Vocabulary

    @property
    def size(self) -> str:
        """The sort of its unit: "count", "money", or the dimension of the unit."""
        return size_of(self.number.unit)

    def word(self, offset: int) -> str:
        """The word that many places from the figure, "" beyond the sentence."""
        at = self.at + offset
        return self.words[at].text if 0 <= at < len(self.words) else ""


def read_measures(
    text: str,
    sentences: list[Sentence],
    numbers: Sequence[Number],
    vocabulary: Vocabulary,
    dates: Sequence[tuple[int, int]] = (),
) -> list[Measure]:
    """Read what the figures of a text count or measure.

    Args:
        text: The article's text.
        sentences: Its sentences, in order.
        numbers: Its figures, in order.
        vocabulary: The words that name what is counted.
        dates: Spans that belong to dates, in order: they name nothing that is counted.

    Returns:
        One measure for each figure, in their order.

    Example:
        "killing 83 people": deaths; "5,412 houses were destroyed": home, destroyed; "a depth of 8 km": depth.
    """
    by_sentence: dict[int, list[Number]] = {}
    for number in numbers:
        by_sentence.setdefault(sentence_at(sentences, number.start), []).append(number)
    measures: list[Measure] = []
    last: dict[str, tuple[int, Measure]] = {}
    for index, figures in by_sentence.items():
        for frame in _frames(text, sentences[index], figures, vocabulary, dates):
            before = last.get(frame.size)
            carried = before[1] if before and index - before[0] <= _CARRY else None
            if carried is None and index and frame.size == "count":
                carried = _told_before(text, sentences[index - 1], vocabulary)
            measure = measures[-1] if frame.number.converted and measures else _read(frame, carried)
            last[frame.size] = (index, measure)
            measures.append(measure)
    return measures


def _frames(
    text: str,
    sentence: Sentence,
    figures: Sequence[Number],
    vocabulary: Vocabulary,
    dates: Sequence[tuple[int, int]],
) -> Iterator[Frame]:
    """The figures of one sentence, each with the words around it."""
    at = bisect_left(dates, (sentence.start, 0))
    inside = dates[at : bisect_left(dates, (sentence.end, 0))]
    spans = sorted(
        [(n.outer_start, n.outer_end, "figure") for n in figures] + [(start, end, "date") for start, end in inside]
    )
    words = words_of(text, sentence.start, sentence.end, spans)
    positions = [position for position, word in enumerate(words) if word.tag == "figure"]
    found = find_outcomes(words, vocabulary)
    for number, position in zip(figures, positions, strict=True):
        told = governor(words, position)
        if told.link == "same" and number.unit:  # "grew by 60 or 2 per cent": what the figure before it hangs on
            before = governor(words, told.figure)
            told = replace(told, phrase=before.phrase, verb=before.verb)
        behind = _phrase_behind(text, number, words, position)
        yield Frame(text, number, words, position, behind, told, found, vocabulary)


def _phrase_behind(text: str, number: Number, words: Sequence[Word], at: int) -> Phrase:
    """The noun phrase behind a figure; none behind "401,000 a month"."""
    if at + 1 < len(words) and words[at + 1].tag == "det" and words[at + 1].text != "such":
        return Phrase()
    return phrase_at(words, past_brackets(words, at + 1), many=number.value != 1 and not _is_attributive(text, number))


def _told_before(text: str, sentence: Sentence, vocabulary: Vocabulary) -> Measure | None:
    """What the sentence before tells of, where it holds no figure: the outcome it names last."""
    found = find_outcomes(words_of(text, sentence.start, sentence.end, ()), vocabulary)
    told = [outcome for outcome in found.values() if outcome.people]
    return Measure(told[-1].key, told[-1].key) if told else None


def _is_attributive(text: str, number: Number) -> bool:
    """Whether the figure is glued to a noun by a hyphen ("6.0-magnitude"): that noun is singular."""
    return text[number.outer_end : number.outer_end + 1] == "-"


def _read(frame: Frame, carried: Measure | None) -> Measure:
    if frame.number.ratio:
        return _of_ratio(frame)
    if frame.size == "count":
        return _of_count(frame, carried)
    if frame.size == "time" and is_age(frame.text, frame.number):
        return Measure(_aged(frame), "age", kind=Kind.AGE)
    return _of_unit(frame, carried)


def _of_ratio(frame: Frame) -> Measure:
    phrase = _complement(frame) or frame.phrase
    text = phrase if phrase.words and phrase.head != "time" else frame.governor.phrase
    return Measure(text.text, text.head or "times", frozenset(text.words[:-1]), Kind.RATIO)


def _complement(frame: Frame, link: str = "of") -> Phrase:
    """The phrase behind "# of …", past a determiner and a bracketed conversion."""
    at = past_brackets(frame.words, frame.at + 1)
    if at >= len(frame.words) or frame.words[at].text != link:
        return Phrase()
    return phrase_at(frame.words, at + 1, many=False)


def _aged(frame: Frame) -> str:
    """Whose age it is: the noun behind "-old", or the subject."""
    at = frame.at + 1
    while at < min(len(frame.words), frame.at + 3) and frame.words[at].text in ("old", "olds"):
        at += 1
    return phrase_at(frame.words, at, many=False).text or frame.governor.phrase.text or "age"


# --- measured: money, shares, durations, physical units


def _of_unit(frame: Frame, carried: Measure | None) -> Measure:
    kind = kind_of(frame.text, frame.number, frame.size)
    share = _complement(frame)
    if frame.size == "percent" and (share.words or frame.number.share):
        kind = Kind.SHARE if kind is Kind.LEVEL else kind
    for phrase, extra in _slots(frame):
        if key := property_of((*extra, *phrase.words), frame.size):
            return Measure(phrase.text or frame.governor.phrase.text or key, key, frozenset(), kind)
    beside = share if share.words else _attributive(frame)
    named = beside if beside.words else frame.governor.phrase
    told_as = named.text
    if named.head in _CHANGE_NOUNS:
        named = Phrase(named.words[:-1], named.start, named.stop)
    if carried is not None and (not named.words or named.head in CONTAINERS):
        return replace(carried, kind=kind)
    key = _fallback_key(frame, named, beside)
    return Measure(named.text or told_as or key, key, frozenset(), kind)


def _fallback_key(frame: Frame, named: Phrase, beside: Phrase) -> str:
    """What a measured figure without a named property is: what its unit says, what stands near, or the noun beside it."""
    if frame.size == "money" and beside.words and frame.words[frame.at - 1].tag == "det":
        return "cost"  # "the $325 million mission"
    if key := default_property(frame.size):
        return key
    is_name = named.words and frame.words[named.stop - 1].name
    if not named.words or is_name:
        around = [w.text for w in frame.words[max(0, frame.at - 14) : frame.at + 10]]
        if key := property_of(around, frame.size):
            return key
    verb = frame.governor.verb
    return frame.vocabulary.key_of(named.head or ("" if tag_of(verb) == "aux" else verb))


def _slots(frame: Frame) -> list[tuple[Phrase, tuple[str, ...]]]:
    """Where the name of a property can stand, the closest tie first: behind the figure, before it, its verb."""
    told = frame.governor
    ahead: list[str] = []
    for word in frame.words[frame.at + 1 : frame.at + 4]:
        if word.tag in ("mark", "figure", "conj", "rel", "aux"):
            break
        ahead.append(word.text)
    slots: list[tuple[Phrase, tuple[str, ...]]] = [
        (_complement(frame), ()),
        (_complement(frame, "in"), ()),
        (_attributive(frame), ()),
    ]
    if frame.size not in ("money", "percent"):
        slots.append((Phrase(), tuple(ahead)))
    return [slot for slot in [*slots, (told.phrase, (told.verb,))] if slot[0].words or slot[1]]


def _attributive(frame: Frame) -> Phrase:
    """The noun that a measured figure stands before ("a $50 million reward"); a rise "in sales" is of sales."""
    phrase = frame.phrase
    if phrase.words and frame.words[phrase.start].tag == "ing":
        return Phrase()
    if not phrase.words or phrase.start - frame.at > 2 or (frame.size == "percent" and frame.governor.link == "label"):
        return Phrase()
    if (
        phrase.head in _CHANGE_NOUNS
        and phrase.stop < len(frame.words)
        and frame.words[phrase.stop].text in _COMPLEMENT_LINKS
    ):
        return phrase_at(frame.words, phrase.stop + 1, many=False)
    return phrase


# --- counted


def _of_count(frame: Frame, carried: Measure | None) -> Measure:
    label = frame.governor.phrase.head if frame.governor.link in ("label", "of", ":") else ""
    if "magnitude" in (label, *frame.phrase.words[:1]):
        return Measure("magnitude", "magnitude", kind=Kind.LEVEL)
    kind = kind_of(frame.text, frame.number, "count")
    phrase = _counted_phrase(frame)
    outcome = tied_outcome(frame.words, frame.at, phrase, frame.outcomes)
    if phrase.words:
        return _of_noun(frame, phrase, outcome or _listed_outcome(frame, phrase, carried), kind)
    if outcome is not None:
        return _of_outcome(frame, outcome, carried, kind)
    if frame.word(1) == "of" and frame.word(2) in ("them", "whom", "which", "these", "those"):
        return _of_part(frame, carried, kind)
    return _of_nothing(frame, carried, kind)


def _listed_outcome(frame: Frame, phrase: Phrase, carried: Measure | None) -> Outcome | None:
    """Such as "killed 60 suspects and four officers": people listed directly behind others share their outcome."""
    if carried is None or phrase.head not in people():
        return None
    k = frame.at - 1
    while k >= max(0, frame.at - 8) and (
        frame.words[k].tag in ("conj", "adv", "det") or frame.words[k].text in (",", ":", "including", "among")
    ):
        k -= 1
    reach = 9 if any(word.text == "including" for word in frame.words[k + 1 : frame.at]) else 5
    if k < 0 or k == frame.at - 1 or not any(w.tag == "figure" for w in frame.words[max(0, k - reach) : k + 1]):
        return None
    row = next(
        (row for rows in frame.vocabulary.outcomes.values() for row in rows if row.key == carried.key and row.people),
        None,
    )
    return Outcome(frame.at, frame.at, row.key, row.role, True) if row else None


def _counted_phrase(frame: Frame) -> Phrase:
    """The phrase behind a count; of "thousands of job cuts" what stands behind "of"."""
    if frame.word(1) == "of" and frame.word(2) not in ("them", "whom", "which"):
        whole = frame.at + 2 < len(frame.words) and frame.words[frame.at + 2].tag == "figure"
        inner = phrase_at(frame.words, frame.at + 2 + whole, many=True)  # "39 of 47 counties" counts counties
        if inner.words and not (frame.vocabulary.outcome_of(inner.head)[0] and inner.words == (inner.head,)):
            return inner
        return Phrase()
    return frame.phrase


def _of_noun(frame: Frame, phrase: Phrase, outcome: Outcome | None, kind: Kind) -> Measure:
    """A count with its noun: the outcome where people suffer it, else the noun, narrowed by outcome and adjectives."""
    head, narrow = phrase.head, frozenset(w for w in phrase.words[:-1] if w not in CONTAINERS)
    key, role = frame.vocabulary.outcome_of(head)
    if key and (role == "noun" or outcome is None or outcome.key == key):
        return Measure(phrase.text, key, frozenset(w for w in narrow if people().get(w) != "any"), kind)
    kin = people().get(head)
    if outcome is not None and outcome.people:
        return Measure(phrase.text, outcome.key, narrow | ({head} if kin != "any" else frozenset()), kind)
    if kin == "any" and outcome is None and (loose := nearest_outcome(frame.words, frame.at, frame.outcomes)):
        return Measure(phrase.text, loose.key, narrow, kind)
    extra = frozenset({outcome.key}) if outcome is not None else frozenset()
    return Measure(
        phrase.text, frame.vocabulary.families.get(head, "people" if kin == "any" else head), narrow | extra, kind
    )


def _of_outcome(frame: Frame, outcome: Outcome, carried: Measure | None, kind: Kind) -> Measure:
    """A bare count with an outcome: "killing 83"; "176 destroyed" counts what the figure before it counted."""
    if not outcome.people and carried is not None and not frame.vocabulary.outcome_of(carried.key)[0]:
        return Measure(carried.text, carried.key, frozenset({outcome.key}), kind)
    return Measure(outcome.key, outcome.key, frozenset(), kind)


def _of_part(frame: Frame, carried: Measure | None, kind: Kind) -> Measure:
    """Such as "31 of them rifles", "13 of them with injuries", "four of whom were in uniform": a part of what was counted before."""
    k = frame.at + 3
    while k < min(len(frame.words), frame.at + 8) and frame.words[k].tag in ("aux", "adv", "prep", "det"):
        k += 1
    phrase = phrase_at(frame.words, k, many=False)
    key, _ = frame.vocabulary.outcome_of(phrase.head)
    if key:
        return Measure(phrase.text, key, frozenset(), kind)
    if phrase.words and (carried is None or phrase.head not in people()) and k == frame.at + 3:
        return Measure(phrase.text, frame.vocabulary.key_of(phrase.head), frozenset(phrase.words[:-1]), kind)
    if carried is None:
        return Measure(phrase.text, phrase.head, frozenset(phrase.words[:-1]), kind)
    return Measure(phrase.text or carried.text, carried.key, frozenset(phrase.words), kind)


def _of_nothing(frame: Frame, carried: Measure | None, kind: Kind) -> Measure:
    """A bare count: what it hangs on, the figure before it, an outcome near it, or the sentence before."""
    told = frame.governor
    for word in reversed(told.phrase.words):
        if (key := frame.vocabulary.outcome_of(word)[0]) and told.link != "(":
            return Measure(key, key, frozenset(), kind)
    behind = frame.outcomes.get(told.phrase.stop) if told.phrase.words else None
    if behind is not None and behind.people:  # "the number of people killed rose to 17"
        return Measure(behind.key, behind.key, frozenset(), kind)
    if told.link == "same" and carried is not None:
        return replace(carried, kind=kind)
    loose = nearest_outcome(frame.words, frame.at, frame.outcomes)
    if loose is not None:
        return Measure(loose.key, loose.key, frozenset(), kind)
    named = told.phrase
    if frame.word(1) in _BE and (predicate := phrase_at(frame.words, frame.at + 2, many=False)).words:
        if carried is None:
            return Measure(
                predicate.text, frame.vocabulary.key_of(predicate.head), frozenset(predicate.words[:-1]), kind
            )
        return Measure(predicate.text, carried.key, frozenset(predicate.words), kind)
    if carried is not None and not _names_a_count(frame, named):
        return replace(carried, kind=kind)
    noun = named if named.words else phrase_before(frame.words, frame.at)
    return Measure(noun.text, frame.vocabulary.key_of(noun.head), frozenset(noun.words[:-1]), kind)


def _names_a_count(frame: Frame, named: Phrase) -> bool:
    """Whether the phrase a bare count hangs on is the thing counted: no name, no speaker, no mere "number" or "total"."""
    if not named.words or named.head in CONTAINERS or frame.governor.verb in _SAYING:
        return False
    return frame.governor.link != "label" and not frame.words[named.stop - 1].name
