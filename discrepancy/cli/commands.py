"""What each command does: articles and options in, text out."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from discrepancy.errors import ReadError, ReadWarning
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Article
from discrepancy.pipeline import check
from discrepancy.read import read_articles
from discrepancy.report import Report
from discrepancy.report.document import claims_to_jsonl
from discrepancy.report.reading import claims_to_text

Output = tuple[str, bool]  # what to write, and whether there is a conflict
Draw = Mapping[str, Callable[[Report], str]]

_REPORT: Draw = {
    "table": Report.to_text,
    "json": Report.to_json,
    "jsonl": Report.to_jsonl,
    "csv": Report.to_csv,
    "markdown": Report.to_markdown,
    "html": Report.to_html,
}
_CLAIMS: Draw = {
    "table": claims_to_text,
    "json": Report.to_json,
    "jsonl": claims_to_jsonl,
    "csv": lambda report: report.to_csv("claims"),
}


def read(
    options: Namespace, on_error: Callable[[ReadError], None], on_warning: Callable[[ReadWarning], None]
) -> list[Article]:
    """Read the articles that a command is about; those published after `--as-of` are left out."""
    articles = read_articles(options.paths, dict(options.column), on_error=on_error, on_warning=on_warning)
    day = options.as_of
    return [a for a in articles if day is None or a.published is None or a.published <= day]


def run_check(articles: list[Article], options: Namespace) -> Output:
    """Compare the figures."""
    report = check(articles)
    return _REPORT[options.format](report), bool(report.conflicts)


def run_extract(articles: list[Article], options: Namespace) -> Output:
    """Show what was understood of each figure."""
    report = Report(tuple(articles), tuple(extract_claims(articles)), ())
    return _CLAIMS[options.format](report), False


COMMANDS: Mapping[str, Callable[[list[Article], Namespace], Output]] = {"check": run_check, "extract": run_extract}
