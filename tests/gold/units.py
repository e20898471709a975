"""Sizes of units, written down a second time so that the scoreboard does not lean on the package's own conversion."""

# unit: (base unit, factor)
SIZES: dict[str, tuple[str, float]] = {
    "km": ("m", 1e3),
    "cm": ("m", 1e-2),
    "mm": ("m", 1e-3),
    "mi": ("m", 1609.344),
    "ft": ("m", 0.3048),
    "yd": ("m", 0.9144),
    "in": ("m", 0.0254),
    "nmi": ("m", 1852.0),
    "km2": ("m2", 1e6),
    "ha": ("m2", 1e4),
    "acre": ("m2", 4046.8564224),
    "mi2": ("m2", 2589988.110336),
    "ft2": ("m2", 0.09290304),
    "t": ("kg", 1e3),
    "g": ("kg", 1e-3),
    "lb": ("kg", 0.45359237),
    "short_ton": ("kg", 907.18474),
    "Mt": ("kg", 1e9),
    "Gt": ("kg", 1e12),
    "km/h": ("m/s", 1 / 3.6),
    "mph": ("m/s", 0.44704),
    "knot": ("m/s", 0.514444),
    "km/d": ("m/s", 1 / 86.4),
    "km/day": ("m/s", 1 / 86.4),
    "min": ("s", 60.0),
    "h": ("s", 3600.0),
    "day": ("s", 86400.0),
    "week": ("s", 604800.0),
    "year": ("month", 12.0),
    "decade": ("month", 120.0),
    "kW": ("W", 1e3),
    "MW": ("W", 1e6),
    "GW": ("W", 1e9),
    "kWh": ("Wh", 1e3),
    "MWh": ("Wh", 1e6),
    "GWh": ("Wh", 1e9),
    "TWh": ("Wh", 1e12),
    "L": ("l", 1.0),
    "m3": ("l", 1e3),
    "gallon": ("l", 3.785411784),
    "": ("count", 1.0),
}


def to_base(value: float | None, unit: str) -> tuple[float | None, str]:
    """Express a value in the base unit of its kind; an unknown unit is its own base."""
    if unit == "degF":
        return (None if value is None else (value - 32) / 1.8), "degC"
    base, factor = SIZES.get(unit, (unit, 1.0))
    return (None if value is None else value * factor), base


def same_value(a: float | None, b: float | None) -> bool:
    """Say whether two values are one, but for the last digits of a conversion; None is an open end."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-3 * max(abs(a), abs(b)) + 1e-9
