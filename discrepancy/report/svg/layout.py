"""Where the readings of a timeline and their words stand.

Horizontal places are shares of the width, vertical ones pixels: so the chart fills the width it is given and its words
keep their size, on a phone too. Words are laid out for the narrowest screen; on a wider one they only move apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from discrepancy.model import DateSpan
from discrepancy.report.timeline import Reading

TOP, PLOT, GAP = 36, 120, 20  # pixels: room for arrows, the readings, and a gap above the base line
FLAT = 30  # pixels for the readings where all have one value
ARROW, DOT, BAND = 24, 4.5, 3  # pixels: length of an arrow, radius of a dot, half the height of a band
_NARROW = 336  # pixels: a phone's column
_INSET, _UNDATED = 0.05, 0.27  # shares of the width: room at the sides; the column of readings without a day
_REACH = 3  # a period that began earlier than this many times the dated span is cut off, and drawn open
_FIGURE, _SMALL = 8.4, 6.9  # pixels a character: the figure, and everything else
_STEPS = (0, *(step * way for step in range(11, 67, 11) for way in (-1, 1)))  # how far words may move up or down


class Scales:
    """Days to shares of the width, values to pixels.

    Args:
        readings: The readings to be drawn.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        days = [reading.day for reading in readings if reading.day]
        self.dated, self.undated = bool(days), len(days) < len(readings)
        begin, last = min(days, default=date.max), max(days, default=date.max)
        reach = max((last - begin) * _REACH, timedelta(days=30))
        floor = begin - reach if begin - date.min > reach else date.min
        periods = [r.period.first for r in readings if r.day and r.period and r.period.first]
        self.first, self.last = max(min([*periods, begin]), floor), last
        self.right = 1 - (_UNDATED if self.undated and days else 0)
        ends = [end for r in readings for end in (r.quantity.low, r.quantity.high, r.level) if end is not None]
        self._low, self._high = min(ends, default=0.0), max(ends, default=0.0)
        self._plot = PLOT if self._high > self._low else FLAT
        self.base = TOP + self._plot + GAP

    def x(self, day: date | None) -> float:
        """Where a day stands; a reading without one stands in a column at the right."""
        if day is None:
            return 0.91 if self.dated else 0.5
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return _INSET + (self.right - 2 * _INSET) * min(1.0, max(0.0, share))

    def y(self, value: float) -> float:
        """How far down a value stands."""
        span = self._high - self._low
        return TOP + self._plot * ((self._high - value) / span if 0 < span < inf else 0.5)

    def place(self, reading: Reading) -> "Place":
        """Where a reading stands: in the middle of its days, at its closed end."""
        return Place(reading, self.x(_middle(reading)), self.y(reading.level))

    def window(self, reading: Reading) -> tuple[float, float] | None:
        """From where to where its period stretches, up to the reading if it is open; None where there is none."""
        period, day = reading.period, reading.day
        if period is None or period.first is None or day is None:
            return None
        left, right = self.x(period.first), self.x(period.last or day)
        return (left, right) if left < right else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands: `x` in shares of the width, `y` in pixels."""

    reading: Reading
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """The words beside a reading: on which side of it, and how far up or down."""

    place: Place
    rightward: bool
    shift: float


@dataclass(frozen=True, slots=True)
class Tick:
    """The words under a day: `shift` pixels from it, so that they stay on the chart; its ends when narrowest."""

    x: float
    words: str
    anchor: str
    shift: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle in pixels of the narrowest screen."""

    left: float
    top: float
    right: float
    bottom: float

    def is_free(self, taken: Sequence["_Box"]) -> bool:
        return not any(
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
            for other in taken
        )


def teller(reading: Reading) -> str:
    """Who tells a reading, short: "Coast Wire +1"."""
    first, more = reading.tellers[0], len(reading.tellers) - 1
    name = first if len(first) <= 22 else first[:20].rstrip() + "…"
    return f"{name} +{more}" if more else name


def remark(reading: Reading) -> str:
    """What stands behind the figure: " lagging" where a later article carries an older reading."""
    return " lagging" if reading.lagging else ""


def stands(places: Sequence[Place]) -> list[tuple[float, DateSpan]]:
    """The days that were read, in order, each with the place at which its readings stand."""
    found = {_ends(span): (place.x, span) for place in places if (span := place.reading.as_of) and span.first}
    return sorted(found.values(), key=lambda stand: (stand[0], _ends(stand[1])))


