"""The scoreboard: `python -m tests.gold`."""

import argparse
import json
from collections.abc import Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from discrepancy import check
from tests.gold.scoreboard import Score, figures, score_stories
from tests.gold.stories import Story, read_story, story_files

LAST_RUN = Path(__file__).parent / "last_run.json"


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the stories, print the figures, and what was gained and lost since the last stored run."""
    options = _options(arguments)
    stories = [read_story(path) for path in options.files or story_files() if options.only in path.name]
    alone = reduce(add, (score_stories([story], check) for story in stories), Score())
    pooled = score_stories(stories, check)
    last = json.loads(LAST_RUN.read_text(encoding="utf-8")) if LAST_RUN.exists() else {}
    if options.errors:
        print(*alone.notes, sep="\n")
    print(_table(alone, pooled, last))
    print(*_changes(alone, last, stories), sep="\n")
    if options.store:
        LAST_RUN.write_text(json.dumps(_record(alone, pooled), indent=1) + "\n", encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description="Score the package on gold stories.")
    parser.add_argument("files", nargs="*", type=Path, help="stories to score; those of the project if none is named")
    parser.add_argument("--only", default="", help="stories whose file name holds these letters")
    parser.add_argument("--errors", action="store_true", help="print each miss")
    parser.add_argument("--store", action="store_true", help="keep this run as the one to compare with")
    options = parser.parse_args(arguments)
    if options.store and (options.files or options.only):
        parser.error("--store keeps a run over all stories; leave out the file names and --only")
    return options


def _record(alone: Score, pooled: Score) -> dict[str, Any]:
    return {
        "alone": figures(alone.counts),
        "pooled": figures(pooled.counts),
        "right": sorted(alone.right),
        "false": sorted(alone.false),
    }


def _table(alone: Score, pooled: Score, last: dict[str, Any]) -> str:
    before = last.get("alone", {})
    rows = [f"{'':24}{'alone':>8}{'pooled':>8}{'before':>8}"]
    together = figures(pooled.counts)
    for name, value in figures(alone.counts).items():
        was = f"{before[name]:8.3f}" if name in before else f"{'-':>8}"
        rows.append(f"{name:24}{value:8.3f}{together[name]:8.3f}{was}")
    rows.append(f"{'false conflicts':24}{alone.counts['false conflicts']:8}{pooled.counts['false conflicts']:8}")
    return "\n".join(rows)


def _changes(alone: Score, last: dict[str, Any], stories: Sequence[Story]) -> list[str]:
    """Name the pairs that are right or false now and were not in the last stored run, and the other way round."""
    names = {story.name for story in stories}
    right, false = ({pair for pair in last.get(key, ()) if pair.split("/")[0] in names} for key in ("right", "false"))
    signs = {
        "+ right now: ": alone.right - right,
        "+ false no more: ": false - alone.false,
        "- right no more: ": right - alone.right,
        "- false now: ": alone.false - false,
    }
    return [sign + name for sign, changed in signs.items() for name in sorted(changed)] if last else []


if __name__ == "__main__":
    main()
