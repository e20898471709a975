"""What may stand on the command line."""

import argparse
from datetime import date

REPORT_FORMATS = ("table", "json", "jsonl", "csv", "markdown", "html")
CLAIM_FORMATS = ("table", "json", "jsonl", "csv")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each names itself in `command`."""
    top = argparse.ArgumentParser(
        prog="discrepancy",
        description="Finds where articles about one story give different figures, and says which differences are "
        "real conflicts.",
        epilog="Exit codes: 0 done; 1 conflicts found and --fail-on conflict given; 2 bad usage or unreadable input.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say where articles give different figures, and why")
    check.add_argument("--fail-on", choices=["conflict"], help="exit with 1 where there is one")
    extract = commands.add_parser("extract", help="show what was understood of each figure")
    for command, formats in ((check, REPORT_FORMATS), (extract, CLAIM_FORMATS)):
        _add_input(command)
        command.add_argument("--format", choices=formats, default="table", help="default: table")
        _add_output(command)
    return top


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input")
    command.add_argument(
        "--column", action="append", default=[], type=_column, metavar="FIELD=NAME",
        help="the column that holds a field: text=content",
    )  # fmt: skip
    command.add_argument("--as-of", type=_day, metavar="DATE", help="leave out articles published after this day")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", metavar="FILE", default="-", help="where to write (default: standard output)")


def _column(word: str) -> tuple[str, str]:
    field, _, name = word.partition("=")
    if not field or not name:
        raise argparse.ArgumentTypeError(f"{word!r} is not FIELD=NAME, such as text=content")
    return field, name


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is not a day, such as 2026-01-02") from None
