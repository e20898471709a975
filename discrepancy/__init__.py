"""Finds where articles about one story give different figures, and says which differences are real conflicts."""

from discrepancy.align import align_claims
from discrepancy.errors import DiscrepancyError, LimitError, ReadError, SettingsError
from discrepancy.extract.claims import extract_claims
from discrepancy.extract.dates import find_dates
from discrepancy.judge import judge_groups
from discrepancy.model import Article, Claim, Finding, Group, Pair, Verdict
from discrepancy.pipeline import check
from discrepancy.read import articles_from_records, read_articles
from discrepancy.report import Report
from discrepancy.settings import Settings

__all__ = [
    "Article",
    "Claim",
    "DiscrepancyError",
    "Finding",
    "Group",
    "LimitError",
    "Pair",
    "ReadError",
    "Report",
    "Settings",
    "SettingsError",
    "Verdict",
    "align_claims",
    "articles_from_records",
    "check",
    "extract_claims",
    "find_dates",
    "judge_groups",
    "read_articles",
]
