"""Report: everything that a check found, as data, and the doors out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from discrepancy.model import Article, Claim, Finding, Pair, Verdict

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        articles: The articles checked.
        claims: All their claims, in the order of the articles and the texts.
        findings: Groups with claims of two articles or more, and how they stand; the gravest first.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        conflicts = len(self.conflicts)
        return (
            f"<Report: {len(self.articles)} articles, {len(self.claims)} claims, {len(self.findings)} findings, "
            f"{conflicts} conflict{'' if conflicts == 1 else 's'}>"
        )

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings that cannot both be true."""
        return tuple(f for f in self.findings if f.verdict is Verdict.CONFLICT)

    @property
    def updates(self) -> tuple[Finding, ...]:
        """The findings in which one figure is a later reading of the other."""
        return tuple(f for f in self.findings if f.verdict is Verdict.UPDATE)

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair of claims of one group from two articles, lazily, with its verdict."""
        for finding in self.findings:
            yield from finding.pairs()

    def to_frame(self) -> "pandas.DataFrame":
        """One row a claim, as a pandas frame."""
        from discrepancy.report.frame import claims_frame

        return claims_frame(self)

    def pairs_frame(self) -> "pandas.DataFrame":
        """One row a pair, as a pandas frame."""
        from discrepancy.report.frame import pairs_frame

        return pairs_frame(self)

    def to_json(self) -> str:
        """The report as strict JSON."""
        from discrepancy.report.json import to_json

        return to_json(self)

    def to_csv(self) -> str:
        """One line a pair, as CSV that a spreadsheet opens safely."""
        from discrepancy.report.table import to_csv

        return to_csv(self)

    def to_markdown(self) -> str:
        """The findings as Markdown."""
        from discrepancy.report.text import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """The findings as one self-contained HTML page."""
        from discrepancy.report.html import to_html

        return to_html(self)

    def to_text(self) -> str:
        """The findings as plain text, for a terminal or a log."""
        from discrepancy.report.text import to_text

        return to_text(self)
