"""What may stand on the command line."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import NoReturn

REPORT_FORMATS = (
    "table", "json", "jsonl", "csv", "markdown", "html", "xlsx", "sqlite", "claimreview", "annotations",
)  # fmt: skip
CLAIM_FORMATS = ("table", "json", "jsonl", "csv", "xlsx", "sqlite", "annotations")
BINARY = frozenset({"xlsx", "sqlite"})
TABLES = ("groups", "pairs", "claims", "articles")
SHELLS = ("bash", "zsh", "fish", "tcsh")
_ENDINGS = {
    ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown", ".html": "html", ".xlsx": "xlsx",
    ".db": "sqlite", ".sqlite": "sqlite", ".jsonld": "claimreview",
}  # fmt: skip
_Commands = argparse._SubParsersAction  # argparse gives it no public name


def parse(words: Sequence[str] | None) -> argparse.Namespace:
    """The words of a command line as options; `command` names the command.

    Raises:
        SystemExit: They are no proper use, or ask for help.
    """
    top = parser()
    options = top.parse_args(words)
    if "format" in options:
        _settle_format(options, top)
    return options


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each names itself in `command`."""
    top = argparse.ArgumentParser(
        prog="discrepancy",
        description="Finds where articles about one story give different figures, and says which differences are "
        "real conflicts.",
        epilog="Exit codes: 0 done; 1 conflicts found and --fail-on conflict given; 2 bad usage or unreadable input. "
        "Defaults may stand in discrepancy.toml, or in pyproject.toml under [tool.discrepancy].",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_check(commands)
    _add_extract(commands)
    _add_explain(commands)
    _add_dismissals(commands)
    completion = commands.add_parser("completion", help="print a script by which a shell completes these words")
    completion.add_argument("shell", choices=SHELLS)
    return top


def _add_check(commands: "_Commands[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="say where articles give different figures, and why")
    _add_input(check)
    check.add_argument("--workers", type=_count, default=1, metavar="N", help="do the work in N processes (default: 1)")
    check.add_argument(
        "--fail-on", choices=["conflict"], metavar="VERDICT", help="conflict: exit with 1 where there is one"
    )
    check.add_argument("--dismissed", metavar="FILE", help="leave out what was laid aside by `discrepancy dismiss`")
    _add_output(check, REPORT_FORMATS)


def _add_extract(commands: "_Commands[argparse.ArgumentParser]") -> None:
    extract = commands.add_parser("extract", help="show what was understood of each figure")
    _add_input(extract)
    _add_output(extract, CLAIM_FORMATS)


def _add_explain(commands: "_Commands[argparse.ArgumentParser]") -> None:
    explain = commands.add_parser("explain", help="say why the claims of a finding are compared and stand as they do")
    _add_finding(explain)
    _add_input(explain)


def _add_dismissals(commands: "_Commands[argparse.ArgumentParser]") -> None:
    dismiss = commands.add_parser("dismiss", help="lay a finding aside until something is new in it")
    _add_finding(dismiss)
    _add_input(dismiss)
    dismiss.add_argument("--dismissed", metavar="FILE", required=True, help="the file that remembers it")
    dismiss.add_argument("--note", default="", metavar="WORDS", help="why, for whoever reads the file")
    listed = commands.add_parser("dismissed", help="list what was laid aside")
    listed.add_argument("dismissed", metavar="FILE", help="the file that remembers it")


def _add_finding(command: argparse.ArgumentParser) -> None:
    command.add_argument("finding", metavar="FINDING_ID", help="the id in [brackets] of a check, or its beginning")


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input")
    command.add_argument(
        "--column", action="append", default=[], type=_column, metavar="FIELD=NAME",
        help="the column that holds a field: text=content",
    )  # fmt: skip
    command.add_argument("--as-of", type=_day, metavar="DATE", help="leave out articles published after this day")


def _add_output(command: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    named = f"{', '.join(formats)}; default: by the ending of --output, else table"
    command.add_argument("--format", choices=formats, metavar="FORMAT", help=named)
    command.add_argument("--table", choices=TABLES, metavar="TABLE", help=f"what csv holds: {', '.join(TABLES)}")
    command.add_argument("--output", metavar="FILE", default="-", help="where to write (default: - standard output)")
    command.set_defaults(formats=formats)


def _settle_format(options: argparse.Namespace, top: argparse.ArgumentParser) -> None:
    """Choose the format where none is given, and refuse what does not go together."""
    if options.format is None:
        ending = _ENDINGS.get(PurePath(options.output).suffix.lower(), "table")
        options.format = ending if ending in options.formats else "table"
    if options.format in BINARY and options.output == "-":
        top.error(f"--format {options.format} needs --output FILE")
    if options.table and options.format != "csv":
        top.error(f"--table goes with --format csv, not with {options.format}")


class _Version(argparse.Action):
    """Prints the version; looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"discrepancy {version('discrepancy')}")
        parser.exit()


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is not a number of 1 or more")
    return int(word)


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
