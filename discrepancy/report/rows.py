"""Groups, pairs, claims and articles as flat rows, under the columns of `columns.tsv`."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from discrepancy.model import Article, Claim, DateSpan, Finding, Pair
from discrepancy.report.report import Report
from discrepancy.report.selectors import digest

Row = dict[str, Any]


def claim_rows(report: Report) -> Iterator[Row]:
    """One row a claim; `group_id` is "" for a claim without a partner in another article."""
    home = {claim.id: finding.group.id for finding in report.findings for claim in finding.group.claims}
    titles = {article.id: (article.title, article.url) for article in report.articles}
    for claim in report.claims:
        title, url = titles.get(claim.article_id, ("", ""))
        yield {**claim_row(claim, home.get(claim.id, "")), "title": title, "url": url}


def pair_rows(report: Report) -> Iterator[Row]:
    """One row a pair of claims of one group from two articles."""
    return (pair_row(pair, finding) for finding in report.findings for pair in finding.pairs())


def group_rows(report: Report) -> Iterator[Row]:
    """One row a group, with its verdict."""
    return (group_row(finding) for finding in report.findings)


def article_rows(report: Report) -> Iterator[Row]:
    """One row an article."""
    counts = Counter(claim.article_id for claim in report.claims)
    return (article_row(article, counts[article.id]) for article in report.articles)


TABLES: dict[str, Callable[[Report], Iterator[Row]]] = {
    "groups": group_rows,
    "pairs": pair_rows,
    "claims": claim_rows,
    "articles": article_rows,
}


def claim_row(claim: Claim, group: str = "") -> Row:
    """What a claim says, of what, when, and where it stands."""
    quantity, found, scope = claim.quantity, claim.dates, claim.scope
    return {
        "claim_id": claim.id,
        "group_id": group,
        "article_id": claim.article_id,
        "source": claim.source,
        "surface": quantity.surface,
        "figure": str(quantity),
        "low": quantity.low,
        "high": quantity.high,
        "value": quantity.value,
        "bound": str(quantity.bound),
        "bound_text": quantity.bound_text,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "measure": claim.measure.key,
        "measure_text": claim.measure.text,
        "qualifiers": " ".join(sorted(claim.measure.qualifiers)),
        "kind": str(claim.measure.kind),
        "extent": str(scope.extent),
        "role": str(scope.role),
        "part": scope.part,
        "basis": " ".join(sorted(scope.basis)),
        "status": str(claim.status),
        "attribution": claim.attribution,
        "published": _day(found.published),
        **_span("as_of", found.as_of),
        **_span("period", found.period),
        **_span("event", found.event),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "quote_start": claim.quote_start,
    }


def _span(name: str, span: DateSpan | None) -> Row:
    """The days of one date of a claim, and how it was found."""
    return {
        name: str(span or ""),
        f"{name}_first": _day(span.first if span else None),
        f"{name}_last": _day(span.last if span else None),
        f"{name}_basis": str(span.basis) if span else "",
        f"{name}_text": span.text if span else "",
        f"{name}_doubtful": span.doubtful if span else False,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def pair_row(pair: Pair, finding: Finding) -> Row:
    """Both figures of a pair, the verdict, the reason."""
    return {
        "group_id": finding.group.id,
        "label": finding.group.label,
        "verdict": str(pair.verdict),
        "rule": pair.rule,
        "reason": pair.reason,
        "flip": pair.flip,
        **_side("a", pair.a),
        **_side("b", pair.b),
    }


def _side(side: str, claim: Claim) -> Row:
    return {
        f"{side}_id": claim.id,
        f"{side}_article": claim.article_id,
        f"{side}_source": claim.source,
        f"{side}_figure": str(claim.quantity),
        f"{side}_value": claim.quantity.value,
        f"{side}_published": _day(claim.dates.published),
        f"{side}_as_of": str(claim.dates.as_of or ""),
        f"{side}_quote": claim.quote,
    }


def group_row(finding: Finding) -> Row:
    """A group with its verdict, its witnesses and the values that fit."""
    low, high = finding.envelope or (None, None)
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
        "latest": str(finding.latest.quantity) if finding.latest else "",
        "envelope_low": low,
        "envelope_high": high,
        "claim_ids": " ".join(claim.id for claim in finding.group.claims),
    }


def article_row(article: Article, claims: int) -> Row:
    """An article with its text, and how many claims were found in it."""
    return {
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": _day(article.published),
        "language": article.language,
        "claims": claims,
        "sha256": digest(article.text),
        "text": article.text,
    }
