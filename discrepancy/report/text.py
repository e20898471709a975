"""The report as plain text and as Markdown: facts first, verdict second."""

from collections.abc import Iterator
from itertools import groupby

from discrepancy.model import Claim, Finding, Verdict
from discrepancy.report.escape import markdown, plain
from discrepancy.report.report import Report
from discrepancy.report.rows import figure, span

_WIDTH = 100


def summary(report: Report) -> str:
    """One line that counts articles, claims and verdicts."""
    counts = {verdict: sum(f.verdict is verdict for f in report.findings) for verdict in Verdict}
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count) or "nothing to compare"
    return f"{len(report.articles)} articles, {len(report.claims)} claims: {verdicts}"


def to_text(report: Report) -> str:
    """The findings as plain text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield summary(report)
    for verdict, findings in groupby(report.findings, key=lambda f: f.verdict):
        yield ""
        yield str(verdict).upper()
        for finding in findings:
            yield from _finding_lines(finding)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield ""
    yield f"  {plain(finding.group.label)}  [{finding.group.id}]  {witnesses(finding)}"
    for claim in finding.group.claims:
        lag = "  lagging" if claim.id in finding.lagging else ""
        yield f"    {figure(claim):>16}  {dates(claim)}  {plain(claim.source or claim.article_id)}{lag}"
        yield f"{'':>22}“{excerpt(claim)}”"
    yield f"    {finding.verdict}: {plain(finding.reason)}  (rule {finding.rule})"
    if finding.flip and finding.verdict is not Verdict.AGREE:
        yield f"    {plain(finding.flip)}"


def witnesses(finding: Finding) -> str:
    """How many articles and independent origins stand behind a finding: "5 articles, 2 origins"."""
    articles, origins = finding.articles, len(finding.origins)
    return f"{articles} article{'s' * (articles != 1)}, {origins} origin{'s' * (origins != 1)}"


def dates(claim: Claim) -> str:
    """The three dates of a claim, each with how it was found."""
    d = claim.dates
    parts = [f"published {d.published.isoformat() if d.published else 'unknown'}"]
    for name, days in (("as of", d.as_of), ("period", d.period), ("event", d.event)):
        if days is not None and (name != "event" or days != d.period):
            parts.append(f"{name} {span(days)} ({days.basis}{', in doubt' if days.doubtful else ''})")
    return "; ".join(parts)


def excerpt(claim: Claim, width: int = _WIDTH) -> str:
    """The part of a claim's sentence around the figure."""
    at = claim.start - claim.quote_start
    begin = max(0, at - width // 2)
    end = min(len(claim.quote), begin + width)
    return ("…" if begin else "") + plain(claim.quote[begin:end]) + ("…" if end < len(claim.quote) else "")


def to_markdown(report: Report) -> str:
    """The findings as Markdown, one table a finding."""
    lines = ["# Figures compared", "", markdown(summary(report)) + "."]
    for finding in report.findings:
        lines += ["", f"## {str(finding.verdict).capitalize()}: {markdown(finding.group.label)}", ""]
        lines += [f"{markdown(finding.reason)} ({witnesses(finding)}; rule `{finding.rule}`)", ""]
        lines += ["| figure | source | published | as of | period | sentence |", "|---|---|---|---|---|---|"]
        lines += [_markdown_row(claim) for claim in finding.group.claims]
    return "\n".join(lines) + "\n"


def _markdown_row(claim: Claim) -> str:
    d = claim.dates
    cells = (
        figure(claim), claim.source or claim.article_id, d.published.isoformat() if d.published else "",
        span(d.as_of), span(d.period), excerpt(claim),
    )  # fmt: skip
    return "| " + " | ".join(markdown(text) for text in cells) + " |"
