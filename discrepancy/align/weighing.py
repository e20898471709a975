"""Weighing: the match weights of all candidate pairs, part by part.

The work is cut between articles: a part holds some meetings of articles and the claims of these, and can be weighed
anywhere. Articles of one story are put into one part where that can be, so that few claims travel twice.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from discrepancy.align.blocking import Meetings, candidates_among
from discrepancy.align.compare import Comparer
from discrepancy.model import Claim
from discrepancy.settings import OwnPart

MANY = 4_000  # pairs from which on they are weighed together
PART = 40_000  # pairs of claims of the articles that meet in one part; a fraction of them is compared


@dataclass(frozen=True, slots=True)
class Part:
    """Some meetings of articles.

    Attributes:
        claims: All claims of these articles, in the order of the run.
        places: Their positions in the run.
        meetings: The pairs of articles.
    """

    claims: tuple[Claim, ...]
    places: "array[int]"
    meetings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The match weights of a part: the pair (left[n], right[n]) of the run weighs weights[n]."""

    left: "array[int]" = field(default_factory=lambda: array("l"))
    right: "array[int]" = field(default_factory=lambda: array("l"))
    weights: "array[float]" = field(default_factory=lambda: array("d"))
    cut: tuple[str, ...] = ()

    def pairs(self) -> Iterator[tuple[tuple[int, int], float]]:
        """The pairs with their weights."""
        return zip(zip(self.left, self.right, strict=True), self.weights, strict=True)


def weigh(part: Part, own: Sequence[OwnPart] = ()) -> Weighed:
    """Weigh the candidate pairs of a part of the work; `own` are parts of the question of the user's own."""
    candidates = candidates_among(part.claims, part.meetings)
    places, pairs = part.places, candidates.pairs
    return Weighed(
        array("l", [places[i] for i, _ in pairs]),
        array("l", [places[j] for _, j in pairs]),
        array("d", weights_of(part.claims, pairs, own)),
        candidates.cut,
    )


def weights_of(
    claims: Sequence[Claim], pairs: Sequence[tuple[int, int]], own: Sequence[OwnPart] = ()
) -> Sequence[float]:
    """Weigh pairs of claims, given by their positions; `claims` are all claims of the articles compared."""
    comparer = Comparer(claims, own)
    if len(pairs) < MANY:
        return [comparer.weight(claims[i], claims[j]) for i, j in pairs]
    from discrepancy.align.columns import weigh_columns  # numpy takes longer to load than few pairs to weigh

    return weigh_columns(comparer, claims, pairs)


def parts_of(claims: Sequence[Claim], meetings: Meetings) -> list[Part]:
    """Cut the work: the same parts however many workers there are."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[claim.article_id].append(place)
    rank = {article: at for at, article in enumerate(_side_by_side(list(places), meetings.pairs))}
    parts: list[Part] = []
    taken: list[tuple[str, str]] = []
    size = 0
    for a, b in sorted(meetings.pairs, key=lambda pair: sorted((rank[pair[0]], rank[pair[1]]))):
        taken.append((a, b))
        size += len(places[a]) * len(places[b])
        if size >= PART:
            parts.append(_part(claims, places, taken))
            taken, size = [], 0
    return [*parts, _part(claims, places, taken)] if taken else parts


def _part(claims: Sequence[Claim], places: dict[str, list[int]], meetings: list[tuple[str, str]]) -> Part:
    here = array("l", sorted(place for article in {a for pair in meetings for a in pair} for place in places[article]))
    return Part(tuple(claims[place] for place in here), here, tuple(meetings))


def _side_by_side(articles: Sequence[str], meetings: Sequence[tuple[str, str]]) -> list[str]:
    """The articles in an order that keeps those that meet close together."""
    meets: dict[str, list[str]] = defaultdict(list)
    for a, b in meetings:
        meets[a].append(b)
        meets[b].append(a)
    ordered: dict[str, None] = {}
    for article in articles:
        todo = [article]
        while todo:
            following = todo.pop()
            if following not in ordered:
                ordered[following] = None
                todo += reversed(meets[following])
    return list(ordered)
