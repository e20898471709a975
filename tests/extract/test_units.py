"""Units: spellings, rates, currencies, conversion, and the fence around quantulum3."""

import logging
import subprocess
import sys

import pytest

from discrepancy import Article, extract_claims
from discrepancy.extract.numbers import find_numbers
from discrepancy.extract.units import read_unit
from discrepancy.extract.words import read_lines
from discrepancy.model import Quantity, convert, dimension
from discrepancy.model.units import commensurable

FORMS = [
    ("27 km", "km"),
    ("27-kilometre", "km"),
    ("3 square miles", "mi2"),
    ("12 sq m", "m2"),
    ("5 per cent", "percent"),
    ("5pc", "percent"),
    ("0.4 of a percentage point", "percentage_point"),
    ("25 basis points", "basis_point"),
    ("40 degrees Celsius", "degC"),
    ("90°F", "degF"),
    ("80 km/h", "km/h"),
    ("80 mph", "mph"),
    ("80 m.p.h.", "mph"),
    ("3 million barrels a day", "barrel/day"),
    ("112 euros per megawatt-hour", "EUR/MWh"),
    ("$78.40 a barrel", "USD/barrel"),
    ("$3 a share", "USD/share"),
    ("$21 per square foot", "USD/ft2"),
    ("€5m", "EUR"),
    ("US$ 5", "USD"),
    ("HK $3.7 billion", "HKD"),
    ("A$40", "AUD"),
    ("Rs 500", "INR"),
    ("CHF 20", "CHF"),
    ("20 Swiss francs", "CHF"),
    ("450 kroner", "NOK"),
    ("40 hours a week", "h/week"),
    ("9 nanograms per litre", "ng/l"),
    ("15 kHz", "kHz"),
    ("tens of thousands of dollars", "USD"),
    ("hundreds of kilometres", "km"),
    ("dozens of bar stools", ""),
    ("hundreds of second-hand carts", ""),
    ("18 sen", "sen"),
    ("half a percentage point", "percentage_point"),
    ("a couple of miles", "mi"),
    ("NT$24", "TWD"),
    ("$4 million a year earlier", "USD"),
    ("$4 million a year", "USD/year"),
    ("450 Nm", "Nm"),
    ("330 lb-ft", "lb-ft"),
    ("25.5″", "in"),
    ("640bhp", "bhp"),
    ("40 furlongs", "furlong"),
    ("310 million euros", "EUR"),
    ("£90m", "GBP"),
    ("12%", "percent"),
    ("12 percent", "percent"),
    ("2 percentage points", "percentage_point"),
    ("17 miles", "mi"),
    ("1,200 hectares", "ha"),
    ("2,965 acres", "acre"),
    ("40 tonnes", "t"),
    ("600 MW", "MW"),
    ("40 days", "day"),
    ("40 goats", ""),
    ("5 in the city", ""),
]


@pytest.mark.parametrize(("text", "unit"), FORMS)
def test_a_unit_is_read(text, unit):
    (number,) = find_numbers(f"It measured {text}.")
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The index rose 190 points.", "point"),
        ("The margin of 1.6 points was real, at 52 per cent turnout.", "percentage_point"),
        ("She scored 27 points.", ""),
        ("About 2.7m voters queued.", ""),
        ("The wave was 2.7m high.", "m"),
        ("Some 22.1m registered Tarvians queued.", ""),
    ],
)
def test_the_words_around_tell_one_unit_from_another(text, unit):
    assert find_numbers(text)[0].unit == unit


@pytest.mark.parametrize(
    ("value", "unit", "other", "wanted"),
    [
        (10, "km", "m", 10_000),
        (100, "acre", "ha", 40.468564224),
        (32, "degF", "degC", 0),
        (18, "delta_degF", "delta_degC", 10),
        (1, "short_ton", "t", 0.90718474),
        (50, "basis_point", "percentage_point", 0.5),
        (1, "EUR/MWh", "EUR/kWh", 0.001),
        (36, "km/h", "m/s", 10),
    ],
)
def test_commensurable_units_convert_both_ways(value, unit, other, wanted):
    there = convert(Quantity(value, value, value, unit=unit), other)
    assert there is not None
    assert there.low == pytest.approx(wanted)
    back = convert(there, unit)
    assert back is not None
    assert back.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("USD", "EUR"),
        ("percent", "percentage_point"),
        ("degC", "delta_degC"),
        ("USD/barrel", "EUR/barrel"),
        ("USD", "USD/year"),
        ("km", "km2"),
        ("count", "percent"),
    ],
)
def test_what_cannot_be_compared_is_not(a, b):
    assert not commensurable(a, b)
    assert convert(Quantity(1, 1, 1, unit=a), b) is None


