"""Claims → groups: the same truth conditions apart from the value."""

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import blake2b

from discrepancy.align.blocking import Meetings, meetings_of
from discrepancy.align.cluster import cluster, tied
from discrepancy.align.company import companies, company_weights, second_look
from discrepancy.align.compare import GATE, Comparer, Level
from discrepancy.align.copies import origins_of
from discrepancy.align.weighing import Weighed, parts_of, weigh
from discrepancy.errors import LimitWarning
from discrepancy.model import Claim, Group
from discrepancy.settings import Settings
from discrepancy.spread import Database, Spread, here

__all__ = ["GATE", "align_claims", "compare_claims"]


def align_claims(
    claims: Sequence[Claim],
    settings: Settings | None = None,
    *,
    spread: Spread = here,
    database: Database | None = None,
) -> list[Group]:
    """Put the claims that answer one precise question into one group.

    Args:
        claims: Claims of any number of articles, in any order.
        settings: The thresholds and the user's own parts; the defaults if None.
        spread: Where the claims are compared; here, if nothing else is said.
        database: Where the words of the articles are joined; in the memory of this process, if None.

    Returns:
        Groups that partition the claims (a claim without a partner is a group of one), in a fixed order that does
        not depend on the order of the claims.
    """
    settings = settings or Settings()
    ordered = _ordered(claims)
    meetings = meetings_of(ordered, settings, database)
    first = _first_look(ordered, meetings, settings, spread)
    for words in (*meetings.cut, *first.cut):
        warnings.warn(LimitWarning(words), stacklevel=2)
    weights = tied(len(ordered), second_look(ordered, first).pairs, settings.match_weight, settings.unlinked_weight)
    members = cluster(len(ordered), weights, settings.match_weight, settings.unlinked_weight)
    firm = _firm_pairs(ordered, members, weights, settings.alarm_weight)
    return [_group([ordered[i] for i in positions], firm[at]) for at, positions in enumerate(members)]


def compare_claims(run: Sequence[Claim], a: Claim, b: Claim, settings: Settings) -> tuple[Level, ...]:
    """How two claims of a run compare: the levels that the alignment saw, with their weights.

    Args:
        run: All claims of the run, the two among them.
        a: A claim.
        b: Another.
        settings: Those of the run.

    Returns:
        What any pair starts from, the levels of the parts, and what the company of the pair adds: how it stands among
        the other pairs. Where a gate decides, the levels up to it.
    """
    both = {a.article_id, b.article_id}
    comparison = Comparer([claim for claim in run if claim.article_id in both], settings.parts).compare(a, b)
    if comparison.gate:
        return comparison.levels
    start = comparison.weight - sum(level.weight for level in comparison.levels)
    levels = (Level("start", "any two claims", start), *comparison.levels)
    ordered = _ordered(run)
    meetings = meetings_of(ordered, settings)
    near = {article for pair in meetings.pairs if both & {*pair} for article in pair}
    ordered = [claim for claim in ordered if claim.article_id in near]
    among = Meetings([pair for pair in meetings.pairs if near.issuperset(pair)])
    first = dict(_first_look(ordered, among, settings, here).pairs())
    places = {claim.id: place for place, claim in enumerate(ordered)}
    asked = (min(places[a.id], places[b.id]), max(places[a.id], places[b.id]))
    company = dict(companies(ordered, first)).get(asked)
    if company is None:
        return levels
    return (*levels, Level("company", company.name, company.weight(company_weights()) - comparison.weight))


def _ordered(claims: Sequence[Claim]) -> list[Claim]:
    """Each claim once, those of an article side by side, in an order that does not depend on the input's."""
    return sorted({claim.id: claim for claim in claims}.values(), key=lambda c: (c.article_id, c.start, c.id))


def _first_look(ordered: Sequence[Claim], meetings: Meetings, settings: Settings, spread: Spread) -> Weighed:
    """The match weights of the candidate pairs, each seen by itself."""
    first = Weighed()
    for weighed in spread("comparing", partial(weigh, own=settings.parts), parts_of(ordered, meetings)):
        first.add(weighed)
    return first


def _firm_pairs(
    ordered: Sequence[Claim], members: Sequence[Sequence[int]], weights: Mapping[tuple[int, int], float], least: float
) -> list[frozenset[tuple[str, str]]]:
    """Of each group the pairs of claims, by id, whose own weight is enough."""
    home = {place: at for at, positions in enumerate(members) for place in positions}
    firm: list[set[tuple[str, str]]] = [set() for _ in members]
    for (i, j), weight in weights.items():
        if weight > least and home[i] == home[j]:
            left, right = sorted((ordered[i].id, ordered[j].id))
            firm[home[i]].add((left, right))
    return [frozenset(pairs) for pairs in firm]


def _group(claims: list[Claim], firm: frozenset[tuple[str, str]]) -> Group:
    identity = blake2b("|".join(sorted(claim.id for claim in claims)).encode(), digest_size=6).hexdigest()
    return Group(identity, _label(claims), tuple(sorted(claims, key=_reading_order)), origins_of(claims), firm)


def _reading_order(claim: Claim) -> tuple[date, str, int]:
    as_of = claim.dates.as_of
    return (as_of.first if as_of and as_of.first else date.max, claim.article_id, claim.start)


def _label(claims: list[Claim]) -> str:
    """The measure most claims name, in its most frequent words."""
    keys = Counter(claim.measure.key for claim in claims if claim.measure.key)
    if not keys:
        return claims[0].quantity.unit
    key = min(keys, key=lambda name: (-keys[name], name))
    shared = frozenset.intersection(*(claim.measure.qualifiers for claim in claims))
    return " ".join([*sorted(shared), key])
