"""Percentages: shares of what was told before, restated counts, and what goes to somebody by name."""

from dataclasses import replace

from discrepancy.extract.measures.frames import Before, Frame
from discrepancy.extract.measures.kinds import is_change_before
from discrepancy.extract.measures.outcomes import tied_outcome
from discrepancy.extract.measures.phrases import CONTAINERS, NOTHING, Phrase
from discrepancy.extract.measures.roles import property_of
from discrepancy.model import Kind, Measure

_THOSE = frozenset({"them", "whom", "which", "these", "those"})
_PORTIONS = frozenset({"share", "proportion", "percentage"})
# what a percentage of these is in whatever words it is told ("51% of the vote", "a vote share of 51%")
_SETTLED = {
    "vote share": Kind.SHARE, "market share": Kind.SHARE, "share of gdp": Kind.SHARE, "turnout": Kind.LEVEL, "efficacy": Kind.LEVEL,
    "vaccination rate": Kind.LEVEL, "unemployment rate": Kind.LEVEL, "fatality ratio": Kind.LEVEL, "approval": Kind.LEVEL,
}  # fmt: skip


def settled_kind(measure: Measure) -> Measure:
    """The measure of a percentage with the kind that its key has in any words: a vote share is a share, a turnout a level."""
    plain = measure.kind in (Kind.LEVEL, Kind.SHARE)
    return replace(measure, kind=_SETTLED.get(measure.key, measure.kind)) if plain else measure


def of_those(frame: Frame, before: Before) -> Measure | None:
    """The measure of those of whom a percentage is a share: "# of them", "of whom #", "of these, #"; None where it says of whom."""
    if frame.word(1) == "of" and frame.word(2) in _THOSE:
        return before.last if frame.word(2) == "which" else before.tally
    k = frame.at - 1
    while (
        k > 0
        and frame.words[k].text not in _THOSE
        and (frame.words[k].tag in ("det", "adv") or frame.words[k].text == ",")
    ):
        k -= 1
    if k < 1 or frame.words[k].text not in _THOSE or frame.words[k - 1].text != "of":
        return None
    return before.last if frame.words[k].text == "which" else before.tally


def is_portion(frame: Frame, phrase: Phrase) -> bool:
    """Whether "share" is a part of a whole ("the share is #"), no paper of a firm ("shares rose #", "the share price")."""
    printed = {word.text for word in frame.words[phrase.start : phrase.stop]}
    return frame.size == "percent" and "share" in printed and "price" not in printed


def restated(frame: Frame, before: Before, kind: Kind, named: Phrase = NOTHING) -> Measure | None:
    """A percentage that restates what was counted: "300 votes, or 5%", "that is 5% up", "the figure is 5% up"; None for any other.

    Args:
        frame: The percentage in its sentence, with no noun beside it.
        before: What the article told before it.
        kind: Its kind by its own words.
        named: The phrase that it hangs on.
    """
    if before.counted is None:
        return None
    beside = frame.word(-1) == "or" or frame.word(-1) == frame.word(1) == ","  # "900 voters, 51 per cent, chose Orr"
    if frame.governor.link == "same" and beside:
        key = property_of((before.counted.key,), "share") or before.counted.key
        return replace(before.counted, key=key, kind=Kind.SHARE if kind is Kind.LEVEL else kind)
    if kind is Kind.CHANGE and (not named.words or (len(named.words) == 1 and named.head in CONTAINERS)):
        return replace(before.counted, kind=kind)
    return None


def kind_beside(frame: Frame, kind: Kind) -> Kind:
    """The kind of a percentage that repeats the change before it: "up 10 cents, or #"; its own kind else."""
    told = frame.governor
    if kind is not Kind.LEVEL or told.link != "same" or told.figure < 0 or frame.word(-1) != "or":
        return kind
    return Kind.CHANGE if is_change_before(frame.text, frame.words[told.figure].start) else kind


def share_told(frame: Frame, before: Before, named: Phrase, kind: Kind) -> Measure | None:
    """A percentage of a portion that is named ("the share of pupils rose to #"), or of somebody in a vote ("# for Mr Orr"); None else."""
    if len(named.words) > 1 and named.head in _PORTIONS and not frame.words[named.stop - 2].name:
        key = property_of((named.words[-2],), "share") or frame.vocabulary.key_of(named.words[-2])
        return Measure(named.text, key, frozenset(), Kind.SHARE)
    if before.votes and _is_of_a_candidate(frame):
        return Measure("vote share", "vote share", frozenset(), kind)
    return None


def share_of_doers(frame: Frame, kind: Kind) -> Measure | None:
    """A percentage of those who do something themselves: "67 per cent went to the polls", "only 12% were hurt"; None else."""
    outcome = tied_outcome(frame.words, frame.at, NOTHING, frame.outcomes)
    if outcome is None or outcome.at < frame.at or not outcome.people:
        return None
    return Measure(outcome.key, outcome.key, frozenset(), Kind.SHARE if kind is Kind.LEVEL else kind)


def _is_of_a_candidate(frame: Frame) -> bool:
    """Whether a percentage goes to somebody by name: "# for Mr Orr", "Orr's #", "Orr ended on #"."""
    if frame.word(1) == "for":
        return any(word.name for word in frame.words[frame.at + 2 : frame.at + 5])
    told = frame.governor.phrase
    return (
        bool(told.words)
        and frame.words[told.stop - 1].name
        and frame.governor.link in ("verb", "label", "on", "with", "at")
    )
