"""The publication date of a record or a page, in the notations that archives and feeds use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_COMPACT = re.compile(r"(\d{8})(\d{4,6}Z?)")
_SEPARATED = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")  # seconds, or thousandths
_EITHER_WAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_ADDRESS_DAY = re.compile(r"[/_.-]((?:19|20)\d\d)([/_-]?)(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?=[/_.-]|\Z)", re.IGNORECASE)
_MONTHS = "january february march april may june july august september october november december".split()
_SHORTEST, _LAST_MONTH = 3, 12
_NAMED = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? (?P<m1>[a-z]{3,9})\.?"
    r"|(?P<m2>[a-z]{3,9})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?),? (?P<y>\d{4})\b",
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

    Reads dates and times, ISO with or without a time, "20260102T101500Z", "2026/01/02", "Fri, 02 Jan 2026 10:15:00
    +0200", "Published 2 January 2026, 10:15", and the seconds since 1970 in ten digits. "02/01/2026" is two days in two
    countries and is refused; "23/01/2026" is one.

    Raises:
        ValueError: It is none of these, or lies outside the years 1 to 9999.
    """
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return Moment(value)
    text = " ".join(str(value)[:80].split())
    for read in (_iso, _mail, _separated, _named, _epoch, _either_way):
        try:
            return read(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    raise ValueError(f"date {text[:40]!r} cannot be read")


def day_in_address(url: str) -> str:
    """The day that stands in the path of an address, in ISO form; "" where there is none.

    Example:
        >>> day_in_address("https://post.example/2026/jan/2/mill-fire"), day_in_address("https://post.example/mill-20260102")
        ('2026-01-02', '2026-01-02')
    """
    try:
        path = urlsplit(url).path
    except ValueError:  # a bracket in the wrong place
        return ""
    for match in _ADDRESS_DAY.finditer(path):
        year, separator, month, day = match.groups()
        if not separator and not len(month) == len(day) == 2:
            continue
        try:
            return date(int(year), int(month) if month.isdigit() else _month(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


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


def _separated(text: str) -> Moment:
    match = _SEPARATED.match(text)
    if match is None:
        raise ValueError(text)
    return Moment(date(int(match[1]), int(match[3]), int(match[4])))


def _named(text: str) -> Moment:
    match = _NAMED.search(text)
    if match is None:
        raise ValueError(text)
    return Moment(date(int(match["y"]), _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])))


def _epoch(text: str) -> Moment:
    match = _EPOCH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return _moment(datetime.fromtimestamp(int(match[1]), UTC))


def _either_way(text: str) -> Moment:
    """A day and month in figures that only one order makes a date."""
    match = _EITHER_WAY.match(text)
    if match is None:
        raise ValueError(text)
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if one <= _LAST_MONTH and other <= _LAST_MONTH and one != other:
        raise ValueError(text)
    return Moment(date(year, min(one, other), max(one, other)))


def _month(name: str) -> int:
    """The number of a month by its name, in full or cut to its first letters.

    Raises:
        ValueError: It is none.
    """
    lowered = name.lower()
    number = next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(lowered.rstrip("."))), 0)
    if not number or len(lowered) < _SHORTEST:
        raise ValueError(name)
    return number
