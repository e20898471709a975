"""The claims of a finding side by side: the sentence with the figure marked, its neighbours, the dates, the source."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from discrepancy.escape import address, html, plain, text_fragment
from discrepancy.model import Article, Basis, Claim, DateSpan, Finding, Status, day_in_words
from discrepancy.report.phrases import counted
from discrepancy.report.report import Report
from discrepancy.sentences import Sentence, sentence_at, split_sentences

MAX_CLAIMS = 12  # of one finding; those left out are counted
_QUOTE, _NEIGHBOUR, _NAME = 600, 240, 80  # characters shown of a sentence, of its neighbours, of a name
_COPIES = 6  # names of articles that carry the same text


class Sources:
    """The articles of a report, and the sentences of each, split once.

    Args:
        report: The report.
    """

    def __init__(self, report: Report) -> None:
        self._articles = {article.id: article for article in report.articles}
        self._sentences: dict[str, list[Sentence]] = {}

    def article(self, claim: Claim) -> Article | None:
        """The article in which a claim stands."""
        return self._articles.get(claim.article_id)

    def name(self, article_id: str) -> str:
        """The outlet of an article, else its id."""
        article = self._articles.get(article_id)
        return short(article.source if article and article.source else article_id, _NAME)

    def neighbours(self, claim: Claim) -> tuple[str, str]:
        """The sentence before a claim's and the one behind it; "" where there is none."""
        article = self.article(claim)
        end = claim.quote_start + len(claim.quote)
        if article is None or article.text[claim.quote_start : end] != claim.quote:
            return "", ""
        if article.id not in self._sentences:
            self._sentences[article.id] = split_sentences(article.text)
        sentences = self._sentences[article.id]
        at = sentence_at(sentences, claim.quote_start)
        before, behind = sentences[max(0, at - 1) : at], sentences[at + 1 : at + 2]
        texts = ["".join(article.text[s.start : s.end] for s in found) for found in (before, behind)]
        return plain(texts[0]), plain(texts[1])


def draw_claims(finding: Finding, sources: Sources) -> str:
    """Draw the claims of a finding as a list of cards; the copies of one text are one card."""
    told = _told(finding)
    shown = _chosen(told, finding)
    named = _deciding(finding) if len(shown) > 2 else frozenset()
    cards = "".join(_card(claims, finding, sources, decides=bool(named & {c.id for c in claims})) for claims in shown)
    left_out = sum(map(len, told)) - sum(map(len, shown))
    total = len(finding.group.claims)
    limit = f'<p class="limit">{total - left_out:,} of {counted(total, "figure")} shown.</p>\n' if left_out else ""
    return f'<ul class="claims" role="list">\n{cards}</ul>\n{limit}'


