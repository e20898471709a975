"""Compares a run of the package with the gold stories: counts, figures, gains and losses."""

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.model import Article, Claim, DateSpan
from tests.gold.stories import GoldClaim, GoldPair, Story
from tests.gold.units import same_value, to_base

Key = tuple[str, str]  # the story's name, the claim's id in it


@dataclass(frozen=True, slots=True)
class Score:
    """What a run got right.

    Attributes:
        counts: What the figures are made of.
        right: Names of gold pairs that were aligned and judged rightly.
        false: Names of pairs that were aligned and should not have been, or were called a conflict and are none.
        notes: One line for each miss, by its kind.
    """

    counts: Counter[str] = field(default_factory=Counter)
    right: frozenset[str] = frozenset()
    false: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.counts + other.counts, self.right | other.right, self.false | other.false, self.notes + other.notes
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """Which gold claim each claim of the report covers."""

    gold: Mapping[Key, GoldClaim]
    claims: Mapping[Key, Claim]
    keys: Mapping[str, Key]


def score_stories(stories: Sequence[Story], check: Callable) -> Score:
    """Run one check over the articles of some stories and compare it with what they hold."""
    articles: list[Article] = [article for story in stories for article in story.articles]
    report = check(articles)
    found = _cover(report.claims, stories)
    return _score_claims(found) + _score_pairs(report.pairs(), found, stories)


def _cover(claims: Iterable[Claim], stories: Sequence[Story]) -> _Found:
    gold = {(story.name, claim.id): claim for story in stories for claim in story.claims}
    by_article: dict[str, list[Key]] = {}
    for key, claim in gold.items():
        by_article.setdefault(claim.article, []).append(key)
    covered: dict[Key, Claim] = {}
    keys: dict[str, Key] = {}
    for claim in claims:
        for key in by_article.get(claim.article_id, ()):
            if claim.start < gold[key].end and gold[key].start < claim.end:
                keys[claim.id] = key
                covered.setdefault(key, claim)
                break
    return _Found(gold, covered, keys)


def _score_claims(found: _Found) -> Score:
    counts = Counter(claims=len(found.gold), found=len(found.claims))
    notes = [f"claim missed: {_name(key)} «{found.gold[key].quote}»" for key in found.gold.keys() - found.claims.keys()]
    for key, claim in found.claims.items():
        gold = found.gold[key]
        for part, right in _compare_claim(gold, claim).items():
            counts[f"{part} asked"] += 1
            counts[part] += right
            if not right:
                notes.append(f"{part} wrong: {_name(key)} «{gold.quote}» {_shown(claim)}")
    return Score(counts, notes=tuple(sorted(notes)))


def _compare_claim(gold: GoldClaim, claim: Claim) -> dict[str, bool]:
    quantity, dates = claim.quantity, claim.dates
    (low, unit), (high, _) = to_base(gold.low, gold.unit), to_base(gold.high, gold.unit)
    (got_low, got_unit), (got_high, _) = to_base(quantity.low, quantity.unit), to_base(quantity.high, quantity.unit)
    parts = {"bounds": same_value(low, got_low) and same_value(high, got_high), "unit": unit == got_unit}
    if gold.as_of:
        parts["as of"] = _overlaps(dates.as_of, gold.as_of)
    if gold.period and gold.period[0]:
        first, last = days_of(gold.period[0])
        parts["period"] = dates.period is not None and bool(dates.period.first) and first <= dates.period.first <= last
    return parts


def _shown(claim: Claim) -> str:
    quantity, dates = claim.quantity, claim.dates
    as_of, period = (span and f"{span.first}..{span.last}" for span in (dates.as_of, dates.period))
    return f"got {quantity.low}..{quantity.high} {quantity.unit}, as of {as_of}, period {period}"


