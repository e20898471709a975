"""Windows of two dates: "between X and Y", "from X to Y", "January to March", "Monday–Wednesday".

A window runs from the first day of its opening to the last day of its closing date, both inclusive. The words that lead to
it are not of it, as with any date; one beside a verb of moving ("put off from Monday to Wednesday") is two dates.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.grammar import Mention
from discrepancy.extract.dates.setting import speaks_ahead
from discrepancy.extract.dates.words import YEARS_SAID, month_number, nth_of
from discrepancy.model import Basis, DateSpan

Found = tuple[Mention, DateSpan]

JOINED = "joined"
_CLOCK = r"(?:(?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?))\s)?(?:on\s)?(?:the\s)?"
_JOINT = re.compile(
    rf"\s(?:up\s|right\s)?(?P<to>to|until|till|through|thru|through\sto)\s{_CLOCK}|(?P<dash>\s?[–-](?:to-|through-)?\s?)|(?P<both>\sand\s{_CLOCK})",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\b(?P<cue>between|from)\s{_CLOCK}$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:brought|chang|compar|defer|delay|mov|postpon|prefer|push|put|reschedul|shift|switch|transfer)\w*\b[^.;:\n]{0,60}$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LOOK_BACK = 80
# dates that may open or close a window without a word before them, by what they name
_GRAIN = {
    "weekday": "day", "iso": "day", "numeric": "day", "month_day": "day", "day_month": "day", "month_day_year": "day",
    "day_month_year": "day", "nth_day": "day", "today": "day", "feast": "day", "month": "month", "month_year": "month", "year": "year", "quarter": "quarter",
}  # fmt: skip
# the fields that name the month, the year, and the year as counted from publication ("March last year")
_MONTH = {
    "month": "m_m", "month_day": "md_m", "day_month": "dm_m", "month_year": "my_m", "month_day_year": "mdy_m", "day_month_year": "dmy_m",
}  # fmt: skip
_YEAR = {"month_year": "my_y", "month_day_year": "mdy_y", "day_month_year": "dmy_y", "quarter": "q_y"}
_YEAR_SAID = {"month": "m_r", "month_day": "md_r", "day_month": "dm_r", "quarter": "q_w"}
_RECURRING = ("month", "month_day", "day_month", "feast", "quarter")
_WEEK, _MONTHS = 7, 12
_LONGEST = timedelta(days=366)


def shared_year(text: str, ends: tuple[Mention | None, Mention, Mention | None], reference: date | None) -> int | None:
    """The year that a date without one has from the other end of its window.

    Args:
        text: The text.
        ends: The date, between the one before it and the one after it.
        reference: The day of publication.

    Returns:
        2024 for May in "between May and July 2024", 2023 for November in "from November to March 2024", 2024 for July in
        "from May 2024 to July"; None for a date that has its own year, or stands in no window.
    """
    before, bare, after = ends
    rank = _rank(bare)
    if not rank or _year_of(bare, reference):
        return None
    if after is not None and (year := _year_of(after, reference)) and _is_window(text, bare, after):
        return year - (rank > _rank(after))
    if before is not None and (year := _year_of(before, reference)) and _is_window(text, before, bare):
        return year + (rank < _rank(before))
    return None


def _rank(mention: Mention) -> int:
    """Where a date stands in its year: the number of its month or quarter; 0 for other dates."""
    if mention.kind == "quarter":
        return nth_of(mention.fields)
    name = _MONTH.get(mention.kind)
    return month_number(mention.fields[name]) if name else 0


def _year_of(mention: Mention, reference: date | None) -> int | None:
    fields = mention.fields
    if year := fields.get(_YEAR.get(mention.kind, "")):
        return int(year)
    said = fields.get(_YEAR_SAID.get(mention.kind, ""), "").lower()
    return reference.year + YEARS_SAID[said] if reference and said in YEARS_SAID else None


def join_windows(text: str, found: Iterable[Found]) -> list[Found]:
    """Join the dates that open and close one window.

    Args:
        text: The text.
        found: Its dates, in order.

    Returns:
        The dates, every window as one, of the kind "joined".
    """
    joined: list[Found] = []
    for item in found:
        window = _joined(text, joined[-1], item) if joined else None
        if window is not None:
            joined[-1] = window
        else:
            joined.append(item)
    return joined


def _is_window(text: str, opening: Mention, closing: Mention) -> bool:
    """Whether two dates open and close one window."""
    joint = _JOINT.fullmatch(text, opening.end, closing.start)
    if joint is None or opening.kind == JOINED:
        return False
    left = text[max(0, opening.start - _LOOK_BACK) : opening.start]
    lead = _LEAD.search(left)
    if joint["both"]:
        return lead is not None and lead["cue"].lower() == "between"
    if _MOVED.search(left):
        return False
    return lead is not None or _is_bare_window(text, opening, closing, joint)


def _is_bare_window(text: str, opening: Mention, closing: Mention, joint: re.Match[str]) -> bool:
    """Whether two dates make a window with no word before them: "January to March", not "replied on Monday to Friday's letter"."""
    if _GRAIN.get(opening.kind, "opening") != _GRAIN.get(closing.kind, "closing"):
        return False
    if text.startswith(("'s", "’s"), closing.end) or (joint["to"] and text.endswith(("On ", "on "), 0, opening.start)):
        return False
    if joint["dash"] and " " in joint["dash"]:  # a dash with spaces may also end a clause
        return all(_DIGIT.search(text, mention.start, mention.end) for mention in (opening, closing))
    return True


def _joined(text: str, opening: Found, closing: Found) -> Found | None:
    """Two dates as one window; None where they are none, or end before they begin."""
    (one, begin), (other, end) = opening, closing
    if not _is_window(text, one, other) or (begin.first is None) != (end.last is None):
        return None
    days = _in_order(text, opening, closing)
    if days is None:
        return None
    mention = Mention(one.start, other.end, JOINED, {}, (one, other))
    span = DateSpan(
        *days,
        text=text[one.start : other.end],
        start=one.start,
        end=other.end,
        basis=_weaker(begin.basis, end.basis),
        doubtful=begin.doubtful or end.doubtful or days != (begin.first, end.last),
    )
    return mention, span


def _in_order(text: str, opening: Found, closing: Found) -> tuple[date | None, date | None] | None:
    """The first and the last day of a window.

    A date that names no year, or a weekday, means the one that makes the window the shortest: where it would end before it
    begins, the closing date comes later if it lies ahead ("will run from Friday to Monday"), else the opening one earlier.
    """
    (one, begin), (other, end) = opening, closing
    first, last = begin.first, end.last
    if first is None or last is None:
        return first, last
    if last - first > _LONGEST and end.basis is not Basis.STATED and (sooner := _turned(other, last, -1)):
        return (first, sooner) if first <= sooner else (first, last)
    if first <= last:
        return first, last
    if speaks_ahead(text, one.start):
        later = _turned(other, last, 1)
        return (first, later) if later and first <= later else None
    earlier = _turned(one, first, -1)
    return (earlier, last) if earlier and earlier <= last else None


def _turned(mention: Mention, day: date, step: int) -> date | None:
    """The next or the last day of the same name; None for a date that has but one."""
    if mention.kind == "weekday":
        return cal.add_days(day, step * _WEEK)
    if mention.fields.get(_YEAR_SAID.get(mention.kind, "")) or mention.fields.get("fe_y"):
        return None
    return cal.add_months(day, step * _MONTHS) if mention.kind in _RECURRING else None


def _weaker(one: Basis, other: Basis) -> Basis:
    """The basis of a window: stated only where both of its ends are."""
    return other if one is Basis.STATED else one
