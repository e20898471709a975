"""Timeline: the readings of one figure over time, as data with a text alternative; drawn by `svg/`.

Claims with the same figure for the same days make one reading, whoever tells it.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from discrepancy.escape import plain
from discrepancy.model import Claim, DateSpan, Finding, Quantity, Verdict, convert

MAX_READINGS = 40  # drawn in one chart; those left out are counted
_TOLD = 12  # readings that the text alternative names


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure for some days.

    Attributes:
        quantity: The figure, in the unit of the timeline.
        surface: The figure in words, in the unit as written ("more than 110").
        as_of: The day at which it is true; None where it is not known.
        period: The window that it covers.
        tellers: Who tells it, in the order of the claims.
        decides: Whether the verdict rests on it.
        lagging: Whether a later article still carries it.
    """

    quantity: Quantity
    surface: str
    as_of: DateSpan | None
    period: DateSpan | None
    tellers: tuple[str, ...]
    decides: bool = False
    lagging: bool = False

    @property
    def day(self) -> date | None:
        """The first day at which it is true."""
        return self.as_of.first if self.as_of else None

    @property
    def level(self) -> float:
        """The value at which it is drawn: its closed end, or the middle of a range."""
        low, high = self.quantity.low, self.quantity.high
        if low is not None and high is not None:
            return low / 2 + high / 2
        return low if low is not None else high if high is not None else self.quantity.value

    def in_words(self) -> str:
        """The reading in one phrase: "more than 110, as of 2 Jan 2026, since 2 Sep 2025 (Meridian Brief)"."""
        when = self.as_of.in_words() if self.as_of else ""
        window = self.period.in_words() if self.period else ""
        late = ", an older reading in a later article" if self.lagging else ""
        return (
            f"{self.surface}, {f'as of {when}' if when else 'day not known'}"
            f"{f', covering {window}' if window else ''}{late} ({', '.join(self.tellers)})"
        )


@dataclass(frozen=True, slots=True, repr=False)
class Timeline:
    """The readings of one figure over time.

    Attributes:
        label: What is measured, in words.
        verdict: How the readings stand.
        unit: The unit of the vertical scale.
        readings: The readings, in the order of their days, those without a day last.
        total: How many readings there are; more than `readings` where some are left out.
    """

    label: str
    verdict: Verdict
    unit: str
    readings: tuple[Reading, ...]
    total: int

    def __repr__(self) -> str:
        return f"<Timeline of {plain(self.label)}: {len(self.readings)} of {self.total} readings>"

    def __str__(self) -> str:
        return self.to_svg()

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def to_svg(self) -> str:
        """The chart as SVG that stands alone: x the as-of date, open bounds as arrows, the period as a band."""
        from discrepancy.report.svg import draw_alone

        return draw_alone(self)

    def in_words(self) -> str:
        """The chart in words, for a reader who does not see it."""
        told = "; ".join(reading.in_words() for reading in self.readings[:_TOLD])
        rest = self.total - len(self.readings[:_TOLD])
        return f"Timeline of {self.label}: {told or 'no reading'}{f'; and {rest} more' if rest > 0 else ''}."


def timeline(finding: Finding) -> Timeline:
    """Lay the claims of a finding along the days at which they are true.

    Args:
        finding: The finding; its figures are brought to one unit, and those of another dimension are left out.

    Returns:
        At most 40 readings, those that decide the verdict among them, and how many there are.
    """
    unit = finding.group.claims[0].quantity.unit if finding.group.claims else "count"
    merged: dict[Hashable, list[tuple[Claim, Quantity]]] = {}
    for claim in finding.group.claims:
        merged.setdefault(_same(claim), []).append((claim, convert(claim.quantity, unit) or claim.quantity))
    readings = [_reading(told, finding) for told in merged.values()]
    comparable = [reading for reading in readings if reading.quantity.unit == unit]
    weighty = sorted(comparable, key=lambda r: (not r.decides, not r.lagging))[:MAX_READINGS]
    shown = sorted(weighty, key=lambda r: (r.day or date.max, r.quantity.value))
    return Timeline(finding.group.label, finding.verdict, unit, tuple(shown), len(readings))


def _same(claim: Claim) -> Hashable:
    quantity, dates = claim.quantity, claim.dates
    written = (quantity.low, quantity.high, quantity.value, quantity.bound, quantity.approximate, quantity.unit)
    return (written, _days(dates.as_of), _days(dates.period))


def _days(span: DateSpan | None) -> Hashable:
    return (span.first, span.last) if span else None


def _reading(told: Sequence[tuple[Claim, Quantity]], finding: Finding) -> Reading:
    first, quantity = told[0]
    return Reading(
        quantity=quantity,
        surface=first.quantity.in_words(),
        as_of=first.dates.as_of,
        period=first.dates.period,
        tellers=tuple(dict.fromkeys(_teller(claim) for claim, _ in told)),
        decides=any(claim in _deciding(finding) for claim, _ in told),
        lagging=all(claim.id in finding.lagging for claim, _ in told),
    )


def _deciding(finding: Finding) -> Iterator[Claim]:
    if finding.decisive:
        yield from (finding.decisive.a, finding.decisive.b)


def _teller(claim: Claim) -> str:
    return plain(claim.source or claim.article_id)
