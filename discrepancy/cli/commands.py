"""What each command does: options in, an outcome out."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from discrepancy.cli.drawing import Drawing, draw_claims, draw_report
from discrepancy.cli.messages import say
from discrepancy.engines import LocalEngine
from discrepancy.errors import DiscrepancyError, ReadError, ReadWarning
from discrepancy.escape import plain
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Article, Finding
from discrepancy.pipeline import check
from discrepancy.progress import counted, shown
from discrepancy.read import read_articles
from discrepancy.report import Dismissals, Report
from discrepancy.report.text import finding_to_text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command comes to.

    Attributes:
        drawing: What to write.
        failed: Whether there is what `--fail-on` names.
        troubled: Whether something could not be read.
    """

    drawing: Drawing
    failed: bool = False
    troubled: bool = False


def run_check(options: Namespace) -> Outcome:
    """Compare the figures."""
    report, troubled = _checked(options)
    if options.dismissed:
        report = report.without(Dismissals.read(options.dismissed))
        if report.dismissed:
            say(f"{len(report.dismissed)} dismissed, see {options.dismissed}")
    failed = options.fail_on is not None and bool(report.conflicts)
    return Outcome(draw_report(report, options), failed, troubled)


def run_extract(options: Namespace) -> Outcome:
    """Show what was understood of each figure."""
    articles, troubled = _read(options)
    with shown(True) as tell:
        claims = extract_claims(counted(articles, "reading figures", tell))
    return Outcome(draw_claims(Report(tuple(articles), tuple(claims), ()), options), troubled=troubled)


def run_explain(options: Namespace) -> Outcome:
    """Say why the claims of a finding are compared, and why they stand as they do."""
    report, troubled = _checked(options)
    finding = _finding(report, options.finding)
    return Outcome(f"{finding_to_text(finding)}\n{report.explain(finding)}\n", troubled=troubled)


def run_dismiss(options: Namespace) -> Outcome:
    """Lay a finding aside."""
    report, troubled = _checked(options)
    finding = _finding(report, options.finding)
    remembered = Dismissals.read(options.dismissed) if Path(options.dismissed).exists() else Dismissals()
    remembered.add(finding, options.note).write(options.dismissed)
    say(f"dismissed in {options.dismissed}: {finding}")
    return Outcome("", troubled=troubled)


def run_dismissed(options: Namespace) -> Outcome:
    """List what was laid aside."""
    entries = Dismissals.read(options.dismissed).entries
    lines = [f"{len(entries)} dismissed"]
    for entry in entries:
        note = f": {entry.note}" if entry.note else ""
        lines.append(plain(f"{entry.verdict}: {entry.label}, {len(entry.claims)} claims{note}"))
    return Outcome("\n".join(lines) + "\n")


def run_completion(options: Namespace) -> Outcome:
    """Print a script by which a shell completes the words of the command."""
    from discrepancy.cli.completion import script

    return Outcome(script(options.shell))


COMMANDS: Mapping[str, Callable[[Namespace], Outcome]] = {
    "check": run_check,
    "extract": run_extract,
    "explain": run_explain,
    "dismiss": run_dismiss,
    "dismissed": run_dismissed,
    "completion": run_completion,
}


def _checked(options: Namespace) -> tuple[Report, bool]:
    articles, troubled = _read(options)
    workers = getattr(options, "workers", 1)
    engine = LocalEngine(workers) if workers > 1 else None
    return check(articles, options.settings, engine=engine, progress=True), troubled


def _read(options: Namespace) -> tuple[list[Article], bool]:
    """The articles that a command is about, without those published after `--as-of`; whether any was not read.

    What was left out, and what there is to remark on the rest, is said at once.
    """
    problems: list[ReadError] = []
    remarks: list[ReadWarning] = []
    columns = dict(options.column)
    articles = read_articles(options.paths, columns, on_error=problems.append, on_warning=remarks.append)
    for message in (*problems, *remarks):
        say(message)
    day = options.as_of
    return [a for a in articles if day is None or a.published is None or a.published <= day], bool(problems)


def _finding(report: Report, name: str) -> Finding:
    """The finding of an id, or of the beginning of one.

    Raises:
        DiscrepancyError: There is none, or more than one.
    """
    found = [finding for finding in report.findings if finding.group.id.startswith(name)]
    if len(found) != 1:
        what = f"{len(found)} findings begin with" if found else "there is no finding"
        raise DiscrepancyError(f"{what} {name!r}; `discrepancy check` shows the ids in brackets")
    return found[0]
