"""Explains a finding or a pair: gathers the parts compared and what is missing, and puts them into words."""

from collections.abc import Iterator, Sequence
from math import fsum

from discrepancy.escape import plain
from discrepancy.markup import table
from discrepancy.model import Basis, Claim, Finding, Pair
from discrepancy.report.explanation import Explanation, Level
from discrepancy.report.phrases import dates, teller
from discrepancy.report.report import Report

UNKNOWN_PARTS = "the parts compared are not known: the report was read back, or made without them"


def explain(report: Report, subject: Finding | Pair) -> Explanation:
    """Explain a finding by the pair that decides it, or a pair.

    Args:
        report: The report that holds it.
        subject: A finding, or a pair of one.

    Raises:
        ValueError: A finding has no deciding pair: its claims stand in one article.
    """
    pair = subject.decisive if isinstance(subject, Finding) else subject
    if pair is None:
        raise ValueError("nothing to explain: the claims of this finding stand in one article")
    home = subject if isinstance(subject, Finding) else _home(report, pair)
    levels = tuple(report.compare(report.claims, pair.a, pair.b)) if report.compare else ()
    label = home.group.label if home else pair.a.measure.key
    return Explanation(label, pair, levels, tuple(_missing(pair, home, levels)))


def _home(report: Report, pair: Pair) -> Finding | None:
    """The finding that a pair is of."""
    both = {pair.a.id, pair.b.id}
    return next((f for f in report.findings if both <= {claim.id for claim in f.group.claims}), None)


def to_text(explanation: Explanation) -> str:
    """An explanation as plain text of several lines."""
    return "\n".join(_lines(explanation))


def to_tables(explanation: Explanation) -> str:
    """An explanation as plain tables for a notebook."""
    pair = explanation.pair
    claims = [(claim.quantity.in_words(), f"{teller(claim)}; {dates(claim)}") for claim in (pair.a, pair.b)]
    facts = [("rule", pair.rule), ("reason", pair.reason), ("what would turn it", pair.flip)]
    parts = table(explanation.weighed(), ("part", "level", "weight"), "Why the two are compared (log-odds)")
    missing = table([(text,) for text in explanation.missing], caption="What is missing")
    return (
        table([*claims, *(fact for fact in facts if fact[1])], caption=f"{explanation.label}: {pair.verdict}")
        + (parts if explanation.levels else "")
        + (missing if explanation.missing else "")
    )


def doubts(claim: Claim) -> Iterator[str]:
    """What is missing or uncertain about the dates of a claim, and who gives its figure."""
    found = claim.dates
    if found.published is None:
        yield "the day of publication is not known"
    if found.as_of is None:
        yield "the day at which the figure is true is not known"
    elif found.as_of.basis is Basis.ASSUMED:
        yield "the day at which the figure is true is assumed from the day of publication"
    for name, span in found.found:
        if span.doubtful:
            words = f" (“{' '.join(span.text.split())}”)" if span.text else ""
            yield f"the reading of the {name} date{words} is in doubt"
    for span in found.unresolved:
        yield f"“{' '.join(span.text.split())}” could not be given a day"
    if not claim.attribution:
        yield "nobody is named who gives the figure"


def _missing(pair: Pair, home: Finding | None, levels: Sequence[Level]) -> Iterator[str]:
    for claim in (pair.a, pair.b):
        yield from (f"{teller(claim)}: {doubt}" for doubt in doubts(claim))
    both = {pair.a.article_id, pair.b.article_id}
    if len(both) > 1 and home and any(both <= origin for origin in home.origins):
        yield "the two articles are copies of one text: one origin, not two"
    if levels and fsum(level.weight for level in levels) < 0:
        yield "by themselves the two would not be compared: the other claims of their group bring them together"
    if not levels:
        yield UNKNOWN_PARTS


def _lines(explanation: Explanation) -> Iterator[str]:
    pair = explanation.pair
    yield f"{plain(explanation.label)}: {pair.verdict} (rule {plain(pair.rule)})"
    for claim in (pair.a, pair.b):
        yield f"  {plain(claim.quantity.in_words())}: {plain(teller(claim))}; {plain(dates(claim))}"
    yield f"  {plain(pair.reason)}"
    if pair.flip:
        yield f"  {plain(pair.flip)}"
    if explanation.levels:
        yield ""
        yield "Why the two are compared: the parts of the question, with match weights (log-odds)"
        width = max(len(plain(part)) for part, *_ in explanation.weighed())
        yield from (
            f"  {plain(part):{width}}  {weight:>13}  {plain(name)}".rstrip()
            for part, name, weight in explanation.weighed()
        )
    if explanation.missing:
        yield ""
        yield "What is missing"
        yield from (f"  {plain(text)}" for text in explanation.missing)
