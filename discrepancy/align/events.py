"""Whether two figures are news of two events.

No single sign tells: one story names several places, lasts for months, and is told by articles that name other people.
Two together are seldom wrong: they are met by 1 % of the pairs of one question in 52 stories, and by nine in ten of the
pairs that share a measure across two stories.
"""

from functools import lru_cache

from discrepancy.align.backdrop import Backdrop
from discrepancy.model import Claim
from discrepancy.model.dates import NEWS
from discrepancy.model.places import is_wide, nearby


def event(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether the articles know no name of one another's, and the figures are said of other places or other days."""
    apart = backdrop.strangers(a, b) and (_days_apart(a, b) or _places_apart(a, b))
    return "another" if apart else "not told apart"


def _places_apart(a: Claim, b: Claim) -> bool:
    """Whether each is said of a place, and of another one ("the flood in Lodar", "the flood in Mir Bay")."""
    left, right = _narrow(a.scope.places or a.scope.setting), _narrow(b.scope.places or b.scope.setting)
    return bool(left and right) and not nearby(left, right).meets


@lru_cache(maxsize=4096)
def _narrow(places: frozenset[str]) -> frozenset[str]:
    """The places without countries and wider ones: an article says Dover where another says England."""
    return frozenset(place for place in places if not is_wide(place))


def _days_apart(a: Claim, b: Claim) -> bool:
    """Whether neither figure is given days of its own, and they were printed long after one another."""
    if a.dates.window or b.dates.window or not a.dates.published or not b.dates.published:
        return False
    return abs(a.dates.published - b.dates.published) > NEWS
