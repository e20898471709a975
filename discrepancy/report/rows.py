"""Claims, pairs and groups as flat rows: the one description that every table is drawn from."""

from collections.abc import Callable, Iterator
from typing import Any

from discrepancy.model import Claim, Finding, Group, Pair, Quantity, Verdict
from discrepancy.report.report import Report

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


TABLES: dict[str, Callable[[Report], Iterator[Row]]] = {
    "claims": claim_rows,
    "pairs": pair_rows,
    "groups": group_rows,
}


def claim_row(claim: Claim, group: str = "") -> Row:
    """What a claim says, of what, when, and where it stands."""
    quantity, found, scope = claim.quantity, claim.dates, claim.scope
    return {
        "claim_id": claim.id,
        "group_id": group,
        "article_id": claim.article_id,
        "source": claim.source,
        "figure": quantity.surface,
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
        "published": found.published.isoformat() if found.published else "",
        **{f"{name}{field}": text for name in ("as_of", "period", "event") for field, text in _span(claim, name)},
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
    }


def _span(claim: Claim, name: str) -> tuple[tuple[str, Any], ...]:
    """The days of one date of a claim, and how it was found."""
    span = getattr(claim.dates, name)
    if span is None:
        return ("", ""), ("_basis", ""), ("_text", ""), ("_doubtful", False)
    return ("", str(span)), ("_basis", str(span.basis)), ("_text", span.text), ("_doubtful", span.doubtful)


def pair_row(pair: Pair, finding: Finding) -> Row:
    """Both figures of a pair, the verdict, the reason."""
    return {
        "group_id": finding.group.id,
        "label": finding.group.label,
        "verdict": str(pair.verdict),
        "rule": pair.rule,
        "reason": pair.reason,
        "flip": pair.flip,
        **{f"{side}_{field}": value for side in "ab" for field, value in _side(getattr(pair, side))},
    }


def _side(claim: Claim) -> tuple[tuple[str, Any], ...]:
    return (
        ("id", claim.id),
        ("article", claim.article_id),
        ("source", claim.source),
        ("figure", str(claim.quantity)),
        ("value", claim.quantity.value),
        ("published", claim.dates.published.isoformat() if claim.dates.published else ""),
        ("as_of", str(claim.dates.as_of or "")),
        ("quote", claim.quote),
    )


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


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table, the same for every report: "claims", "pairs" or "groups".

    Raises:
        ValueError: There is no such table.
    """
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    return tuple(next(TABLES[table](_SPECIMEN)))


def _specimen() -> Report:
    """A report with one row in each table: the columns are those of its rows."""
    a, b = (Claim(name, name, "", 0, 0, "", Quantity(0.0, 0.0, 0.0)) for name in "ab")
    pair, group = Pair(a, b, Verdict.AGREE, "", ""), Group("", "", (a, b))
    witnesses = (2, (), None, None, None, frozenset[str]())
    finding = Finding(group, pair.verdict, "", "", "", pair, *witnesses, lambda _: iter((pair,)))
    return Report((), (a, b), (finding,))


_SPECIMEN = _specimen()
