"""Measured figures: money, shares, durations, physical units, ages and ratios, by the property that the words name."""

from dataclasses import replace

from discrepancy.extract.measures.frames import Frame
from discrepancy.extract.measures.kinds import kind_of
from discrepancy.extract.measures.phrases import CONTAINERS, Phrase, phrase_at
from discrepancy.extract.measures.roles import default_property, property_of
from discrepancy.extract.measures.words import tag_of
from discrepancy.model import Kind, Measure

_CHANGE_NOUNS = frozenset(
    "rise fall increase decrease drop decline cut jump gain reduction growth surge slump hike loss improvement slowdown".split()
)
_COMPLEMENT_LINKS = frozenset({"of", "in"})


def unit_measure(frame: Frame, carried: Measure | None) -> Measure:
    """Read what a figure with a unit measures.

    Args:
        frame: The figure in its sentence.
        carried: The measure of the figure of that dimension before it, None where none is near.

    Example:
        "a depth of 8 km": depth; "a $50 million reward": reward; "51 per cent of the vote": vote share.
    """
    kind = kind_of(frame.text, frame.number, frame.size)
    share = frame.complement()
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
    if (
        phrase.head in _CHANGE_NOUNS
        and phrase.stop < len(frame.words)
        and frame.words[phrase.stop].text in _COMPLEMENT_LINKS
    ):
        return phrase_at(frame.words, phrase.stop + 1, many=False)
    return phrase


def ratio_measure(frame: Frame) -> Measure:
    """What is so many times as much: the thing behind "of", else the subject ("the well is twice as deep")."""
    phrase = frame.complement() or frame.phrase
    text = phrase if phrase.words and phrase.head != "time" else frame.governor.phrase
    return Measure(text.text, text.head or "times", frozenset(text.words[:-1]), Kind.RATIO)


def age_measure(frame: Frame) -> Measure:
    """An age, with whose it is: the noun behind "-old", or the subject."""
    at = frame.at + 1
    while at < min(len(frame.words), frame.at + 3) and frame.words[at].text in ("old", "olds"):
        at += 1
    whose = phrase_at(frame.words, at, many=False).text or frame.governor.phrase.text
    return Measure(whose or "age", "age", kind=Kind.AGE)
