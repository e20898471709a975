"""What dated articles of a run say of the time of an undated one that tells the same story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from discrepancy.extract.context.reader import DateReader
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
    days = {claim.article_id: claim.dates.published for claim in claims if claim.dates.published is not None}
    partners = _partners({id_: stories[id_] for id_ in undated if id_ in stories}, stories, days)
    readers = {}
    for id_, found in partners.items():
        text = undated[id_].text
        readers[id_] = DateReader(undated[id_], split_sentences(text), (min(found), max(found)))
    return [_redated(claim, readers[claim.article_id]) if claim.article_id in readers else claim for claim in claims]


def _redated(claim: Claim, reader: DateReader) -> Claim:
    dates, extent = reader.context(claim.start, claim.end)
    return replace(claim, dates=dates, scope=replace(claim.scope, extent=extent))


def _partners(
    undated: Mapping[str, frozenset[str]], stories: Mapping[str, frozenset[str]], days: Mapping[str, date]
) -> dict[str, list[date]]:
    """For each undated article the days of the dated ones that share most of its names and words."""
    holders: dict[str, list[str]] = defaultdict(list)
    wanted = frozenset[str]().union(*undated.values())
    for id_ in days:
        for word in stories[id_] & wanted:
            holders[word].append(id_)
    found = {}
    for id_, story in undated.items():
        shared = Counter(other for word in story for other in holders.get(word, ()))
        best = max(shared.values(), default=0)
        least = max(_SHARED, len(story) * _SHARE, best * _NEAR_BEST)
        near = [days[other] for other, count in shared.items() if count >= least]
        if near:
            found[id_] = near
    return found
