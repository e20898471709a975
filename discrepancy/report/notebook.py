"""A report in a notebook: plain tables without style sheets or scripts."""

from discrepancy.markup import table
from discrepancy.report.phrases import summary
from discrepancy.report.report import Report


def draw(report: Report) -> str:
    """One row a finding, the gravest first."""
    rows = [
        (
            str(finding.verdict), finding.group.label,
            ", ".join(dict.fromkeys(str(claim.quantity) for claim in finding.group.claims)),
            finding.witnesses, finding.reason, finding.group.id,
        )
        for finding in report.findings
    ]  # fmt: skip
    return table(rows, ("verdict", "what", "figures", "told by", "why", "id"), summary(report))
