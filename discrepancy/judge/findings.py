"""Findings: the verdict of each group, from the verdicts of its pairs."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from statistics import median_low

from discrepancy.errors import SettingsError
from discrepancy.judge.case import Beside, case_of
from discrepancy.judge.rules import RULES
from discrepancy.judge.values import in_unit
from discrepancy.model import Claim, Finding, Group, Pair, Role, Status
from discrepancy.settings import Settings

_EXHAUSTIVE = 48  # distinct readings up to which every pair of them is judged for the group's verdict
_NEIGHBOURS = 8  # beyond that, each reading meets this many next ones in time and in value

_Figures = dict[str, list[tuple[str, str, float]]]  # article: (group, measure, value)


def judge_groups(groups: Sequence[Group], settings: Settings | None = None) -> list[Finding]:
    """Judge every group.

    Args:
        groups: Groups of claims, as `align_claims` gives them.
        settings: The thresholds and the user's own rules; the defaults if None.

    Returns:
        One finding a group with claims of two articles or more, the gravest first.
    """
    settings = settings or Settings()
    figures = _figures_by_article(groups)
    findings = [_judge(group, figures, settings) for group in groups if len({c.article_id for c in group.claims}) > 1]
    return sorted(findings, key=lambda f: (f.verdict.gravity, -f.articles, f.group.label, f.group.id))


def judge_pair(a: Claim, b: Claim, settings: Settings, beside: Beside | None = None) -> Pair:
    """Judge two claims of one group by the rule table; swapping them changes no verdict."""
    case = case_of(a, b, settings, beside or Beside())
    for name, rule in (RULES if settings.rules is None else settings.rules).items():
        ruling = rule(case)
        if ruling is not None:
            return Pair(a, b, ruling.verdict, ruling.reason, name, ruling.flip)
    raise SettingsError(f"no rule speaks on {a!r} and {b!r}; let the table end with that of the package")


@dataclass(frozen=True, slots=True)
class PairJudge:
    """Judges all pairs of a group, lazily; picklable."""

    settings: Settings
    beside: Beside

    def __call__(self, group: Group) -> Iterator[Pair]:
        """Yield every pair of claims from two articles."""
        for a, b in combinations(group.claims, 2):
            if a.article_id != b.article_id:
                yield self.judge(a, b)

    def judge(self, a: Claim, b: Claim) -> Pair:
        """Judge one pair."""
        return judge_pair(a, b, self.settings, self.beside)


def _judge(group: Group, figures: _Figures, settings: Settings) -> Finding:
    judge = PairJudge(settings, Beside(_bridges(group, figures), _earlier(group), group))
    pairs = [judge.judge(a, b) for a, b in _telling_pairs(group)]
    decisive = min(pairs, key=lambda p: (p.verdict.gravity, p.a.id, p.b.id))
    readings = _latest_readings(group)
    return Finding(
        group=group,
        verdict=decisive.verdict,
        reason=decisive.reason,
        rule=decisive.rule,
        flip=decisive.flip,
        decisive=decisive,
        articles=len({claim.article_id for claim in group.claims}),
        origins=group.origins,
        latest=readings[-1] if readings and readings[-1].dates.as_of else None,
        figure=_vote(readings, group),
        envelope=_envelope(readings),
        lagging=_lagging(pairs),
        judge_pairs=judge,
    )


def _telling_pairs(group: Group) -> list[tuple[Claim, Claim]]:
    """Pairs that decide a group's verdict: one claim for each distinct reading, all against all in a small group.

    In a large group each reading meets its next ones in time and in value, so that work grows as n log n.
    """
    articles = Counter(claim.article_id for claim in group.claims)
    readings: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in group.claims:
        alone = articles[claim.article_id] == 1  # no twin: two readings are one in one article only
        readings[claim.article_id if alone else _reading(claim)].append(claim)
    twins = list(readings.values())
    small = len(twins) <= _EXHAUSTIVE
    pairs = combinations(range(len(twins)), 2) if small else sorted(_neighbours([claims[0] for claims in twins]))
    telling = [
        _firmest(group, twins[i], twins[j]) for i, j in pairs if twins[i][0].article_id != twins[j][0].article_id
    ]
    return telling or [_any_pair(group)]


def _firmest(group: Group, left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Claim, Claim]:
    """Of the claims of two readings a pair that would be compared by itself, if there is one."""
    if len(left) == len(right) == 1:
        return left[0], right[0]
    return next((pair for pair in product(left, right) if group.is_firm(*pair)), (left[0], right[0]))


def _any_pair(group: Group) -> tuple[Claim, Claim]:
    first = group.claims[0]
    return first, next(claim for claim in group.claims if claim.article_id != first.article_id)


def _neighbours(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    by_value = sorted(range(len(claims)), key=lambda i: (claims[i].quantity.value, i))
    by_day = sorted(range(len(claims)), key=lambda i: (_day(claims[i]) or date.max, claims[i].quantity.value, i))
    return {
        (min(i, j), max(i, j))
        for order in (by_value, by_day)
        for at, i in enumerate(order)
        for j in order[at + 1 : at + 1 + _NEIGHBOURS]
    }


def _reading(claim: Claim) -> Hashable:
    """What the rules see of a claim: two claims with one reading get one verdict against any third."""
    scope, quantity = claim.scope, claim.quantity
    return (
        claim.article_id,
        (quantity.low, quantity.high, quantity.value, quantity.approximate, quantity.unit),
        (claim.dates, claim.status, claim.attribution, claim.measure),
        (scope.role, scope.basis, scope.revision, scope.extent, scope.part, scope.places, scope.another),
    )


def _figures_by_article(groups: Sequence[Group]) -> _Figures:
    figures: _Figures = defaultdict(list)
    for group in groups:
        for claim in group.claims:
            figures[claim.article_id].append((group.id, claim.measure.key, claim.quantity.value))
    return figures


def _bridges(group: Group, figures: _Figures) -> dict[str, tuple[float, ...]]:
    """Figures of the group's articles for the same measure in other groups (today's incident beside the total)."""
    keys = {claim.measure.key for claim in group.claims}
    articles = sorted({claim.article_id for claim in group.claims})
    return {
        article: tuple(sorted({value for home, key, value in figures[article] if home != group.id and key in keys}))
        for article in articles
    }


def _earlier(group: Group) -> dict[str, frozenset[float]]:
    """The values that each article of a group quotes itself as earlier readings."""
    quoted: dict[str, set[float]] = defaultdict(set)
    for claim in group.claims:
        if claim.scope.role is Role.EARLIER:
            quoted[claim.article_id].add(claim.quantity.value)
    return {article: frozenset(values) for article, values in quoted.items()}


def _latest_readings(group: Group) -> list[Claim]:
    """The counts of the latest day; all counts where no day is known. Projections are no readings."""
    counts = [c for c in group.claims if c.status not in (Status.PROJECTED, Status.TARGET, Status.DENIED)]
    latest = max((day for day in map(_day, counts) if day), default=None)
    return [c for c in counts if _day(c) == latest]


def _day(claim: Claim) -> date | None:
    return claim.dates.as_of.first if claim.dates.as_of else None


def _vote(readings: Sequence[Claim], group: Group) -> float | None:
    """One value where one is wanted: a vote of independent origins, ties to the median; never a mean."""
    home = {article: at for at, origin in enumerate(group.origins) for article in origin}
    unit = group.claims[0].quantity.unit
    votes: Counter[float] = Counter()
    for _, value in {(home.get(c.article_id, -1), q.value) for c in readings if (q := in_unit(c.quantity, unit))}:
        votes[value] += 1
    if not votes:
        return None
    most = max(votes.values())
    return median_low(value for value, count in votes.items() if count == most)


def _envelope(readings: Sequence[Claim]) -> tuple[float | None, float | None] | None:
    """The values that fit all bounds of the readings; None where none does."""
    if not readings:
        return None
    unit = readings[0].quantity.unit
    quantities = [q for c in readings if (q := in_unit(c.quantity, unit))]
    low = max((q.low for q in quantities if q.low is not None), default=None)
    high = min((q.high for q in quantities if q.high is not None), default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def _lagging(pairs: Sequence[Pair]) -> frozenset[str]:
    """Claims printed on the same day as another or later, whose reading is the older one of an update."""
    older = {"later_rise", "open_bound_met", "looser_later"}
    lagging = set()
    for pair in pairs:
        low, high = sorted((pair.a, pair.b), key=lambda c: (c.quantity.value, c.id))
        if pair.rule in older and _printed_later(low, high) and low.quantity.value < high.quantity.value:
            lagging.add(low.id)
    return frozenset(lagging)


def _printed_later(a: Claim, b: Claim) -> bool:
    """Whether a was printed on the day of b or after it."""
    first, second = a.dates.published, b.dates.published
    return first is not None and second is not None and first >= second
