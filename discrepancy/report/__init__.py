"""Findings → reports: data first, drawn second."""

from discrepancy.report.dismissals import Dismissals
from discrepancy.report.report import Report

__all__ = ["Dismissals", "Report"]
