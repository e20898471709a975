"""The report on a terminal, in colour: tables that fit its width, figures marked, agreements on one line each.

Everything foreign goes in as cleaned text, never as markup of rich; a link is made of a checked address only.
"""

from collections.abc import Iterator
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from discrepancy.escape import address, plain
from discrepancy.model import Article, Claim, Finding, Verdict
from discrepancy.report.phrases import counted, dates, excerpt_parts, left_out, shown_claims, summary, teller
from discrepancy.report.report import Report

_STYLES = {
    Verdict.CONFLICT: "bold red",
    Verdict.UNCLEAR: "bold yellow",
    Verdict.UPDATE: "bold cyan",
    Verdict.SCOPE: "bold magenta",
    Verdict.AGREE: "bold green",
}
_EXCERPT = 160  # characters of a sentence


def to_terminal(report: Report, console: Console) -> str:
    """The findings as text with the escape sequences that a terminal understands.

    Args:
        report: The report.
        console: The terminal: its width, its colours, what its encoding can say.
    """
    articles = {article.id: article for article in report.articles}
    with console.capture() as capture:
        console.print(Text(plain(summary(report)), style="bold"))
        for verdict, findings in groupby(report.findings, key=lambda finding: finding.verdict):
            console.print()
            console.print(Text(str(verdict).upper(), style=_STYLES[verdict]))
            for finding in findings:
                if verdict is Verdict.AGREE:
                    console.print(Padding(_folded(finding), (0, 0, 0, 2)))
                else:
                    console.print()
                    console.print(Padding(_finding(finding, articles), (0, 0, 0, 2)))
    return capture.get()


def claims_to_terminal(report: Report, console: Console) -> str:
    """What was understood of each figure, one table an article."""
    articles = {article.id: article for article in report.articles}
    with console.capture() as capture:
        console.print(
            Text(f"{counted(len(articles), 'article')}, {counted(len(report.claims), 'claim')}", style="bold")
        )
        for name, claims in groupby(report.claims, key=lambda claim: claim.article_id):
            console.print()
            console.print(_understood(list(claims), articles[name]))
    return capture.get()


def _understood(claims: list[Claim], article: Article) -> Table:
    published = f"published {article.published.isoformat()}" if article.published else ""
    told = "  ".join(part for part in (plain(article.id), plain(article.source), published) if part)
    head = Text(told, style="bold")
    table = Table(title=head, title_justify="left", title_style="", box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0))
    table.add_column("means", justify="right", style="bold", min_width=6, max_width=16)
    for name, ratio in (("of what", 2), ("when", 2), ("sentence", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        when = Text("\n".join(f"{name} {plain(str(span))} ({span.basis})" for name, span in claim.dates.found))
        table.add_row(Text(plain(str(claim.quantity))), _what(claim), when, _sentence(claim))
    return table


def _what(claim: Claim) -> Text:
    """What a figure counts, and what sort of figure it is."""
    narrowed = " ".join([*sorted(claim.measure.qualifiers), claim.measure.key or "unknown"])
    part = f" of {claim.scope.part}" if claim.scope.part else ""
    return Text.assemble(plain(narrowed + part), (f" ({claim.measure.kind}, {claim.scope.extent})", "dim"))


def _finding(finding: Finding, articles: dict[str, Article]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    claims = shown_claims(finding)
    for claim in claims:
        told = _source(claim, articles.get(claim.article_id), claim.id in finding.lagging)
        lines = Group(told.append(f"  {plain(dates(claim))}", style="dim"), _sentence(claim))
        table.add_row(Text(plain(str(claim.quantity))), lines)
    return Group(_head(finding), table, *map(Text, left_out(finding, len(claims))), *_why(finding))


def _head(finding: Finding) -> Text:
    return Text.assemble(
        (plain(finding.group.label), "bold"),
        (f"  {finding.witnesses}", "none"),
        (f"  [{plain(finding.group.id)}]", "dim"),
    )


def _folded(finding: Finding) -> Text:
    """An agreement on one line: what, which figures, how many articles."""
    figures = dict.fromkeys(plain(str(claim.quantity)) for claim in shown_claims(finding))
    return Text.assemble(_head(finding), f"  {', '.join(figures)}")


def _source(claim: Claim, article: Article | None, lagging: bool) -> Text:
    url = address(article.url) if article else ""
    told = Text.assemble((plain(teller(claim)), Style(link=url or None)))
    return told.append("  lagging: an older reading", style="yellow") if lagging else told


def _sentence(claim: Claim) -> Text:
    before, figure, after = excerpt_parts(claim, _EXCERPT)
    return Text.assemble("“", before, (figure, "bold reverse"), after, "”")


def _why(finding: Finding) -> Iterator[Text]:
    reason = Text.assemble((f"{finding.verdict}: ", _STYLES[finding.verdict]), plain(finding.reason))
    yield reason.append(f" (rule {plain(finding.rule)})", style="dim")
    if finding.flip:
        yield Text(plain(finding.flip), style="dim")
