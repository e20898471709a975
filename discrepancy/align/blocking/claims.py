"""Which claims of two articles that meet are worth comparing."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from discrepancy.align.blocking.articles import Meetings, meeting_articles
from discrepancy.model import Claim, dimension
from discrepancy.settings import Settings
from discrepancy.spread import Database

Pair = tuple[int, int]
Index = Mapping[Hashable, list[int]]
LARGE = 4096  # pairs of one key in two articles (64 figures by 64); beyond, each claim meets those next in value
NEXT = 16
FEW = (
    64  # pairs of two articles up to which each is asked whether it shares a key; beyond, they are found by their keys
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs worth comparing.

    Attributes:
        pairs: Rising positions, each pair once, sorted.
        cut: What was left out because a block was too large, in words; empty where nothing was.
    """

    pairs: list[Pair]
    cut: tuple[str, ...]


def candidate_pairs(claims: Sequence[Claim], settings: Settings) -> Iterator[Pair]:
    """Yield the pairs worth comparing, as rising positions in `claims`, each once; see `candidates_of`."""
    yield from candidates_of(claims, settings).pairs


def candidates_of(claims: Sequence[Claim], settings: Settings) -> Candidates:
    """Choose the pairs worth comparing.

    Args:
        claims: Claims in a fixed order, those of one article side by side.
        settings: `story_words` says how many words two articles must share to meet.

    Returns:
        The pairs, and what was cut.
    """
    meetings = meetings_of(claims, settings)
    candidates = candidates_among(claims, meetings.pairs)
    return Candidates(candidates.pairs, (*meetings.cut, *candidates.cut))


def meetings_of(claims: Sequence[Claim], settings: Settings, database: Database | None = None) -> Meetings:
    """Choose the articles whose claims may be about one thing; every article meets itself."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.article_id, claim)
    in_time = sorted(first.values(), key=lambda claim: (claim.dates.published or date.max, claim.article_id))
    words = {claim.article_id: frozenset(claim.scope.story) for claim in in_time}
    meetings = meeting_articles(words, settings.story_words, database)
    return Meetings([*((article, article) for article in first), *meetings.pairs], meetings.cut)


def candidates_among(claims: Sequence[Claim], meetings: Iterable[tuple[str, str]]) -> Candidates:
    """Choose the pairs worth comparing among claims of articles that meet."""
    keys = [frozenset(_claim_keys(claim)) for claim in claims]
    places: dict[str, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        places[claim.article_id].append(position)
    indexes: dict[str, Index] = {}
    pairs: list[Pair] = []
    tables = 0
    for a, b in meetings:
        if len(places[a]) * len(places[b]) <= FEW:
            pairs += [(i, j) for i, j in _each_two(places[a], places[b]) if not keys[i].isdisjoint(keys[j])]
            continue
        for article in {a, b} - indexes.keys():
            indexes[article] = _index(places[article], keys)
        tables += _meet(claims, indexes[a], indexes[b], pairs)
    cut = f"{tables:,} tables of more than {LARGE:,} pairs of figures were compared by the figures next in value"
    return Candidates(sorted(pairs), (cut,) if tables else ())


def _claim_keys(claim: Claim) -> list[Hashable]:
    """Things are counted in one unit, so counts must share more than that; a measured unit is telling by itself.

    The words are those of the sentence, the frequent ones too: among the articles of one story these tell its
    questions apart, and only articles that meet are asked.
    """
    unit = dimension(claim.quantity.unit)
    if unit != "count":
        return [unit]
    return [*claim.scope.words, ("measure", claim.measure.key), claim.quantity.value]


def _index(places: Sequence[int], keys: Sequence[frozenset[Hashable]]) -> Index:
    """The claims of an article by their keys."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for position in places:
        for key in keys[position]:
            index[key].append(position)
    return index


def _meet(claims: Sequence[Claim], left: Index, right: Index, pairs: list[Pair]) -> bool:
    """Add the pairs of claims that share a key; say whether some were cut."""
    found: set[Pair] = set()
    cut = False
    for key in left.keys() & right.keys():
        here, there = left[key], right[key]
        if len(here) * len(there) > LARGE:
            found.update(_next_in_value(claims, here, there))
            cut = True
        else:
            found.update(_each_two(here, there))
    pairs += found
    return cut


def _each_two(here: Sequence[int], there: Sequence[int]) -> Iterator[Pair]:
    """Each claim of one article with each of another, or with the others of its own; in rising order."""
    if here is there:
        return combinations(here, 2)
    return product(here, there) if here[0] < there[0] else product(there, here)


def _next_in_value(claims: Sequence[Claim], here: Sequence[int], there: Sequence[int]) -> Iterator[Pair]:
    """Each position with those next to it in value."""
    order = sorted({*here, *there}, key=lambda i: (claims[i].quantity.value, i))
    for at, i in enumerate(order):
        yield from ((min(i, j), max(i, j)) for j in order[at + 1 : at + 1 + NEXT])
