"""How a report leaves the command: as text, or as a function that writes a file."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from discrepancy.report import Report
from discrepancy.report.document import claims_to_jsonl
from discrepancy.report.reading import claims_to_text

Drawing = str | Callable[[Path], None]
_Text = Callable[[Report], str]

_TEXTS: Mapping[str, _Text] = {
    "json": Report.to_json,
    "jsonl": Report.to_jsonl,
    "markdown": Report.to_markdown,
    "html": Report.to_html,
    "claimreview": Report.to_claimreview,
    "annotations": Report.to_annotations,
}
_FILES: Mapping[str, Callable[[Report, Path], None]] = {"xlsx": Report.to_xlsx, "sqlite": Report.to_sqlite}


def draw_report(report: Report, options: Namespace) -> Drawing:
    """Draw a report in the format that was asked for."""
    if options.format == "table":
        return _on_terminal(report, options, "to_terminal") or report.to_text()
    return _drawn(report, options, _TEXTS, "pairs")


def draw_claims(report: Report, options: Namespace) -> Drawing:
    """Draw the claims of a report in the format that was asked for."""
    if options.format == "table":
        return _on_terminal(report, options, "claims_to_terminal") or claims_to_text(report)
    return _drawn(report, options, {**_TEXTS, "jsonl": claims_to_jsonl}, "claims")


def _drawn(report: Report, options: Namespace, texts: Mapping[str, _Text], table: str) -> Drawing:
    name = options.format
    if name in _FILES:
        return lambda path: _FILES[name](report, path)
    return report.to_csv(options.table or table) if name == "csv" else texts[name](report)


def _on_terminal(report: Report, options: Namespace, function: str) -> str:
    """The report in colour, "" where it goes to a file, a pipe or a terminal without escape sequences."""
    forced = os.environ.get("FORCE_COLOR")
    if options.output != "-" or sys.stdout is None or not (sys.stdout.isatty() or forced):
        return ""
    from rich.console import Console

    from discrepancy.report import terminal

    console = Console()
    if not console.is_terminal or console.is_dumb_terminal or console.legacy_windows:
        return ""
    drawn: str = getattr(terminal, function)(report, console)
    return drawn
