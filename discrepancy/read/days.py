"""The publication date of a record or a page, in the notations that archives and feeds use."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:[a-z]{3,9},? )?(?:(?P<d1>\d{1,2}) (?P<m1>[a-z]{3,9})\.?|(?P<m2>[a-z]{3,9})\.? (?P<d2>\d{1,2})),? (?P<y>\d{4})",
    re.IGNORECASE,
)


def read_day(value: object) -> date:
    """The day of a publication date; its own clock counts, wherever that stands.

    Reads dates and times, ISO with or without a time, "20260102T101500Z", "Fri, 02 Jan 2026 10:15:00 +0200" and
    "2 January 2026". "02/01/2026" is two days in two countries and is refused.

    Raises:
        ValueError: It is none of these, or lies outside the years 1 to 9999.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = " ".join(str(value)[:80].split())
    for read in (_iso, _mail, _named):
        try:
            return read(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    raise ValueError(f"publication date {text[:40]!r} cannot be read")


def _iso(text: str) -> date:
    compact = _COMPACT.fullmatch(text)
    return datetime.fromisoformat("-".join(compact.groups()) if compact else text).date()


def _mail(text: str) -> date:
    if ":" not in text:
        raise ValueError(text)
    return parsedate_to_datetime(text).date()


def _named(text: str) -> date:
    match = _NAMED.match(text)
    if match is None:
        raise ValueError(text)
    month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    return date(int(match["y"]), month, int(match["d1"] or match["d2"]))
