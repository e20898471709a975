"""Twenty-five hard cases, each with the verdict that a careful reader wants; they stand in `field_cases.yaml`."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

import discrepancy
from discrepancy import Article

CASES = yaml.safe_load((Path(__file__).parent / "field_cases.yaml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[\[([^|\]]+)\|(\w+)\]\]")
APART = "apart"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a named figure stands."""

    article: str
    start: int
    end: int

    def holds(self, claim):
        return claim.article_id == self.article and claim.start < self.end and self.start < claim.end


def read_articles(case):
    """Take the marks out of the texts; give the articles, and where each named figure stands."""
    articles, spots = [], {}
    for number, raw in enumerate(case["articles"]):
        text, rest, name = "", raw["text"].strip(), f"case{case['row']}-{number}"
        while mark := MARK.search(rest):
            text += rest[: mark.start()]
            spots[mark[2]] = Spot(name, len(text), len(text) + len(mark[1]))
            text, rest = text + mark[1], rest[mark.end() :]
        articles.append(Article(id=name, text=text + rest, source=raw["source"], published=raw["published"]))
    return articles, spots


@cache
def check_case(index):
    articles, spots = read_articles(CASES[index])
    return discrepancy.check(articles), spots


def find_claim(report, spot):
    claims = [claim for claim in report.claims if spot.holds(claim)]
    assert claims, f"no claim at {spot}"
    return claims[0]


def find_pair(report, spots, names):
    ids = {find_claim(report, spots[name]).id for name in names}
    return next((pair for pair in report.pairs() if {pair.a.id, pair.b.id} == ids), None)


def find_finding(report, spots, name):
    claim = find_claim(report, spots[name])
    return next((finding for finding in report.findings if claim in finding.group.claims), None)


def wants():
    for index, case in enumerate(CASES):
        for want in case["wants"]:
            subject = "-".join(want.get("pair") or [want["figure"], *sorted(want.keys() - {"figure", "not_yet"})])
            mark = pytest.mark.xfail(strict=True, reason=want["not_yet"]) if "not_yet" in want else ()
            yield pytest.param(index, want, id=f"row{case['row']}-{subject}", marks=mark)


def pick(kind):
    return [param for param in wants() if kind in param.values[1]]


@pytest.mark.parametrize(("index", "want"), pick("verdict"))
def test_the_verdict_is_the_one_wanted(index, want):
    report, spots = check_case(index)
    pair = find_pair(report, spots, want["pair"])
    wanted = want["verdict"] if isinstance(want["verdict"], list) else [want["verdict"]]
    assert (str(pair.verdict) if pair else APART) in wanted, pair and pair.reason
    if "reason" in want:
        assert want["reason"] in pair.reason


@pytest.mark.parametrize(("index", "want"), pick("origins"))
def test_copies_are_one_origin(index, want):
    report, spots = check_case(index)
    assert len(find_finding(report, spots, want["figure"]).origins) == want["origins"]


@pytest.mark.parametrize(("index", "want"), pick("envelope"))
def test_the_envelope_holds_the_latest_readings(index, want):
    report, spots = check_case(index)
    assert list(find_finding(report, spots, want["figure"]).envelope) == want["envelope"]


@pytest.mark.parametrize(("index", "want"), pick("as_of"))
def test_as_of_is_not_the_day_of_print(index, want):
    report, spots = check_case(index)
    as_of = find_claim(report, spots[want["figure"]]).dates.as_of
    assert as_of
    assert as_of.first == want["as_of"]


@pytest.mark.parametrize("index", range(len(CASES)), ids=lambda index: f"row{CASES[index]['row']}")
def test_no_article_contradicts_itself(index):
    report, _ = check_case(index)
    assert all(pair.a.article_id != pair.b.article_id for pair in report.pairs())


def test_the_cases_are_complete_and_their_marks_are_used():
    assert [case["row"] for case in CASES] == list(range(1, 26))
    for case in CASES:
        _, spots = read_articles(case)
        named = {name for want in case["wants"] for name in want.get("pair", [want.get("figure")])}
        assert named <= spots.keys(), case["row"]
        assert all(isinstance(raw["published"], date) for raw in case["articles"])
