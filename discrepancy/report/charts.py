"""Timelines as Altair charts, for a notebook in which one goes on working with them; needs the extra `charts`."""

from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any

from discrepancy.errors import DiscrepancyError
from discrepancy.report.timeline import Timeline

if TYPE_CHECKING:
    import altair

_SHAPES = ["exact", "at least", "at most", "range"]
_MARKS = ["circle", "triangle-up", "triangle-down", "square"]


def to_altair(timeline: Timeline) -> "altair.LayerChart":
    """Draw a timeline as a layered chart: x the as-of date, y the value, the period as a band, ranges as bars.

    The chart holds its data and needs no network; Altair's own HTML loads scripts from one, unless it is saved with
    `inline=True`. Readings without a day are left out, and the subtitle counts them.

    Args:
        timeline: What `report.timeline(finding)` gives.

    Raises:
        DiscrepancyError: Altair is not installed.
    """
    alt = _altair()
    rows = list(_rows(timeline))
    undated = sum(reading.day is None for reading in timeline.readings)
    counted = f"{len(rows)} of {timeline.total} readings" + (f"; {undated} without a day" if undated else "")
    base = alt.Chart(alt.InlineData(values=rows))
    y = alt.Y("value:Q", title=timeline.unit, scale=alt.Scale(zero=False))
    shape = alt.Shape("bound:N", scale=alt.Scale(domain=_SHAPES, range=_MARKS), title=None)
    colour = alt.condition("datum.decides", alt.value("#1d5a8c"), alt.value("#5f5c57"))
    tooltip = [f"{name}:N" for name in ("figure", "as_of", "period", "told_by")]
    # days are days everywhere: a local scale would show the evening before in half of the world
    scale = alt.Scale(type="utc", padding=30)
    days = alt.X("day:T", title="as of", scale=scale, axis=alt.Axis(format="%-d %b %Y", values=_ticks(timeline)))
    band = base.mark_rule(strokeWidth=6, opacity=0.25).encode(
        x=alt.X("begin:T", scale=scale), x2="end:T", y=y, color=colour
    )
    whisker = base.mark_rule().encode(x=days, y="low:Q", y2="high:Q", color=colour)
    dot = base.mark_point(size=70, filled=True).encode(x=days, y=y, shape=shape, color=colour, tooltip=tooltip)
    words = base.mark_text(align="left", dx=8, dy=-6).encode(x=days, y=y, text="figure:N")
    layers: altair.LayerChart = alt.layer(band, whisker, dot, words)
    return layers.properties(title={"text": timeline.label, "subtitle": counted}, width=560, height=220)


def _altair() -> ModuleType:
    try:
        import altair
    except ImportError as error:
        raise DiscrepancyError("a chart needs altair: pip install 'discrepancy[charts]'") from error
    return altair


def _ticks(timeline: Timeline) -> list[int]:
    """The days that were read, in milliseconds since 1970."""
    days = sorted({reading.day for reading in timeline.readings if reading.day})
    return [(day - date(1970, 1, 1)).days * 86_400_000 for day in days]


def _rows(timeline: Timeline) -> Iterator[dict[str, Any]]:
    """One row a dated reading, with days in ISO form."""
    for reading in timeline.readings:
        if reading.day is None:
            continue
        quantity, period = reading.quantity, reading.period
        low, high = quantity.low, quantity.high
        is_range = low is not None and high is not None and low < high
        yield {
            "figure": reading.surface,
            "value": reading.level,
            "low": low if is_range else None,
            "high": high if is_range else None,
            "bound": "range" if is_range else "at least" if high is None else "at most" if low is None else "exact",
            "day": reading.day.isoformat(),
            "begin": period.first.isoformat() if period and period.first else None,
            "end": (period.last or reading.day).isoformat() if period and period.first else None,
            "as_of": reading.as_of.in_words() if reading.as_of else "",
            "period": period.in_words() if period else "",
            "told_by": ", ".join(reading.tellers),
            "decides": reading.decides,
        }
