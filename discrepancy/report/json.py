"""JSON of a report: strict, with every claim and finding."""

import json
from typing import Any

from discrepancy.model import Finding
from discrepancy.report.escape import json_safe
from discrepancy.report.report import Report
from discrepancy.report.rows import claim_row, finding_row, pair_row

VERSION = 1


def to_json(report: Report) -> str:
    """The report as strict JSON: articles without their texts, claims, findings with their decisive pair."""
    home = {claim.id: finding.group.id for finding in report.findings for claim in finding.group.claims}
    data = {
        "version": VERSION,
        "articles": [article.model_dump(mode="json", exclude={"text"}) for article in report.articles],
        "claims": [claim_row(claim, home.get(claim.id, "")) for claim in report.claims],
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(json_safe(data), ensure_ascii=False, allow_nan=False, indent=1)


def _finding(finding: Finding) -> dict[str, Any]:
    decisive = finding.decisive
    return {
        **finding_row(finding),
        "claim_ids": [claim.id for claim in finding.group.claims],
        "origin_articles": [sorted(origin) for origin in finding.origins],
        "lagging": sorted(finding.lagging),
        "decisive": pair_row(decisive, finding.group.id, finding.group.label) if decisive else None,
    }