def _ends(span: DateSpan) -> tuple[date, date]:
    first = span.first or date.min
    return first, span.last or first


def ticks(places: Sequence[Place], scales: Scales) -> Iterator[Tick]:
    """The words under the base line, the last day first; a day whose words would meet another's goes without."""
    days = stands(places)
    wanted: list[tuple[float, tuple[str, ...]]] = [(scales.x(None), ("no day",))] if scales.undated else []
    wanted += [(x, _forms(span)) for x, span in [*days[-1:], *days[:-1]]]
    taken: list[_Box] = []
    for x, forms in wanted:
        tries = [_tick(x, words, *side) for words in forms for side in _SIDES]
        fits = (tick for tick in tries if tick.left >= 0 and tick.right <= _NARROW and _span(tick).is_free(taken))
        chosen = next(fits, None)
        if chosen:
            taken.append(_span(chosen))
            yield chosen


def _forms(span: DateSpan) -> tuple[str, ...]:
    """The words for some days, and shorter ones for a single day: "4 Dec 2025", "4 Dec"."""
    words = span.in_words()
    return (words, words.rpartition(" ")[0]) if span.first == span.last else (words,)


_SIDES = (("middle", 0.5), ("end", 0.8), ("start", 0.2))  # anchors; the share before the day


def _tick(x: float, words: str, anchor: str, before: float) -> Tick:
    width = _SMALL * len(words)
    left = x * _NARROW - width * before
    shift = {"middle": 0.0, "end": width * 0.2, "start": -width * 0.2}[anchor]
    return Tick(x, words, anchor, shift, left, left + width)


def _span(tick: Tick) -> _Box:
    return _Box(tick.left - 4, 0, tick.right + 4, 1)


def labels(places: Sequence[Place], scales: Scales) -> Iterator[Label]:
    """Words for each reading where they meet no others; those that decide choose first, some may go without."""
    bands = [box for place in places for box in (_band(place, scales), _rule(place, scales))]
    taken = [_mark(place) for place in places]
    for at in sorted(range(len(places)), key=lambda i: (not places[i].reading.decides, places[i].y)):
        place = places[at]
        others = [box for number, box in enumerate(taken) if number != at]
        sides = (True, False) if place.x <= 0.5 else (False, True)
        tries = [Label(place, rightward, shift) for shift in _STEPS for rightward in sides]
        fits = [label for label in tries if _is_inside(_box(label), scales) and _box(label).is_free(others)]
        chosen = next((label for label in fits if _box(label).is_free(bands)), fits[0] if fits else None)
        if chosen:
            taken.append(_box(chosen))
            yield chosen


def _middle(reading: Reading) -> date | None:
    span = reading.as_of
    if span is None or span.first is None:
        return None
    return span.first + (span.last - span.first) / 2 if span.last else span.first


def _mark(place: Place) -> _Box:
    x, quantity = place.x * _NARROW, place.reading.quantity
    up = ARROW if quantity.high is None else DOT
    down = ARROW if quantity.low is None else DOT
    return _Box(x - DOT, place.y - up, x + DOT, place.y + down)


def _band(place: Place, scales: Scales) -> _Box:
    left, right = scales.window(place.reading) or (0.0, 0.0)
    return _Box(left * _NARROW, place.y - BAND, right * _NARROW, place.y + BAND)


def _rule(place: Place, scales: Scales) -> _Box:
    """The days of a reading, where they are more than one."""
    left, right = map(scales.x, _ends(place.reading.as_of)) if place.reading.as_of else (0.0, 0.0)
    return _Box(left * _NARROW, place.y - 1, right * _NARROW, place.y + 1)


def _box(label: Label) -> _Box:
    x, y = label.place.x * _NARROW, label.place.y + label.shift
    reading = label.place.reading
    first = _FIGURE * len(reading.surface) + _SMALL * len(remark(reading))
    width = max(first, _SMALL * len(teller(reading))) + 9
    left = x if label.rightward else x - width
    return _Box(left, y - 13, left + width, y + 17)


def _is_inside(box: _Box, scales: Scales) -> bool:
    return box.left >= 0 and box.right <= _NARROW and box.top >= 0 and box.bottom <= scales.base
