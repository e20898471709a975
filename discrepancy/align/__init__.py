"""Claims → groups: the same truth conditions apart from the value."""

import warnings
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import blake2b

from discrepancy.align.blocking import meetings_of
from discrepancy.align.cluster import cluster
from discrepancy.align.compare import GATE
from discrepancy.align.copies import origins_of
from discrepancy.align.weighing import parts_of, weigh
from discrepancy.errors import LimitWarning
from discrepancy.model import Claim, Group
from discrepancy.settings import Settings
from discrepancy.spread import Database, Spread, here

__all__ = ["GATE", "align_claims"]


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
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=lambda c: (c.article_id, c.start, c.id))
    meetings = meetings_of(ordered, settings, database)
    weights: dict[tuple[int, int], float] = {}
    cut = list(meetings.cut)
    for weighed in spread("comparing", partial(weigh, own=settings.parts), parts_of(ordered, meetings)):
        weights.update(weighed.pairs())
        cut += weighed.cut
    for words in cut:
        warnings.warn(LimitWarning(words), stacklevel=2)
    members = cluster(len(ordered), weights, settings.match_weight, settings.unlinked_weight)
    return [_group([ordered[i] for i in positions]) for positions in members]


def _group(claims: list[Claim]) -> Group:
    identity = blake2b("|".join(sorted(claim.id for claim in claims)).encode(), digest_size=6).hexdigest()
    return Group(identity, _label(claims), tuple(sorted(claims, key=_reading_order)), origins_of(claims))


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
