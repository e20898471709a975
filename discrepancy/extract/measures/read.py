"""The measure of a figure: an outcome in any voice, a counted noun, or a named property.

Each figure is read in the frame of its sentence (`frames`): the noun phrase behind it, what it hangs on before it ("a depth of", "the toll rose to",
"Deaths:"), and the outcome words that grammar ties to it. Then a count is read by what it counts (`counted`), anything with a unit by what it measures
(`measured`). A figure that names nothing takes over the measure of the figure before it.
"""

from collections.abc import Sequence

from discrepancy.extract.measures.counted import TOTALS, count_measure
from discrepancy.extract.measures.frames import Frame, frames_of
from discrepancy.extract.measures.kinds import is_age
from discrepancy.extract.measures.lexicon import Vocabulary
from discrepancy.extract.measures.measured import age_measure, ratio_measure, unit_measure
from discrepancy.extract.measures.outcomes import find_outcomes
from discrepancy.extract.measures.words import names_of, words_of
from discrepancy.extract.numbers import Number
from discrepancy.model import Measure
from discrepancy.sentences import Sentence, sentence_at

_OUTCOME = "outcome"
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
        for frame in frames_of(text, sentences[index], figures, vocabulary, dates, names):
            carried = told.carried(frame, index)
            if carried is None and index and frame.size == "count":
                carried = _told_before(text, sentences[index - 1], vocabulary)
            counted = told.since(frame, index)
            measure = measures[-1] if frame.number.converted and measures else _read(frame, carried, counted)
            told.note(frame, index, measure)
            measures.append(measure)
    return measures


class _Told:
    """The measures told so far, for the figures that name none: the last of each dimension, and the last outcome."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last: dict[str, tuple[int, Measure]] = {}

    def carried(self, frame: Frame, index: int) -> Measure | None:
        """What a figure of a sentence takes over if it names nothing; a toll or total is one of an outcome, whatever was counted since."""
        total = frame.size == "count" and frame.governor.phrase.head in TOTALS and _OUTCOME in self._last
        return self.recent(_OUTCOME if total else frame.size, index)

    def recent(self, size: str, index: int) -> Measure | None:
        """The last measure of a dimension, if it was told a few sentences ago at most."""
        before = self._last.get(size)
        return before[1] if before and index - before[0] <= _CARRY else None

    def since(self, frame: Frame, index: int) -> Measure | None:
        """The last count, if none of the figure's own dimension was told since."""
        count, own = self._last.get("count"), self._last.get(frame.size)
        return self.recent("count", index) if count and (own is None or own[0] < count[0]) else None

    def note(self, frame: Frame, index: int, measure: Measure) -> None:
        """Remember the measure of a figure."""
        self._last[frame.size] = (index, measure)
        if frame.size == "count" and self._vocabulary.is_outcome(measure.key):
            self._last[_OUTCOME] = (index, measure)


def _told_before(text: str, sentence: Sentence, vocabulary: Vocabulary) -> Measure | None:
    """What the sentence before tells of, where it holds no figure: the outcome it names last."""
    found = find_outcomes(words_of(text, sentence.start, sentence.end, ()), vocabulary)
    told = [outcome for outcome in found.values() if outcome.people]
    return Measure(told[-1].key, told[-1].key) if told else None


def _read(frame: Frame, carried: Measure | None, counted: Measure | None) -> Measure:
    if frame.number.ratio:
        return ratio_measure(frame)
    if frame.size == "count":
        return count_measure(frame, carried)
    if frame.size == "time" and is_age(frame.text, frame.number):
        return age_measure(frame)
    return unit_measure(frame, carried, counted)
