"""Dismissals: findings that a person has looked at and laid aside, remembered in a plain file.

The file is JSONL, sorted, one dismissal a line, made to be read, compared and kept beside the articles:

    {"claims": ["0f3c…", "9b01…"], "verdict": "conflict", "label": "deaths", "note": "two different quakes"}

Deleting a line takes the dismissal back. A finding stays dismissed while nothing is new in it: no claim that was not in
it then, and no graver verdict.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import ReadError
from discrepancy.escape import json_safe
from discrepancy.model import Finding, Verdict
from discrepancy.report.writing import write_text

_REMEDY = 'a line is {"claims": ["…"], "verdict": "conflict", "label": "…", "note": "…"}'


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding as it was when it was laid aside.

    Attributes:
        claims: The ids of its claims, which are stable across runs.
        verdict: Its verdict.
        label: What it measured, for the reader of the file.
        note: Why it was laid aside.
    """

    claims: frozenset[str]
    verdict: Verdict
    label: str = ""
    note: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether nothing is new in a finding: all its claims were in it then, and its verdict is no graver."""
        known = all(claim.id in self.claims for claim in finding.group.claims)
        return known and finding.verdict.gravity >= self.verdict.gravity


@dataclass(frozen=True, slots=True)
class Dismissals:
    """What a person has laid aside so far.

    Example:
        >>> Dismissals.read("dismissed.jsonl").add(report.conflicts[0], note="two quakes").write("dismissed.jsonl")
        >>> report.without(Dismissals.read("dismissed.jsonl"))
        <Report: 5 articles, 31 claims: 2 updates; 1 dismissed>
    """

    entries: tuple[Dismissal, ...] = ()

    @classmethod
    def read(cls, path: str | Path) -> "Dismissals":
        """Read a file of dismissals.

        Raises:
            ReadError: There is no such file, or a line of it is no dismissal; it names the line.
        """
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
        except UnicodeDecodeError:
            raise ReadError("not UTF-8", str(path), remedy="save it as UTF-8") from None
        except OSError as error:
            raise ReadError(error.strerror or "cannot be opened", str(path), remedy="check the path") from None
        return cls(_sorted(_entry(line, str(path), at) for at, line in enumerate(lines, start=1) if line.strip()))

    def add(self, finding: Finding, note: str = "") -> "Dismissals":
        """These and one finding more; what was remembered of the same claims is replaced."""
        claims = frozenset(claim.id for claim in finding.group.claims)
        new = Dismissal(claims, finding.verdict, finding.group.label, note)
        return Dismissals(_sorted([*(entry for entry in self.entries if entry.claims != claims), new]))

    def covers(self, finding: Finding) -> bool:
        """Whether a finding was laid aside and nothing is new in it."""
        return any(entry.covers(finding) for entry in self.entries)

    def write(self, path: str | Path) -> None:
        """Write the file.

        Raises:
            OSError: It cannot be written.
        """
        write_text(path, "".join(map(_line, self.entries)))


def _sorted(entries: Iterable[Dismissal]) -> tuple[Dismissal, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.label, sorted(entry.claims))))


def _line(entry: Dismissal) -> str:
    data = {
        "claims": sorted(entry.claims),
        "verdict": entry.verdict.value,
        "label": entry.label,
        "note": entry.note,
    }
    return json.dumps(json_safe(data), ensure_ascii=False) + "\n"


def _entry(line: str, path: str, at: int) -> Dismissal:
    try:
        data = json.loads(line)
        claims, verdict = data["claims"], Verdict(data["verdict"])
        label, note = data.get("label", ""), data.get("note", "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ReadError("not a dismissal", path, at, _REMEDY) from None
    if not claims or not isinstance(claims, list) or not all(isinstance(text, str) for text in (*claims, label, note)):
        raise ReadError("not a dismissal", path, at, _REMEDY)
    return Dismissal(frozenset(claims), verdict, label, note)
