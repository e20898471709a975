"""Report: everything that a check found, as data, and the doors out.

Each door is drawn by a module of its own, imported when it is opened: a report alone costs neither pandas nor a chart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from discrepancy.model import Article, Claim, Finding, Group, Pair, Verdict
from discrepancy.report.explanation import Compare, Explanation
from discrepancy.report.timeline import Timeline, timeline

if TYPE_CHECKING:
    from pathlib import Path

    import altair
    import pandas

    from discrepancy.report.dismissals import Dismissals


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What a check found.

    Attributes:
        articles: The articles checked.
        claims: All their claims, in the order of the articles and the texts.
        findings: Groups with claims of two articles or more, and how they stand; the gravest first.
        dismissed: Findings that a person has laid aside; they are counted and not shown.
        compare: How two of the claims compare, part by part; None where it is not known (a report read back).
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...] = ()
    compare: Compare | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        from discrepancy.report.phrases import summary

        return f"<Report: {summary(self)}>"

    def _repr_html_(self) -> str:
        from discrepancy.report.notebook import draw

        return draw(self)

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings whose figures cannot both be true."""
        return self.with_verdict(Verdict.CONFLICT)

    @property
    def updates(self) -> tuple[Finding, ...]:
        """The findings in which one figure is a later reading of the other."""
        return self.with_verdict(Verdict.UPDATE)

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """The findings with one of some verdicts, in the order of the report."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)

    def without(self, dismissals: "Dismissals") -> "Report":
        """The report with the findings that were laid aside, and in which nothing is new, out of sight."""
        aside = {finding.group.id: finding for finding in self.findings if dismissals.covers(finding)}
        kept = tuple(finding for finding in self.findings if finding.group.id not in aside)
        return replace(self, findings=kept, dismissed=(*self.dismissed, *aside.values()))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of the findings."""
        return tuple(finding.group for finding in self.findings)

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair of claims of one group from two articles, lazily, with its verdict."""
        for finding in self.findings:
            yield from finding.pairs()

    def explain(self, subject: Finding | Pair) -> Explanation:
        """Why two claims are compared and stand as they do: the rule, the parts with their weights, what is missing.

        Args:
            subject: A finding, explained by the pair that decides it, or a pair.

        Raises:
            ValueError: The claims of the finding stand in one article.
        """
        from discrepancy.report.explain import explain

        return explain(self, subject)

    def timeline(self, finding: Finding) -> Timeline:
        """The readings of one figure over time: a chart in a notebook, SVG as text, and in words.

        Args:
            finding: A finding of the report.
        """
        return timeline(finding)

    def to_altair(self, finding: Finding) -> "altair.LayerChart":
        """The timeline of a finding as an Altair chart; needs the extra `charts`.

        Args:
            finding: A finding of the report.

        Raises:
            DiscrepancyError: Altair is not installed.
        """
        from discrepancy.report.charts import to_altair

        return to_altair(self.timeline(finding))

    def to_frame(self) -> "pandas.DataFrame":
        """One row a claim, as a pandas frame."""
        from discrepancy.report.frame import to_frame

        return to_frame(self, "claims")

    def pairs_frame(self) -> "pandas.DataFrame":
        """One row a pair, as a pandas frame."""
        from discrepancy.report.frame import to_frame

        return to_frame(self, "pairs")

    def groups_frame(self) -> "pandas.DataFrame":
        """One row a group, as a pandas frame."""
        from discrepancy.report.frame import to_frame

        return to_frame(self, "groups")

    def to_csv(self, table: str = "pairs") -> str:
        """One of the tables "claims", "pairs", "groups" and "articles" as CSV that a spreadsheet opens safely."""
        from discrepancy.report.table import to_csv

        return to_csv(self, table)

    def to_json(self) -> str:
        """The report as strict JSON with a documented schema; `from_json` reads it back."""
        from discrepancy.report.document import to_json

        return to_json(self)

    @staticmethod
    def from_json(text: str | bytes) -> "Report":
        """Read a report back that `to_json` wrote.

        Raises:
            ReadError: It is no such document.
        """
        from discrepancy.report.document import from_json

        return from_json(text)

    def to_jsonl(self) -> str:
        """One finding a line as strict JSON, each with its claims in full."""
        from discrepancy.report.document import findings_to_jsonl

        return findings_to_jsonl(self)

    def to_markdown(self) -> str:
        """The findings as Markdown."""
        from discrepancy.report.markdown import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """The findings as one self-contained HTML page."""
        from discrepancy.report.html import to_html

        return to_html(self)

    def to_text(self) -> str:
        """The findings as plain text, for a log or a pipe."""
        from discrepancy.report.text import to_text

        return to_text(self)

    def to_claimreview(self) -> str:
        """The findings whose figures differ as drafts of schema.org ClaimReview (JSON-LD), without a rating."""
        from discrepancy.report.claimreview import to_claimreview

        return to_claimreview(self)

    def to_annotations(self) -> str:
        """Every claim as a W3C Web Annotation (JSON-LD): selectors by quote and position, with a hash of the text."""
        from discrepancy.report.selectors import to_annotations

        return to_annotations(self)

    def to_xlsx(self, path: "str | Path") -> None:
        """Write a workbook with one sheet a table; needs the extra `excel`.

        Raises:
            DiscrepancyError: The extra is not installed, or a table has more rows than a sheet holds.
            OSError: It cannot be written.
        """
        from discrepancy.report.spreadsheet import to_xlsx

        to_xlsx(self, path)

    def to_sqlite(self, path: "str | Path") -> None:
        """Write an SQLite file with the tables articles, groups, claims and pairs.

        Raises:
            OSError: It cannot be written.
        """
        from discrepancy.report.database import to_sqlite

        to_sqlite(self, path)
