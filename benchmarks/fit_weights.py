"""Fits the match weights of the alignment on gold stories, and writes them into the package.

    python -m benchmarks.fit_weights                  fit, cross-validate by story, print; change nothing
    python -m benchmarks.fit_weights --write          and write weights.json and company.json of discrepancy/align
    python -m benchmarks.fit_weights STORY.json …     on these stories

The first look is the sum of one weight for each part's level (log-odds), fitted by logistic regression with a ridge
penalty over all candidate pairs that no gate decides, and some pairs across two stories. A level has one weight for
all pairs and a departure from it for each nearness of the figures (alike, near, apart); what is written is their sum.
The second look (`align/company.py`) is fitted the same way on how a pair stands among the others, by first looks at
stories that were held out of the first fit. Both are convex and start from zero, so the result is the same every
time. Figures are alignment precision, recall and F1 over pairs of claims of two articles.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np

import discrepancy.align.compare as compare_module
from discrepancy.align.blocking import candidate_pairs
from discrepancy.align.cluster import cluster
from discrepancy.align.company import FEATURES, Company, companies
from discrepancy.align.compare import GATE, Comparer
from discrepancy.align.figures import NEARNESS
from discrepancy.align.parts import ORDERED, PARTS
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Claim
from discrepancy.settings import Settings
from tests.gold.stories import Story, read_story, story_files

Row = tuple[str, tuple[str, ...]]  # how near the figures are, and the levels
Table = dict[str, dict[str, dict[str, float]]]  # nearness, part, level: weight
CompanyTable = dict[str, dict[str, float]]  # setting, feature: weight
Weights = dict[tuple[int, int], float]
PRIOR = "prior: any"
WEIGHTS = Path(compare_module.__file__).with_name("weights.json")
COMPANY = WEIGHTS.with_name("company.json")
FOLDS = 5  # stories are held out whole
RIDGE = 3.0  # a prior of small weights: few stories, some seventy levels
COMPANY_RIDGE = 1.0
NEARNESSES = ("alike", "apart", "near")
SAME_ARTICLE = 0.5  # a pair of one article teaches less than one of two
EVERY = 4  # of the pairs across two stories every fourth is looked at
STRANGERS = 0.3 * EVERY  # and all of them together teach what 0.3 of each would


@dataclass(frozen=True)
class Sample:
    """One story's candidate pairs: levels reached, whether gated, whether gold has them in one group."""

    name: str
    claims: list[Claim]
    pairs: list[tuple[int, int]]
    levels: list[Row]
    gated: np.ndarray
    same: np.ndarray
    wanted: int
    importance: float = 1.0


def sample_of(story: Story) -> Sample:
    """Candidate pairs of one story."""
    claims = _claims_of([story])
    gold = _gold_of(story, claims)
    group_of = {claim: at for at, group in enumerate(story.groups) for claim in group}
    pairs = list(candidate_pairs(claims, Settings()))
    homes = [group_of.get(claim or "") for claim in gold]
    same = [homes[i] is not None and homes[i] == homes[j] for i, j in pairs]
    return Sample(story.name, claims, pairs, *_compared(claims, pairs), np.array(same), len(story.pairs))


def strangers_of(stories: Sequence[Story]) -> Sample:
    """Candidate pairs across the stories, which no run of one story has: none of them is one question."""
    claims = _claims_of(stories)
    home = {article.id: story.name for story in stories for article in story.articles}
    homes = [home[claim.article_id] for claim in claims]
    pairs = [(i, j) for i, j in candidate_pairs(claims, Settings()) if homes[i] != homes[j]][::EVERY]
    return Sample("strangers", claims, pairs, *_compared(claims, pairs), np.zeros(len(pairs), bool), 0, STRANGERS)


def _claims_of(stories: Sequence[Story]) -> list[Claim]:
    claims = extract_claims([article for story in stories for article in story.articles])
    return sorted(claims, key=lambda c: (c.article_id, c.start, c.id))


