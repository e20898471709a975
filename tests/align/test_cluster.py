"""Grouping by average linkage: a slow and plainly right oracle, and the laws of the result."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.cluster import cluster
from discrepancy.align.compare import GATE

UNLINKED = -1.0
PRIMES = [n for n in range(2, 200) if all(n % d for d in range(2, n))]  # more than nine claims have pairs


@st.composite
def weight_tables(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], float]]:
    """A number of claims, and a weight without ties for some of their pairs."""
    size = draw(st.integers(2, 9))
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(size), 2))), unique=True))
    order = draw(st.permutations(range(len(pairs))))
    gated = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    # roots of primes are independent of one another, so that no two means of two clusters are equal
    roots = [PRIMES[k] ** 0.5 % 7 - 3 for k in order]
    return size, {p: GATE if p in gated else root for p, root in zip(pairs, roots, strict=True)}


def slow_cluster(size: int, weights: dict[tuple[int, int], float]) -> list[list[int]]:
    """Join the two nearest clusters again and again, every mean computed anew."""
    clusters = [[i] for i in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        values = [weights.get((min(i, j), max(i, j)), UNLINKED) for i in a for j in b]
        return sum(values) / len(values)

    while len(clusters) > 1:
        a, b = max(combinations(clusters, 2), key=lambda pair: mean(*pair))
        if mean(a, b) <= 0:
            break
        clusters = [c for c in clusters if c is not a and c is not b] + [sorted(a + b)]
    return sorted(clusters)


@given(weight_tables())
def test_agrees_with_the_slow_oracle(table: tuple[int, dict[tuple[int, int], float]]) -> None:
    size, weights = table
    assert cluster(size, weights, 0.0, UNLINKED) == slow_cluster(size, weights)


@given(weight_tables())
def test_groups_partition_and_hold_no_gate(table: tuple[int, dict[tuple[int, int], float]]) -> None:
    size, weights = table
    groups = cluster(size, weights, 0.0, UNLINKED)
    assert sorted(i for group in groups for i in group) == list(range(size))
    for group in groups:
        assert all(weights.get(pair, UNLINKED) != GATE for pair in combinations(group, 2))


def test_two_matches_do_not_chain_over_a_gate() -> None:
    weights = {(0, 1): 3.0, (1, 2): 2.0, (0, 2): GATE}
    assert cluster(3, weights, 0.0, UNLINKED) == [[0, 1], [2]]


def test_a_claim_with_two_equally_good_homes_stays_alone() -> None:
    weights = {(0, 1): 2.0, (1, 2): 2.0, (0, 2): GATE}
    assert cluster(3, weights, 0.0, UNLINKED) == [[0], [1], [2]]


@pytest.mark.parametrize(("threshold", "groups"), [(0.0, [[0, 1], [2]]), (5.0, [[0], [1], [2]])])
def test_a_stricter_threshold_only_splits(threshold: float, groups: list[list[int]]) -> None:
    assert cluster(3, {(0, 1): 3.0}, threshold, UNLINKED) == groups
