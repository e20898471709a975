"""Measured figures: money, shares, durations, physical units, ages and ratios, by the property that the words name."""

from dataclasses import replace

from discrepancy.extract.measures.counted import DEMONYMS, GAINS, LOSSES, SAYING, noun_measure
from discrepancy.extract.measures.frames import Before, Frame, is_aside
from discrepancy.extract.measures.governors import governor
from discrepancy.extract.measures.kinds import kind_of
from discrepancy.extract.measures.outcomes import tied_outcome
from discrepancy.extract.measures.phrases import CONTAINERS, NOTHING, Phrase, past_brackets, phrase_at
from discrepancy.extract.measures.roles import default_property, property_of
from discrepancy.extract.measures.shares import (
    is_portion,
    kind_beside,
    of_those,
    restated,
    settled_kind,
    share_of_doers,
    share_told,
)
from discrepancy.extract.measures.words import is_noun
from discrepancy.model import Kind, Measure

_CHANGE_NOUNS = frozenset({*GAINS, *LOSSES, *"jump surge slump hike improvement slowdown".split()})
_COMPLEMENT_LINKS = frozenset({"of", "in"})
_LAPSES = frozenset({"ago", "earlier", "later", "before", "after", "since", "previously", "on"})
_OF_EVENTS = frozenset({"before", "after", "since"})
_WINDOWS = frozenset({"past", "last", "next", "previous", "coming"})
_PERIODS = frozenset({"year", "month", "quarter", "week"})
_LED = 8  # words over which the name of a property may stand before what it is of
_EXTENTS = {"mass": "weight", "length": "length"}
_LASTING = frozenset({"last", "lasts", "lasted", "take", "takes", "took", "taken", "is", "was", "were", "are", "be"})
_LONGEST_TEXT = 5


def unit_measure(frame: Frame, before: Before) -> Measure:
    """Read what a figure with a unit measures.

    Args:
        frame: The figure in its sentence.
        before: What the article told before it.

    Example:
        "a depth of 8 km": depth; "a $50 million reward": reward; "51 per cent of the vote": vote share.
    """
    measure = _measure_of(frame, before)
    if frame.size == "percent":
        return settled_kind(measure)
    return replace(measure, kind=Kind.CHANGE) if measure.key == "change" else measure


def _measure_of(frame: Frame, before: Before) -> Measure:
    carried = before.carried
    percent = frame.size == "percent"
    kind = kind_of(frame.text, frame.number, frame.size)
    if percent and (whole := of_those(frame, before)) is not None:
        return replace(whole, kind=Kind.SHARE)
    kind = kind_beside(frame, kind) if percent else kind
    share = frame.complement()
    if percent and (share.words or frame.number.share or frame.word(1) == "of"):
        kind = Kind.SHARE if kind is Kind.LEVEL else kind
        outcome = tied_outcome(frame.words, frame.at, share, frame.outcomes) if share.words else None
        if outcome is not None and outcome.at >= share.stop:
            return noun_measure(frame, share, outcome, kind)  # "57% of homes were flooded"
        if key := property_of(share.words, "share"):
            return Measure(share.text, key, frozenset(), kind)
    for phrase, extra in _slots(frame):
        key = property_of((*extra, *phrase.words), frame.size)
        if key and not (key == "share price" and is_portion(frame, phrase)):
            text = _told_as(frame, phrase) or (carried.text if carried else "") or key
            return Measure(text, key, frozenset(), kind)
    if percent and not share.words and (done := share_of_doers(frame, kind)) is not None:
        return done
    beside = share if share.words else _attributive(frame)
    named = beside if beside.words else frame.governor.phrase
    told_as = named.text
    if named.head in _CHANGE_NOUNS:
        named = Phrase(named.words[:-1], named.start, named.stop)
    found = share_told(frame, before, named, kind) if percent else None
    found = found or (restated(frame, before, kind, named) if percent and not beside.words else None)
    if found is not None:
        return found
    if before.last is not None and is_aside(frame):
        return replace(before.last, kind=kind)
    if carried is not None and percent and frame.governor.link == "same" and not beside.words and named.words:
        return replace(carried, text=named.text, kind=kind)  # "half of the votes and 25% in each county"
    said = not beside.words and frame.governor.verb in SAYING
    if carried is not None and (not named.words or named.head in CONTAINERS or said):
        return replace(carried, kind=kind)
    key = "" if said and percent else _fallback_key(frame, named, beside, carried)
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
    if frame.size == "length" and frame.governor.link == "from" and not beside.words:
        return "distance"  # "watched from 55 km"
    mass = (
        frame.size == "mass" and frame.governor.link == "of"
    )  # a block of 9 tonnes weighs them; a span of 9 metres is a span
    if frame.size in _EXTENTS and (mass or _is_adjectival(frame)) and not frame.complement().words:
        return _EXTENTS[frame.size]  # "a 455-pound machine", "a block of 9 tonnes", "a 265-metre street"
    if key := default_property(frame.size):
        return key
    last = frame.words[named.stop - 1] if named.words else None
    is_name = last is not None and last.name and not (last.plural and last.text.endswith(DEMONYMS))
    if not named.words or is_name:
        ahead = frame.words[frame.at + 1 : frame.at + 10]
        ahead = ahead[: next((k for k, word in enumerate(ahead) if word.tag == "mark"), len(ahead))]
        around = [w.text for w in (*frame.words[max(0, frame.at - 14) : frame.at], *ahead)]
        if key := property_of(around, frame.size):
            return key
    if frame.size == "time" and not beside.words and not _names_a_span(frame):
        return ""
    if frame.size == "money" and frame.word(-1) == "for" and not beside.words:
        return "cost"  # "on the grid in 2009 for 3 billion euros"
    if is_name:
        return carried.key if carried and frame.size == "percent" else ""
    key = frame.vocabulary.key_of(named.head)
    return key if is_noun(key) or frame.vocabulary.is_outcome(key) else ""


