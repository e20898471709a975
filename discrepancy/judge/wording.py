"""How a figure, a date and a speaker are named in a reason."""

from datetime import date

from discrepancy.model import Bound, Claim, DateSpan

_BOUND_WORDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.LESS_THAN: "fewer than ",
    Bound.ABOUT: "about ",
}


def figure(claim: Claim) -> str:
    """A claim's figure in words: "more than 110", "10 to 13 percent", "tens of thousands"."""
    quantity = claim.quantity
    if quantity.bound is Bound.VAGUE and quantity.surface:
        return quantity.surface.lower()
    unit = "" if quantity.unit == "count" else f" {quantity.unit}"
    if quantity.bound is Bound.RANGE and quantity.low is not None and quantity.high is not None:
        return f"{number(quantity.low)} to {number(quantity.high)}{unit}"
    words = _BOUND_WORDS.get(quantity.bound, "")
    if quantity.bound is Bound.LESS_THAN and quantity.approximate:
        words = "nearly "
    return f"{words}{number(quantity.value)}{unit}"


def number(value: float) -> str:
    """A number with grouped digits and no needless decimals: 1,411; 3.4; 0.25."""
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:,.6g}"


def day_of(span: DateSpan | None) -> str:
    """A span in words: "4 Dec 2025", "Jan 2023", "2024", "1 to 30 Sep 2025"; "" where it is not known."""
    if span is None or span.first is None:
        return ""
    first, last = span.first, span.last or span.first
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first:%b %Y}"
    return f"{_day(first)} to {_day(last)}"


def dated(claim: Claim) -> str:
    """A figure with the day at which it is true: "more than 110 (as of 2 Jan 2026)", "83 (no date)"."""
    day = day_of(claim.dates.as_of)
    return f"{figure(claim)} ({f'as of {day}' if day else 'no date'})"


def speaker(claim: Claim) -> str:
    """Who gives the figure: the attribution, else the outlet, else the article."""
    return claim.attribution or claim.source or claim.article_id


def sentence(text: str) -> str:
    """Text with a capital first letter and a full stop."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
