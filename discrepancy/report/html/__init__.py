"""The report as one page to send on: `page.py` lays it out, `finding.py` and `evidence.py` draw what stands on it."""

from discrepancy.report.html.page import to_html

__all__ = ["to_html"]
