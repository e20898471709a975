"""What was understood of each figure, as plain text: for the reader who asks why a claim was read as it was."""

from collections.abc import Iterator

from discrepancy.escape import plain
from discrepancy.model import Claim
from discrepancy.report.phrases import counted, dates, excerpt
from discrepancy.report.report import Report

_ELSEWHERE = {"figure", "means", "published", "as of", "period", "event", "article", "source", "place", "sentence"}


def claims_to_text(report: Report) -> str:
    """Four lines a claim: the figure and its place, what was read of it, its dates, its sentence."""
    head = f"{counted(len(report.articles), 'article')}, {counted(len(report.claims), 'claim')}"
    return "\n".join([head, *(line for claim in report.claims for line in _lines(claim))]) + "\n"


def _lines(claim: Claim) -> Iterator[str]:
    understood = "; ".join(f"{name} {text}" for name, text in claim.facts() if text and name not in _ELSEWHERE)
    yield ""
    yield f"{plain(claim.quantity.surface)} = {plain(str(claim.quantity))} ({claim.quantity.bound})  {_place(claim)}"
    yield f"    {plain(understood)}"
    yield f"    {plain(dates(claim))}"
    yield f"    “{excerpt(claim)}”"


def _place(claim: Claim) -> str:
    return plain(f"{claim.article_id}:{claim.start}-{claim.end}")