def _compared(claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> tuple[list[Row], np.ndarray]:
    """The levels that pairs reach, and whether a gate decides."""
    comparer = Comparer(claims)
    levels, gated = [], []
    for i, j in pairs:
        comparison = comparer.compare(claims[i], claims[j])
        named = tuple(f"{level.part}: {level.name}" for level in comparison.levels)
        levels.append((NEARNESS[comparison.levels[1].name], named))
        gated.append(comparison.weight == GATE)
    return levels, np.array(gated)


def _gold_of(story: Story, claims: Sequence[Claim]) -> list[str | None]:
    """The gold claim that each claim covers, or None."""
    by_article = defaultdict(list)
    for gold in story.claims:
        by_article[gold.article].append(gold)
    return [next((g.id for g in by_article[c.article_id] if c.start < g.end and g.start < c.end), None) for c in claims]


def fit(samples: Sequence[Sample]) -> Table:
    """Newton's method on the penalised log-likelihood."""
    kept = [
        (row, same, SAME_ARTICLE if s.claims[i].article_id == s.claims[j].article_id else s.importance)
        for s in samples
        for (i, j), row, gate, same in zip(s.pairs, s.levels, s.gated, s.same, strict=True)
        if not gate
    ]
    column = {name: at for at, name in enumerate(sorted({name for row, *_ in kept for name in _columns(row)}))}
    x = np.zeros((len(kept), len(column)), np.float32)
    for at, (row, *_) in enumerate(kept):
        x[at, [column[name] for name in _columns(row)]] = 1
    y, importance = (np.array(values, float) for values in list(zip(*kept, strict=True))[1:])
    beta = _newton(x, y, importance, np.array([0.01 if name == PRIOR else RIDGE for name in sorted(column)]))
    weight = dict(zip(column, beta, strict=True))
    table: Table = {nearness: {part: {} for part in ("prior", "value", *PARTS)} for nearness in NEARNESSES}
    reached = {level for row, *_ in kept for level in row[1]}
    for nearness, level in product(table, sorted(reached)):
        part, _, name = level.partition(": ")
        columns = _reached(level)
        if any(f"{nearness}| {column}" in weight for column in columns):
            total = sum(weight.get(c, 0.0) + weight.get(f"{nearness}| {c}", 0.0) for c in columns)
            table[nearness][part][name] = round(float(total), 3)
    return table


def _newton(x: np.ndarray, y: np.ndarray, importance: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    """The coefficients of a logistic regression with a ridge penalty."""
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ beta)))
        spread = importance * p * (1 - p)
        told = spread > 1e-5
        hessian = (x[told].T * spread[told]) @ x[told] + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (importance * (y - p)) - penalty * beta)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def fit_company(samples: Sequence[Sample], firsts: Sequence[Weights]) -> CompanyTable:
    """Fit the second look, given first looks of weights that these stories had no part in.

    What a pair is worth alone is learned from every two articles by themselves, as a run of two articles has them.
    """
    seen = []
    for sample, first in zip(samples, firsts, strict=True):
        truth = dict(zip(sample.pairs, sample.same, strict=True))
        for some in (first, *_by_articles(sample, first)):
            seen += [(company, truth[pair]) for pair, company in companies(sample.claims, some)]
    table: CompanyTable = {}
    for company in ("alone", "among others"):
        settings = [f"{nearness} {company}" for nearness in NEARNESSES]
        rows = [(_company_row(c, settings), same) for c, same in seen if c.setting in settings]
        x, y = np.array([row for row, _ in rows]), np.array([same for _, same in rows], float)
        beta = _newton(x, y, np.ones(len(y)), np.full(x.shape[1], COMPANY_RIDGE)).reshape(-1, 1 + len(FEATURES))
        for at, setting in enumerate(settings, 1):
            weights = (beta[0] + beta[at]).round(3).tolist()
            table[setting] = dict(zip(("start", *FEATURES), weights, strict=True))
    return table


def _by_articles(sample: Sample, first: Weights) -> Iterator[Weights]:
    """The pairs of every two articles of a story."""
    met: dict[tuple[str, str], Weights] = defaultdict(dict)
    for (i, j), weight in first.items():
        met[sample.claims[i].article_id, sample.claims[j].article_id][i, j] = weight
    yield from met.values()


def _company_row(company: Company, settings: Sequence[str]) -> np.ndarray:
    """The features for all pairs, and again for the pairs of one setting."""
    own = np.array([1.0, *company.features])
    return np.concatenate([own, *(own * (company.setting == setting) for setting in settings)])


def first_look(sample: Sample, table: Table) -> Weights:
    """The match weights of a story's pairs under a table."""
    weights = {}
    for pair, (nearness, levels), gate in zip(sample.pairs, sample.levels, sample.gated, strict=True):
        parts = (level.partition(": ") for level in levels)
        total = sum(table[nearness][part].get(level, 0.0) for part, _, level in parts)
        weights[pair] = GATE if gate else total
    return weights


def fit_both(samples: Sequence[Sample], strangers: Sample) -> tuple[Table, CompanyTable]:
    """The weights of the first and of the second look."""
    firsts: dict[int, Weights] = {}
    for fold in range(FOLDS):
        table = fit([*(s for at, s in enumerate(samples) if at % FOLDS != fold), strangers])
        firsts |= {at: first_look(s, table) for at, s in enumerate(samples) if at % FOLDS == fold}
    return fit([*samples, strangers]), fit_company(samples, [firsts[at] for at in range(len(samples))])


