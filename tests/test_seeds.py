"""The main job on the three founding articles: what a careful reader finds, and no alarm."""

from datetime import date
from pathlib import Path

import pytest

from discrepancy import Verdict, check, read_articles

SEEDS = Path(__file__).parent.parent / "seeds"
WINDOW = {"since September": date(2025, 9, 1), "since 2 September": date(2025, 9, 2)}


@pytest.fixture(scope="module")
def report():
    return check(read_articles(SEEDS))


def figures(finding):
    return [claim.quantity.surface for claim in finding.group.claims]


def by_figures(report):
    return {tuple(figures(finding)): finding for finding in report.findings}


def test_the_articles_carry_their_days(report):
    assert [article.published for article in report.articles] == [
        date(2025, 11, 18), date(2025, 12, 4), date(2026, 1, 2),
    ]  # fmt: skip


def test_deaths_and_strikes_are_put_together_and_nothing_else(report):
    assert set(by_figures(report)) == {("80", "83", "110"), ("21", "30")}


def test_no_alarm(report):
    assert {finding.verdict for finding in report.findings} == {Verdict.UPDATE}
    assert report.conflicts == ()


def test_the_deaths_agree_first_and_rise_then(report):
    deaths = by_figures(report)["80", "83", "110"]
    verdicts = {(p.a.quantity.surface, p.b.quantity.surface): p.verdict for p in deaths.pairs()}
    assert verdicts == {("80", "83"): Verdict.AGREE, ("80", "110"): Verdict.UPDATE, ("83", "110"): Verdict.UPDATE}
    assert [c.dates.as_of.first for c in deaths.group.claims] == [article.published for article in report.articles]


@pytest.mark.parametrize(("figure", "first"), [("83", WINDOW["since September"]), ("110", WINDOW["since 2 September"])])
def test_the_period_is_resolved_to_days(report, figure, first):
    claim = next(c for c in report.claims if c.quantity.surface == figure)
    assert claim.dates.period.first == first


def test_five_killed_on_wednesday_are_another_question(report):
    grouped = {claim.id for finding in report.findings for claim in finding.group.claims}
    alone = {c.quantity.surface: c for c in report.claims if c.id not in grouped}
    assert {"five", "two", "10–13", "50 million"} <= set(alone)
    assert (alone["five"].dates.period or alone["five"].dates.event).first == date(2025, 12, 31)


def test_without_days_the_same_groups_come_out_as_presumed(report):
    undated = check([article.model_copy(update={"published": None}) for article in report.articles])
    assert {frozenset(key) for key in by_figures(undated)} == {frozenset(key) for key in by_figures(report)}
    assert not undated.conflicts
    assert all("date is missing" in finding.reason for finding in undated.updates)
