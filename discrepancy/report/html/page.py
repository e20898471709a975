"""One self-contained page: no script, no request, under two megabytes; what does not fit is counted aloud.

Findings are drawn in full, the gravest first, while there is room; the next ones as one line each; the rest is counted.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from discrepancy.escape import address, html
from discrepancy.model import Article, Finding, Verdict
from discrepancy.report.html.evidence import Sources, day, hour, short
from discrepancy.report.html.finding import draw, draw_in_brief, heading
from discrepancy.report.phrases import counted, summary
from discrepancy.report.report import Report

_FULL, _BRIEF, _ARTICLES = 1_450_000, 250_000, 150_000  # bytes for findings in full, in brief, and for the articles
_LISTED = 40  # findings in the list at the top

_TITLES = {
    Verdict.CONFLICT: ("Conflicts", "The figures cannot both be true, given what each says and when."),
    Verdict.UNCLEAR: ("Unclear", "The figures differ, and what would decide is missing."),
    Verdict.UPDATE: ("Updates", "The figures differ, and time explains it: a later reading, a revision, a correction."),
    Verdict.SCOPE: ("Differences of scope", "The texts state another definition, place, part or method for each."),
    Verdict.AGREE: ("Agreements", "The figures can both be true, after units, rounding and hedges."),
}
_KEY = (
    ("Published", "the day on which the article appeared"),
    ("As of", "the day at which the figure is true"),
    ("Period", "the window of time that the figure covers"),
    ("stated", "day, month and year stand in the text"),
    ("resolved", "worked out from words such as “on Wednesday” and the day of publication"),
    ("carried", "taken over from an earlier sentence or the title"),
    ("assumed", "the day of publication, for want of another"),
    ("in doubt", "the words can be read in another way; no conflict rests on such a date"),
    ("Origin", "an independent source; copies of one text are one origin"),
    ("Lagging", "an article that appeared later and still carries an older reading"),
)
_NOTES = (
    "In the charts each figure stands at the day at which it is true. A hollow dot is not exact, an arrow is an open "
    "bound (at least, at most), a bar a range, a band the period. The verdict rests on those in colour. Where there is "
    "no room for words, a figure goes without; the sentences stand below.",
    "Nothing here says that a figure is true or false.",
)


def to_html(report: Report) -> str:
    """Draw the report as one HTML page; agreements are folded."""
    style = _style()
    policy = f"default-src 'none'; style-src '{_digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    main = "".join(_main(report))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<title>Figures compared: {html(summary(report))}</title>\n'
        f'<style>{style}</style>\n</head>\n<body>\n<a class="skip" href="#findings">Skip to the findings</a>\n'
        f"{main}</body>\n</html>\n"
    )


def _main(report: Report) -> Iterator[str]:
    findings = sorted(report.findings, key=lambda finding: finding.verdict.gravity)
    sources = Sources(report)
    full = _take((draw(report, sources, finding, f"f{n}") for n, finding in enumerate(findings, 1)), _FULL)
    rest = findings[len(full) :]
    brief = _take((draw_in_brief(finding, f"f{len(full) + n}") for n, finding in enumerate(rest, 1)), _BRIEF)
    yield f"<header>\n<h1>Figures compared</h1>\n<p>{html(summary(report))}.</p>\n"
    yield from _limits(len(full), len(brief), len(findings))
    yield "</header>\n"
    yield from _contents(findings, len(full) + len(brief))
    yield '<main id="findings">\n'
    yield from _sections(findings, [*full, *brief])
    yield from _articles(report)
    yield "</main>\n<footer>\n<h2>How to read this page</h2>\n<dl>\n"
    yield from (f"<div><dt>{word}</dt> <dd>{meaning}</dd></div>\n" for word, meaning in _KEY)
    yield "</dl>\n" + "".join(f"<p>{text}</p>\n" for text in _NOTES) + "</footer>\n"


def _limits(full: int, brief: int, total: int) -> Iterator[str]:
    """What the page leaves out, said aloud."""
    if full == total:
        return
    left_out = f", {total - full - brief:,} not at all" if full + brief < total else ""
    yield (
        f'<p class="limit">The page has room for {full:,} of {total:,} findings in full; {brief:,} more are shown in '
        f"brief{left_out}. The gravest come first; the other formats hold everything.</p>\n"
    )


def _contents(findings: Sequence[Finding], shown: int) -> Iterator[str]:
    """The findings as a list of links, with what stands in each."""
    if len(findings) < 2:
        return
    yield '<nav aria-label="Findings">\n<ol>\n'
    listed = findings[: min(_LISTED, shown)]
    for number, finding in enumerate(listed, 1):
        yield (
            f'<li class="{finding.verdict}"><b>{finding.verdict}</b> <a href="#f{number}">{html(heading(finding))}</a> '
            f"<small>{finding.witnesses}</small></li>\n"
        )
    yield "</ol>\n"
    if len(listed) < len(findings):
        yield f'<p class="limit">{len(listed):,} of {len(findings):,} findings are listed here.</p>\n'
    yield "</nav>\n"


def _sections(findings: Sequence[Finding], drawn: Sequence[str]) -> Iterator[str]:
    if not findings:
        yield "<p>No two articles give a figure for the same thing.</p>\n"
    for verdict, group in groupby(zip(findings, drawn, strict=False), key=lambda pair: pair[0].verdict):
        title, gloss = _TITLES[verdict]
        total = sum(finding.verdict is verdict for finding in findings)
        body = "".join(text for _, text in group)
        yield (
            f'<section class="{verdict}" aria-labelledby="{verdict}">\n<h2 id="{verdict}">{title} '
            f"<small>{total:,}</small></h2>\n<p>{gloss}</p>\n{body}</section>\n"
        )


def _articles(report: Report) -> Iterator[str]:
    counts: dict[str, int] = {}
    for claim in report.claims:
        counts[claim.article_id] = counts.get(claim.article_id, 0) + 1
    rows = _take((_article(article, counts.get(article.id, 0)) for article in report.articles), _ARTICLES)
    if not rows:
        return
    yield '<section class="articles" aria-labelledby="articles">\n<h2 id="articles">Articles '
    yield f"<small>{len(report.articles):,}</small></h2>\n<ul>\n{''.join(rows)}</ul>\n"
    if len(rows) < len(report.articles):
        yield f'<p class="limit">{len(rows):,} of {len(report.articles):,} articles are listed.</p>\n'
    yield "</section>\n"


def _article(article: Article, claims: int) -> str:
    url = html(address(article.url))
    link = f'<br><a href="{url}" rel="noopener noreferrer">{url}</a>' if url else ""
    title = html(short(article.title or article.id, 200))
    published = f"{day(article.published)}{hour(article)}" if article.published else "day of publication not known"
    source = f"{html(short(article.source, 80))}, " if article.source else ""
    return f"<li><cite>{title}</cite><br>{source}{published}; {counted(claims, 'figure')}{link}</li>\n"


def _take(pieces: Iterable[str], room: int) -> list[str]:
    """The first pieces, as many as there is room for in bytes."""
    taken: list[str] = []
    for piece in pieces:
        room -= len(piece.encode("utf-8"))
        if room < 0:
            break
        taken.append(piece)
    return taken


@cache
def _style() -> str:
    return files("discrepancy.report.html").joinpath("report.css").read_text(encoding="utf-8")


def _digest(style: str) -> str:
    """The only style that the page lets in."""
    return "sha256-" + b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
