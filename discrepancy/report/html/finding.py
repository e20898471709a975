"""One finding of the page: facts first (the chart, the sentences), the verdict and what it rests on second."""

from collections.abc import Iterator

from discrepancy.escape import html
from discrepancy.model import Finding, Verdict
from discrepancy.model.quantity import grouped
from discrepancy.report.explanation import Explanation
from discrepancy.report.html.evidence import Sources, draw_claims, short
from discrepancy.report.phrases import counted
from discrepancy.report.report import Report
from discrepancy.report.svg import draw_inside
from discrepancy.report.timeline import Timeline

_LABEL, _REASON = 80, 600  # characters


def draw(report: Report, sources: Sources, finding: Finding, name: str) -> str:
    """Draw a finding in full; an agreement is folded.

    Args:
        report: The report that holds it.
        sources: The report's articles.
        finding: The finding.
        name: Its anchor on the page.
    """
    return _frame(finding, name, "finding", "".join(_body(report, sources, finding)))


def draw_in_brief(finding: Finding, name: str) -> str:
    """Draw a finding as its figures and its reason."""
    return _frame(finding, name, "brief", f"<p>{html(short(finding.reason, _REASON))}</p>\n")


def _frame(finding: Finding, name: str, kind: str, body: str) -> str:
    title = f'<h3 id="{name}h">{html(heading(finding))}</h3> <small>{finding.witnesses}</small>'
    if finding.verdict is Verdict.AGREE:
        return f'<details class="{kind}" id="{name}">\n<summary>{title}</summary>\n{body}</details>\n'
    return f'<article class="{kind}" id="{name}" aria-labelledby="{name}h">\n{title}\n{body}</article>\n'


def heading(finding: Finding) -> str:
    """What is measured, and the figures that decide: "deaths: at least 14 and 33"."""
    claims = [finding.decisive.a, finding.decisive.b] if finding.decisive else list(finding.group.claims[:1])
    figures = dict.fromkeys(short(claim.quantity.in_words(), 40) for claim in claims)
    label = short(finding.group.label, _LABEL)
    return f"{label[:1].upper()}{label[1:]}: {' and '.join(figures)}"


def _body(report: Report, sources: Sources, finding: Finding) -> Iterator[str]:
    line = report.timeline(finding)
    yield f"<figure>{draw_inside(line)}<figcaption>{_caption(line)}</figcaption></figure>\n"
    yield draw_claims(finding, sources)
    yield f'<div class="verdict">\n<p><strong>{str(finding.verdict).capitalize()}.</strong> '
    yield f"{html(short(finding.reason, _REASON))}</p>\n<dl>\n"
    yield from (f"<div><dt>{name}</dt> <dd>{html(text)}</dd></div>\n" for name, text in _facts(finding, sources))
    yield "</dl>\n"
    if finding.decisive:
        yield _explanation(report.explain(finding))
    yield "</div>\n"


def _caption(line: Timeline) -> str:
    drawn = f"{len(line.readings)} of {counted(line.total, 'reading')}"
    count = counted(line.total, "reading") if len(line.readings) == line.total else f"{drawn} drawn"
    unit = "" if line.unit == "count" else f", in {html(short(line.unit, 40))}"
    return f"{count}{unit}, by the day at which each is true"


def _facts(finding: Finding, sources: Sources) -> Iterator[tuple[str, str]]:
    """What the verdict rests on, and what it leaves."""
    if finding.flip and finding.verdict is not Verdict.AGREE:
        yield "What would turn it", f"It {finding.flip}." if finding.flip.startswith("would") else finding.flip
    yield "Rule", finding.rule
    yield "Witnesses", finding.witnesses + _copies(finding, sources)
    if finding.envelope and finding.envelope != (None, None):
        yield "Fits all bounds", f"{_interval(*finding.envelope)}, at the latest day"
    if finding.figure is not None:
        yield "One figure, if wanted", f"{_voted(finding, finding.figure)}, by a vote of the origins at the latest day"
    yield "Id", finding.group.id


def _voted(finding: Finding, value: float) -> str:
    """The value with the words in which it was written last: "more than 110"."""
    written = (claim.quantity for claim in reversed(finding.group.claims) if claim.quantity.value == value)
    return next((quantity.in_words() for quantity in written), grouped(value))


def _copies(finding: Finding, sources: Sources) -> str:
    """Which articles are copies of one text: "; one text: Coast Wire, Ledger Online"."""
    shared = [sorted(origin) for origin in finding.origins if len(origin) > 1]
    told = [", ".join(sources.name(article) for article in origin[:5]) for origin in shared[:3]]
    return "".join(
        f"; one text: {names}{' …' if len(origin) > 5 else ''}" for names, origin in zip(told, shared, strict=False)
    )


def _interval(low: float | None, high: float | None) -> str:
    if low is None:
        return f"up to {grouped(high)}"
    if high is None:
        return f"{grouped(low)} or more"
    return grouped(low) if low == high else f"{grouped(low)} to {grouped(high)}"


def _explanation(explanation: Explanation) -> str:
    """Why the two are compared, folded: the parts with their weights, and what is missing."""
    rows = "".join(
        f'<tr><th scope="row">{html(part)}</th><td>{html(name)}</td><td>{weight}</td></tr>'
        for part, name, weight in explanation.weighed()
    )
    table = (
        "<table><caption>The parts of the question compared, with match weights (log-odds)</caption><thead><tr>"
        f'<th scope="col">part</th><th scope="col">level</th><th scope="col">weight</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    missing = "".join(f"<li>{html(short(text, 200))}</li>" for text in explanation.missing)
    return (
        f"<details>\n<summary>Why these are compared, and what is missing</summary>\n{table if rows else ''}"
        f"{f'<p>Missing or uncertain:</p><ul>{missing}</ul>' if missing else ''}\n</details>\n"
    )
