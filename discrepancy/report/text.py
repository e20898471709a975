"""The report as plain text: facts first, verdict second."""

from collections.abc import Iterator
from itertools import groupby

from discrepancy.escape import plain
from discrepancy.model import Claim, Finding, Verdict
from discrepancy.report.phrases import dates, excerpt, left_out, shown_claims, summary, teller
from discrepancy.report.report import Report


def to_text(report: Report) -> str:
    """The findings as plain text, for a log or a pipe."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield summary(report)
    for verdict, findings in groupby(report.findings, key=lambda f: f.verdict):
        yield ""
        yield str(verdict).upper()
        for finding in findings:
            yield ""
            yield from _finding_lines(finding)


def finding_to_text(finding: Finding) -> str:
    """One finding as plain text."""
    return "\n".join(_finding_lines(finding)) + "\n"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  {plain(finding.group.label)}  [{plain(finding.group.id)}]  {finding.witnesses}"
    claims = shown_claims(finding)
    for claim in claims:
        yield from _claim_lines(claim, claim.id in finding.lagging)
    yield from (f"    {line}" for line in left_out(finding, len(claims)))
    yield f"    {finding.verdict}: {plain(finding.reason)} (rule {plain(finding.rule)})"
    if finding.flip and finding.verdict is not Verdict.AGREE:
        yield f"    {plain(finding.flip)}"


def _claim_lines(claim: Claim, lagging: bool) -> Iterator[str]:
    late = "; lagging: an older reading in a later article" if lagging else ""
    yield f"    {plain(str(claim.quantity)):>16}  {plain(teller(claim))}; {plain(dates(claim))}{late}"
    yield f"{'':>22}“{excerpt(claim)}”"
