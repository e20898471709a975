"""Groups → findings: how the claims of a group stand to each other, and why."""

from discrepancy.judge.findings import judge_groups

__all__ = ["judge_groups"]
