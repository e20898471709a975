"""Resolution: what a date's words mean, given the day of publication. One table: kind of date → rule."""

from collections.abc import Callable, Mapping

from discrepancy.extract.dates import counted, days, quarters, units
from discrepancy.extract.dates.grammar import Mention
from discrepancy.extract.dates.setting import Reading, Setting

Resolver = Callable[[dict[str, str], Setting], Reading]

RESOLVERS: Mapping[str, Resolver] = {
    "iso": days.iso_date,
    "numeric": days.numeric_date,
    "month_day_year": days.month_day_year,
    "day_month_year": days.day_month_year,
    "month_day": days.month_day,
    "day_month": days.day_month,
    "weekday": days.weekday,
    "today": days.today,
    "day_before": days.day_before,
    "day_after": days.day_after,
    "nth_day": days.nth_day,
    "feast": days.feast_day,
    "month_year": units.month_year,
    "month_weeks": units.month_weeks,
    "unit_before": units.unit_before,
    "month": units.bare_month,
    "unit": units.unit,
    "same_unit": units.same_unit,
    "this_unit": units.this_unit,
    "part_unit": units.part_unit,
    "to_date": units.to_date,
    "ago": counted.ago,
    "span": counted.counted_span,
    "first_units": counted.first_units,
    "weekend": units.weekend,
    "decade": units.decade,
    "century": units.century,
    "year": units.year,
    "fiscal": units.fiscal_year,
    "quarter": quarters.quarter,
    "rel_quarter": quarters.rel_quarter,
    "season": quarters.season,
}


def resolve(mention: Mention, setting: Setting) -> Reading:
    """Resolve one mention by the rule of its kind."""
    return RESOLVERS[mention.kind](mention.fields, setting)
