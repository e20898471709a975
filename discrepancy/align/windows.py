"""How the days that two figures cover lie to each other."""

from datetime import date, timedelta

from discrepancy.align.backdrop import Backdrop
from discrepancy.model import Basis, Claim, DateSpan
from discrepancy.model.dates import NEWS, SLACK

_LONG = timedelta(days=200)
_NEAR_WINDOWS = timedelta(days=20)
_CARRIED = ("both stated", "one carried", "both carried")


def window(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether both cover the same days (an incident's day, a year, a campaign since its first day).

    Days that few figures of the two articles have tell more than those of the story: "36,816 in 2024" in the news of
    2025 can hardly mean anything but the other article's figure of 2024.
    """
    left, right = a.dates.window, b.dates.window
    if left is None or right is None or left.first is None or right.first is None:
        stated = next(((claim, span) for claim, span in ((a, left), (b, right)) if span and span.first), None)
        return f"one stated, {_age(*stated)}" if stated else "none stated"
    gap = max(left.gap_to(right), right.gap_to(left))
    if gap > SLACK:
        return f"other{', far apart' if gap > NEWS else ''}, {_CARRIED[2 - left.is_own - right.is_own]}"
    if abs(left.first - right.first) <= SLACK:
        ends = abs((left.last or date.max) - (right.last or date.max))
        if ends > SLACK:
            return "same start" if ends <= NEWS else "same start, far apart"
        return "same, of few" if backdrop.is_of_few(a) and backdrop.is_of_few(b) else "same"
    return "one inside" if abs(left.first - right.first) <= _NEAR_WINDOWS else "one inside, far apart"


def _age(claim: Claim, span: DateSpan) -> str:
    """How a window lies to the day on which its figure was printed: long past, a long one, or the news of the day."""
    if span.basis is Basis.CARRIED:
        return "carried"
    printed = claim.dates.published or (claim.dates.as_of.first if claim.dates.as_of else None)
    if printed and span.last and printed - span.last > NEWS:
        return "long past"
    return "long" if span.first and span.last and span.last - span.first > _LONG else "recent"