@pytest.mark.parametrize("name", ["units.tsv", "currencies.tsv", "bounds.tsv", "numbers.tsv"])
def test_a_word_list_gives_each_spelling_once(name):
    spellings = [line.split("\t") for line in read_lines(name)]
    keys = [(row[0], row[-1]) if name == "bounds.tsv" else row[0] for row in spellings]
    assert len(keys) == len(set(keys))


def test_most_units_that_are_read_can_be_converted():
    """A symbol of the spellings has a dimension of its own only where nothing is to be converted."""
    alone = {
        row.split("\t")[1] for row in read_lines("units.tsv") if dimension(row.split("\t")[1]) == row.split("\t")[1]
    }
    assert not alone & {"km", "kg", "l", "h", "W", "degC", "m2", "mph", "Pa", "J"}


# --- quantulum3: what it does to a caller stays inside


def run(code, *flags):
    return subprocess.run([sys.executable, *flags, "-c", code], capture_output=True, text=True, check=False)


def test_quantulum_stays_unloaded_while_the_own_table_knows_the_unit():
    code = (
        "import sys, discrepancy; discrepancy.extract_claims([discrepancy.Article(id='a', text='It is 5 km long, costs $3m and has 40 goats.')]);"
        "assert not any(name.startswith('quantulum3') for name in sys.modules), 'loaded'"
    )
    assert run(code).stderr == ""


def test_quantulum_is_fenced():
    """No warning on import, no handler and no level on the root logger, its classifier off, no document and no digits shown to it."""
    code = """
import logging, sys
from discrepancy import Article, extract_claims
root = logging.getLogger()
before = (list(root.handlers), root.level)
(claim,) = extract_claims([Article(id="a", text="The course is 40 furlongs long. " + "7" * 300)])
assert claim.quantity.unit == "furlong", claim.quantity
assert (list(root.handlers), root.level) == before, root.handlers
from quantulum3 import classifier
assert classifier.USE_CLF is False
"""
    done = run(code, "-W", "error")
    assert (done.returncode, done.stderr) == (0, "")


def test_quantulum_sees_two_and_at_most_three_words(monkeypatch):
    from discrepancy.extract import units

    seen = []

    class Parser:
        @staticmethod
        def parse(text):
            seen.append(text)
            return []

    units._ask_quantulum.cache_clear()
    monkeypatch.setattr(units, "_quantulum", lambda: Parser)
    assert read_unit("5 kilofoos per bar and then some 1234567890 more", 1) == ("", 1)
    units._ask_quantulum.cache_clear()
    assert seen == ["2 kilofoos per bar"]
    assert units._ask_quantulum.cache_info().maxsize


def test_extraction_leaves_the_root_logger_alone():
    handlers = list(logging.getLogger().handlers)
    extract_claims([Article(id="a", text="The course is 40 fathoms deep.")])
    assert logging.getLogger().handlers == handlers


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Use fell from 30 mpg to 24 in May.", ["mpg", "mpg"]),
        ("It rose from 3% to 6 goats.", ["percent", ""]),
        ("They won 6,942 votes, or 48%.", ["", "percent"]),
        ("It gave 51 per cent for Ann Orr and 48.9 for her rival.", ["percent"] * 2),
        ("It gave 51 per cent for Ann Orr and 48 goats for her rival.", ["percent", ""]),
        ("The cell is 8-by-12 feet.", ["ft", "ft"]),
        ("The night was cold at minus 12C.", ["degC"]),
        ("They won 6,942, or 48%.", ["", "percent"]),
        ("It rose 5 or 6 per cent.", ["percent"]),
        ("It rose 36.4, 34.0 and 11.2 per cent.", ["percent"] * 3),
        ("They saw 36, two percentage points fewer.", ["", "percentage_point"]),
        ("The Kestrel index lost 30 points, or 2%, to fall to 7,425.81.", ["point", "percent", "point"]),
    ],
)
def test_the_second_end_of_a_change_is_spared_its_unit(text, units):
    assert [number.unit for number in find_numbers(text)] == units