def days_of(iso: str) -> tuple[date, date]:
    """Give the first and the last day of an ISO day ("2024-05-02"), month ("2024-05") or year ("2024")."""
    year, month, day = ([int(part) for part in iso.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    last_month = month or 12
    return date(year, month or 1, 1), date(year, last_month, calendar.monthrange(year, last_month)[1])


def _overlaps(span: DateSpan | None, iso: str) -> bool:
    if span is None or span.first is None:
        return False
    first, last = days_of(iso)
    return span.first <= last and first <= (span.last or span.first)


def _score_pairs(pairs: Iterable, found: _Found, stories: Sequence[Story]) -> Score:
    gold = {frozenset(((story.name, pair.a), (story.name, pair.b))): pair for story in stories for pair in story.pairs}
    got, false, notes = _aligned(pairs, found, gold)
    counts = Counter({"aligned wrong": len(false), "false conflicts": sum(v == "conflict" for v in false.values())})
    right: set[str] = set()
    for keys, pair in gold.items():
        verdict = got.get(keys)
        counts.update(_count_pair(pair, verdict))
        if pair.accepts(verdict):
            right.add(_pair_name(keys))
        else:
            what = f"got {verdict}" if verdict else "not aligned"
            sides = " / ".join(f"«{found.gold[key].quote}»" for key in sorted(keys))
            notes.append(f"pair wrong: {_pair_name(keys)} is {pair.verdict}, {what}: {sides} ({pair.why})")
    alarms = {_pair_name(k) for k, p in gold.items() if got.get(k) == "conflict" and not p.accepts("conflict")}
    return Score(counts, frozenset(right), frozenset(false) | alarms, tuple(sorted(notes)))


def _aligned(
    pairs: Iterable, found: _Found, gold: Mapping[frozenset[Key], GoldPair]
) -> tuple[dict[frozenset[Key], str], dict[str, str], list[str]]:
    """Split the report's pairs into those that the gold knows and those that it does not; both by their verdict."""
    got: dict[frozenset[Key], str] = {}
    false: dict[str, str] = {}
    notes: list[str] = []
    for pair in pairs:
        a, b = (found.keys.get(claim.id) for claim in (pair.a, pair.b))
        if a == b and a is not None:
            continue
        if a and b and frozenset((a, b)) in gold:
            got[frozenset((a, b))] = str(pair.verdict)
            continue
        sides = sorted(
            (_name(key) if key else f"{claim.article_id}@{claim.start}", claim.quote)
            for key, claim in ((a, pair.a), (b, pair.b))
        )
        name = " ~ ".join(side for side, _ in sides)
        false[name] = str(pair.verdict)
        notes.append(f"pair false: {name} ({pair.verdict}): " + " / ".join(f"«{quote}»" for _, quote in sides))
    return got, false, notes


def _count_pair(pair: GoldPair, verdict: str | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    counts["aligned missed" if verdict is None else "aligned"] += 1
    counts["verdict"] += verdict is not None and pair.accepts(verdict)
    if pair.verdict == "conflict":
        counts["conflicts"] += 1
        counts["conflicts found"] += verdict == "conflict"
    elif verdict == "conflict" and not pair.accepts("conflict"):
        counts["false conflicts"] += 1
    return counts


def _name(key: Key) -> str:
    return f"{key[0]}/{key[1]}"


def _pair_name(keys: Iterable[Key]) -> str:
    return " ~ ".join(sorted(map(_name, keys)))


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Turn counts into the figures of the scoreboard, between 0 and 1; 1 where nothing was asked."""
    aligned, wrong, missed = counts["aligned"], counts["aligned wrong"], counts["aligned missed"]
    found, alarms = counts["conflicts found"], counts["false conflicts"]
    return {
        "claim recall": _ratio(counts["found"], counts["claims"]),
        **{part: _ratio(counts[part], counts[f"{part} asked"]) for part in ("bounds", "unit", "as of", "period")},
        "alignment precision": _ratio(aligned, aligned + wrong),
        "alignment recall": _ratio(aligned, aligned + missed),
        "alignment F1": _ratio(2 * aligned, 2 * aligned + wrong + missed),
        "verdicts, of aligned": _ratio(counts["verdict"], aligned),
        "pairs, end to end": _ratio(counts["verdict"], aligned + missed),
        "conflict precision": _ratio(found, found + alarms),
        "conflict recall": _ratio(found, counts["conflicts"]),
    }


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0
