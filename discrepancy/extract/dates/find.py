"""Find the dates of a text: scan, weed out what only looks like a date, resolve."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.accept import is_date
from discrepancy.extract.dates.grammar import Mention, scan
from discrepancy.extract.dates.resolve import resolve
from discrepancy.extract.dates.setting import Reading, Setting, words_before
from discrepancy.extract.dates.windows import Found, join_windows, shared_year
from discrepancy.model import Basis, DateSpan

_OPENS = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:[Bb]ack\s)?(?:In|By|During|Throughout)\s$")
_SENTENCE_END = re.compile(r"\n|[a-z\d)%][.!?][\"”’)]?\s+[A-Z\"“‘(]")
_READ_TWICE = 64  # texts, titles and heads of undated articles that are kept for their second reading
_QUARTER_REACH, _SPOKEN_REACH = 1500, 600


@dataclass(frozen=True, slots=True)
class Around:
    """What dated articles of the same story tell of an undated one.

    Attributes:
        first: The day of the earliest of them.
        last: The day of the latest.
        named: The days that they name.
    """

    first: date
    last: date
    named: frozenset[date] = frozenset()


def find_dates(text: str, reference: date | None = None) -> list[DateSpan]:
    """Find the dates of a text and resolve them.

    Args:
        text: Any text.
        reference: The day of publication; without it a relative date stays open (`first` is None).

    Returns:
        The dates in order, with offsets, inclusive first and last day, and how each was found. Words that say what a date
        does ("since", "by", "as of", "on") are not of it; "from X to Y" is one date. A length of time alone ("three days")
        is none; one counted from a day ("17 years ago") is, beside the figure that its count makes.

    Example:
        >>> [d.first.isoformat() for d in find_dates("hit on Wednesday, after 3 Dec", date(2026, 1, 2))]
        ['2025-12-31', '2025-12-03']
    """
    return [span for _, span in find_mentions(text, reference)]


def find_mentions(text: str, reference: date | None = None) -> list[Found]:
    """Find the dates of a text, each with the rule that read it."""
    mentions = _accepted(text) if reference else _undated(text)
    return join_windows(text, zip(mentions, _resolved(text, mentions, reference), strict=True))


def _accepted(text: str) -> tuple[Mention, ...]:
    """The words of a text that are dates, whenever it was written."""
    return tuple([m for m in scan(text) if is_date(text, m, words_before(text, m.start))])


@lru_cache(maxsize=_READ_TWICE)
def _undated(text: str) -> tuple[Mention, ...]:
    """Those of a text whose day is unknown: it is read once more when the days of its partners are known."""
    return _accepted(text)


def _resolved(text: str, mentions: Sequence[Mention], reference: date | None) -> Iterator[DateSpan]:
    """What the dates of a text mean for a reader of that day, one after another."""
    quarter: cal.Span | None = None
    spoken: cal.Span | None = None
    quarter_at = spoken_at = -_QUARTER_REACH
    frame = _Frame()
    for last, mention, after in zip((None, *mentions), mentions, (*mentions[1:], None), strict=False):
        left = words_before(text, mention.start)
        near = quarter if mention.start - quarter_at <= _QUARTER_REACH else None
        before = spoken if mention.start - spoken_at <= _SPOKEN_REACH else None
        possessive = text.startswith(("'s", "’s"), mention.end)
        frame = frame.moved(text, mention, left)
        year = shared_year(text, (last, mention, after), reference)
        setting = Setting(reference, left, near, before, possessive, year or frame.year, year_stated=year is not None)
        reading = resolve(mention, setting)
        if reading.span and mention.kind in ("quarter", "rel_quarter"):
            quarter, quarter_at = reading.span, mention.start
        if reading.span:
            spoken, spoken_at = reading.span, mention.start
        yield _span_of(text, mention, reading, reference)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The year that opens a sentence, and where it was last seen to hold."""

    year: int | None = None
    at: int = 0

    def moved(self, text: str, mention: Mention, left: str) -> "_Frame":
        """The frame at a mention: a year that opens its sentence begins one, the end of the sentence ends it."""
        if mention.kind == "year":
            opens = _OPENS.search(left) is not None and "y_to" not in mention.fields
            return _Frame(int(mention.fields["y_y"]) if opens else None, mention.end)
        if self.year is None or _SENTENCE_END.search(text, self.at, mention.start):
            return _Frame()
        return _Frame(self.year, mention.end)


def find_agreed(text: str, around: Around) -> list[Found]:
    """Find the dates of a text whose day of writing is unknown.

    Args:
        text: Any text.
        around: What is known of it.

    Returns:
        The dates. One that reads alike from the first to the last possible day, or is a day and month that the dated
        articles name in one year only, has its days, carried and in doubt; any other stays open.
    """
    mentions = _undated(text)
    early, late = (_resolved(text, mentions, day) for day in (around.first, around.last))
    read = zip(mentions, early, late, strict=True)
    return join_windows(text, ((m, _agreed(m, first, last, around)) for m, first, last in read))


def _agreed(mention: Mention, early: DateSpan, late: DateSpan, around: Around) -> DateSpan:
    if early.basis is Basis.STATED or early.first is None:
        return early
    if early.first == late.first:
        last = early.last if early.last == late.last else None
        return replace(early, last=last, basis=Basis.CARRIED, doubtful=True)
    first = early.first
    named = {day for day in around.named if (day.month, day.day) == (first.month, first.day)}
    if mention.kind in ("month_day", "day_month") and len(named) == 1:
        (day,) = named
        last = day + (early.last - first) if early.last else None
        return replace(early, first=day, last=last, basis=Basis.CARRIED, doubtful=True)
    return replace(early, first=None, last=None)


def _span_of(text: str, mention: Mention, reading: Reading, reference: date | None) -> DateSpan:
    """A reading with its words; what is known without a day of publication is stated, or carried from the date before it."""
    first, last = reading.span or (None, None)
    resolved = Basis.CARRIED if reference is None and first is not None else Basis.RESOLVED
    return DateSpan(
        first=first,
        last=last,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        basis=Basis.STATED if reading.stated else resolved,
        part=reading.part,
        doubtful=reading.doubtful,
    )
