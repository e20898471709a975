"""Resolution: what a date's words mean, given the day of publication. Rules as measured on news (see docs)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from discrepancy.extract.dates import calendar as cal
from discrepancy.extract.dates.grammar import Mention
from discrepancy.model import Part

_FUTURE = re.compile(
    r"\b(?:will|shall|would|to be|is to|are to|expect\w*|scheduled|due|plans?|planned|set (?:for|to)|slated|until|upcoming|ahead of|going to|begins?|starts?|opens?|deadline|as (?:early|soon) as|will be|until)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|says|added)\b", re.IGNORECASE)
_PAST_ONLY = re.compile(r"\b(?:since|ended|ending|from|after)\s(?:the\s)?$", re.IGNORECASE)
_NEAREST = re.compile(r"\b(?:by|through|until|till|before|to)\s(?:the\s)?$", re.IGNORECASE)
_COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "a few": 3, "several": 3, "a couple of": 2,
}  # fmt: skip
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mention is read against.

    Attributes:
        reference: The day of publication, or None.
        left: The text before the mention, 80 characters of it.
        quarter: The last quarter spoken of nearby, for "a year earlier".
    """

    reference: date | None
    left: str
    quarter: cal.Span | None = None

    @property
    def future(self) -> bool:
        """Whether a future verb stands close to the left, in the same clause, with no verb of speech between."""
        clause = re.split(r"[.;:\n]", self.left[-70:])[-1]
        cues = list(_FUTURE.finditer(clause))
        return bool(cues) and _SPOKEN.search(clause, cues[-1].end()) is None


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved mention: its span (None while it has no reference), and how sure it is."""

    span: cal.Span | None
    stated: bool = False
    part: Part | None = None
    doubtful: bool = False


Resolver = Callable[[dict[str, str], Setting], Reading]


def resolve(mention: Mention, setting: Setting) -> Reading:
    """Resolve one mention by the rule of its kind."""
    return RESOLVERS[mention.kind](mention.fields, setting)


def _month(name: str) -> int:
    return cal.MONTHS.index(name[:3].lower()) + 1


def _number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _COUNT.get(text.lower(), 1)


def part_of(words: str) -> Part | None:
    """The part of a unit that words name ("early", "the end of")."""
    low = words.lower()
    if re.search(r"early|earlier|beginning|start", low):
        return Part.EARLY
    if re.search(r"mid", low):
        return Part.MID
    return Part.LATE if re.search(r"late|end|close", low) else None


def _day(day: date | None, *, stated: bool = False, doubtful: bool = False) -> Reading:
    return Reading((day, day) if day else None, stated=stated, doubtful=doubtful)


def _iso(f: dict[str, str], _: Setting) -> Reading:
    year, month, day = map(int, f["iso"].split("-"))
    return _day(cal.day_of(year, month, day), stated=True)


def _numeric(f: dict[str, str], _: Setting) -> Reading:
    """Day first unless only the other order is a date; where both are, the reading is in doubt."""
    first, second, year = map(int, re.split(r"[/.-]", f["numeric"]))
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    month_first, day_first = cal.day_of(year, first, second), cal.day_of(year, second, first)
    if "." in f["numeric"]:
        month_first, day_first = day_first, month_first
    return _day(
        month_first or day_first, stated=True, doubtful=bool(month_first and day_first and month_first != day_first)
    )


def _full(month: str, day: str, year: str) -> Reading:
    return _day(cal.day_of(int(year), _month(month), _number(day)), stated=True)


def _month_year(f: dict[str, str], _: Setting) -> Reading:
    year = int(f["my_y"]) if "my_y" in f else _short_year(int(f["my_yy"]))
    return Reading(cal.month_span(year, _month(f["my_m"])), stated=True, part=part_of(f.get("my_part", "")))


def _short_year(year: int) -> int:
    return year + (1900 if year > 50 else 2000)


def _month_day(month: str, day: str, end: str | None, setting: Setting) -> Reading:
    """The nearest such day either way; after "since" or "ended" the last one."""
    reference = setting.reference
    if reference is None:
        return Reading(None)
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [d for year in years if (d := cal.day_of(year, _month(month), _number(day)))]
    if _PAST_ONLY.search(setting.left):
        days = [d for d in days if d <= reference] or days
    best = min(days, key=lambda d: abs((d - reference).days), default=None)
    if best is None:
        return Reading(None)
    last = cal.day_of(best.year, best.month, _number(end)) if end else best
    far = abs((best - reference).days) > 150
    return Reading((best, last if last and last >= best else best), doubtful=far)


def _bare_month(f: dict[str, str], setting: Setting) -> Reading:
    reference = setting.reference
    month, part = _month(f["m_m"]), part_of(f.get("m_part", ""))
    if reference is None:
        return Reading(None, part=part)
    how = f.get("m_a", "").strip().lower()
    if "m_r" in f:
        year = reference.year + {"last": -1, "this": 0, "next": 1}[f["m_r"].lower()]
    elif how in ("next",) or (not how and setting.future and not _NEAREST.search(setting.left)):
        year = reference.year + (month < reference.month or (how == "next" and month == reference.month))
    elif not how and _NEAREST.search(setting.left):
        year = min(
            (reference.year - 1, reference.year, reference.year + 1),
            key=lambda y: abs(12 * (y - reference.year) + month - reference.month),
        )
    elif how == "this":
        year = reference.year
    else:
        year = reference.year - (month > reference.month or (how == "last" and month == reference.month))
    return Reading(cal.month_span(year, month), part=part, doubtful=not how)


def _weekday(f: dict[str, str], setting: Setting) -> Reading:
    """The nearest past such day, publication's own included; ahead after a close future verb."""
    reference = setting.reference
    if reference is None:
        return Reading(None)
    want = cal.WEEKDAYS.index(f["w_d"][:3].lower())
    back = (reference.weekday() - want) % 7
    how = f.get("w_a", "").strip().lower()
    week = (f.get("w_w") or f.get("w_o") or "").lower()
    if week in ("last", "next", "this"):
        monday = cal.week_of(reference)[0]
        return _day(cal.add_days(monday, want + {"last": -7, "this": 0, "next": 7}[week]))
    if how in ("next", "the following") or (how == "" and setting.future):
        ahead = (want - reference.weekday()) % 7
        return _day(cal.add_days(reference, ahead or 7 * (how != "")), doubtful=how == "")
    if how == "last" and back == 0:
        back = 7
    return _day(cal.add_days(reference, -back))


