"""A comparison in words and its weight alone are one and the same."""

from itertools import combinations

import pytest

from discrepancy.align.compare import DIGITS, GATE, Comparer
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
