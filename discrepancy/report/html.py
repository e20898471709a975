"""The report as one HTML page without any network request."""

from discrepancy.escape import address, html
from discrepancy.model import Article, Claim, Finding, Verdict
from discrepancy.report.phrases import dates, summary
from discrepancy.report.report import Report

_STYLE = """
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
mark{background:#ffe08a;color:#000;padding:0 .15em}article{border-top:1px solid #8888;padding:.5rem 0}
.conflict h2{color:#b3261e}.unclear h2{color:#8a5a00}.dates,.rule{font-size:.85rem;opacity:.8}
blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid #8888;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){.conflict h2{color:#ff8a80}.unclear h2{color:#ffcc66}}
"""


def to_html(report: Report) -> str:
    """The findings as one self-contained page; agreements are folded."""
    articles = {article.id: article for article in report.articles}
    body = "".join(_finding(finding, articles) for finding in report.findings)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figures compared</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><h1>Figures compared</h1>"
        f"<p>{html(summary(report))}.</p>{body}</body></html>\n"
    )


def _finding(finding: Finding, articles: dict[str, Article]) -> str:
    claims = "".join(_claim(claim, articles.get(claim.article_id)) for claim in finding.group.claims)
    head = f"{str(finding.verdict).capitalize()}: {html(finding.group.label)}"
    reason = f"<p>{html(finding.reason)} <span class=rule>{finding.witnesses}; rule {html(finding.rule)}</span></p>"
    flip = f"<p class=rule>{html(finding.flip)}</p>" if finding.flip and finding.verdict is not Verdict.AGREE else ""
    if finding.verdict is Verdict.AGREE:
        return f"<article class=agree><details><summary>{head}</summary>{claims}{reason}</details></article>"
    return f'<article class="{finding.verdict}"><h2>{head}</h2>{claims}{reason}{flip}</article>'


def _claim(claim: Claim, article: Article | None) -> str:
    at = claim.start - claim.quote_start
    length = claim.end - claim.start
    quote, url = claim.quote, html(address(article.url)) if article else ""
    source = html(claim.source or claim.article_id)
    name = f'<a href="{url}" rel="noopener noreferrer">{source}</a>' if url else source
    marked = f"{html(quote[:at])}<mark>{html(quote[at : at + length])}</mark>{html(quote[at + length :])}"
    return (
        f"<p><strong>{html(str(claim.quantity))}</strong> {name} <span class=dates>{html(dates(claim))}</span></p>"
        f"<blockquote>{marked}</blockquote>"
    )
