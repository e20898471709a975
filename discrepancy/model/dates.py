"""Dates: spans of days, and the three dates of a claim."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """How a date was found."""

    STATED = "stated"  # day, month and year stand in the text
    RESOLVED = "resolved"  # from words and the publication date ("on Wednesday")
    CARRIED = "carried"  # from an earlier sentence, the title or the dateline
    ASSUMED = "assumed"  # from the publication date alone


class Part(StrEnum):
    """The part of a unit that is meant ("early September")."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A span of days, inclusive at both ends.

    Attributes:
        first: The first day; None while a relative date has no reference.
        last: The last day; None while it is unknown or the span is open.
        text: The words of the date as printed, "" where none stand (an assumed date).
        start: Offset of the words in the article's text.
        end: End of the words, half-open.
        basis: How it was found.
        part: The part of the unit that is meant.
        doubtful: Whether the reading is in doubt; no conflict may rest on it.
    """

    first: date | None
    last: date | None
    text: str = ""
    start: int = 0
    end: int = 0
    basis: Basis = Basis.STATED
    part: Part | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class DateContext:
    """The dates of a claim, kept apart.

    `as_of`, `period` and `event` are either resolved (a first day at least) or None; words that could not be
    resolved, for want of a reference, are kept in `unresolved`.

    Attributes:
        published: The article's day of publication.
        as_of: The day (or month, or year) at which the figure is true.
        period: The window that the figure covers ("since 2 September 2025").
        event: The day of the incident that is counted ("on Wednesday").
        unresolved: Date words of the claim that have no days yet.
        not_before: For an undated article: it cannot have appeared before this day.
        not_after: For an undated article: it cannot have appeared after this day.
    """

    published: date | None = None
    as_of: DateSpan | None = None
    period: DateSpan | None = None
    event: DateSpan | None = None
    unresolved: tuple[DateSpan, ...] = ()
    not_before: date | None = None
    not_after: date | None = None
