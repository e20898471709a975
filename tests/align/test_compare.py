"""A comparison in words and its weight alone are one and the same."""

from dataclasses import fields, is_dataclass, replace
from itertools import combinations, product
from random import Random

import pytest

from discrepancy.align import columns, parts
from discrepancy.align.columns import weigh_columns
from discrepancy.align.compare import DIGITS, GATE, Comparer
from discrepancy.align.views import SEEN
from discrepancy.extract.claims import extract_claims
from discrepancy.settings import OwnPart
from tests.gold.stories import read_story, story_files


def _same_source(a, b):
    return "same" if a.source == b.source else "other"


@pytest.mark.parametrize("own", [(), (OwnPart("source", _same_source, {"same": 0.5, "other": -0.25}),)])
def test_the_weight_is_that_of_the_levels(own):
    claims = extract_claims([article for path in story_files()[::9] for article in read_story(path).articles[:3]])
    comparer = Comparer(claims, own)
    gated = 0
    for a, b in combinations(claims[::4], 2):
        compared = comparer.compare(a, b)
        total = round(sum(level.weight for level in compared.levels), DIGITS)
        assert comparer.weight(a, b) == comparer.weight(b, a) == compared.weight == total
        gated += compared.weight == GATE
    assert 0 < gated < len(claims) ** 2 / 32


def _claims():
    """Claims of several stories, among them some that are met again in another article under other dates and places."""
    stories = [read_story(path) for path in story_files()[::5]]
    return extract_claims([article for story in stories for article in story.articles[:3]])


@pytest.mark.parametrize("block", [1 << 16, 1000])
@pytest.mark.parametrize("own", [(), (OwnPart("source", _same_source, {"same": 0.5, "other": -0.25}),)])
def test_many_pairs_weighed_together_weigh_what_each_does_alone(own, block, monkeypatch):
    monkeypatch.setattr(columns, "_BLOCK", block)
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
