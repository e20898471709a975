"""pandas frames of a report: long, one row a claim or a pair, with stable column names."""

import pandas

from discrepancy.report.report import Report
from discrepancy.report.rows import claim_row, pair_row


def claims_frame(report: Report) -> pandas.DataFrame:
    """One row a claim; `group_id` is "" for a claim without a partner in another article."""
    home = {claim.id: finding.group.id for finding in report.findings for claim in finding.group.claims}
    return pandas.DataFrame([claim_row(claim, home.get(claim.id, "")) for claim in report.claims])


def pairs_frame(report: Report) -> pandas.DataFrame:
    """One row a pair of claims of one group from two articles."""
    return pandas.DataFrame([pair_row(p, f.group.id, f.group.label) for f in report.findings for p in f.pairs()])
