"""What is done for many at once in columns says the same as what is done for few, one by one."""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from discrepancy.align import align_claims, company, parts, weighing
from discrepancy.align.blocking import articles, candidates_of
from discrepancy.align.blocking.nearness import weight_of
from discrepancy.align.columns import nearest
from discrepancy.align.columns import pairs as pairs_module
from discrepancy.align.columns.company import look_again
from discrepancy.align.columns.nearest import near_in_columns
from discrepancy.align.columns.pairs import weigh_columns
from discrepancy.align.company import companies, company_weights
from discrepancy.align.compare import Comparer
from discrepancy.align.views import SEEN
from discrepancy.extract.claims import extract_claims
from discrepancy.settings import OwnPart, Settings
from tests.gold.stories import read_story, story_files


def _same_source(a, b):
    return "same" if a.source == b.source else "other"


def _claims():
    """Claims of several stories, among them some that are met again in another article under other dates and places."""
    stories = [read_story(path) for path in story_files()[::5]]
    return extract_claims([article for story in stories for article in story.articles[:3]])


@pytest.mark.parametrize("block", [1 << 16, 1000])
@pytest.mark.parametrize("own", [(), (OwnPart("source", _same_source, {"same": 0.5, "other": -0.25}),)])
def test_many_pairs_weighed_together_weigh_what_each_does_alone(own, block, monkeypatch):
    monkeypatch.setattr(pairs_module, "_BLOCK", block)
    claims = _claims()[::3]
    pairs = list(combinations(range(len(claims)), 2))
    alone = Comparer(claims, own)
    assert weigh_columns(Comparer(claims, own), claims, pairs) == [alone.weight(claims[i], claims[j]) for i, j in pairs]


def test_no_pairs_weigh_nothing():
    assert weigh_columns(Comparer([]), [], []) == []


@pytest.mark.parametrize("view", SEEN, ids=lambda view: view.__name__)
def test_a_view_sees_all_that_its_parts_ask_of_a_claim(view):
    """A claim that gets something of another, and looks the same in a view, is the same to the parts of that view."""
    claims = _claims()
    backdrop = Comparer(claims).backdrop
    chance = Random(0)
    looked_same = 0
    for claim in claims * 20:
        other, third = chance.choices(claims, k=2)
        holder = chance.choice(["quantity", "measure", "dates", "scope", "status"])
        part_of, own = getattr(other, holder), getattr(claim, holder)
        name = chance.choice([f.name for f in fields(own)]) if is_dataclass(own) else holder
        given = replace(own, **{name: getattr(part_of, name)}) if is_dataclass(own) else part_of
        changed = replace(claim, **{holder: given})
        if changed != claim and view(changed, backdrop) == view(claim, backdrop):
            looked_same += 1
            for part, met in product(SEEN[view], (claim, other, third)):
                asked = parts.PARTS[part]
                assert asked(claim, met, backdrop) == asked(changed, met, backdrop), (part, name)
    assert looked_same > len(claims)


@pytest.mark.parametrize(("many", "words"), [(0, 1), (1, 5), (30, 4), (300, 40), (1500, 300)])
def test_the_articles_near_to_each_are_the_same(many, words, monkeypatch):
    """Some words are in nearly all articles, most in few; where scores tie, names decide."""
    monkeypatch.setattr("discrepancy.align.columns.nearest._TOGETHER", 200)
    chance = Random(many)
    pool = [f"w{n}" for n in range(words)]
    stories = {
        f"{chance.randrange(10**6)}-{n}": frozenset(chance.choice(pool[: chance.randint(1, words)]) for _ in range(9))
        for n in range(many)
    }
    index = articles._Index(stories)
    alone = {article: found for article in stories if (found := index.near(article))}
    assert dict(near_in_columns(stories)) == alone
    assert many < 30 or alone


def test_the_sums_hold_for_millions_of_articles():
    many, chance = 10_000_000, Random(1)
    rows = [
        (chance.randrange(nearest._TOGETHER), many - 1 - chance.randrange(9), weight_of(chance.randint(2, 9), many))
        for _ in range(5_000)
    ]
    sums = Counter()
    for whose, other, weight in rows:
        sums[whose, other] += weight
    found = nearest._summed(*np.array(rows).T, many)
    assert list(zip(*(column.tolist() for column in found), strict=True)) == [(*key, sums[key]) for key in sorted(sums)]


@pytest.mark.parametrize("together", [1 << 16, 100])
def test_a_second_look_at_many_says_the_same(together, monkeypatch):
    monkeypatch.setattr("discrepancy.align.columns.company._TOGETHER", together)
    seen = set()
    for path in story_files()[::4]:
        claims = sorted(extract_claims(read_story(path).articles), key=lambda c: (c.article_id, c.start, c.id))
        pairs = candidates_of(claims, Settings()).pairs
        comparer = Comparer(claims)
        weights = [comparer.weight(claims[i], claims[j]) for i, j in pairs]
        first = dict(zip(pairs, weights, strict=True))
        alone = {pair: found.weight(company_weights()) for pair, found in companies(claims, first)}
        again = look_again(claims, tuple(zip(*pairs, strict=True)), weights, company_weights())
        assert again.tolist() == pytest.approx([alone.get(pair, first[pair]) for pair in pairs], abs=1e-9)
        seen |= {found.setting for _, found in companies(claims, first)}
    assert seen == company_weights().keys()


def test_the_groups_are_the_same(monkeypatch):
    claims = _claims()
    few = align_claims(claims)
    monkeypatch.setattr(weighing, "MANY", 1)
    monkeypatch.setattr(company, "MANY", 1)
    monkeypatch.setattr(articles, "MANY", 1)
    many = align_claims(claims)
    assert [(group.id, group.origins, group.firm) for group in many] == [(g.id, g.origins, g.firm) for g in few]
    assert len(few) < len(claims)
