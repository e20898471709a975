"""The measure of a figure: an outcome in any voice, a counted noun, or a named property.

Each figure is read in the frame of its sentence (`frames`): the noun phrase behind it, what it hangs on before it ("a depth of", "the toll rose to",
"Deaths:"), and the outcome words that grammar ties to it. Then a count is read by what it counts (`counted`), anything with a unit by what it measures
(`measured`). A figure that names nothing takes over the measure of the figure before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from discrepancy.extract.measures.beside import partner_of
from discrepancy.extract.measures.counted import count_measure
from discrepancy.extract.measures.frames import Before, Frame, frames_of
from discrepancy.extract.measures.governors import TOTALS
from discrepancy.extract.measures.kinds import is_age, kind_of
from discrepancy.extract.measures.lexicon import Vocabulary
from discrepancy.extract.measures.measured import age_measure, ratio_measure, unit_measure
from discrepancy.extract.measures.outcomes import find_outcomes
from discrepancy.extract.measures.words import names_of, words_of
from discrepancy.extract.numbers import Number
from discrepancy.model import Kind, Measure
from discrepancy.sentences import Sentence, sentence_at

_OUTCOME = "outcome"
_PLACING = frozenset({"in", "on", "at", "aboard", "near", "outside", "inside", "off"})  # what leads to a place
_VOTING = frozenset({"vote", "vote share", "turnout", "seat"})
_CARRY = 2  # sentences over which a figure without a noun takes over the measure of the last one


def read_measures(
    text: str,
    sentences: Sequence[Sentence],
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
    told = _Told(vocabulary)
    names = names_of(text)
    for index, figures in by_sentence.items():
        here: dict[int, tuple[Frame, Measure]] = {}
        for frame in frames_of(text, sentences[index], figures, vocabulary, dates, names):
            if frame.number.converted and measures:
                measure = measures[-1]
            else:
                before = told.before(frame, index, measures[-1] if here else None)
                if before.carried is None and index and frame.size == "count":
                    before = before._replace(carried=_told_before(text, sentences[index - 1], vocabulary))
                measure = _set_beside(frame, here) or _parallel(frame, here) or _read(frame, before)
            told.note(frame, index, measure)
            here[frame.at] = frame, measure
            measures.append(measure)
    return measures


class _Told:
    """The measures told so far, for the figures that name none: the last of each dimension, and the last outcome."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last: dict[str, tuple[int, Measure]] = {}
        self._first: dict[str, Measure] = {}
        self._outcomes: tuple[str, ...] = ()
        self._votes = False

    def before(self, frame: Frame, index: int, last: Measure | None) -> Before:
        """What was told before a figure of a sentence, with the measure of the figure before it there."""
        return Before(
            carried=self.carried(frame, index),
            last=last,
            counted=self.since(frame, index),
            tally=self.recent("count", index),
            outcomes=self._outcomes,
            votes=self._votes,
        )

    def carried(self, frame: Frame, index: int) -> Measure | None:
        """What a figure of a sentence takes over if it names nothing; a toll or total is one of an outcome, whatever was counted since."""
        if _is_of_a_month(frame):
            return self._first.get(frame.size)
        total = frame.size == "count" and frame.governor.phrase.head in TOTALS and _OUTCOME in self._last
        before = self.recent(_OUTCOME if total else frame.size, index)
        return replace(before, text="") if before else None

    def recent(self, size: str, index: int) -> Measure | None:
        """The last measure of a dimension, if it was told a few sentences ago at most."""
        before = self._last.get(size)
        return before[1] if before and index - before[0] <= _CARRY else None

    def since(self, frame: Frame, index: int) -> Measure | None:
        """The last count, if none of the figure's own dimension was told since."""
        count, own = self._last.get("count"), self._last.get(frame.size)
        return self.recent("count", index) if count and (own is None or own[0] < count[0]) else None

    def note(self, frame: Frame, index: int, measure: Measure) -> None:
        """Remember the measure of a figure; a ratio measures nothing that a bare figure could take over."""
        if frame.number.ratio:
            return
        self._first.setdefault(frame.size, measure)
        self._last[frame.size] = (index, measure)
        self._votes |= measure.key in _VOTING
        if frame.size == "count" and self._vocabulary.is_outcome(measure.key):
            self._last[_OUTCOME] = (index, measure)
            if measure.key not in self._outcomes:
                self._outcomes = (*self._outcomes, measure.key)


def _is_of_a_month(frame: Frame) -> bool:
    """Whether a bare figure is that of a month or year, in a series: "February, first put at #, stands at #", "January's #"."""
    if frame.phrase.words or not frame.at:
        return False
    if frame.words[frame.at - 1].tag == "date":
        return frame.text.startswith(("'s", "’s"), frame.words[frame.at - 1].end)
    return frame.words[0].tag == "date" and not frame.governor.phrase.words and bool(frame.governor.verb)


def _set_beside(frame: Frame, here: Mapping[int, tuple[Frame, Measure]]) -> Measure | None:
    """The measure of the figure of the sentence that this one is set beside ("12 boats, not 11"), if it names nothing itself."""
    if frame.phrase.words or frame.number.ratio or frame.number.share:
        return None
    other, measure = here.get(partner_of(frame.words, frame.at), (None, None))
    if other is None or measure is None or other.size != frame.size or other.number.ratio:
        return None
    return (
        replace(measure, kind=kind_of(frame.text, frame.number, frame.size))
        if measure.kind is Kind.CHANGE and frame.word(-1) == "from"
        else measure
    )


def _parallel(frame: Frame, here: Mapping[int, tuple[Frame, Measure]]) -> Measure | None:
    """The measure of the figure that leads a list of places: "four people died on each of two boats and three in a car" counts people."""
    if frame.size != "count" or frame.phrase.words or frame.governor.link != "same" or frame.number.change:
        return None
    behind = frame.at + 1 + (frame.word(1) in ("more", "others"))
    if behind >= len(frame.words) or frame.words[behind].text not in _PLACING:
        return None
    leading = [
        m for other, m in here.values() if other.size == "count" and not other.is_complement and not other.number.ratio
    ]
    return leading[-1] if leading else None


def _told_before(text: str, sentence: Sentence, vocabulary: Vocabulary) -> Measure | None:
    """What the sentence before tells of, where it holds no figure: the outcome it names last."""
    found = find_outcomes(words_of(text, sentence.start, sentence.end, ()), vocabulary)
    told = [outcome for outcome in found.values() if outcome.people]
    return Measure("", told[-1].key) if told else None


def _read(frame: Frame, before: Before) -> Measure:
    if frame.number.ratio:
        return ratio_measure(frame)
    if frame.size == "count":
        return count_measure(frame, before)
    if frame.size == "time" and is_age(frame.text, frame.number):
        return age_measure(frame)
    return unit_measure(frame, before)
