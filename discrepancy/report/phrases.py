"""How the parts of a report are put into words: the one wording that text, terminal, Markdown and HTML share."""

from collections.abc import Iterator

from discrepancy.escape import plain
from discrepancy.model import Claim, Finding, Verdict
from discrepancy.report.report import Report

MOST_CLAIMS = 20  # of one finding that a list shows
_WIDTH = 100  # characters of a sentence that one line shows


def summary(report: Report) -> str:
    """One line that counts articles, claims and verdicts: "3 articles, 13 claims: 2 updates; 1 dismissed"."""
    counts = {verdict: sum(f.verdict is verdict for f in report.findings) for verdict in Verdict}
    verdicts = ", ".join(counted(count, _NOUNS[verdict]) for verdict, count in counts.items() if count)
    found = f"{counted(len(report.articles), 'article')}, {counted(len(report.claims), 'claim')}"
    aside = f"; {len(report.dismissed):,} dismissed" if report.dismissed else ""
    return f"{found}: {verdicts or 'nothing to compare'}{aside}"


_NOUNS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UNCLEAR: "unclear case",
    Verdict.UPDATE: "update",
    Verdict.SCOPE: "difference of scope",
    Verdict.AGREE: "agreement",
}


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 differences of scope"."""
    head, of, rest = noun.partition(" of ")
    return f"{number:,} {head}{'' if number == 1 else 's'}{of}{rest}"


def dates(claim: Claim) -> str:
    """The dates of a claim, each with how it was found."""
    published = claim.dates.published
    parts = [f"published {published.isoformat() if published else 'unknown'}{_derived(claim)}"]
    return "; ".join([*parts, *(f"{name} {span.described()}" for name, span in claim.dates.found)])


def _derived(claim: Claim) -> str:
    """What is known of the day of an undated article: " (not before 2025-12-10)"."""
    known = (("not before", claim.dates.not_before), ("not after", claim.dates.not_after))
    bounds = ", ".join(f"{words} {day.isoformat()}" for words, day in known if day)
    return f" ({bounds})" if bounds and not claim.dates.published else ""


def teller(claim: Claim) -> str:
    """Who tells the figure: the outlet, else the article's id."""
    return claim.source or claim.article_id


def excerpt(claim: Claim, width: int = _WIDTH) -> str:
    """The part of a claim's sentence around the figure, as one line; cut at words."""
    return "".join(excerpt_parts(claim, width))


def excerpt_parts(claim: Claim, width: int = _WIDTH) -> tuple[str, str, str]:
    """The excerpt as what stands before the figure, the figure, and what stands after it."""
    quote, at, stop = claim.quote, claim.start - claim.quote_start, claim.end - claim.quote_start
    begin = max(0, min(at - width // 2, len(quote) - width))
    end = max(stop, min(len(quote), begin + width))
    if begin:
        begin = quote.find(" ", begin, at) + 1 or begin
    if end < len(quote):
        end = max(quote.rfind(" ", at, end), stop)
    before, after = quote[begin:at], quote[stop:end]
    return (
        ("…" if begin else "") + plain(before) + _gap(before[-1:]),
        plain(quote[at:stop]),
        _gap(after[:1]) + plain(after) + ("…" if end < len(quote) else ""),
    )


def _gap(sign: str) -> str:
    return " " if sign.isspace() else ""


def shown_claims(finding: Finding, most: int = MOST_CLAIMS) -> tuple[Claim, ...]:
    """The claims of a finding that a list shows: all, or the deciding two, the latest and the first of the others."""
    claims = finding.group.claims
    told = [*((finding.decisive.a, finding.decisive.b) if finding.decisive else ()), finding.latest]
    kept = {claim.id for claim in told if claim}
    for claim in claims:
        if len(kept) >= most:
            break
        kept.add(claim.id)
    return tuple(claim for claim in claims if claim.id in kept)


def left_out(finding: Finding, shown: int) -> Iterator[str]:
    """What a list says of the claims that it does not show; nothing if it shows all."""
    claims = len(finding.group.claims)
    if shown < claims:
        yield f"{shown:,} of {claims:,} claims; the table of claims (CSV, XLSX, SQLite) holds all"