def _today(f: dict[str, str], setting: Setting) -> Reading:
    reference, words = setting.reference, f["t_w"].lower()
    if reference is None:
        return Reading(None)
    shift = {"yesterday": -1, "tomorrow": 1}.get(words, 0)
    if words == "last night":
        shift = -1
    if words.endswith("before yesterday"):
        shift = -2
    return _day(cal.add_days(reference, shift))


def _unit(f: dict[str, str], setting: Setting) -> Reading:
    """Last, this, next week, month, year: the calendar unit."""
    reference = setting.reference
    how, unit, part = f["u_a"].lower(), f["u_u"], part_of(f.get("u_part", ""))
    if reference is None:
        return Reading(None, part=part)
    if how in ("that", "the same"):
        return Reading(None, part=part)
    step = -1 if re.search(r"last|past|previous|prior", how) else 1 if re.search(r"next|coming|following", how) else 0
    span = _calendar_unit(reference, unit, step)
    if span and "earlier" in f.get("u_part", "").lower():
        span = (span[0], max(span[0], min(span[1], reference)))
    if span and "later" in f.get("u_part", "").lower():
        span = (max(span[0], min(span[1], reference)), span[1])
    return Reading(span, part=part, doubtful=bool(f.get("u_f", "").strip() in ("fiscal", "financial")))