def _names_a_span(frame: Frame) -> bool:
    """Whether the noun that a length of time hangs on names it: "a delay of #", "Travel time: #", "the siege lasted #"."""
    told = frame.governor
    return told.link in ("of", "label", ":") or (told.link == "verb" and told.verb in _LASTING)


def _is_adjectival(frame: Frame) -> bool:
    """Whether a figure with its unit stands as an adjective before a noun: "a 455-pound machine"."""
    return bool(frame.phrase.words) and frame.text[frame.number.end : frame.number.end + 1] == "-"


def _lapse(frame: Frame) -> str:
    """What a length of time is that measures nothing of a thing: the interval to an event, a window looked at, how long one did a thing."""
    if frame.word(1) in ("late", "later", "behind") and frame.word(2) in ("than", "schedule", "plan", "", ",", "."):
        return "delay" if frame.word(2) not in ("", ",", ".") or frame.word(1) == "late" else "interval"
    if frame.word(1) in _LAPSES and not (frame.word(1) in _OF_EVENTS and frame.word(2) in ("", ",", ".", ";")):
        return "interval"  # "nine days later", "17 years ago"
    if frame.word(-1) in _WINDOWS or frame.number.bound_text in _WINDOWS:
        return "window"  # "the past two years"
    return ""


def _slots(frame: Frame) -> list[tuple[Phrase, tuple[str, ...]]]:
    """Where the name of a property can stand, the closest tie first: behind the figure, before it, its verb."""
    told = frame.governor
    ahead: list[str] = []
    behind = _past_listed(frame, past_brackets(frame.words, frame.at + 1))
    for word in frame.words[behind : behind + 3]:
        if word.tag in ("mark", "figure", "conj", "rel", "aux"):
            break
        ahead.append(word.text)
    slots: list[tuple[Phrase, tuple[str, ...]]] = [
        (frame.complement(), ()),
        (frame.complement("in"), ()),
        (_attributive(frame), ()),
    ]
    if frame.size not in ("money", "percent") and not _is_adjectival(frame):
        slots.append((NOTHING, tuple(ahead)))
    slots.append(
        (told.phrase, () if told.link in ("to", "from") else (told.verb,))
    )  # "raised the wage to #" raises no money
    if told.link == ":":  # "it was far away: #"
        slots.append((NOTHING, tuple(word.text for word in frame.words[max(0, frame.at - 4) : frame.at - 1])))
    if told.link == "of" and frame.size in ("money", "percent"):  # "losses to homes and roads of #"
        slots.append((NOTHING, _led_to(frame, told.phrase.start)))
    return [slot for slot in slots if slot[0].words or slot[1]]


def _past_listed(frame: Frame, at: int) -> int:
    """The position behind further figures of one list, which share what follows: "160 m and 780 m across", "300 km, or 180 miles, long"."""
    words = frame.words
    k = at + (at < len(words) and words[at].text == ",")
    if frame.size == "length" and k > at and k < len(words) and property_of((words[k].text,), frame.size):
        return k  # ", long"
    if (
        frame.size != "length"
        or k + 2 >= len(words)
        or words[k].text not in ("and", "or")
        or words[k + 1].tag != "figure"
    ):
        return at
    return k + 2 + (words[k + 2].text == "," and k > at)


def _led_to(frame: Frame, at: int) -> tuple[str, ...]:
    """The words of the clause that lead to a phrase, back to its verb."""
    start = at
    while start > max(0, at - _LED) and frame.words[start - 1].tag not in (
        "verb",
        "aux",
        "ed",
        "mark",
        "figure",
        "rel",
    ):
        start -= 1
    return tuple(word.text for word in frame.words[start:at])


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
