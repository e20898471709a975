"""Paragraphs of history: a past date that opens one governs the sentences in the past tense that follow it."""

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.context.clause import is_front
from discrepancy.extract.context.dated import DatedText, Figure
from discrepancy.extract.context.part import DatePart, PlacedDate
from discrepancy.extract.context.story import Story
from discrepancy.model import Basis
from discrepancy.model.dates import NEWS

HISTORY = "history"
_SENTENCES = 3
_REACH = 160
_SHORT = 40
_PAST = re.compile(
    r"\b(?!(?:need|speed|feed|seed|breed|bed|red|shed|hundred|indeed)\b)(?:[a-z]+ed|was|were|had|did|came|cost|cut|fell|fled|found|gave|grew|hit|held|left"
    r"|lost|made|ran|rose|sank|saw|sent|spent|spread|struck|swept|took|told|went|won)\b"
)
_NOW = re.compile(
    r"\b(?:today|now|this|has|have|is|are|will|current(?:ly)?|so\sfar|latest|since\sthen|still)\b", re.IGNORECASE
)


def past_before(dated: DatedText, story: Story, figure: Figure) -> PlacedDate | None:
    """The date of the past that governs a figure whose own sentence has none.

    Args:
        dated: The article's dates.
        story: What the article as a whole is about in time.
        figure: The figure.

    Returns:
        The date, carried and in doubt: 1987 for 52 in "In 1987 a ferry burned off the cape. It killed 52 people." None in the
        present tense ("The cape has seen 3 fires"), after another date, and where the date is the story's own time.
    """
    if figure.dates:
        return None
    for index in range(figure.index - 1, max(-1, figure.index - 1 - _SENTENCES), -1):
        if not dated.is_same_paragraph(index):
            return None
        known = dated.known(index)
        if known:
            return _past(dated, story, known, index) if _is_told_as_past(dated.text, figure) else None
    return None


def _past(dated: DatedText, story: Story, known: list[PlacedDate], index: int) -> PlacedDate | None:
    """The one date of a sentence if it opens it, and the sentence is told as past."""
    placed, sentence = known[0], dated.sentences[index]
    if len(known) > 1 or placed.part not in (DatePart.EVENT, DatePart.WINDOW) or not _is_stale(dated, story, placed):
        return None
    opens = is_front(dated.text, *placed.place, sentence.start) or sentence.end - sentence.start < _SHORT
    if not opens or _NOW.search(dated.text, sentence.start, min(sentence.end, sentence.start + _REACH)):
        return None
    span = replace(placed.span, basis=Basis.CARRIED, doubtful=True)
    return replace(placed, span=span, kind=HISTORY)


def _is_stale(dated: DatedText, story: Story, placed: PlacedDate) -> bool:
    anchor = story.day or story.window
    now = dated.written or (anchor.first if anchor else None)
    return now is not None and now - (placed.span.last or date.max) > NEWS


def _is_told_as_past(text: str, figure: Figure) -> bool:
    low, high = max(figure.sentence.start, figure.start - _REACH), min(figure.sentence.end, figure.end + _REACH)
    return _NOW.search(text, low, high) is None and _PAST.search(text, low, high) is not None
