"""Claims → groups: the same truth conditions apart from the value."""

import warnings
from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

from discrepancy.align.blocking import candidates_of
from discrepancy.align.cluster import cluster
from discrepancy.align.compare import Comparer
from discrepancy.align.copies import origins_of
from discrepancy.errors import LimitWarning
from discrepancy.model import Claim, Group
from discrepancy.settings import Settings

__all__ = ["align_claims"]


def align_claims(claims: Sequence[Claim], settings: Settings | None = None) -> list[Group]:
    """Put the claims that answer one precise question into one group.

    Args:
        claims: Claims of any number of articles, in any order.
        settings: The thresholds; the defaults if None.

    Returns:
        Groups that partition the claims (a claim without a partner is a group of one), in a fixed order that does
        not depend on the order of the claims.
    """
    settings = settings or Settings()
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=lambda c: (c.article_id, c.start, c.id))
    comparer = Comparer(ordered)
    candidates = candidates_of(ordered, settings)
    for cut in candidates.cut:
        warnings.warn(LimitWarning(cut), stacklevel=2)
    weights = {(i, j): comparer.compare(ordered[i], ordered[j]).weight for i, j in candidates.pairs}
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
