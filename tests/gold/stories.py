"""Reads the gold stories and says what is wrong with one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from discrepancy.model import Article

FOLDER = Path(__file__).parent / "stories"
VERDICTS = ("agree", "update", "scope", "conflict")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated figure.

    `start` and `end` are the offsets of the number in the article's text; `as_of` and the two ends of `period` are
    ISO days, months or years, or None.
    """

    id: str
    article: str
    quote: str
    number: str
    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    measure: str
    as_of: str | None
    period: tuple[str | None, str | None] | None


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two claims of one group from two articles: the verdict, and those that a fair reader would accept as well."""

    a: str
    b: str
    verdict: str
    also: tuple[str, ...]
    why: str

    @property
    def ids(self) -> frozenset[str]:
        """The two claims, in no order."""
        return frozenset((self.a, self.b))

    def accepts(self, verdict: str | None) -> bool:
        """Say whether a verdict is right."""
        return verdict == self.verdict or verdict in self.also


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one story, their claims, the groups of claims and the pairs."""

    name: str
    domain: str
    articles: tuple[Article, ...]
    claims: tuple[GoldClaim, ...]
    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[GoldPair, ...]


def story_files(folder: Path = FOLDER) -> list[Path]:
    """List the files of the gold stories, sorted by name."""
    return sorted(folder.glob("*.json"))


def read_story(path: Path) -> Story:
    """Read one story.

    Raises:
        ValueError: A quote or a number does not stand in its article exactly once, or a group or pair is wrong.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if faults := list(find_faults(data)):
        raise ValueError(f"{path.name}: " + "; ".join(faults))
    texts = {article["id"]: article["text"] for article in data["articles"]}
    return Story(
        name=data["cluster"],
        domain=data["domain"],
        articles=tuple(_article(data["cluster"], raw) for raw in data["articles"]),
        claims=tuple(_claim(data["cluster"], raw, texts[raw["article"]]) for raw in data["claims"]),
        groups=tuple(tuple(group) for group in data["groups"]),
        pairs=tuple(GoldPair(p["a"], p["b"], p["verdict"], tuple(p.get("also", ())), p["why"]) for p in data["pairs"]),
    )


def _article(story: str, raw: dict[str, Any]) -> Article:
    published = date.fromisoformat(raw["published"]) if raw["published"] else None
    return Article(
        id=f"{story}/{raw['id']}", text=raw["text"], title=raw["title"], source=raw["source"], published=published
    )


def _claim(story: str, raw: dict[str, Any], text: str) -> GoldClaim:
    start = text.index(raw["quote"]) + raw["quote"].index(raw["number"])
    return GoldClaim(
        id=raw["id"],
        article=f"{story}/{raw['article']}",
        quote=raw["quote"],
        number=raw["number"],
        start=start,
        end=start + len(raw["number"]),
        low=raw["low"],
        high=raw["high"],
        approximate=raw["approx"],
        unit=raw["unit"],
        measure=raw["measure"],
        as_of=raw["as_of"],
        period=tuple(raw["period"]) if raw["period"] else None,
    )


def find_faults(data: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a story: spans that are not unique, open groups, missing or superfluous pairs."""
    texts = {article["id"]: article["text"] for article in data["articles"]}
    claims = {claim["id"]: claim for claim in data["claims"]}
    if len(texts) != len(data["articles"]) or len(claims) != len(data["claims"]):
        yield "an id is used twice"
    for claim in data["claims"]:
        yield from _claim_faults(claim, texts[claim["article"]])
    yield from _group_faults(data["groups"], claims)
    yield from _pair_faults(data["pairs"], _wanted_pairs(data["groups"], claims))


def _claim_faults(claim: dict[str, Any], text: str) -> Iterator[str]:
    low, high = claim["low"], claim["high"]
    if text.count(claim["quote"]) != 1 or claim["quote"].count(claim["number"]) != 1:
        yield f"{claim['id']}: quote or number is not unique"
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        yield f"{claim['id']}: the bounds {low}..{high} allow nothing or everything"
    if not claim["unit"] or not claim["measure"]:
        yield f"{claim['id']}: no unit or no measure"


def _group_faults(groups: list[list[str]], claims: dict[str, Any]) -> Iterator[str]:
    members = [name for group in groups for name in group]
    if len(members) != len(set(members)):
        yield "a claim stands in two groups"
    for group in groups:
        if unknown := [name for name in group if name not in claims]:
            yield f"group names unknown claims {unknown}"
        elif len({claims[name]["article"] for name in group}) < 2:
            yield f"group {group} comes from one article"


def _wanted_pairs(groups: list[list[str]], claims: dict[str, Any]) -> set[frozenset[str]]:
    pairs = (pair for group in groups for pair in combinations([name for name in group if name in claims], 2))
    return {frozenset((a, b)) for a, b in pairs if claims[a]["article"] != claims[b]["article"]}


def _pair_faults(pairs: list[dict[str, Any]], wanted: set[frozenset[str]]) -> Iterator[str]:
    given = [frozenset((pair["a"], pair["b"])) for pair in pairs]
    if len(given) != len(set(given)):
        yield "a pair is judged twice"
    for ids in sorted(map(sorted, wanted ^ set(given))):
        yield f"pair {ids} is " + ("missing" if frozenset(ids) in wanted else "of no group")
    for pair in pairs:
        if pair["verdict"] not in VERDICTS or not set(pair.get("also", ())) <= set(VERDICTS) or not pair["why"]:
            yield f"pair {pair['a']}, {pair['b']}: no such verdict, or no reason"
