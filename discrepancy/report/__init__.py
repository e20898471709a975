"""Findings → reports: data first, drawn second."""

from discrepancy.report.report import Report

__all__ = ["Report"]
