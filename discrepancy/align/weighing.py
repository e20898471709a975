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


@dataclass(slots=True)
class Weighed:
    """The match weights of some pairs of the run: the pair (left[n], right[n]) weighs weights[n].

    Attributes:
        left: Positions of claims.
        right: Positions of others.
        weights: Minus infinity where a gate decides.
        cut: What was left out because a block was too large, in words.
    """

    left: "array[int]" = field(default_factory=lambda: array("q"))
    right: "array[int]" = field(default_factory=lambda: array("q"))
    weights: "array[float]" = field(default_factory=lambda: array("d"))
    cut: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.left)

    def pairs(self) -> Iterator[tuple[tuple[int, int], float]]:
        """The pairs with their weights."""
        return zip(zip(self.left, self.right, strict=True), self.weights, strict=True)

    def add(self, other: "Weighed") -> None:
        """Take in the pairs of another part."""
        self.left.extend(other.left)
        self.right.extend(other.right)
        self.weights.extend(other.weights)
        self.cut += other.cut


def weigh(part: Part, own: Sequence[OwnPart] = ()) -> Weighed:
    """Weigh the candidate pairs of a part of the work; `own` are parts of the question of the user's own."""
    candidates = candidates_among(part.claims, part.meetings)
    places, pairs = part.places, candidates.pairs
    return Weighed(
        array("q", [places[i] for i, _ in pairs]),
        array("q", [places[j] for _, j in pairs]),
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
    from discrepancy.align.columns.pairs import weigh_columns  # numpy takes longer to load than few pairs to weigh

    return weigh_columns(comparer, claims, pairs)


def parts_of(claims: Sequence[Claim], meetings: Meetings) -> list[Part]:
    """Cut the work into parts of about one size: the same ones however many workers there are."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[claim.article_id].append(place)
    rank = {article: at for at, article in enumerate(_side_by_side(list(places), meetings.pairs))}
    whole = sum(len(places[a]) * len(places[b]) for a, b in meetings.pairs)
    full = whole / max(1, whole // PART)
    parts: list[Part] = []
    taken: list[tuple[str, str]] = []
    size = 0
    for a, b in sorted(meetings.pairs, key=lambda pair: _rising(rank[pair[0]], rank[pair[1]])):
        taken.append((a, b))
        size += len(places[a]) * len(places[b])
        if size >= full:
            parts.append(_part(claims, places, taken))
            taken, size = [], 0
    return [*parts, _part(claims, places, taken)] if taken else parts


def _part(claims: Sequence[Claim], places: dict[str, list[int]], meetings: list[tuple[str, str]]) -> Part:
    here = array("q", sorted(place for article in {a for pair in meetings for a in pair} for place in places[article]))
    return Part(tuple(claims[place] for place in here), here, tuple(meetings))


def _rising(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a <= b else (b, a)


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
