"""Fits the match weights of the alignment on gold stories, and writes them into the package.

    python -m benchmarks.fit_weights                  fit, cross-validate by story, print; change nothing
    python -m benchmarks.fit_weights --write          and write discrepancy/align/weights.json
    python -m benchmarks.fit_weights STORY.json …     on these stories

The model is the sum of one weight for each part's level (log-odds), fitted by logistic regression with a ridge
penalty over all candidate pairs that no gate decides. It is convex and starts from zero, so the result is the same
every time. Figures are alignment precision, recall and F1 over pairs of claims from two articles.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import discrepancy.align.compare as compare_module
from discrepancy.align.blocking import candidate_pairs
from discrepancy.align.cluster import cluster
from discrepancy.align.compare import GATE, Comparer
from discrepancy.align.parts import PARTS
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Claim
from discrepancy.settings import Settings
from tests.gold.stories import Story, read_story, story_files

WEIGHTS = Path(compare_module.__file__).with_name("weights.json")
RIDGE = 3.0  # a prior of small weights: few stories, some seventy levels
SAME_ARTICLE = 0.5  # a pair of one article teaches less than one of two


@dataclass(frozen=True)
class Sample:
    """One story's candidate pairs: levels reached, whether gated, whether gold has them in one group."""

    name: str
    claims: list[Claim]
    pairs: list[tuple[int, int]]
    levels: list[tuple[str, ...]]
    gated: np.ndarray
    same: np.ndarray
    wanted: int


def sample_of(*stories: Story, across: bool = False) -> Sample:
    """Candidate pairs of one story, or with `across` those between several stories, which are all false."""
    claims = [claim for story in stories for claim in extract_claims(story.articles)]
    claims.sort(key=lambda c: (c.article_id, c.start, c.id))
    gold = [at for story in stories for at in _gold_of(story, [c for c in claims if _of(story, c)])]
    group_of = {
        claim: (story.name, at) for story in stories for at, group in enumerate(story.groups) for claim in group
    }
    comparer = Comparer(claims)
    pairs, levels, gated, same = [], [], [], []
    for i, j in candidate_pairs(claims, Settings()):
        if across and _story_of(claims[i]) == _story_of(claims[j]):
            continue
        comparison = comparer.compare(claims[i], claims[j])
        pairs.append((i, j))
        levels.append(tuple(f"{level.part}: {level.name}" for level in comparison.levels))
        gated.append(comparison.weight == GATE)
        homes = group_of.get(gold[i]), group_of.get(gold[j])
        same.append(not across and homes[0] is not None and homes[0] == homes[1])
    wanted = 0 if across else sum(len(story.pairs) for story in stories)
    return Sample(stories[0].name, claims, pairs, levels, np.array(gated), np.array(same), wanted)


def _story_of(claim: Claim) -> str:
    return claim.article_id.rpartition("/")[0]


def _of(story: Story, claim: Claim) -> bool:
    return _story_of(claim) == story.name


def _gold_of(story: Story, claims: Sequence[Claim]) -> list[str | None]:
    """The gold claim that each claim covers, or None."""
    by_article = defaultdict(list)
    for gold in story.claims:
        by_article[gold.article].append(gold)
    return [next((g.id for g in by_article[c.article_id] if c.start < g.end and g.start < c.end), None) for c in claims]


def fit(samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Newton's method on the penalised log-likelihood."""
    names = sorted(
        {name for s in samples for row, gate in zip(s.levels, s.gated, strict=True) if not gate for name in row}
    )
    column = {name: at for at, name in enumerate(names)}
    rows, labels, importance = [], [], []
    for s in samples:
        for (i, j), row, gate, same in zip(s.pairs, s.levels, s.gated, s.same, strict=True):
            if gate:
                continue
            rows.append([column[name] for name in row])
            labels.append(same)
            importance.append(SAME_ARTICLE if s.claims[i].article_id == s.claims[j].article_id else 1.0)
    x = np.zeros((len(rows), len(names) + 1))
    for at, row in enumerate(rows):
        x[at, row] = 1
    x[:, -1] = 1
    y, weight = np.array(labels, float), np.array(importance)
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[-1] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ beta)))
        gradient = x.T @ (weight * (y - p)) - penalty * beta
        hessian = (x.T * (weight * p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    table: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    for name, value in zip(names, beta, strict=False):
        part, _, level = name.partition(": ")
        table[part][level] = round(float(value), 3)
    table["prior"] = {"any": round(float(beta[-1]), 3)}
    return table


def aligned(sample: Sample, table: dict[str, dict[str, float]], settings: Settings) -> tuple[int, int, int]:
    """Right, wrong and wanted pairs of a story under a table of weights."""
    weights = {}
    for pair, row, gate in zip(sample.pairs, sample.levels, sample.gated, strict=True):
        total = table["prior"]["any"]
        for name in row:
            part, _, level = name.partition(": ")
            total += table[part].get(level, 0.0)
        weights[pair] = GATE if gate else total
    same = {pair for pair, is_same in zip(sample.pairs, sample.same, strict=True) if is_same}
    right = wrong = 0
    for members in cluster(len(sample.claims), weights, settings.match_weight, settings.unlinked_weight):
        for at, i in enumerate(members):
            for j in members[at + 1 :]:
                if sample.claims[i].article_id != sample.claims[j].article_id:
                    right += (i, j) in same
                    wrong += (i, j) not in same
    return right, wrong, sample.wanted


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
    samples, strangers = [sample_of(story) for story in stories], sample_of(*stories, across=True)
    for s in samples:
        lost = int((s.gated & s.same).sum())
        sizes = f"claims {len(s.claims):4d}  pairs {len(s.pairs):6d}  same {int(s.same.sum()):4d}"
        print(f"{s.name:40s} {sizes}  gated wrongly {lost}")
    table = fit([*samples, strangers])
    print("on itself      ", figures([aligned(s, table, settings) for s in samples]))
    held_out = [aligned(s, fit([*(o for o in samples if o is not s), strangers]), settings) for s in samples]
    print("cross-validated", figures(held_out))
    if args.test:
        tests = [sample_of(read_story(path)) for path in args.test]
        for s in tests:
            print(f"  {s.name:40s}", figures([aligned(s, table, settings)]))
        print("other stories  ", figures([aligned(s, table, settings) for s in tests]))
    for part, levels in table.items():
        print(f"{part:12s}", "  ".join(f"{name} {weight:+.2f}" for name, weight in sorted(levels.items())))
    if args.write:
        WEIGHTS.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
