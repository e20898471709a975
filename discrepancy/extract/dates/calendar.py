"""The calendar: spans of months, quarters, weeks, seasons, and the Sunday of Easter."""

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none (30 February; the year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span | None:
    """First and last day of a month; None outside the years 1 to 9999."""
    first = day_of(year, month, 1)
    return (first, date(year, month, monthrange(year, month)[1])) if first else None


def months_span(year: int, month: int, count: int) -> Span | None:
    """First day of a month to the last day of the month `count - 1` later."""
    first = month_span(year, month)
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last = month_span(last_year, last_month + 1)
    return (first[0], last[1]) if first and last else None


def year_span(year: int, count: int = 1) -> Span | None:
    """First day of a year to the last day of the year `count - 1` later."""
    first, last = day_of(year, 1, 1), day_of(year + count - 1, 12, 31)
    return (first, last) if first and last else None


def quarter_span(year: int, quarter: int) -> Span | None:
    """A calendar quarter."""
    return months_span(year, 3 * quarter - 2, 3)


def season_span(year: int, name: str) -> Span | None:
    """A season by its meteorological months; a winter begins in December of its year."""
    return months_span(year, SEASONS[name], 3)


def week_of(day: date) -> Span:
    """The ISO week of a day, Monday to Sunday."""
    first = add_days(day, -day.weekday()) or day
    return first, add_days(first, 6) or first


def add_days(day: date, count: int) -> date | None:
    """A day some days away; None outside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """The same day some months away, clipped to the month's end; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    span = month_span(year, month + 1)
    return span[0].replace(day=min(day.day, span[1].day)) if span else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th weekday of a month (Monday is 0), the last one for -1."""
    span = month_span(year, month)
    if span is None:
        return None
    if nth < 0:
        return add_days(span[1], -((span[1].weekday() - weekday) % 7))
    return add_days(span[0], (weekday - span[0].weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date | None:
    """Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return day_of(year, month, day + 1)
