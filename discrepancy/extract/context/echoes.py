"""Earlier readings that an article quotes without their day ("up from 21"): the day on which another article states them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.model import Basis, Claim, DateSpan, Role

_SHARED = 4  # names and words that two articles of one story share at least
_COMMON = 200  # a value that so many claims state tells nothing, and comparing with all would grow with its square


def date_echoes(claims: Sequence[Claim]) -> list[Claim]:
    """Date the earlier readings that articles quote.

    Args:
        claims: The claims of a run.

    Returns:
        The claims in the same order. An earlier reading without a day of its own takes the first day on which an article
        of the same story states that value of that measure, carried and in doubt.
    """
    echoed = {claim.quantity.value for claim in claims if claim.scope.role is Role.EARLIER} - {None}
    if not echoed:
        return list(claims)
    stated: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    newer: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scope.role is Role.HEADLINE:
            newer[claim.article_id, claim.quote_start].append(claim)
            if claim.quantity.value in echoed:
                stated[_key(claim)].append(claim)
    return [_dated(claim, newer, stated) for claim in claims]


def _dated(
    claim: Claim, newer: dict[tuple[str, int], list[Claim]], stated: dict[tuple[object, ...], list[Claim]]
) -> Claim:
    if claim.scope.role is not Role.EARLIER or not _is_undated(claim, newer[claim.article_id, claim.quote_start]):
        return claim
    limit = claim.dates.as_of.first if claim.dates.as_of else None
    others = stated.get(_key(claim), [])
    if len(others) > _COMMON:
        return claim
    days = [day for other in others if (day := _day_before(other, claim, limit)) is not None]
    span = min(days, key=lambda day: (day.first or date.max, day.last or date.max), default=None)
    if span is None:
        return claim
    found = replace(span, basis=Basis.CARRIED, doubtful=True, text="", start=0, end=0)
    return replace(claim, dates=replace(claim.dates, as_of=found))


def _is_undated(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether an earlier reading has no day of its own: publication, or the day of the newer figure beside it."""
    as_of = claim.dates.as_of
    if as_of is None or (as_of.doubtful and as_of.basis is not Basis.ASSUMED):
        return as_of is None
    if as_of.basis in (Basis.ASSUMED, Basis.CARRIED):
        return True
    return any(other.dates.as_of == as_of and other.quantity.unit == claim.quantity.unit for other in beside)


def _day_before(other: Claim, claim: Claim, limit: date | None) -> DateSpan | None:
    """The day of another article's statement, if it tells the same story and lies before."""
    span = other.dates.as_of
    if other.article_id == claim.article_id or span is None or span.last is None:
        return None
    if limit is not None and span.last >= limit:
        return None
    return span if len(frozenset(other.scope.story).intersection(claim.scope.story)) >= _SHARED else None


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.quantity.value, claim.quantity.unit, claim.measure.key
