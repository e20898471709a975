"""The report as Markdown: one table a finding."""

from collections.abc import Iterator

from discrepancy.escape import code, markdown
from discrepancy.model import Claim, Finding, Verdict
from discrepancy.report.phrases import excerpt, summary, teller
from discrepancy.report.report import Report


def to_markdown(report: Report) -> str:
    """The findings as Markdown; nothing that an article says is markup in it."""
    lines = ["# Figures compared", "", markdown(summary(report)) + "."]
    for finding in report.findings:
        lines += ["", *_finding_lines(finding)]
    return "\n".join(lines) + "\n"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"## {str(finding.verdict).capitalize()}: {markdown(finding.group.label)}"
    yield ""
    yield "| figure | source | published | as of | period | sentence |"
    yield "|---|---|---|---|---|---|"
    yield from map(_row, finding.group.claims)
    yield ""
    yield f"{markdown(finding.reason)} ({finding.witnesses}; rule {code(finding.rule)})"
    if finding.flip and finding.verdict is not Verdict.AGREE:
        yield ""
        yield f"It {markdown(finding.flip)}." if finding.flip.startswith("would") else markdown(finding.flip)


def _row(claim: Claim) -> str:
    found = claim.dates
    cells = (
        str(claim.quantity), teller(claim), found.published.isoformat() if found.published else "unknown",
        found.as_of.described() if found.as_of else "", found.period.described() if found.period else "",
        excerpt(claim),
    )  # fmt: skip
    return "| " + " | ".join(map(markdown, cells)) + " |"
