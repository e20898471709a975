"""Groups → findings: how the claims of a group stand to each other, and why."""

from discrepancy.judge.case import Case
from discrepancy.judge.findings import judge_groups
from discrepancy.judge.rules import RULES, Ruling

__all__ = ["RULES", "Case", "Ruling", "judge_groups"]
