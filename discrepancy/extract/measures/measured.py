"""Measured figures: money, shares, durations, physical units, ages and ratios, by the property that the words name."""

from dataclasses import replace

from discrepancy.extract.measures.counted import DEMONYMS, GAINS, LOSSES, SAYING, noun_measure
from discrepancy.extract.measures.frames import Frame
from discrepancy.extract.measures.kinds import kind_of
from discrepancy.extract.measures.outcomes import tied_outcome
from discrepancy.extract.measures.phrases import CONTAINERS, Phrase, governor, past_brackets, phrase_at
from discrepancy.extract.measures.roles import default_property, property_of
from discrepancy.extract.measures.words import tag_of
from discrepancy.model import Kind, Measure

_CHANGE_NOUNS = frozenset({*GAINS, *LOSSES, *"jump surge slump hike improvement slowdown".split()})
_COMPLEMENT_LINKS = frozenset({"of", "in"})
_LAPSES = frozenset({"ago", "earlier", "later", "before", "after", "since", "previously", "on"})
_OF_EVENTS = frozenset({"before", "after", "since"})
_WINDOWS = frozenset({"past", "last", "next", "previous", "coming"})
_PERIODS = frozenset({"year", "month", "quarter", "week"})
_LONGEST_TEXT = 5


def unit_measure(frame: Frame, carried: Measure | None, counted: Measure | None = None) -> Measure:
    """Read what a figure with a unit measures.

    Args:
        frame: The figure in its sentence.
        carried: The measure of the figure of that dimension before it, None where none is near.
        counted: The measure of the last count, None where none is near.

    Example:
        "a depth of 8 km": depth; "a $50 million reward": reward; "51 per cent of the vote": vote share.
    """
    kind = kind_of(frame.text, frame.number, frame.size)
    share = frame.complement()
    if frame.size == "percent" and (share.words or frame.number.share):
        kind = Kind.SHARE if kind is Kind.LEVEL else kind
        outcome = tied_outcome(frame.words, frame.at, share, frame.outcomes) if share.words else None
        if outcome is not None and outcome.at >= share.stop:
            return noun_measure(frame, share, outcome, kind)  # "57% of homes were flooded"
        if key := property_of(share.words, "share"):
            return Measure(share.text, key, frozenset(), kind)
    for phrase, extra in _slots(frame):
        if key := property_of((*extra, *phrase.words), frame.size):
            text = _told_as(frame, phrase) or (carried.text if carried else "") or key
            return Measure(text, key, frozenset(), kind)
    beside = share if share.words else _attributive(frame)
    named = beside if beside.words else frame.governor.phrase
    told_as = named.text
    if named.head in _CHANGE_NOUNS:
        named = Phrase(named.words[:-1], named.start, named.stop)
    said = not beside.words and frame.governor.verb in SAYING
    if counted is not None and frame.size == "percent" and not beside.words:
        if frame.governor.link == "same" and frame.word(-1) == "or":  # "300 votes, or 5%"
            return replace(counted, key=property_of((counted.key,), "share") or counted.key, kind=kind)
        if kind is Kind.CHANGE and not named.words:  # "that is 5% up"
            return replace(counted, kind=kind)
    listed = frame.size == "percent" and frame.governor.link == "same" and not beside.words
    if carried is not None and listed and named.words:
        return replace(carried, text=named.text, kind=kind)  # "half of the votes and 25% in each county"
    if carried is not None and (not named.words or named.head in CONTAINERS or said):
        return replace(carried, kind=kind)
    key = _fallback_key(frame, named, beside, carried)
    return Measure(named.text or told_as or key, key, frozenset(), kind)


def _told_as(frame: Frame, phrase: Phrase) -> str:
    """The phrase that names a property, with the thing that has it: "an altitude of #" of an airliner."""
    told = frame.governor
    if not phrase.words or phrase != told.phrase:
        return phrase.text or told.phrase.text
    if frame.size == "money" and told.link == "verb" and (bought := frame.complement("for")).words:
        return bought.text  # "paid $300 for a roof"
    thing = governor(frame.words, phrase.start).phrase if told.link in ("of", "label", ":") else Phrase()
    words = dict.fromkeys((*thing.words, *phrase.words))
    return " ".join(words) if len(words) <= _LONGEST_TEXT else phrase.text


