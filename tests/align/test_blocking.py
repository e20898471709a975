"""Blocking keeps the pairs worth comparing, and its work grows with the number of claims."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings

from benchmarks.stories import invent
from discrepancy import LimitWarning, Settings, align_claims, extract_claims
from discrepancy.align.blocking import candidates_of
from discrepancy.align.blocking.articles import REACH, meeting_articles
from discrepancy.model import Measure, dimension
from tests.builders import claim
from tests.strategies import other_articles, render, stories


def plainly(claims):
    """All pairs that share a key, found by trying every pair: the slow judge."""
    for (i, a), (j, b) in combinations(enumerate(claims), 2):
        if a.article_id != b.article_id and not {*a.scope.story} & {*b.scope.story}:
            continue
        unit = dimension(a.quantity.unit)
        if unit != dimension(b.quantity.unit):
            continue
        alike = a.measure.key == b.measure.key or a.quantity.value == b.quantity.value or a.scope.words & b.scope.words
        if unit != "count" or alike:
            yield i, j


def in_order(articles):
    return sorted(extract_claims(articles), key=lambda c: (c.article_id, c.start))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(stories(sizes=(2, 5)), other_articles())
def test_a_small_run_keeps_every_pair_that_shares_a_key(pieces, stranger):
    claims = in_order([*render(pieces)[0], stranger])
    found = candidates_of(claims, Settings())
    assert found.pairs == sorted(plainly(claims))
    assert found.cut == ()


def test_pairs_grow_with_the_claims():
    few, many = (in_order(invent(stories)[0]) for stories in (10, 60))
    pairs = [len(candidates_of(claims, Settings()).pairs) / len(claims) for claims in (few, many)]
    assert pairs[1] < 1.5 * pairs[0]


def test_articles_of_one_story_meet_among_many():
    articles, _ = invent(60)
    claims = extract_claims(articles)
    words = {c.article_id: c.scope.story for c in claims}
    met = set(meeting_articles(words, 1).pairs)
    wanted = {(a, b) for a, b in combinations(sorted(words), 2) if a.partition("-")[0] == b.partition("-")[0]}
    assert len(wanted - met) <= 0.01 * len(wanted)
    assert len(met) < 6 * len(wanted)


def crowd(many):
    """Articles of one story, each with one figure."""
    plain = claim("80", "a", "2031-01-01")
    scope = replace(plain.scope, story=("flood", "velmora"), words=frozenset({"flood"}))
    return [replace(plain, id=f"{n:05}", article_id=f"a{n:05}", scope=scope) for n in range(many)]


def test_a_crowd_of_articles_is_cut_and_told():
    few, many = (candidates_of(crowd(size), Settings()) for size in (REACH, 600))
    assert few.cut == ()
    assert len(few.pairs) == REACH * (REACH - 1) // 2
    assert "600 articles" in many.cut[0]
    assert len(many.pairs) <= 600 * REACH


def test_a_table_of_figures_is_cut_and_told():
    cells = [
        replace(claim("5", "a", unit="percent"), id=f"{n:05}", start=n, measure=Measure("share", "share"))
        for n in range(1_000)
    ]
    with pytest.warns(LimitWarning, match="next in value"):
        groups = align_claims(cells)
    assert sum(len(group.claims) for group in groups) == 1_000
    assert len(candidates_of(cells, Settings()).pairs) < 20_000
