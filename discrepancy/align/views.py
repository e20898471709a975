"""What most parts of the question see of a claim.

Many claims of a run look alike to one part (most are counts, said of whole things, reported), so that part need be
asked only once for every two views. A part that is named here depends on nothing but the two views, and on whether the
claims stand in one article.
"""

from collections.abc import Callable, Hashable, Mapping

from discrepancy.align.backdrop import Backdrop
from discrepancy.align.figures import digits_of
from discrepancy.model import Claim, Kind, dimension

View = Callable[[Claim, Backdrop], Hashable]


def valued(claim: Claim, _: Backdrop) -> Hashable:
    """The figure."""
    return claim.quantity.unit, claim.quantity.value


def _stated(claim: Claim, _: Backdrop) -> Hashable:
    """How the figure is stated; and of two ages whether they are one."""
    scope, kind = claim.scope, claim.measure.kind
    years = claim.quantity.value if kind is Kind.AGE else None
    unit = dimension(claim.quantity.unit)
    told = scope.role, claim.status, claim.quantity.bound, bool(claim.attribution)
    return unit, kind, years, scope.extent, bool(scope.part), scope.each, scope.another, *told


def _located(claim: Claim, _: Backdrop) -> Hashable:
    """Where it is said to be, in which article, and whether it has days of its own."""
    dates = claim.dates
    return claim.article_id, claim.scope.places, claim.scope.setting, dates.window is None, dates.published


def _told(claim: Claim, _: Backdrop) -> Hashable:
    """In which article it stands, and so in which story."""
    return claim.article_id


def _timed(claim: Claim, backdrop: Backdrop) -> Hashable:
    """Which days it covers, whether few others do, and when it was printed."""
    dates, window = claim.dates, claim.dates.window
    days = (window.first, window.last, window.basis, window.doubtful, backdrop.is_of_few(claim)) if window else None
    return days, dates.published, dates.as_of.first if dates.as_of else None


def _narrowed(claim: Claim, _: Backdrop) -> Hashable:
    return claim.measure.qualifiers


def _named(claim: Claim, _: Backdrop) -> Hashable:
    return claim.article_id, claim.scope.named


def _placed(claim: Claim, backdrop: Backdrop) -> Hashable:
    """How soon its article comes to it, and how many digits it has."""
    return backdrop.rank(claim), digits_of(claim)


SEEN: Mapping[View, tuple[str, ...]] = {
    _stated: ("unit", "kind", "extent", "part", "status", "precision", "speaker", "role"),
    _located: ("place", "event"),
    _told: ("story",),
    _timed: ("window", "reading"),
    _narrowed: ("qualifiers",),
    _named: ("names",),
    _placed: ("rank", "digits"),
}
