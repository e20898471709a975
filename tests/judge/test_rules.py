"""Each rule of the judge on a plain case, and the laws that hold for all of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.claims import extract_claims
from discrepancy.judge.case import Beside
from discrepancy.judge.findings import judge_pair
from discrepancy.judge.rules import RULES
from discrepancy.model import Article, Claim, DateSpan, Kind, Role, Status, Verdict
from discrepancy.settings import Settings
from tests.builders import claim

D1, D2, D3 = "2025-12-04", "2026-01-02", "2026-01-20"

# rule that speaks, verdict, the two claims
CASES = [
    ("units_apart", "agree", claim("5", "a", D1, unit="USD"), claim("4", "b", D1, unit="EUR")),
    ("values_meet", "agree", claim(">80", "a", "2025-11-18"), claim("83+", "b", D1)),
    ("values_meet", "agree", claim("~100", "a", D1), claim("97", "b", D1)),
    ("values_meet", "agree", claim("265", "a", D1, unit="m"), claim("870", "b", D1, unit="ft")),
    ("values_meet", "agree", claim("19000000", "a", D1, unit="USD"), claim("19065000", "b", D1, unit="USD")),
    ("revised", "update", claim("17", "a", D1), claim("16", "b", D2, revision="corrected")),
    ("open_bound_met", "agree", claim("75+", "a", D1), claim("84", "b", D1)),
    ("count_and_outlook", "scope", claim("34000", "a", D1), claim("1500000", "b", D1, status=Status.PROJECTED)),
    ("status_differs", "scope", claim("5", "a", D1, status=Status.CONFIRMED), claim("39", "b", D1, status=Status.PRESUMED)),
    ("definition_differs", "scope", claim("1600", "a", basis=["deduction=net"]), claim("1720", "b", basis=["deduction=gross"])),
    ("same_date", "conflict", claim("4600000000", "a", D1, unit="USD", key="profit", kind=Kind.MONEY), claim("4600000", "b", D1, unit="USD", key="profit", kind=Kind.MONEY)),
    ("same_date", "conflict", claim("620", "a", D1, unit="km2", key="burned", kind=Kind.LEVEL), claim("385", "b", D1, unit="mi2", key="burned", kind=Kind.LEVEL)),
    ("forecasts_differ", "scope", claim("185000", "a", D1, status=Status.PROJECTED), claim("187000", "b", D1, status=Status.PROJECTED)),
    ("earlier_reading", "update", claim("64", "a", role=Role.EARLIER), claim("119", "b", D1)),
    ("definition_stated", "scope", claim("1600", "a", D1, key="capacity"), claim("1720", "b", D1, key="capacity", basis=["deduction=gross"])),
    ("settled_fact", "conflict", claim("6", "a", D1, unit="count", key="magnitude"), claim("6.3", "b", D2, key="magnitude")),
    ("settled_fact", "conflict", claim("4000+", "a", D1, event="2023-10-07"), claim("1500", "b", D2, event="2023-10-07")),
    ("later_rise", "update", claim("83+", "a", D1), claim(">110", "b", D2)),
    ("looser_later", "agree", claim("245", "a", D1), claim(">100", "b", D2)),
    ("fall_without_correction", "conflict", claim("144", "a", D1), claim("138", "b", D2)),
    ("fall_without_correction", "unclear", claim("144", "a", "2025-02-03"), claim("138", "b", D2)),
    ("moved", "update", claim("41", "a", D1, key="missing"), claim("31", "b", D2, key="missing")),
    ("same_date", "conflict", claim("43", "a", D1), claim("75", "b", D1)),
    ("presumed_rise", "update", claim("83", "a"), claim("110", "b")),
    ("dates_missing", "unclear", claim("3.4", "a", unit="percent", key="rate", kind=Kind.LEVEL), claim("3.9", "b", unit="percent", key="rate", kind=Kind.LEVEL)),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "verdict", "a", "b"), CASES, ids=[f"{c[0]}-{c[2].quantity.surface}" for c in CASES])
def test_the_rule_that_speaks(rule: str, verdict: str, a: Claim, b: Claim) -> None:
    pair = judge_pair(a, b, Settings())
    assert (pair.rule, pair.verdict) == (rule, verdict)
    assert pair.reason.endswith(".")
    assert pair.reason[0].isupper() or pair.reason[0].isdigit()


def test_the_reasons_read_as_they_were_written(golden: Callable[[Path, str], None]) -> None:
    pairs = [judge_pair(a, b, Settings()) for _, _, a, b in CASES]
    told = [f"{pair.rule}: {pair.verdict}\n  {pair.reason}\n  {pair.flip or '-'}\n" for pair in pairs]
    golden(Path(__file__).with_name("reasons.txt"), "\n".join(told))


@pytest.mark.parametrize(("a", "b"), [c[2:] for c in CASES])
def test_swapping_the_two_changes_nothing(a: Claim, b: Claim) -> None:
    one, other = judge_pair(a, b, Settings()), judge_pair(b, a, Settings())
    assert (one.verdict, one.rule, one.reason) == (other.verdict, other.rule, other.reason)


def test_each_rule_has_a_case() -> None:
    spoken = {rule for rule, *_ in CASES} | {"parts_add_up", "superseded", "within_tolerance"}
    assert spoken == set(RULES)


def test_parts_that_add_up_are_no_conflict() -> None:
    pair = judge_pair(claim("116", "a", D1), claim("126", "b", D1), Settings(), Beside(figures={"b": (10.0,)}))
    assert (pair.rule, pair.verdict) == ("parts_add_up", "scope")


def test_a_part_that_comes_on_top_of_the_larger_figure_explains_nothing() -> None:
    """ "The dead include 56 suspects", and "64 dead: 60 suspects and four officers"."""
    beside = Beside(figures={"b": (4.0, 64.0)})
    assert judge_pair(claim("56", "a", D1), claim("60", "b", D1), Settings(), beside).verdict is Verdict.CONFLICT


def test_no_alarm_where_neither_text_names_what_it_counts() -> None:
    a, b = (replace(c, measure=replace(c.measure, key="")) for c in (claim("31", "a", D1), claim("58", "b", D1)))
    pair = judge_pair(a, b, Settings())
    assert (pair.verdict, "neither text names" in pair.reason) == (Verdict.UNCLEAR, True)


def test_a_figure_that_the_other_article_knows_as_an_earlier_one_is_an_update() -> None:
    fall = claim("17", "a", D1), claim("16", "b", D2)
    pair = judge_pair(*fall, Settings(), Beside(earlier={"b": frozenset({17.0})}))
    assert (pair.rule, pair.verdict) == ("superseded", "update")
    assert judge_pair(*fall, Settings()).verdict == Verdict.CONFLICT


def test_what_the_user_tolerates_is_no_conflict() -> None:
    for one, other in (("43", "48"), ("48", "43")):
        pair = judge_pair(claim(one, "a", D1), claim(other, "b", D1), Settings(tolerances={"deaths": 0.2}))
        assert (pair.rule, pair.verdict) == ("within_tolerance", "agree")


def test_no_conflict_rests_on_a_doubtful_date() -> None:
    pair = judge_pair(claim("43", "a", D1, doubtful=True), claim("75", "b", D1), Settings())
    assert pair.verdict == Verdict.UNCLEAR


FIGURES = st.sampled_from(["43", "75", "80+", ">80", "<90", "-40", "~100", "97", "10..13", "2000", "1900"])
DAYS = st.sampled_from([None, D1, D2, D3])
CLAIMS = st.builds(
    lambda words, day, key, role, revision: (words, day, key, role, revision),
    FIGURES,
    DAYS,
    st.sampled_from(["deaths", "missing", "magnitude", "rate"]),
    st.sampled_from(list(Role)),
    st.sampled_from(["", "corrected"]),
)


@given(CLAIMS, CLAIMS)
def test_verdicts_are_symmetric(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    a, b = (
        claim(words, name, day, key=first[2], role=role, revision=revision)
        for name, (words, day, _, role, revision) in (("a", first), ("b", second))
    )
    one, other = judge_pair(a, b, Settings()), judge_pair(b, a, Settings())
    assert (one.verdict, one.rule, one.reason) == (other.verdict, other.rule, other.reason)


@given(FIGURES, DAYS, DAYS)
def test_one_figure_never_clashes_with_itself(words: str, one: str | None, other: str | None) -> None:
    assert judge_pair(claim(words, "a", one), claim(words, "b", other), Settings()).verdict == Verdict.AGREE


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"part": "including"}, {}, "marked as a part"),
        ({"places": frozenset({"orlow"})}, {"places": frozenset({"mirvan"})}, "name two places"),
        ({"places": frozenset({"haiti"})}, {"places": frozenset({"jamaica"})}, "name two places"),
        ({"places": frozenset({"caribbean"})}, {"places": frozenset({"haiti", "jamaica"})}, "name two places"),
        ({"places": frozenset({"bavaria"})}, {"places": frozenset({"germany"})}, "said of a part of the places"),
    ],
)
def test_another_part_or_place_is_no_alarm(first, second, words):
    plain = (claim("31", "a", D1), claim("58", "b", D1))
    assert judge_pair(*plain, Settings()).verdict is Verdict.CONFLICT
    a, b = (replace(c, scope=replace(c.scope, **more)) for c, more in zip(plain, (first, second), strict=True))
    pair = judge_pair(a, b, Settings())
    assert pair.verdict is judge_pair(b, a, Settings()).verdict is Verdict.UNCLEAR
    assert words in pair.reason


@pytest.mark.parametrize("places", [("lisbon", "portugal"), ("orlow", "portugal"), ("germany", "bavaria")])
def test_a_place_that_may_lie_in_the_other_does_not_excuse(places):
    """Nor does a province that has more than its country: it is no part of that count."""
    a, b = claim("31", "a", D1), claim("58", "b", D1)
    a, b = (replace(c, scope=replace(c.scope, places=frozenset({p}))) for c, p in zip((a, b), places, strict=True))
    assert judge_pair(a, b, Settings()).verdict is Verdict.CONFLICT


def test_two_measures_are_no_alarm():
    a, b = claim("31", "a", D1), claim("58", "b", D1)
    other = replace(b, measure=replace(b.measure, key="case"))
    pair = judge_pair(a, other, Settings())
    assert (pair.verdict, "name two measures" in pair.reason) == (Verdict.UNCLEAR, True)
    assert judge_pair(a, b, Settings()).verdict is Verdict.CONFLICT


def test_one_more_of_its_kind_is_no_alarm():
    a, b = claim("31", "a", D1), claim("58", "b", D1)
    another = replace(b, scope=replace(b.scope, another=True))
    pair = judge_pair(a, another, Settings())
    assert (pair.verdict, "another one" in pair.reason) == (Verdict.UNCLEAR, True)
    both = replace(a, scope=replace(a.scope, another=True))
    assert judge_pair(both, another, Settings()).verdict is Verdict.CONFLICT


def test_a_fall_told_in_words_and_one_told_by_its_sign_agree():
    texts = ("Exports fell by 2.9% in April.", "April exports: -2.9%.", "Exports rose by 2.9% in April.")
    down, signed, up = (
        extract_claims([Article(id=f"a{at}", source="", text=text, published=date(2024, 5, 7))])[0]
        for at, text in enumerate(texts)
    )
    assert judge_pair(down, signed, Settings()).verdict is judge_pair(signed, down, Settings()).verdict is Verdict.AGREE
    assert judge_pair(up, signed, Settings()).verdict is not Verdict.AGREE


def test_a_year_in_an_undated_article_gives_no_order():
    early = claim("10", "a", "2005-11-28")
    dates = replace(early.dates, as_of=DateSpan(date(2005, 1, 1), date(2005, 12, 31)), published=None)
    assert judge_pair(early, replace(claim("3", "b"), dates=dates), Settings()).rule == "presumed_rise"
