"""Dates: spans of days, and the three dates of a claim."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NEWS = timedelta(days=45)  # what ended longer ago is no news
SLACK = timedelta(days=1)  # one day either way, for the date line
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # whatever the locale of the process


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

    def __str__(self) -> str:
        """The days in ISO form: "2025-09-02/2025-12-04", one day alone, "2025-09-02/" while open, "" if unknown."""
        if self.first is None:
            return ""
        if self.last == self.first:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat() if self.last else ''}"

    @property
    def is_own(self) -> bool:
        """Whether the figure's own sentence gives these days, beyond doubt."""
        return self.basis in (Basis.STATED, Basis.RESOLVED) and not self.doubtful

    def gap_to(self, other: "DateSpan") -> timedelta:
        """The time from the last day to the first day of a later span; nothing where they meet or are not known.

        A difference of two days never leaves the calendar, as a sum may.
        """
        if self.last is None or other.first is None:
            return timedelta(0)
        return max(other.first - self.last, timedelta(0))

    def in_words(self) -> str:
        """The days in words: "4 Dec 2025", "Jan 2023", "2024", "1 Sep to 4 Dec 2025", "since 2 Sep 2025", or ""."""
        first, last = self.first, self.last
        if first is None:
            return ""
        if last is None:
            return f"since {day_in_words(first)}"
        if first == last:
            return day_in_words(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        begin = day_in_words(first).removesuffix(f" {last.year}")
        return f"{begin} to {day_in_words(last)}"

    def described(self) -> str:
        """The days and how they were found: "2025-12-31 (resolved from “on Wednesday”, in doubt)"."""
        words = f" from “{' '.join(self.text.split())}”" if self.text and self.basis is not Basis.STATED else ""
        return f"{str(self) or 'unknown'} ({self.basis}{words}{', in doubt' if self.doubtful else ''})"


def day_in_words(day: date) -> str:
    """A day without a leading nought: "4 Dec 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


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

    @property
    def window(self) -> DateSpan | None:
        """The days that the figure covers: its period, else the day of its event."""
        return self.period or self.event

    @property
    def found(self) -> tuple[tuple[str, DateSpan], ...]:
        """The dates that are known beside the day of publication, with their names; an event is not told twice."""
        named = (("as of", self.as_of), ("period", self.period), ("event", self.event))
        return tuple(
            (name, span) for name, span in named if span is not None and (name != "event" or span != self.period)
        )