def _calendar_unit(reference: date, unit: str, step: int) -> cal.Span | None:
    if unit == "week":
        day = cal.add_days(reference, 7 * step)
        return cal.week_of(day) if day else None
    if unit == "month":
        day = cal.add_months(reference.replace(day=1), step)
        return cal.month_span(day.year, day.month) if day else None
    if unit == "year":
        return cal.year_span(reference.year + step)
    if unit == "decade":
        return cal.year_span((reference.year // 10 + step) * 10, 10)
    return cal.year_span((reference.year // 100 + step) * 100, 100)


def _to_date(f: dict[str, str], setting: Setting) -> Reading:
    if setting.reference is None:
        return Reading(None)
    span = _calendar_unit(setting.reference, f.get("td_u", "year"), 0)
    return Reading((span[0], setting.reference) if span else None)


def _ago(f: dict[str, str], setting: Setting) -> Reading:
    """N units ago: the calendar unit at that distance, days and weeks by the day; "a year earlier" may mean a quarter."""
    reference = setting.reference
    count, unit = _number(f["a_n"]), f["a_u"]
    back = f["a_w"] in ("ago", "earlier", "before", "previously")
    if reference is None:
        return Reading(None)
    if f["a_w"] in ("later", "after", "before") and unit != "year":
        return Reading(None)
    sign = -1 if back else 1
    if unit == "year" and count == 1 and back and setting.quarter:
        first, last = setting.quarter
        return Reading(cal.months_span(first.year - 1, first.month, (last.month - first.month) % 12 + 1), doubtful=True)
    if unit in ("day", "week"):
        day = cal.add_days(reference, sign * count * (7 if unit == "week" else 1))
        return Reading(cal.week_of(day) if day and unit == "week" else (day, day) if day else None)
    day = cal.add_months(reference, sign * count * _MONTHS_OF[unit])
    if day is None:
        return Reading(None)
    if unit == "month":
        return Reading(cal.month_span(day.year, day.month))
    if unit == "quarter":
        return Reading(cal.quarter_span(day.year, (day.month + 2) // 3))
    return Reading(cal.year_span(day.year), doubtful=count == 1)


def _span(f: dict[str, str], setting: Setting) -> Reading:
    """The past N units: from that day to publication; the next N: ahead."""
    reference = setting.reference
    if reference is None:
        return Reading(None)
    count, unit = _number(f["sp_n"]), f["sp_u"]
    ahead = f["sp_a"] in ("next", "coming")
    sign = 1 if ahead else -1
    if unit in ("day", "week"):
        other = cal.add_days(reference, sign * count * (7 if unit == "week" else 1))
    else:
        other = cal.add_months(reference, sign * count * _MONTHS_OF[unit])
    return Reading(((reference, other) if ahead else (other, reference)) if other else None)


def _quarter(f: dict[str, str], setting: Setting) -> Reading:
    """A quarter or half: of the year named, else the latest that has begun."""
    name = (f.get("q_q") or f["q_n"]).lower()
    nth = (
        int(name[1])
        if name.startswith("q")
        else {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}.get(name, 4)
    )
    half = f.get("q_u") == "half"
    if half and name in ("final", "last"):
        nth = 2
    fiscal = bool(f.get("q_f") or f.get("q_fy") or f.get("q_fy2"))
    reference = setting.reference
    if "q_y" in f:
        year, stated = int(f["q_y"]), True
    elif reference is None:
        return Reading(None)
    else:
        stated = False
        word = (f.get("q_w") or f.get("q_rel", "this")[:4]).lower()
        year = reference.year + (-1 if word == "last" else 1 if word == "next" else 0)
        begins = 6 * nth - 5 if half else 3 * nth - 2
        if not f.get("q_w") and not f.get("q_rel") and begins > reference.month and not setting.future:
            year -= 1
    span = cal.months_span(year, 6 * nth - 5, 6) if half else cal.quarter_span(year, nth)
    return Reading(span, stated=stated, part=part_of(f.get("q_part", "")), doubtful=fiscal)


def _rel_quarter(f: dict[str, str], setting: Setting) -> Reading:
    reference, how = setting.reference, f["rq_a"].lower()
    if reference is None:
        return Reading(None)
    if "year" in how:
        first = setting.quarter[0] if setting.quarter else reference
        return Reading(cal.quarter_span(first.year - 1, (first.month + 2) // 3), doubtful=True)
    step = -3 if re.search(r"last|previous|prior", how) else 3 if "next" in how else 0
    day = cal.add_months(reference.replace(day=1), step)
    return Reading(cal.quarter_span(day.year, (day.month + 2) // 3) if day else None, doubtful=True)


def _season(f: dict[str, str], setting: Setting) -> Reading:
    name = (f.get("s_n") or f["s_n2"]).lower()
    year = f.get("s_y") or f.get("s_y2")
    if year:
        return Reading(cal.season_span(int(year), name), stated=True)
    reference = setting.reference
    if reference is None:
        return Reading(None)
    how = f.get("s_a", "").lower()
    begins = cal.SEASONS[name]
    base = reference.year - (begins > reference.month)
    if how == "this":
        base = reference.year
    elif how == "next" or (setting.future and how != "last"):
        base = reference.year + (begins <= reference.month and how == "next")
    elif how == "last" and begins <= reference.month < begins + 3:
        base -= 1
    elif how == "last" and base == reference.year:
        base -= 0 if reference.month >= begins + 3 else 1
    return Reading(cal.season_span(base, name), doubtful=True)


def _weekend(f: dict[str, str], setting: Setting) -> Reading:
    reference = setting.reference
    if reference is None:
        return Reading(None)
    monday = cal.week_of(reference)[0]
    how = f["we_a"].lower()
    weeks = 1 if how == "next" else 0 if how == "this" or reference.weekday() >= 5 or setting.future else -1
    first, last = cal.add_days(monday, 7 * weeks + 5), cal.add_days(monday, 7 * weeks + 6)
    return Reading((first, last) if first and last else None)


def _feast(f: dict[str, str], setting: Setting) -> Reading:
    if "fe_y" in f:
        return _day(cal.feast(f["fe_n"], int(f["fe_y"])), stated=True)
    reference = setting.reference
    if reference is None:
        return Reading(None)
    days = [d for y in (reference.year - 1, reference.year, reference.year + 1) if (d := cal.feast(f["fe_n"], y))]
    if _PAST_ONLY.search(setting.left) or f.get("fe_a", "").lower().startswith("last"):
        days = [d for d in days if d <= reference]
    return _day(min(days, key=lambda d: abs((d - reference).days), default=None))


def _decade(f: dict[str, str], setting: Setting) -> Reading:
    part = part_of(f.get("d_part", ""))
    if "d_y" in f:
        return Reading(cal.year_span(int(f["d_y"]), 10), stated=True, part=part)
    tens = int(f["d_yy"]) if "d_yy" in f else 20 + 10 * _TENS.index(f["d_w"].lower())
    return Reading(cal.year_span(1900 + tens, 10), stated=True, part=part, doubtful=True)


def _century(f: dict[str, str], _: Setting) -> Reading:
    number = int(f["c_n"])
    return Reading(
        cal.year_span(100 * (number - 1), 100) if 1 < number < 31 else None, True, part_of(f.get("c_part", ""))
    )


def _year(f: dict[str, str], _: Setting) -> Reading:
    return Reading(cal.year_span(int(f["y_y"])), stated=True, part=part_of(f.get("y_part", "")))


def _fiscal(f: dict[str, str], _: Setting) -> Reading:
    return Reading(cal.year_span(int(f.get("f_y") or f["f_y2"])), stated=True, doubtful=True)


RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day_year": lambda f, _: _full(f["mdy_m"], f["mdy_d"], f["mdy_y"]),
    "day_month_year": lambda f, _: _full(f["dmy_m"], f["dmy_d"], f["dmy_y"]),
    "month_year": _month_year,
    "month_day": lambda f, s: _month_day(f["md_m"], f["md_d"], f.get("md_e"), s),
    "day_month": lambda f, s: _month_day(f["dm_m"], f.get("dm_d", "1"), f.get("dm_e"), s),
    "quarter": _quarter,
    "rel_quarter": _rel_quarter,
    "season": _season,
    "weekend": _weekend,
    "ago": _ago,
    "span": _span,
    "unit": _unit,
    "to_date": _to_date,
    "fiscal": _fiscal,
    "month": _bare_month,
    "weekday": _weekday,
    "today": _today,
    "feast": _feast,
    "decade": _decade,
    "century": _century,
    "year": _year,
}
