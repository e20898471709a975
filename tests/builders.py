"""Claims made by hand, for the tests of the stages behind extraction."""

from datetime import date
from typing import Any

from discrepancy.model import (
    Basis,
    Bound,
    Claim,
    DateContext,
    DateSpan,
    Kind,
    Measure,
    Quantity,
    Role,
    Scope,
    Status,
)


def quantity(words: str, unit: str = "count") -> Quantity:
    """Read a figure in the house notation: "83", ">80", "<40", "83+", "-40", "~100", "10..13".

    "83+" is at least 83, "-40" at most 40, ">80" more than 80, "<40" fewer than 40.
    """
    step = 1 if unit == "count" else 0
    if ".." in words:
        low, high = (float(end) for end in words.split(".."))
        return Quantity(low, high, (low + high) / 2, Bound.RANGE, unit=unit, surface=words)
    value = float(words.strip("><+-~"))
    if words.startswith(">"):
        return Quantity(value + step, None, value, Bound.MORE_THAN, unit=unit, surface=words)
    if words.startswith("<"):
        return Quantity(None, value - step, value, Bound.LESS_THAN, unit=unit, surface=words)
    if words.endswith("+"):
        return Quantity(value, None, value, Bound.AT_LEAST, unit=unit, surface=words)
    if words.startswith("-"):
        return Quantity(None, value, value, Bound.AT_MOST, unit=unit, surface=words)
    hedged = words.startswith("~")
    return Quantity(value, value, value, Bound.ABOUT if hedged else Bound.EXACT, hedged, unit, words)


def claim(words: str, article: str, as_of: str | None = None, **more: Any) -> Claim:
    """Make a claim.

    Args:
        words: The figure in the notation of `quantity`.
        article: The article's id.
        as_of: ISO day at which it is true, None for no date.
        more: `unit`, `key`, `kind`, `role`, `status`, `basis`, `revision`, `attribution`, `doubtful`, `event`
            (ISO day of the incident), `quote`, `published`.
    """
    day = date.fromisoformat(as_of) if as_of else None
    event = date.fromisoformat(more["event"]) if "event" in more else None
    span = DateSpan(event, event) if event else None
    published = date.fromisoformat(more["published"]) if "published" in more else day
    return Claim(
        id=f"{article}:{words}:{as_of}",
        article_id=article,
        source=more.get("source", ""),
        start=0,
        end=len(words),
        quote=more.get("quote", words),
        quantity=quantity(words, more.get("unit", "count")),
        measure=Measure(more.get("key", "deaths"), more.get("key", "deaths"), kind=more.get("kind", Kind.COUNT)),
        dates=DateContext(
            published=published,
            as_of=DateSpan(day, day, basis=Basis.ASSUMED, doubtful=more.get("doubtful", False)) if day else None,
            period=span,
            event=span,
        ),
        scope=Scope(
            role=more.get("role", Role.HEADLINE),
            basis=frozenset(more.get("basis", ())),
            revision=more.get("revision", ""),
        ),
        attribution=more.get("attribution", ""),
        status=more.get("status", Status.REPORTED),
    )
