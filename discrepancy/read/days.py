"""The publication date of a record or a page, in the notations that archives and feeds use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{8})(\d{4,6}Z?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:[a-z]{3,9},? )?(?:(?P<d1>\d{1,2}) (?P<m1>[a-z]{3,9})\.?|(?P<m2>[a-z]{3,9})\.? (?P<d2>\d{1,2})),? (?P<y>\d{4})",
    re.IGNORECASE,
)
_DAY_OF_ZONES = timedelta(days=1)  # it may be tomorrow already where the outlet stands


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published or changed.

    Attributes:
        day: The day by the outlet's own clock, wherever that stands.
        at: The moment with its zone; None where the notation gives only a day, or no zone.
    """

    day: date
    at: datetime | None = None


def read_moment(value: object) -> Moment:
    """The day of a publication date, and its moment where the zone is given.

    Reads dates and times, ISO with or without a time, "20260102T101500Z", "Fri, 02 Jan 2026 10:15:00 +0200" and
    "2 January 2026". "02/01/2026" is two days in two countries and is refused.

    Raises:
        ValueError: It is none of these, or lies outside the years 1 to 9999.
    """
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return Moment(value)
    text = " ".join(str(value)[:80].split())
    for read in (_iso, _mail, _named):
        try:
            return read(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    raise ValueError(f"date {text[:40]!r} cannot be read")


def read_day(value: object) -> date:
    """The day of a publication date; see `read_moment`."""
    return read_moment(value).day


def implausible(day: date, first_year: int) -> str:
    """Why a day is not believed as one of publication, in words; "" where it is.

    Args:
        day: The day.
        first_year: The first year that is believed.

    Example:
        >>> implausible(date(1970, 1, 1), 1990)
        '1970-01-01 lies before 1990'
    """
    if day.year < first_year:
        return f"{day} lies before {first_year}"
    return f"{day} lies in the future" if day > date.today() + _DAY_OF_ZONES else ""


def believed(stated: Iterable[object], first_year: int) -> Moment | None:
    """The first date that can be read and believed; its clock time from the first of that day that has one.

    Args:
        stated: Dates in any notation, in the order of trust; None and "" are passed over.
        first_year: The first year that is believed.
    """
    found: Moment | None = None
    for value in stated:
        try:
            moment = read_moment(value) if value else None
        except ValueError:
            continue
        if moment is None or implausible(moment.day, first_year):
            continue
        if moment.at is not None and (found is None or found.day == moment.day):
            return moment
        found = found or moment
    return found


def _moment(value: datetime) -> Moment:
    """The parts of any kind of datetime as a plain one: a frame's own kind would need the frame's library to travel."""
    zone = value.tzinfo
    offset = value.utcoffset() if zone else None
    if zone is None or offset is None:
        return Moment(value.date())
    plain = datetime.fromisoformat(value.isoformat(timespec="microseconds"))
    return Moment(value.date(), plain)


def _iso(text: str) -> Moment:
    compact = _COMPACT.fullmatch(text)
    word = "T".join(compact.groups()) if compact else text.removesuffix(" UTC").removesuffix(" GMT")
    zone = "+00:00" if word != text and not compact else ""
    return _moment(datetime.fromisoformat(word + zone))


def _mail(text: str) -> Moment:
    if ":" not in text:
        raise ValueError(text)
    return _moment(parsedate_to_datetime(text))


def _named(text: str) -> Moment:
    match = _NAMED.match(text)
    if match is None:
        raise ValueError(text)
    month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    return Moment(date(int(match["y"]), month, int(match["d1"] or match["d2"])))
