"""Grouping: pairs that match become groups, without chaining.

Average linkage with gates: two clusters join when no pair across them meets a gate and the mean match weight across
them is above the threshold. The best join goes first and ties are settled by the claims themselves, so the order of
the input does not matter. Work grows with the number of candidate pairs.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from discrepancy.align.compare import GATE

TIE = 1e-6  # two homes are equally good when their mean weights differ by no more


Link = tuple[float, int]  # between two clusters: the sum of the match weights, and how many pairs they stand for


@dataclass(slots=True)
class Clusters:
    """Clusters while they grow: members and links by the cluster's first member."""

    members: dict[int, list[int]] = field(default_factory=dict)
    links: dict[int, dict[int, Link]] = field(default_factory=dict)
    unlinked: float = 0.0

    def mean(self, a: int, b: int) -> float:
        """Mean match weight over all pairs across two clusters; a pair never compared weighs `unlinked`."""
        weight, compared = self.links[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (weight + self.unlinked * (pairs - compared)) / pairs

    def merge(self, a: int, b: int) -> int:
        """Merge two clusters into one; its name is the smaller of the two."""
        keep, drop = min(a, b), max(a, b)
        self.members[keep] += self.members.pop(drop)
        links = self.links[keep]
        for other, link in self.links.pop(drop).items():
            del self.links[other][drop]
            if other != keep:
                weight, pairs = links.get(other, (0.0, 0))
                links[other] = weight + link[0], pairs + link[1]
                self.links[other][keep] = links[other]
        return keep


def tied(
    size: int, pairs: Callable[[], Iterable[tuple[tuple[int, int], float]]], threshold: float, unlinked: float
) -> dict[tuple[int, int], float]:
    """The pairs that can have a part in a group: those of claims that pairs above the threshold tie together.

    Args:
        size: How many claims there are; positions run from 0.
        pairs: Gives the pairs with their match weights, as often as asked.
        threshold: The mean weight above which two clusters join.
        unlinked: The weight of a pair that was not worth comparing; above the threshold it ties all to all.
    """
    if unlinked > threshold:
        return dict(pairs())
    home = _homes(size, {pair: weight for pair, weight in pairs() if weight > threshold}, threshold)
    return {pair: weight for pair, weight in pairs() if home[pair[0]] == home[pair[1]]}


def cluster(size: int, weights: Mapping[tuple[int, int], float], threshold: float, unlinked: float) -> list[list[int]]:
    """Group positions by average linkage.

    Args:
        size: How many claims there are; positions run from 0.
        weights: Match weight of each candidate pair, minus infinity for a gate.
        threshold: The mean weight above which two clusters join.
        unlinked: The weight of a pair that was not worth comparing.

    Returns:
        Lists of positions, rising; together a partition. A claim with two equally good homes that do not join each
        other stays alone.
    """
    home = _homes(size, weights, threshold)
    clusters = Clusters({i: [i] for i in range(size)}, {i: {} for i in range(size)}, unlinked)
    for (a, b), weight in weights.items():
        if home[a] == home[b] or unlinked > threshold:
            clusters.links[a][b] = clusters.links[b][a] = weight, 1
    heap = [(-weight, a, b) for (a, b), weight in weights.items() if weight > threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if b not in clusters.links.get(a, {}) or clusters.mean(a, b) != -negative:
            continue
        if _torn(clusters, a, b, threshold) or _torn(clusters, b, a, threshold):
            continue
        keep = clusters.merge(a, b)
        for other in clusters.links[keep]:
            mean = clusters.mean(keep, other)
            if mean > threshold:
                heapq.heappush(heap, (-mean, min(keep, other), max(keep, other)))
    return sorted(sorted(members) for members in clusters.members.values())


def _homes(size: int, weights: Mapping[tuple[int, int], float], threshold: float) -> list[int]:
    """For each position the first one that it is tied to by pairs above the threshold; others it never joins."""
    home = list(range(size))

    def root(i: int) -> int:
        while home[i] != i:
            home[i] = i = home[home[i]]
        return i

    for (a, b), weight in weights.items():
        if weight > threshold:
            first, second = sorted((root(a), root(b)))
            home[second] = first
    return [root(i) for i in range(size)]


def _torn(clusters: Clusters, single: int, home: int, threshold: float) -> bool:
    """Whether a single claim has another home as good as this one, and the two homes exclude each other."""
    if len(clusters.members[single]) > 1:
        return False
    weight = clusters.mean(single, home)
    rivals = (other for other in clusters.links[single] if other != home)
    return any(
        abs(clusters.mean(single, rival) - weight) <= TIE
        and rival in clusters.links[home]
        and clusters.links[home][rival][0] == GATE
        for rival in rivals
    )
