"""What dated articles of a run say of the time of an undated one that tells the same story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from discrepancy.extract.context.reader import DateReader
from discrepancy.extract.dates import Around
from discrepancy.model import Article, Claim
from discrepancy.sentences import split_sentences

_SHARED, _SHARE = 4, 1 / 6
_NEAR_BEST = 2 / 3


def date_undated(articles: Iterable[Article], claims: Sequence[Claim]) -> list[Claim]:
    """Date the claims of undated articles as far as dated articles of the same story allow.

    A date word of the undated article is resolved only if it means the same days whichever of its partners' days it
    was written on ("on 13 February", between articles of 17 and 24 February); it is then marked as carried and in
    doubt. The day of publication stays unknown.

    Args:
        articles: The articles of the run.
        claims: Their claims.

    Returns:
        The claims in the same order; those of dated articles unchanged.
    """
    undated = {article.id: article for article in articles if article.published is None}
    if not undated:
        return list(claims)
    stories = {claim.article_id: claim.scope.story for claim in claims}
    dated = {claim.article_id: claim.dates.published for claim in claims if claim.dates.published is not None}
    partners = _partners({id_: stories[id_] for id_ in undated if id_ in stories}, stories, dated)
    named = _named_days(claims, frozenset().union(*partners.values()))
    readers = {}
    for id_, near in partners.items():
        article, days = undated[id_], [dated[other] for other in near]
        around = Around(min(days), max(days), frozenset().union(*(named[other] for other in near)))
        readers[id_] = DateReader(article, split_sentences(article.text), around)
    return [_redated(claim, readers[claim.article_id]) if claim.article_id in readers else claim for claim in claims]


def _named_days(claims: Iterable[Claim], articles: frozenset[str]) -> dict[str, set[date]]:
    """The days that the claims of some articles are dated by."""
    named: dict[str, set[date]] = {id_: set() for id_ in articles}
    for claim in claims:
        if claim.article_id in named:
            spans = [span for _, span in claim.dates.found]
            named[claim.article_id] |= {day for span in spans for day in (span.first, span.last) if day}
    return named


def _redated(claim: Claim, reader: DateReader) -> Claim:
    dates, extent = reader.context(claim.start, claim.end)
    return replace(claim, dates=dates, scope=replace(claim.scope, extent=extent))


def _partners(
    undated: Mapping[str, frozenset[str]], stories: Mapping[str, frozenset[str]], dated: Iterable[str]
) -> dict[str, list[str]]:
    """For each undated article the dated ones that share most of its names and words."""
    holders: dict[str, list[str]] = defaultdict(list)
    wanted = frozenset[str]().union(*undated.values())
    for id_ in dated:
        for word in stories[id_] & wanted:
            holders[word].append(id_)
    found = {}
    for id_, story in undated.items():
        shared = Counter(other for word in story for other in holders.get(word, ()))
        best = max(shared.values(), default=0)
        least = max(_SHARED, len(story) * _SHARE, best * _NEAR_BEST)
        near = [other for other, count in shared.items() if count >= least]
        if near:
            found[id_] = near
    return found
