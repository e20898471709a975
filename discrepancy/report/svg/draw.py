"""Draws a timeline. What a part looks like is a `Paint`: classes for a page with a style sheet, or plain attributes."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from discrepancy.escape import html
from discrepancy.model import Bound, Verdict
from discrepancy.report.svg.layout import ARROW, BAND, DOT, Label, Place, Scales, labels, remark, stands, teller, ticks
from discrepancy.report.timeline import Reading, Timeline

Paint = Callable[[str], str]

_WIDTH, _AXIS = 640, 26  # pixels: a chart that stands alone; the line of days
_INK, _MUTED, _FAINT, _PAPER = "#1c1b1a", "#5f5c57", "#c9c5bd", "#ffffff"
_ACCENT = {
    Verdict.CONFLICT: "#a3231b",
    Verdict.UNCLEAR: "#7d5600",
    Verdict.UPDATE: "#1d5a8c",
    Verdict.SCOPE: "#5b4a8a",
    Verdict.AGREE: "#33691e",
}


def draw_inside(timeline: Timeline) -> str:
    """The chart for a page whose style sheet knows its classes."""
    return _svg(timeline, lambda part: f'class="t-{part}"', "")


def draw_alone(timeline: Timeline) -> str:
    """The chart as an image of its own, on white."""
    frame = f' xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" font-family="system-ui, sans-serif" font-size="12"'
    return _svg(timeline, _styles(_ACCENT[timeline.verdict]).__getitem__, frame)


def _styles(accent: str) -> Mapping[str, str]:
    """What each part looks like; those on which the verdict rests (" k") have the colour of the verdict."""
    parts = {
        "paper": f'fill="{_PAPER}"',
        "axis": f'stroke="{_FAINT}"',
        "day": f'fill="{_MUTED}"',
        "lead": f'fill="none" stroke="{_FAINT}"',
        "figure": f'fill="{_INK}" font-weight="600" font-size="13"',
        "teller": f'fill="{_MUTED}"',
    }
    for key, colour in (("", _MUTED), (" k", accent)):
        parts[f"band{key}"] = f'fill="{colour}" fill-opacity=".2"'
        parts[f"mark{key}"] = f'fill="{colour}" stroke="{colour}" stroke-width="1.5"'
        parts[f"open{key}"] = f'fill="{_PAPER}" stroke="{colour}" stroke-width="1.5"'
        parts[f"line{key}"] = f'fill="none" stroke="{colour}" stroke-width="1.5"'
    return parts


def _svg(timeline: Timeline, paint: Paint, frame: str) -> str:
    scales = Scales(timeline.readings)
    places = [scales.place(reading) for reading in timeline.readings]
    parts = [f'<rect width="100%" height="100%" {paint("paper")}/>'] if frame else []
    parts += _axis(places, scales, paint)
    parts += [_band(place, scales, paint) for place in places]
    parts += [_mark(place, scales, paint) for place in places]
    parts += [_words(label, paint) for label in labels(places, scales)]
    size = f'role="img" height="{scales.base + _AXIS}"'
    return (
        f'<svg {size} aria-label="{html(timeline.in_words())}"{frame}><g aria-hidden="true">{"".join(parts)}</g></svg>'
    )


def _axis(places: Sequence[Place], scales: Scales, paint: Paint) -> Iterator[str]:
    base = scales.base
    yield f'<line x1="0" x2="{_percent(scales.right)}" y1="{base}" y2="{base}" {paint("axis")}/>'
    for stand, _ in stands(places):
        x = _percent(stand)
        yield f'<line x1="{x}" x2="{x}" y1="{base}" y2="{base + 5}" {paint("axis")}/>'
    for tick in ticks(places, scales):
        place = f'x="{tick.shift:.0f}" text-anchor="{tick.anchor}" {paint("day")}'
        yield _nested(tick.x, base + 19, f"<text {place}>{html(tick.words)}</text>")


def _band(place: Place, scales: Scales, paint: Paint) -> str:
    """The period as a band; drawn open where it began before the chart does."""
    period, window, key = place.reading.period, scales.window(place.reading), _key(place.reading)
    if window is None or period is None or period.first is None:
        return ""
    left, right = window
    size = f'y="{place.y - BAND:.1f}" width="{_percent(right - left)}" height="{2 * BAND}"'
    tip = f'<path d="M-1 0l8 -6v12z" {paint("mark" + key)}/>'
    return f'<rect x="{_percent(left)}" {size} {paint("band" + key)}/>' + (
        _nested(left, place.y, tip) if period.first < scales.first else ""
    )


def _mark(place: Place, scales: Scales, paint: Paint) -> str:
    """A dot, hollow unless exact; an arrow for an open bound, a bar for a range, a rule for its days."""
    quantity, key = place.reading.quantity, _key(place.reading)
    exact = quantity.bound is Bound.EXACT and not quantity.approximate
    dot = f'<circle r="{DOT}" {paint(("mark" if exact else "open") + key)}/>'
    line = paint("line" + key)
    if quantity.low is None or quantity.high is None:
        way = -1 if quantity.high is None else 1
        tip, barb = way * ARROW, way * (ARROW - 6)
        dot = f'<path d="M0 0V{tip}M-4 {barb}L0 {tip}L4 {barb}" {line}/>{dot}'
    elif quantity.low < quantity.high:
        top, bottom = scales.y(quantity.high) - place.y, scales.y(quantity.low) - place.y
        dot = f'<path d="M0 {top:.1f}V{bottom:.1f}M-5 {top:.1f}h10M-5 {bottom:.1f}h10" {line}/>{dot}'
    return _days(place, scales, line) + _nested(place.x, place.y, dot)


def _days(place: Place, scales: Scales, line: str) -> str:
    """A rule over the days at which a reading is true, where they are more than one."""
    span = place.reading.as_of
    if span is None or span.first is None or span.last is None or span.first == span.last:
        return ""
    left, right = _percent(scales.x(span.first)), _percent(scales.x(span.last))
    return f'<line x1="{left}" x2="{right}" y1="{place.y:.1f}" y2="{place.y:.1f}" {line}/>'


def _words(label: Label, paint: Paint) -> str:
    reading, side = label.place.reading, 1 if label.rightward else -1
    x, y, anchor = 9 * side, label.shift, "start" if label.rightward else "end"
    lead = f'<path d="M{5 * side} {y / 3:.1f}L{8 * side} {y:g}" {paint("lead")}/>' if y else ""
    behind = f"<tspan {paint('teller')}>{remark(reading)}</tspan>" if remark(reading) else ""
    words = (
        f"<tspan {paint('figure')}>{html(reading.surface)}</tspan>{behind}"
        f'<tspan x="{x}" dy="14" {paint("teller")}>{html(teller(reading))}</tspan>'
    )
    text = f'<text text-anchor="{anchor}" x="{x}" y="{y:g}">{words}</text>'
    return _nested(label.place.x, label.place.y, lead + text)


def _nested(x: float, y: float, inner: str) -> str:
    """Shapes in pixels around a place that is given in per cent."""
    return f'<svg x="{_percent(x)}" y="{y:.1f}" overflow="visible">{inner}</svg>'


def _key(reading: Reading) -> str:
    return " k" if reading.decides else ""


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"