def _fallback_key(frame: Frame, named: Phrase, beside: Phrase, carried: Measure | None) -> str:
    """What a measured figure without a named property is: what its unit says, what stands near, or the noun beside it.

    A name is no measure: beside one stands what the figure before it measured, or the verb.
    """
    if frame.size == "money" and beside.words and frame.words[frame.at - 1].tag == "det":
        return "cost"  # "the $325 million mission"
    if frame.size == "time" and (key := _lapse(frame)):
        return key
    if key := default_property(frame.size):
        return key
    last = frame.words[named.stop - 1] if named.words else None
    is_name = last is not None and last.name and not (last.plural and last.text.endswith(DEMONYMS))
    if not named.words or is_name:
        around = [w.text for w in frame.words[max(0, frame.at - 14) : frame.at + 10]]
        if key := property_of(around, frame.size):
            return key
    verb = "" if tag_of(frame.governor.verb) == "aux" or frame.governor.verb in SAYING else frame.governor.verb
    if frame.size == "money" and frame.word(-1) == "for" and not beside.words:
        return "cost"  # "on the grid in 2009 for 3 billion euros"
    if is_name:
        return carried.key if carried and frame.size == "percent" else verb
    return frame.vocabulary.key_of(named.head or verb)


def _lapse(frame: Frame) -> str:
    """What a length of time is that measures nothing of a thing: the interval to an event, a window looked at, how long one did a thing."""
    if frame.word(1) in _LAPSES and not (frame.word(1) in _OF_EVENTS and frame.word(2) in ("", ",", ".", ";")):
        return "interval"  # "nine days later", "17 years ago"
    if frame.word(-1) in _WINDOWS or frame.number.bound_text in _WINDOWS:
        return "window"  # "the past two years"
    told = frame.governor
    return told.verb if told.link == "for" and told.verb not in SAYING and tag_of(told.verb) != "aux" else ""


def _slots(frame: Frame) -> list[tuple[Phrase, tuple[str, ...]]]:
    """Where the name of a property can stand, the closest tie first: behind the figure, before it, its verb."""
    told = frame.governor
    ahead: list[str] = []
    behind = past_brackets(frame.words, frame.at + 1)
    for word in frame.words[behind : behind + 3]:
        if word.tag in ("mark", "figure", "conj", "rel", "aux"):
            break
        ahead.append(word.text)
    slots: list[tuple[Phrase, tuple[str, ...]]] = [
        (frame.complement(), ()),
        (frame.complement("in"), ()),
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
    if phrase.words[0] in _PERIODS and frame.size == "percent":
        return Phrase()  # "up 14% year on year"
    if (
        phrase.head in _CHANGE_NOUNS
        and phrase.stop < len(frame.words)
        and frame.words[phrase.stop].text in _COMPLEMENT_LINKS
    ):
        return phrase_at(frame.words, phrase.stop + 1, many=False)
    return phrase


def ratio_measure(frame: Frame) -> Measure:
    """What is so many times as much: the thing behind "of", else the subject ("the well is twice as deep")."""
    phrase = frame.complement()
    if not phrase.words and frame.word(1) in ("time", "times"):
        phrase = phrase_at(frame.words, frame.at + 2, many=False)
    text = phrase if phrase.words else frame.governor.phrase
    return Measure(text.text, text.head or "times", frozenset(text.words[:-1]), Kind.RATIO)


def age_measure(frame: Frame) -> Measure:
    """An age, with whose it is: the noun behind "-old", or the subject."""
    at = frame.at + 1
    while at < min(len(frame.words), frame.at + 3) and frame.words[at].text in ("old", "olds"):
        at += 1
    whose = phrase_at(frame.words, at, many=False).text or frame.governor.phrase.text
    return Measure(whose or "age", "age", kind=Kind.AGE)
