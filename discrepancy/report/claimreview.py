"""Drafts of schema.org ClaimReview for a person to finish: what was said and by whom, never whether it is true.

https://schema.org/ClaimReview; a review's rating is left out on purpose, for the fact-checker to give.
"""

import json
from typing import Any

from discrepancy.escape import address, json_safe, plain, script
from discrepancy.model import Article, Claim, Finding, Verdict
from discrepancy.report.phrases import teller
from discrepancy.report.report import Report

_REVIEWED = (Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.UPDATE, Verdict.SCOPE)


def to_claimreview(report: Report) -> str:
    """The findings whose figures differ as JSON-LD, one draft each, without a rating.

    Returns:
        JSON that may stand in a `<script type="application/ld+json">`: no text of an article can end that element.
    """
    articles = {article.id: article for article in report.articles}
    drafts = [_draft(finding, articles) for finding in report.with_verdict(*_REVIEWED)]
    graph = {"@context": "https://schema.org", "@graph": drafts}
    return script(json.dumps(json_safe(graph), ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def _draft(finding: Finding, articles: dict[str, Article]) -> dict[str, Any]:
    figures = " / ".join(dict.fromkeys(claim.quantity.in_words() for claim in finding.group.claims))
    return {
        "@type": "ClaimReview",
        "identifier": plain(finding.group.id),
        "creativeWorkStatus": "Draft",
        "claimReviewed": plain(f"{finding.group.label}: {figures}"),
        "reviewAspect": plain(finding.group.label),
        "reviewBody": plain(f"{finding.verdict}: {finding.reason} ({finding.witnesses})"),
        "itemReviewed": [_claim(claim, articles.get(claim.article_id)) for claim in finding.group.claims],
    }


def _claim(claim: Claim, article: Article | None) -> dict[str, Any]:
    said = f"{teller(claim)}, from {claim.attribution}" if claim.attribution else teller(claim)
    found: dict[str, Any] = {
        "@type": "Claim",
        "identifier": plain(claim.id),
        "name": plain(f"{claim.quantity.in_words()} {claim.measure.key}"),
        "text": plain(claim.quote),
        "creditText": plain(said),
        "temporalCoverage": _window(claim),
        "appearance": _appearance(claim, article),
    }
    return {name: value for name, value in found.items() if value}


def _window(claim: Claim) -> str:
    """The days that a figure covers, else the day at which it is true; an open end is ".."."""
    span = str(claim.dates.period or claim.dates.as_of or "")
    return span + ".." if span.endswith("/") else span


def _appearance(claim: Claim, article: Article | None) -> dict[str, Any]:
    published = claim.dates.published
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": plain(article.title) if article else "",
        "url": address(article.url) if article else "",
        "datePublished": published.isoformat() if published else "",
        "publisher": {"@type": "Organization", "name": plain(claim.source)} if claim.source else None,
    }
    return {name: value for name, value in found.items() if value}