def _columns(row: Row) -> list[str]:
    """The columns of a pair: each level for all pairs, and the same for pairs as near as this one."""
    nearness, levels = row
    reached = [name for level in levels for name in _reached(level)]
    return [*reached, *(f"{nearness}| {name}" for name in reached)]


def _reached(level: str) -> list[str]:
    """A level, and where levels are ordered all below it: a rare high level then weighs what the one below it does."""
    part, _, name = level.partition(": ")
    order = ORDERED.get(part, ())
    return [f"{part}: {lower}" for lower in order[: order.index(name) + 1]] if name in order else [level]


def aligned(sample: Sample, tables: tuple[Table, CompanyTable], settings: Settings) -> tuple[int, int, int]:
    """Right, wrong and wanted pairs of a story under the weights of both looks."""
    first = first_look(sample, tables[0])
    weights = {**first, **{pair: company.weight(tables[1]) for pair, company in companies(sample.claims, first)}}
    same = {pair for pair, is_same in zip(sample.pairs, sample.same, strict=True) if is_same}
    right = wrong = 0
    for members in cluster(len(sample.claims), weights, settings.match_weight, settings.unlinked_weight):
        for at, i in enumerate(members):
            for j in members[at + 1 :]:
                if sample.claims[i].article_id != sample.claims[j].article_id:
                    right += (i, j) in same
                    wrong += (i, j) not in same
    return right, wrong, sample.wanted


def held_out(samples: Sequence[Sample], strangers: Sample, fold: int, settings: Settings) -> list[tuple[int, int, int]]:
    """Counts of every fifth story, under weights fitted on the others."""
    out = {s.name for at, s in enumerate(samples) if at % FOLDS == fold}
    tables = fit_both([s for s in samples if s.name not in out], _without(strangers, out))
    return [aligned(s, tables, settings) for s in samples if s.name in out]


def _without(strangers: Sample, names: set[str]) -> Sample:
    """The pairs across stories without those of some stories."""
    stories = [claim.article_id.rpartition("/")[0] for claim in strangers.claims]
    kept = [at for at, pair in enumerate(strangers.pairs) if names.isdisjoint(stories[claim] for claim in pair)]
    pairs, levels = [strangers.pairs[at] for at in kept], [strangers.levels[at] for at in kept]
    return replace(strangers, pairs=pairs, levels=levels, gated=strangers.gated[kept], same=strangers.same[kept])


def figures(counts: Sequence[tuple[int, int, int]]) -> str:
    right, wrong, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = right / max(1, right + wrong), right / max(1, wanted)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * right / max(1, right + wrong + wanted):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path, help="story files (default: tests/gold)")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    parser.add_argument("--test", nargs="*", type=Path, default=[], help="also score these stories with the fit")
    parser.add_argument("--threshold", type=float, default=Settings().match_weight)
    args = parser.parse_args()
    settings = Settings(match_weight=args.threshold)
    stories = [read_story(path) for path in args.stories or story_files()]
    samples = [sample_of(story) for story in stories]
    for s in samples:
        lost = int((s.gated & s.same).sum())
        sizes = f"claims {len(s.claims):4d}  pairs {len(s.pairs):6d}  same {int(s.same.sum()):4d}"
        print(f"{s.name:40s} {sizes}  gated wrongly {lost}")
    strangers = strangers_of(stories)
    tables = fit_both(samples, strangers)
    print("on itself      ", figures([aligned(s, tables, settings) for s in samples]))
    kept_out = [counts for fold in range(FOLDS) for counts in held_out(samples, strangers, fold, settings)]
    print("cross-validated", figures(kept_out))
    if args.test:
        tests = [sample_of(read_story(path)) for path in args.test]
        for s in tests:
            print(f"  {s.name:40s}", figures([aligned(s, tables, settings)]))
        print("other stories  ", figures([aligned(s, tables, settings) for s in tests]))
    for nearness, parts in tables[0].items():
        for part, levels in parts.items():
            print(f"{nearness:6s}{part:12s}", "  ".join(f"{name} {w:+.2f}" for name, w in sorted(levels.items())))
    for setting, features in tables[1].items():
        print(f"{setting:18s}", "  ".join(f"{name} {w:+.2f}" for name, w in features.items()))
    if args.write:
        for path, written in zip((WEIGHTS, COMPANY), tables, strict=True):
            path.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
