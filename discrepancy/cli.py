"""The command: `discrepancy check PATH…` and `discrepancy extract PATH…`."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from discrepancy.errors import DiscrepancyError, ReadError
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Article, Claim, Verdict
from discrepancy.pipeline import check
from discrepancy.read import read_articles
from discrepancy.report import Report
from discrepancy.report.escape import json_safe, plain
from discrepancy.report.rows import claim_row, figure
from discrepancy.report.text import dates

DONE, FOUND, TROUBLE = 0, 1, 2
_FORMATS = {
    "table": Report.to_text,
    "json": Report.to_json,
    "csv": Report.to_csv,
    "markdown": Report.to_markdown,
    "html": Report.to_html,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The words behind the command's name; those of the process if None.

    Returns:
        0 done, 1 conflicts found and `--fail-on conflict` given, 2 bad usage or unreadable input.
    """
    options = _parser().parse_args(arguments)
    problems: list[ReadError] = []
    try:
        columns = dict(_column(word) for word in options.column)
        articles = read_articles(options.paths, columns, on_error=problems.append)
        articles = _as_of(articles, options.as_of)
        output, conflicts = options.run(articles, options)
    except (DiscrepancyError, ValueError, argparse.ArgumentTypeError) as error:
        print(f"discrepancy: {error}", file=sys.stderr)
        return TROUBLE
    for problem in problems:
        print(f"discrepancy: {plain(str(problem))}", file=sys.stderr)
    try:
        _write(output, options.output)
    except BrokenPipeError:
        return DONE
    except OSError as error:
        print(f"discrepancy: {options.output}: {error.strerror}", file=sys.stderr)
        return TROUBLE
    if problems:
        return TROUBLE
    return FOUND if options.fail_on and conflicts else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="discrepancy", description="Compares the figures of articles about one story."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="say where articles give different figures, and why")
    checking.add_argument("--format", choices=sorted(_FORMATS), default="table")
    checking.add_argument("--fail-on", choices=["conflict"], help="exit with 1 where there is one")
    checking.set_defaults(run=_check)
    extracting = commands.add_parser("extract", help="show what was understood of each figure")
    extracting.add_argument("--format", choices=["table", "jsonl"], default="table")
    extracting.set_defaults(run=_extract, fail_on=None)
    for command in (checking, extracting):
        command.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input")
        command.add_argument("--output", metavar="FILE", default="-", help="where to write (default: standard output)")
        command.add_argument("--column", action="append", default=[], metavar="FIELD=NAME", help="text=content")
        command.add_argument(
            "--as-of", type=date.fromisoformat, metavar="DATE", help="leave out articles published after this day"
        )
    return parser


def _column(word: str) -> tuple[str, str]:
    field, equals, name = word.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"--column {word}: write it as FIELD=NAME, such as text=content")
    return field, name


def _as_of(articles: list[Article], day: date | None) -> list[Article]:
    return [a for a in articles if day is None or a.published is None or a.published <= day]


def _check(articles: list[Article], options: argparse.Namespace) -> tuple[str, bool]:
    report = check(articles)
    return _FORMATS[options.format](report), any(f.verdict is Verdict.CONFLICT for f in report.findings)


def _extract(articles: list[Article], options: argparse.Namespace) -> tuple[str, bool]:
    claims = extract_claims(articles)
    if options.format == "jsonl":
        rows = (json_safe(claim_row(claim)) for claim in claims)
        return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows), False
    return "".join(_described(claim) + "\n" for claim in claims), False


def _described(claim: Claim) -> str:
    """What was understood of one figure, on three lines."""
    q, m, s = claim.quantity, claim.measure, claim.scope
    marks = [f"bound {q.bound}" + (f" from “{plain(q.bound_text)}”" if q.bound_text else ""), f"unit {q.unit}"]
    marks += [f"measure {m.key or '?'} ({m.kind})"] + [f"narrowed {' '.join(sorted(m.qualifiers))}"] * bool(
        m.qualifiers
    )
    marks += [f"{s.extent}", f"{s.role}", f"{claim.status}"] + [f"from {plain(claim.attribution)}"] * bool(
        claim.attribution
    )
    place = f"{claim.article_id}:{claim.start}-{claim.end}"
    return f"{plain(place)}  {plain(q.surface)} = {figure(claim)}\n  {'; '.join(marks)}\n  {dates(claim)}"


def _write(output: str, target: str) -> None:
    if target == "-":
        sys.stdout.write(output)
        return
    Path(target).write_text(output, encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
