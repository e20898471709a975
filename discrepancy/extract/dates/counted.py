"""Dates that are counted: so many days ago, over the past months, the first nine months of a year.

The accuracy given with a rule was measured on 1,422 dates of public news documents.
"""

from datetime import date

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.setting import Reading, Setting
from discrepancy.extract.dates.words import MONTHS_OF, number_of

_VAGUE = ("a few", "several", "a couple of")


def ago(f: dict[str, str], setting: Setting) -> Reading:
    """Read "three years ago", "two days earlier", "a year later", "four or five days ago": days by the day, longer units as calendar units.

    Years 1.00 of 11, months and days 2 of 2 each, weeks 1 of 3. "A year earlier" beside a quarter is that quarter a
    year back (.688 of 59, else .362); "later" counts from the last date spoken of, and so does "two days before", in doubt.
    "Two days after the vote" counts from no date, and is a length of time alone.
    """
    how, back = f["a_w"], f["a_w"] not in ("later", "after", "from now")
    count, name = _count_and_unit(f["a_n"], f["a_u"], half="a_h" in f)
    if name == "year" and count == 1 and back and setting.quarter and setting.reference:
        first, last = setting.quarter
        return Reading(cal.months_span(first.year - 1, first.month, (last.month - first.month) % 12 + 1), doubtful=True)
    spoken = setting.spoken_of[0] if setting.spoken_of else None
    start = spoken if how in ("later", "after", "before") else setting.reference
    if start is None and how == "before":
        start = setting.reference
    other = _count_and_unit(f["a_n0"], f["a_u"])[0] if "a_n0" in f else count
    spans = [_counted(start, -number if back else number, name) for number in (count, other)] if start else []
    days = [day for span in spans if span for day in span]
    unsure = name in ("year", "decade", "century", "centurie") and (count == 1 or not back)
    span = (min(days), max(days)) if days else None
    return Reading(span, doubtful=unsure or how in ("before", "after") or "a_n0" in f)


def _counted(start: date, count: int, name: str) -> cal.Span | None:
    """The day so many days from another, the week, month, quarter or year so many of them away."""
    if name in ("day", "week"):
        day = cal.add_days(start, count * (7 if name == "week" else 1))
        return cal.week_of(day) if day and name == "week" else (day, day) if day else None
    day = cal.add_months(start, count * MONTHS_OF[name])
    if day is None:
        return None
    if name == "month":
        return cal.month_span(day.year, day.month)
    return cal.quarter_span(day.year, (day.month + 2) // 3) if name == "quarter" else cal.year_span(day.year)


def _count_and_unit(number: str, name: str, *, half: bool = False) -> tuple[int, str]:
    """A count of units of the calendar: a fortnight is two weeks, half a year six months."""
    count = number_of(number)
    if name == "fortnight":
        return 2 * count, "week"
    if name == "hour":
        return count // 24, "day"
    if half and name in MONTHS_OF:
        months = MONTHS_OF[name] * count
        return (months // 2, "month") if months > 1 else (2, "week")
    return count, name


def counted_span(f: dict[str, str], setting: Setting) -> Reading:
    """Read "the past three months", "the next two weeks": from that day to publication, or ahead (.92 of 37)."""
    reference = setting.reference
    if reference is None:
        return Reading(None)
    count, name = _count_and_unit(f["sp_n"], f["sp_u"])
    count = max(count, _count_and_unit(f["sp_n0"], f["sp_u"])[0]) if "sp_n0" in f else count
    if f["sp_u"] == "hour":
        count = max(1, count)
    ahead = f["sp_a"] in ("next", "coming")
    sign = 1 if ahead else -1
    if name in ("day", "week"):
        other = cal.add_days(reference, sign * count * (7 if name == "week" else 1))
    else:
        other = cal.add_months(reference, sign * count * MONTHS_OF[name])
    vague = "sp_n0" in f or f["sp_n"] in _VAGUE
    return Reading(((reference, other) if ahead else (other, reference)) if other else None, doubtful=vague)


def first_units(f: dict[str, str], setting: Setting) -> Reading:
    """Read "the first nine months of 2023", "the last two weeks of the year"."""
    reference = setting.reference
    year = int(f["fu_y"]) if "fu_y" in f else reference.year - (f["fu_w"] == "last") if reference else None
    whole = cal.year_span(year) if year else None
    if whole is None:
        return Reading(None)
    count, name = number_of(f["fu_n"]), f["fu_u"]
    back = f["fu_a"].lower() in ("last", "final")
    if name == "week":
        inner = cal.add_days(whole[1] if back else whole[0], (1 - 7 * count) if back else (7 * count - 1))
    else:
        months = min(count * MONTHS_OF[name], 12)
        inner = date(whole[0].year, 13 - months, 1) if back else (cal.months_span(whole[0].year, 1, months) or whole)[1]
    span = ((inner, whole[1]) if back else (whole[0], inner)) if inner else None
    return Reading(span, stated="fu_y" in f)
