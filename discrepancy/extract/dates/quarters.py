"""Quarters, halves and seasons.

The accuracy given with a rule was measured on 1,422 dates of public news documents.
"""

import re

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.setting import Reading, Setting
from discrepancy.extract.dates.words import YEARS_SAID, nth_of, part_of

_HALVES = 2
_BACK = re.compile(r"last|previous|prior")


def quarter(f: dict[str, str], setting: Setting) -> Reading:
    """Read "Q3", "the third quarter of 2022", "the first half": the latest that has begun (.966 of 88).

    A fiscal quarter is read as the calendar's, in doubt.
    """
    name = (f.get("q_q") or f["q_n"]).lower()
    nth = nth_of(f)
    half = f.get("q_u") == "half" or name.startswith("h")
    if half and nth > _HALVES and name not in ("final", "last"):
        return Reading(None)
    if half and name in ("final", "last"):
        nth = 2
    fiscal = bool(f.get("q_f0") or f.get("q_f") or f.get("q_fy") or f.get("q_fy2"))
    reference = setting.reference
    if "q_y" in f:
        year = int(f["q_y"])
    elif setting.year and setting.year_stated:
        year = setting.year
    elif reference is None:
        return Reading(None)
    else:
        word = (f.get("q_w") or f.get("q_rel", "this")[:4]).lower()
        year = reference.year + YEARS_SAID.get(word, 0)
        begins = 6 * nth - 5 if half else 3 * nth - 2
        if not f.get("q_w") and not f.get("q_rel") and begins > reference.month and not setting.future:
            year -= 1
    span = cal.months_span(year, 6 * nth - 5, 6) if half else cal.quarter_span(year, nth)
    return Reading(span, stated="q_y" in f or setting.year_stated, part=part_of(f.get("q_part", "")), doubtful=fiscal)


def rel_quarter(f: dict[str, str], setting: Setting) -> Reading:
    """Read "last quarter", "this quarter", "the year-earlier quarter"; always in doubt."""
    reference, how = setting.reference, f["rq_a"].lower()
    if reference is None:
        return Reading(None)
    if "year" in how:
        first = setting.quarter[0] if setting.quarter else reference
        return Reading(cal.quarter_span(first.year - 1, (first.month + 2) // 3), doubtful=True)
    step = -3 if _BACK.search(how) else 3 if "next" in how else 0
    day = cal.add_months(reference.replace(day=1), step)
    return Reading(cal.quarter_span(day.year, (day.month + 2) // 3) if day else None, doubtful=True)


def season(f: dict[str, str], setting: Setting) -> Reading:
    """Read "last summer", "this winter", "spring 2021", "early spring" (.93 of 15); without a year in doubt."""
    name = (f.get("s_n") or f.get("s_n2") or f["s_n3"]).lower()
    stated = f.get("s_y") or f.get("s_y2") or f.get("s_y3")
    part = part_of(f.get("s_part", ""))
    if stated:
        return Reading(cal.season_span(int(stated), name), stated=True, part=part)
    reference = setting.reference
    if reference is None:
        return Reading(None, part=part)
    how = (f.get("s_a") or f.get("s_a3") or "").lower()
    begins = cal.SEASONS[name]
    year = reference.year - (begins > reference.month)
    if how == "this":
        year = reference.year
    elif how == "next" or (setting.future and how != "last"):
        year = reference.year + (begins <= reference.month and how == "next")
    elif how == "last" and year == reference.year and reference.month < begins + 3:
        year -= 1
    return Reading(cal.season_span(year, name), part=part, doubtful=True)
