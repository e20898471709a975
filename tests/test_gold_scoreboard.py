"""The scoreboard against a checker that knows the answers, and against the same one with a fault planted."""

import json
from dataclasses import dataclass, replace
from datetime import date

import pytest

from discrepancy.model import Claim, DateContext, DateSpan, Pair, Quantity, Verdict
from tests.gold import __main__ as command
from tests.gold.scoreboard import days_of, figures, score_stories
from tests.gold.stories import read_story, story_files

STORY = next(story for story in map(read_story, story_files()) if story.name == "transport-marl-junction-crash")


@dataclass(frozen=True)
class FakeReport:
    claims: tuple[Claim, ...]
    drawn: tuple[Pair, ...]

    def pairs(self):
        return iter(self.drawn)


def _span(iso):
    return None if iso is None else DateSpan(*days_of(iso))


def _claim(gold):
    period = DateSpan(days_of(gold.period[0])[0], None) if gold.period and gold.period[0] else None
    quantity = Quantity(low=gold.low, high=gold.high, value=gold.low or gold.high, unit=gold.unit, surface=gold.number)
    dates = DateContext(as_of=_span(gold.as_of), period=period)
    return Claim(gold.id, gold.article, "", gold.start, gold.end, gold.quote, quantity=quantity, dates=dates)


def know_all(change_claim=lambda claim: claim, change_pairs=lambda pairs: pairs):
    claims = {gold.id: change_claim(_claim(gold)) for gold in STORY.claims}
    pairs = [Pair(claims[p.a], claims[p.b], Verdict(p.verdict), "", "") for p in STORY.pairs]
    return lambda articles: FakeReport(tuple(claims.values()), tuple(change_pairs(pairs)))


def test_a_checker_that_knows_all_scores_full():
    score = score_stories([STORY], know_all())
    assert set(figures(score.counts).values()) == {1.0}
    assert len(score.right) == len(STORY.pairs)
    assert not score.false


def _wrong_unit(claim):
    return replace(claim, quantity=replace(claim.quantity, unit="kg"))


def _wrong_bounds(claim):
    return replace(claim, quantity=replace(claim.quantity, low=-7.0, high=-6.0))


def _no_dates(claim):
    return replace(claim, dates=DateContext())


@pytest.mark.parametrize(
    ("change", "zero"),
    [(_wrong_unit, {"unit"}), (_wrong_bounds, {"bounds"}), (_no_dates, {"as of", "period"})],
)
def test_a_fault_in_the_claims_shows_in_its_figure_alone(change, zero):
    found = figures(score_stories([STORY], know_all(change)).counts)
    assert {name for name, value in found.items() if value == 0.0} == zero
    assert found["claim recall"] == found["alignment F1"] == found["pairs, end to end"] == 1.0


def test_claims_elsewhere_are_not_found():
    found = figures(score_stories([STORY], know_all(lambda claim: replace(claim, start=0, end=0))).counts)
    assert found["claim recall"] == found["alignment F1"] == 0.0


def test_nothing_aligned_is_recall_zero():
    found = figures(score_stories([STORY], know_all(change_pairs=lambda pairs: [])).counts)
    assert found["alignment recall"] == found["conflict recall"] == 0.0


def test_everything_called_a_conflict_costs_precision():
    cry_wolf = know_all(change_pairs=lambda pairs: [replace(pair, verdict=Verdict.CONFLICT) for pair in pairs])
    score = score_stories([STORY], cry_wolf)
    found = figures(score.counts)
    assert found["alignment F1"] == found["conflict recall"] == 1.0
    conflicts = sum(pair.verdict == "conflict" for pair in STORY.pairs)
    fair = sum("conflict" in pair.also for pair in STORY.pairs)
    assert found["conflict precision"] == pytest.approx(conflicts / (len(STORY.pairs) - fair), abs=1e-4)
    assert len(score.false) == score.counts["false conflicts"]


def test_a_pair_across_two_groups_is_named_as_false():
    def chain(pairs):
        return [*pairs, Pair(pairs[0].a, pairs[-1].b, Verdict.CONFLICT, "", "")]

    score = score_stories([STORY], know_all(change_pairs=chain))
    assert figures(score.counts)["alignment precision"] < 1.0
    assert score.counts["false conflicts"] == 1
    (name,) = score.false
    assert name.count(STORY.name) == 2


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02-09", date(2024, 2, 9), date(2024, 2, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_an_iso_date_is_a_span_of_days(iso, first, last):
    assert days_of(iso) == (first, last)


def test_gains_and_losses_are_told_by_name(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "LAST_RUN", tmp_path / "last_run.json")
    monkeypatch.setattr(command, "story_files", lambda: [path for path in story_files() if STORY.name in path.name])
    monkeypatch.setattr(command, "check", know_all(change_pairs=lambda pairs: pairs[1:]))
    command.main(["--store"])
    stored = json.loads(command.LAST_RUN.read_text(encoding="utf-8"))
    assert len(stored["right"]) == len(STORY.pairs) - 1

    monkeypatch.setattr(command, "check", know_all(change_pairs=lambda pairs: pairs[:-1]))
    capsys.readouterr()
    command.main([])
    printed = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("+ right now: ") for line in printed) == 1
    assert sum(line.startswith("- right no more: ") for line in printed) == 1


def test_a_run_over_some_stories_is_not_stored(capsys):
    with pytest.raises(SystemExit):
        command.main(["--store", "--only", "ferry"])
    assert "all stories" in capsys.readouterr().err
