"""Finding: a group of claims, how they stand to each other, and why."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from discrepancy.escape import plain
from discrepancy.markup import table
from discrepancy.model.claim import Claim

_COLUMNS = ("figure", "means", "published", "as of", "period", "source", "sentence")


class Verdict(StrEnum):
    """How two claims, or the claims of a group, stand to each other; from the gravest to the lightest."""

    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    UPDATE = "update"
    SCOPE = "scope"
    AGREE = "agree"

    @property
    def gravity(self) -> int:
        """0 for a conflict, rising to 4 for agreement: the order in which findings are shown."""
        return _GRAVITY[self]


_GRAVITY = {verdict: at for at, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True, repr=False)
class Group:
    """Claims with the same truth conditions apart from the value.

    Attributes:
        id: Stable across runs: a hash of the claims' ids.
        label: What they measure, in words.
        claims: The claims, in the order of their as-of dates.
        origins: Independent origins: sets of article ids, the copies of one text together.
        firm: The pairs of claims, by their ids in order, that would be compared by themselves; the others are brought
            together by the rest of the group, and are no ground for an alarm. None where that is not known.
    """

    id: str
    label: str
    claims: tuple[Claim, ...]
    origins: tuple[frozenset[str], ...] = ()
    firm: frozenset[tuple[str, str]] | None = field(default=None, compare=False)

    def is_firm(self, a: Claim, b: Claim) -> bool:
        """Whether two of its claims would be compared by themselves; taken to be so where it is not known."""
        return self.firm is None or (min(a.id, b.id), max(a.id, b.id)) in self.firm

    def __repr__(self) -> str:
        return f"<Group {plain(self.label)}: {_counted(len(self.claims), 'claim')}>"

    def _repr_html_(self) -> str:
        return table([_row(claim) for claim in self.claims], _COLUMNS, self.label)


def _row(claim: Claim) -> tuple[str, ...]:
    dates = claim.dates
    return (
        claim.quantity.surface, str(claim.quantity), dates.published.isoformat() if dates.published else "unknown",
        dates.as_of.described() if dates.as_of else "unknown", dates.period.described() if dates.period else "",
        claim.source or claim.article_id, claim.quote,
    )  # fmt: skip


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """Two claims of one group and how they stand to each other.

    Attributes:
        a: One claim.
        b: The other; swapping the two changes no verdict.
        verdict: How they stand.
        reason: Why, in one plain sentence.
        rule: The name of the rule that decided.
        flip: The smallest change that would turn the verdict, "" where none is known.
    """

    a: Claim
    b: Claim
    verdict: Verdict
    reason: str
    rule: str
    flip: str = ""

    def __repr__(self) -> str:
        return plain(f"<Pair {self.verdict}: {self.a.quantity} and {self.b.quantity} ({self.rule})>")

    def _repr_html_(self) -> str:
        return table([_row(self.a), _row(self.b)], _COLUMNS, f"{self.verdict}: {self.reason}")


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A group with its verdict.

    Attributes:
        group: The claims.
        verdict: The gravest verdict of its pairs.
        reason: The reason of the pair that decides.
        rule: The rule of that pair.
        flip: What would turn the verdict.
        decisive: The pair that decides; None for a group from one article.
        articles: How many articles the claims stand in.
        origins: Independent origins: sets of article ids, copies of one text together.
        latest: The latest claim by its as-of date; None where no date is known.
        figure: One value where one is wanted: a vote of origins at the latest date, ties to the median.
        envelope: The values (low, high) that fit all bounds of the latest readings; None if there are none.
        lagging: Ids of claims that are later in print and older in their reading.
        judge_pairs: The function behind `pairs()`; picklable.
    """

    group: Group
    verdict: Verdict
    reason: str
    rule: str
    flip: str
    decisive: Pair | None
    articles: int
    origins: tuple[frozenset[str], ...]
    latest: Claim | None
    figure: float | None
    envelope: tuple[float | None, float | None] | None
    lagging: frozenset[str]
    judge_pairs: Callable[[Group], Iterator[Pair]] = field(compare=False)

    def __repr__(self) -> str:
        return plain(f"<Finding {self.verdict}: {self.group.label}, {self.witnesses} ({self.rule})>")

    def __str__(self) -> str:
        return f"{plain(self.group.label)}: {self.verdict}. {plain(self.reason)} ({self.witnesses})"

    def _repr_html_(self) -> str:
        heading = f"{self.group.label}: {self.verdict}. {self.reason} ({self.witnesses}; rule {self.rule})"
        return table([_row(claim) for claim in self.group.claims], _COLUMNS, heading)

    @property
    def witnesses(self) -> str:
        """How many articles and independent origins stand behind it: "5 articles, 2 origins"."""
        return f"{_counted(self.articles, 'article')}, {_counted(len(self.origins), 'origin')}"

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair of claims from two different articles, lazily, with its verdict."""
        return self.judge_pairs(self.group)

    @property
    def pair_count(self) -> int:
        """How many pairs `pairs()` yields, without judging them."""
        total = len(self.group.claims)
        in_one_article = Counter(claim.article_id for claim in self.group.claims).values()
        return (total * total - sum(size * size for size in in_one_article)) // 2
