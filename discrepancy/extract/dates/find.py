"""Find the dates of a text: scan, weed out what only looks like a date, resolve."""

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.grammar import Mention, scan
from discrepancy.extract.dates.resolve import Reading, Setting, resolve
from discrepancy.model import Basis, DateSpan

_LOOK_BACK = 80
_QUARTER_REACH = 1500
_YEAR_LEADS = re.compile(
    r"(?:^|\b(?:in|since|of|from|until|till|by|during|before|after|for|to|and|or|between|through|throughout|early|late|mid|the|year|back|than|around|as|on|"
    r"summer|spring|autumn|fall|winter|into|its|their|his|her|a|this|over|with|about|like|any|last|entire|whole|against|ended|ending|was|is|ago|versus|elections?)\s|[(’'“\"–,—]\s?|-|/)$",
    re.IGNORECASE,
)
_YEAR_COUNTS = re.compile(
    r"[\s-](?:more\s|other\s|new\s)?(?:people|men|women|children|[a-z]+(?:men|women))\b|\s(?!(?:was|is|has|its|his|this|as|elections?|sales|results|earnings|games|olympics|events|figures|levels|prices|terms|attacks)\b)[a-z]{3,}[^su\W]s\b"
)
_MAY = re.compile(r"^May$")
_MAY_LEADS = re.compile(
    r"\b(?:in|since|of|from|until|till|by|during|before|after|for|to|and|or|between|through|early|late|mid|last|this|next|on|that|each|every|through)\s$|[(,]\s?$",
    re.IGNORECASE,
)
_MARCH_VERB = re.compile(r"^\s(?:on|to|for|against|through)\b")
_NAME_AFTER = re.compile(r"^\s(?:[A-Z][a-z]+|Times)\b")


def find_dates(text: str, reference: date | None = None) -> list[DateSpan]:
    """Find the dates of a text and resolve them.

    Args:
        text: Any text.
        reference: The day of publication; without it a relative date stays open (`first` is None).

    Returns:
        The dates in order, with offsets, inclusive first and last day, and how each was found.

    Example:
        >>> [d.first.isoformat() for d in find_dates("hit on Wednesday, after 3 Dec", date(2026, 1, 2))]
        ['2025-12-31', '2025-12-03']
    """
    return [span for _, span in find_mentions(text, reference)]


def find_mentions(text: str, reference: date | None = None) -> list[tuple[Mention, DateSpan]]:
    """Find the dates of a text, each with the rule that read it."""
    found: list[tuple[Mention, DateSpan]] = []
    quarter: cal.Span | None = None
    quarter_at = -_QUARTER_REACH
    for mention in scan(text):
        left = text[max(0, mention.start - _LOOK_BACK) : mention.start]
        if not _is_date(text, mention, left):
            continue
        near = quarter if mention.start - quarter_at <= _QUARTER_REACH else None
        reading = resolve(mention, Setting(reference, left, near))
        if mention.kind == "unit" and reading.span is None and reference is not None:
            reading = _same_unit(mention, found)
        if reading.span and mention.kind in ("quarter", "rel_quarter"):
            quarter, quarter_at = reading.span, mention.start
        found.append((mention, _span_of(text, mention, reading)))
    return found


def find_agreed(text: str, around: tuple[date, date]) -> list[tuple[Mention, DateSpan]]:
    """Find the dates of a text that was written on an unknown day between two.

    Args:
        text: Any text.
        around: The first and the last day of writing.

    Returns:
        The dates; one that both days read alike has its days, carried and in doubt, any other stays open.
    """
    pairs = zip(find_mentions(text, around[0]), find_mentions(text, around[1]), strict=True)
    return [(mention, _agreed(early, late)) for (mention, early), (_, late) in pairs]


def _agreed(early: DateSpan, late: DateSpan) -> DateSpan:
    if early.basis is Basis.STATED:
        return early
    if early.first is None or early.first != late.first:
        return replace(early, first=None, last=None)
    last = early.last if early.last == late.last else None
    return replace(early, last=last, basis=Basis.CARRIED, doubtful=True)


def _span_of(text: str, mention: Mention, reading: Reading) -> DateSpan:
    first, last = reading.span or (None, None)
    return DateSpan(
        first=first,
        last=last,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        basis=Basis.STATED if reading.stated else Basis.RESOLVED,
        part=reading.part,
        doubtful=reading.doubtful,
    )


def _same_unit(mention: Mention, found: list[tuple[Mention, DateSpan]]) -> Reading:
    """The unit around the last day spoken of: "that year", "the same month"."""
    for _, span in reversed(found):
        if span.first is None:
            continue
        if mention.fields["u_u"] == "year":
            return Reading(cal.year_span(span.first.year), doubtful=True)
        if mention.fields["u_u"] == "month":
            return Reading(cal.month_span(span.first.year, span.first.month), doubtful=True)
        return Reading(cal.week_of(span.first), doubtful=True)
    return Reading(None)


def _is_date(text: str, mention: Mention, left: str) -> bool:
    """Whether words that fit the grammar are a date here."""
    surface, right = text[mention.start : mention.end], text[mention.end : mention.end + 40]
    if mention.kind == "quarter":
        return mention.fields.get("q_u") != "half" or bool(
            mention.fields.get("q_y")
            or mention.fields.get("q_w")
            or re.match(r"[,.]|\s(?:was|were|of\sthe\s(?:fiscal\s)?year)", right)
            or re.search(r"\b(?:in|for|during|of)\s(?:the\s)?$", left)
        )
    if mention.kind == "month":
        if _MAY.match(surface) and not _MAY_LEADS.search(left):
            return False
        if surface in ("March", "August", "April", "June") and _NAME_AFTER.match(right) and not _MAY_LEADS.search(left):
            return False
        return not (surface == "March" and _MARCH_VERB.match(right) and not _MAY_LEADS.search(left))
    if mention.kind == "year":
        if mention.fields.get("y_part"):
            return True
        if _YEAR_COUNTS.match(right) and not re.search(r"\b(?:in|since|until|during)\s$", left):
            return False
        return _YEAR_LEADS.search(left) is not None or not left.strip() or left.endswith(("\n", ". "))
    if mention.kind == "season":
        return bool(
            mention.fields.get("s_y")
            or mention.fields.get("s_y2")
            or mention.fields["s_a"].lower() in ("last", "this", "next")
        ) or not surface.lower().endswith("fall")
    return True
