"""Finding: a group of claims, how they stand to each other, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from discrepancy.model.claim import Claim


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
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Group:
    """Claims with the same truth conditions apart from the value.

    Attributes:
        id: Stable across runs: a hash of the claims' ids.
        label: What they measure, in words.
        claims: The claims, in the order of their as-of dates.
        origins: Independent origins: sets of article ids, the copies of one text together.
    """

    id: str
    label: str
    claims: tuple[Claim, ...]
    origins: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    judge_pairs: Callable[[Group], Iterator[Pair]]

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair of claims from two different articles, lazily, with its verdict."""
        return self.judge_pairs(self.group)
