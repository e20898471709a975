"""Claims, pairs and findings as flat rows: the one description that every table is drawn from."""

from typing import Any

from discrepancy.model import Claim, DateSpan, Finding, Pair

Row = dict[str, Any]


def span(days: DateSpan | None) -> str:
    """A span in ISO days: "2025-09-02/2025-12-04", one day alone, "…/" while open, "" if unknown."""
    if days is None or days.first is None:
        return ""
    if days.last == days.first:
        return days.first.isoformat()
    return f"{days.first.isoformat()}/{days.last.isoformat() if days.last else ''}"


def figure(claim: Claim) -> str:
    """The figure as an interval: "83", "≥ 83", "≤ 40", "10–13", with "~" where it is approximate."""
    low, high = claim.quantity.low, claim.quantity.high
    unit = "" if claim.quantity.unit == "count" else f" {claim.quantity.unit}"
    hedge = "~" if claim.quantity.approximate else ""
    if low is not None and high is not None:
        return f"{hedge}{number(low)}{unit}" if low == high else f"{hedge}{number(low)}–{number(high)}{unit}"
    return f"{hedge}≥ {number(low)}{unit}" if low is not None else f"{hedge}≤ {number(high or 0)}{unit}"


def number(value: float) -> str:
    """A number with grouped digits."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def claim_row(claim: Claim, group: str = "") -> Row:
    """One row a claim: what it says, of what, when, where it stands."""
    q, d = claim.quantity, claim.dates
    return {
        "claim_id": claim.id,
        "group_id": group,
        "article_id": claim.article_id,
        "source": claim.source,
        "figure": q.surface,
        "low": q.low,
        "high": q.high,
        "value": q.value,
        "bound": str(q.bound),
        "bound_text": q.bound_text,
        "approximate": q.approximate,
        "unit": q.unit,
        "measure": claim.measure.key,
        "measure_text": claim.measure.text,
        "qualifiers": " ".join(sorted(claim.measure.qualifiers)),
        "kind": str(claim.measure.kind),
        "extent": str(claim.scope.extent),
        "role": str(claim.scope.role),
        "part": claim.scope.part,
        "basis": " ".join(sorted(claim.scope.basis)),
        "status": str(claim.status),
        "attribution": claim.attribution,
        "published": d.published.isoformat() if d.published else "",
        "as_of": span(d.as_of),
        "as_of_basis": str(d.as_of.basis) if d.as_of else "",
        "period": span(d.period),
        "period_basis": str(d.period.basis) if d.period else "",
        "event": span(d.event),
        "event_basis": str(d.event.basis) if d.event else "",
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
    }


def pair_row(pair: Pair, group: str, label: str) -> Row:
    """One row a pair: both figures, the verdict, the reason."""
    return {
        "group_id": group,
        "label": label,
        "verdict": str(pair.verdict),
        "rule": pair.rule,
        "reason": pair.reason,
        "flip": pair.flip,
        "a_id": pair.a.id,
        "a_article": pair.a.article_id,
        "a_source": pair.a.source,
        "a_figure": figure(pair.a),
        "a_as_of": span(pair.a.dates.as_of),
        "a_quote": pair.a.quote,
        "b_id": pair.b.id,
        "b_article": pair.b.article_id,
        "b_source": pair.b.source,
        "b_figure": figure(pair.b),
        "b_as_of": span(pair.b.dates.as_of),
        "b_quote": pair.b.quote,
    }


def finding_row(finding: Finding) -> Row:
    """One row a finding."""
    return {
        "group_id": finding.group.id,
        "label": finding.group.label,
        "verdict": str(finding.verdict),
        "rule": finding.rule,
        "reason": finding.reason,
        "flip": finding.flip,
        "claims": len(finding.group.claims),
        "articles": finding.articles,
        "origins": len(finding.origins),
        "figure": finding.figure,
        "envelope_low": finding.envelope[0] if finding.envelope else None,
        "envelope_high": finding.envelope[1] if finding.envelope else None,
    }