def short(text: str, length: int) -> str:
    """Text on one line, cut at a length: "…" says so."""
    line = plain(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def day(value: date) -> str:
    """A day for people and for programs."""
    return f'<time datetime="{value.isoformat()}">{day_in_words(value)}</time>'


def hour(article: Article) -> str:
    """The hour of publication with its zone, and the day of the last change, where the article states them."""
    at, changed = article.published_at, article.modified
    moment = f", {at:%H:%M} {at:%z}" if at and at.date() == article.published else ""
    return moment + (f", changed {day(changed)}" if changed and changed != article.published else "")


def _told(finding: Finding) -> list[list[Claim]]:
    """The claims, those together that copies of one text make in the same words."""
    home = {article: at for at, origin in enumerate(finding.origins) for article in origin}
    told: dict[Hashable, list[Claim]] = {}
    seen: set[Hashable] = set()
    for claim in finding.group.claims:
        same = (home.get(claim.article_id, claim.article_id), claim.quote, claim.quantity.surface)
        again = (*same, claim.article_id)  # the same words twice in one article are two figures
        told.setdefault((*again, claim.start) if again in seen else same, []).append(claim)
        seen.add(again)
    return list(told.values())


def _deciding(finding: Finding) -> frozenset[str]:
    """The ids of the claims on which the verdict rests."""
    return frozenset({finding.decisive.a.id, finding.decisive.b.id}) if finding.decisive else frozenset()


def _chosen(told: Sequence[list[Claim]], finding: Finding) -> list[list[Claim]]:
    """At most so many as are shown, in their order: those that decide first, then each value once, then the rest."""
    deciding = _deciding(finding)
    seen: set[float] = set()
    ranked: list[tuple[bool, bool, int]] = []
    for at, claims in enumerate(told):
        value = claims[0].quantity.value
        ranked.append((not any(c.id in deciding for c in claims), value in seen, at))
        seen.add(value)
    return [told[at] for at in sorted(at for *_, at in sorted(ranked)[:MAX_CLAIMS])]


def _card(claims: Sequence[Claim], finding: Finding, sources: Sources, *, decides: bool) -> str:
    claim, article = claims[0], sources.article(claims[0])
    url = html(text_fragment(article.url, claim.quote)) if article else ""
    name = html(sources.name(claim.article_id) if article else short(claim.source or claim.article_id, _NAME))
    link = f'<a href="{url}" rel="noopener noreferrer">{name}</a>' if url else name
    remarks = '<p class="decides">The verdict rests on this figure.</p>\n' if decides else ""
    if any(c.id in finding.lagging for c in claims):
        remarks += '<p class="flag">Lagging: an older reading in a later article.</p>\n'
    figure = html(short(claim.quantity.in_words(), 60))
    return (
        f"<li{_KEY if decides else ''}>\n<h4><b>{figure}</b> <cite>{link}</cite></h4>\n"
        f"{remarks}<blockquote{_cited(article)}><p>{_sentence(claim, sources)}</p></blockquote>\n"
        f"<dl>\n{''.join(_facts(claim, article))}</dl>\n{_copies(claims, sources)}</li>\n"
    )


_KEY = ' class="k"'  # a card in the colour of the verdict


def _cited(article: Article | None) -> str:
    url = html(address(article.url)) if article else ""
    return f' cite="{url}"' if url else ""


def _sentence(claim: Claim, sources: Sources) -> str:
    """The sentence with its figure marked, between its neighbours; a very long one is cut around the figure."""
    at, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    before, behind = sources.neighbours(claim)
    head, figure, tail = claim.quote[:at], claim.quote[at:end], claim.quote[end:]
    head = head if len(head) <= _QUOTE // 2 else "…" + head[-_QUOTE // 2 :]
    tail = tail if len(tail) <= _QUOTE // 2 else tail[: _QUOTE // 2] + "…"
    before = before if len(before) <= _NEIGHBOUR else "…" + before[-_NEIGHBOUR:]
    return (
        f"{f'<span>{html(before)}</span> ' if before else ''}{html(head)}<mark>{html(figure)}</mark>{html(tail)}"
        f"{f' <span>{html(short(behind, _NEIGHBOUR))}</span>' if behind else ''}"
    )


def _facts(claim: Claim, article: Article | None) -> Iterator[str]:
    """The dates of a claim, each with how it was found; who gives the figure, and how firmly."""
    found = claim.dates
    yield _fact("Published", _published(claim, article))
    yield _fact("As of", _span(found.as_of) if found.as_of else "not known")
    yield _fact("Period", _span(found.period) if found.period else "none stated")
    if found.event and found.event != found.period:
        yield _fact("Event", _span(found.event))
    for span in found.unresolved:
        yield _fact("Not dated", f"“{html(short(span.text, _NAME))}”")
    if claim.attribution:
        yield _fact("Given by", html(short(claim.attribution, 120)))
    if claim.status is not Status.REPORTED:
        yield _fact("Status", str(claim.status))


def _fact(name: str, value: str) -> str:
    return f"<div><dt>{name}</dt> <dd>{value}</dd></div>\n"


def _span(span: DateSpan) -> str:
    """The days and how they were found: "11 Mar 2026, resolved from “on Wednesday”"."""
    words = f" from “{html(short(span.text, _NAME))}”" if span.text and span.basis is not Basis.STATED else ""
    part = f"{span.part} " if span.part else ""
    doubt = ", <em>in doubt</em>" if span.doubtful else ""
    days = day(span.first) if span.first and span.first == span.last else span.in_words()
    return f"{part}{days}, {span.basis}{words}{doubt}"


def _published(claim: Claim, article: Article | None) -> str:
    """The day of publication, with the hour and its zone where the article states them."""
    if claim.dates.published is None:
        return f"not known{_bounds(claim)}"
    return day(claim.dates.published) + (hour(article) if article else "")


def _bounds(claim: Claim) -> str:
    known = (("not before", claim.dates.not_before), ("not after", claim.dates.not_after))
    return "".join(f", {words} {day(limit)}" for words, limit in known if limit)


def _copies(claims: Sequence[Claim], sources: Sources) -> str:
    """The other articles with the same text."""
    others = list(dict.fromkeys(claim.article_id for claim in claims[1:]))
    if not others:
        return ""
    names = ", ".join(html(sources.name(article)) for article in others[:_COPIES])
    more = f" and {len(others) - _COPIES:,} more" if len(others) > _COPIES else ""
    return f'<p class="copies">The same text in {names}{more}.</p>\n'
