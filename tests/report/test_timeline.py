"""A timeline: which readings it holds, what it says in words, and that what is drawn is sound."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model import Basis, DateContext, DateSpan, Verdict
from discrepancy.report.svg import layout
from discrepancy.report.timeline import MAX_READINGS, Timeline, timeline
from tests.builders import claim
from tests.report.stories import FINDINGS, finding, report

HOSTILE = '</text><script>alert(1)</script><image href="https://evil.example/x.png"/>\x1b\u202e" onload="x'
DRAWN = {"svg", "rect", "line", "path", "circle", "text", "tspan", "g"}


def of(*claims) -> Timeline:
    return timeline(finding("deaths", claims, Verdict.UPDATE, "Rise.", "later_rise"))


def root(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)


def names(drawn: str) -> list[str]:
    return [element.tag.rpartition("}")[2] for element in root(drawn).iter()]


def texts(drawn: str) -> str:
    return " ".join(part for element in root(drawn).iter() for part in (element.text, element.tail) if part)


def test_one_figure_for_one_day_is_one_reading():
    line = report().timeline(FINDINGS[2])
    assert [(r.surface, r.tellers) for r in line.readings] == [
        ("at least 14", ("The Vale Herald",)),
        ("21", ("Coast Wire", "Ledger Online")),
        ("33", ("Morning Ledger",)),
        ("9", ("Weekly Post",)),
    ]
    assert [r.decides for r in line.readings] == [True, False, True, False]
    assert [r.lagging for r in line.readings] == [False, False, False, True]


def test_the_chart_in_words():
    assert report().timeline(FINDINGS[2]).in_words() == (
        "Timeline of deaths: at least 14, as of 10 Mar 2026, covering 9 Mar to 10 Mar 2026 (The Vale Herald); "
        "21, as of 10 Mar 2026 (Coast Wire, Ledger Online); 33, as of 11 Mar 2026 (Morning Ledger); "
        "9, as of 12 Mar 2026, an older reading in a later article (Weekly Post)."
    )
    assert "day not known" in report().timeline(FINDINGS[1]).in_words()


def test_what_is_drawn_can_be_read():
    drawn = report().timeline(FINDINGS[2]).to_svg()
    assert root(drawn).get("role") == "img"
    assert root(drawn).get("aria-label").startswith("Timeline of deaths: at least 14")
    for words in ("at least 14", "21", "33", "9", "lagging", "Coast Wire +1", "10 Mar 2026", "12 Mar 2026"):
        assert words in texts(drawn)
    assert "no day" in texts(report().timeline(FINDINGS[1]).to_svg())


def test_units_are_brought_together_and_others_counted():
    line = of(
        claim("1.2", "a", "2026-03-10", unit="km"),
        claim("900", "b", "2026-03-11", unit="m"),
        claim("3", "c", "2026-03-12", unit="USD"),
    )
    assert [r.quantity.value for r in line.readings] == [1.2, pytest.approx(0.9)]
    assert [r.surface for r in line.readings] == ["1.2 km", "900 m"]
    assert line.total == 3
    assert line.in_words().endswith("; and 1 more.")
    assert repr(line) == "<Timeline of deaths: 2 of 3 readings>"


def arrows(drawn: str) -> list[str]:
    return re.findall(r'd="M0 0V(-?)24', drawn)


@pytest.mark.parametrize(
    ("words", "ways"),
    [("83+", ["-"]), (">80", ["-"]), ("-40", [""]), ("<40", [""]), ("83", []), ("~83", []), ("10..13", [])],
)
def test_an_open_bound_is_an_arrow(words, ways):
    assert arrows(of(claim(words, "a", "2026-03-10"), claim("50", "b", "2026-03-11")).to_svg()) == ways


def test_a_range_reaches_from_its_low_to_its_high_end():
    line = of(claim("10..30", "a", "2026-03-10"), claim("50", "b", "2026-03-11"))
    scales = layout.Scales(line.readings)
    bar = re.search(r'd="M0 (-?[\d.]+)V([\d.]+)M', line.to_svg())
    assert float(bar[2]) - float(bar[1]) == pytest.approx(scales.y(10) - scales.y(30))


def windowed(first: date, last: date | None = None, as_of: str = "2026-03-10"):
    span = DateSpan(first, last, "since then", basis=Basis.RESOLVED)
    made = claim("60", "a", as_of)
    return replace(made, dates=DateContext(made.dates.published, made.dates.as_of, span))


def test_a_period_is_a_band_that_ends_at_the_reading():
    line = of(windowed(date(2026, 3, 1)), claim("70", "b", "2026-03-20"))
    scales = layout.Scales(line.readings)
    assert scales.window(line.readings[0]) == (scales.x(date(2026, 3, 1)), scales.x(date(2026, 3, 10)))
    assert 'fill-opacity=".2"' in line.to_svg()
    assert "l8 -6v12z" not in line.to_svg()


def test_a_period_that_began_long_ago_is_drawn_open():
    line = of(windowed(date(1990, 1, 1)), claim("70", "b", "2026-03-20"))
    assert layout.Scales(line.readings).first > date(2026, 1, 1)
    assert "l8 -6v12z" in line.to_svg()


def test_days_that_are_a_year_stand_in_its_middle_under_its_name():
    year = DateSpan(date(2019, 1, 1), date(2019, 12, 31), "2019")
    made = claim("60", "a", "2019-01-01")
    line = of(
        replace(made, dates=DateContext(None, year)), claim("70", "b", "2021-03-20"), claim("80", "c", "2021-03-20")
    )
    scales = layout.Scales(line.readings)
    places = [scales.place(reading) for reading in line.readings]
    assert [(tick.words, tick.x) for tick in layout.ticks(places, scales)] == [
        ("20 Mar 2021", scales.x(date(2021, 3, 20))),
        ("2019", scales.x(date(2019, 7, 2))),
    ]
    assert re.search(r'<line x1="5%" x2="[\d.]+%" y1="([\d.]+)" y2="\1" fill', line.to_svg()), "its days are ruled"


def test_what_is_left_out_is_counted():
    line = of(*(claim(str(n), f"a{n}", f"2026-03-{1 + n % 28:02d}") for n in range(1, 101)))
    assert (len(line.readings), line.total) == (MAX_READINGS, 100)
    assert {"1", "100"} <= {r.surface for r in line.readings}  # those that decide
    assert line.in_words().endswith("; and 88 more.")


def test_foreign_text_is_words_only():
    claims = tuple(
        replace(c, source=HOSTILE, quantity=replace(c.quantity, unit=HOSTILE)) for c in FINDINGS[2].group.claims
    )
    hostile = replace(FINDINGS[2], group=replace(FINDINGS[2].group, label=HOSTILE, claims=claims))
    line = timeline(hostile)
    assert len(line.readings) == 4
    drawn = line._repr_svg_()
    assert set(names(drawn)) <= DRAWN
    assert not {"\x1b", "\u202e"} & set(drawn + repr(line))
    assert {a for e in root(drawn).iter() for a in e.attrib} & {"onload", "href", "style"} == set()
    assert "</text><script>" in root(drawn).get("aria-label")


def test_words_short_enough_to_be_drawn_are_escaped():
    drawn = of(
        claim("7", "a", "2026-03-10", source="<b>&", unit="<i>"), claim("8", "b", "2026-03-11", unit="<i>")
    ).to_svg()
    assert set(names(drawn)) <= DRAWN
    assert {"7 <i>", "<b>&"} <= {element.text for element in root(drawn).iter()}


WORDS = st.builds(
    str.format, st.sampled_from(["{}", "{}+", ">{}", "<{}", "-{}", "~{}"]), st.integers(0, 10**9) | st.just(10**300)
)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2026, 1, 1), date(2026, 3, 1))


@st.composite
def lines(draw):
    claims = [
        claim(draw(WORDS), f"a{at}", day.isoformat() if day else None, source="x" * draw(st.integers(0, 40)))
        for at, day in enumerate(draw(st.lists(DAYS, min_size=2, max_size=8)))
    ]
    return of(*claims)


@given(lines())
@settings(max_examples=60, deadline=None)
def test_everything_stands_on_the_chart(line):
    drawn = line.to_svg()
    height = float(root(drawn).get("height"))
    assert "nan" not in drawn
    assert "inf" not in drawn
    for element in root(drawn).iter():
        for name in ("x", "x1", "x2", "width"):
            value = element.get(name, "")
            assert not value.endswith("%") or -0.01 <= float(value[:-1]) <= 100.01
        if element.get("overflow"):
            assert 0 <= float(element.get("y")) <= height


@given(lines())
@settings(max_examples=60, deadline=None)
def test_no_words_meet(line):
    scales = layout.Scales(line.readings)
    places = [scales.place(reading) for reading in line.readings]
    boxes = [layout._box(label) for label in layout.labels(places, scales)]
    assert all(one.is_free([other]) for one, other in combinations(boxes, 2))
    ticks = [layout._span(tick) for tick in layout.ticks(places, scales)]
    assert ticks
    assert all(one.is_free([other]) for one, other in combinations(ticks, 2))


def test_an_altair_chart_holds_its_data():
    pytest.importorskip("altair")
    spec = report().to_altair(FINDINGS[2]).to_dict()
    (rows,) = spec["datasets"].values()
    assert [(row["figure"], row["bound"], row["day"]) for row in rows] == [
        ("at least 14", "at least", "2026-03-10"),
        ("21", "exact", "2026-03-10"),
        ("33", "exact", "2026-03-11"),
        ("9", "exact", "2026-03-12"),
    ]
    assert (rows[0]["begin"], rows[0]["end"]) == ("2026-03-09", "2026-03-10")
    assert "url" not in str(spec["layer"])
    scales = [layer["encoding"]["x"]["scale"]["type"] for layer in spec["layer"]]
    assert scales == ["utc"] * 4, "a day must not become the evening before"
    assert spec["layer"][2]["encoding"]["x"]["axis"]["values"][0] == 1773100800000  # 10 March 2026, midnight in UTC
    undated = report().to_altair(FINDINGS[1]).to_dict()
    assert undated["title"]["subtitle"] == "1 of 2 readings; 1 without a day"


def test_without_altair_the_extra_is_named(monkeypatch):
    import sys

    from discrepancy import DiscrepancyError

    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(DiscrepancyError, match=r"discrepancy\[charts\]"):
        report().to_altair(FINDINGS[2])
