"""How comparing and judging grow with the number of claims, without the time to read them all.

    python -m benchmarks.growth                       1,000 to 100,000 claims
    python -m benchmarks.growth 300000                one size

The claims of 200 invented stories are read once and copied under other names: in each copy every word but the common
ideas ("DEATH") is another one, and the days are others, so a copy is news of other events.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache
from itertools import count, islice

from benchmarks.measure import exponent, timed
from benchmarks.stories import invent
from discrepancy import Claim, align_claims, extract_claims, judge_groups
from discrepancy.model import Scope

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
DAYS = 900  # over which the copies are spread


def copied(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, and copies of them without end."""
    for number in count():
        apart = _renaming(number)
        days = timedelta(days=number * 37 % DAYS)
        for claim in claims:
            at, dates = f"{claim.article_id}-{number}", claim.dates
            dates = replace(dates, published=dates.published + days if dates.published else None, as_of=None)
            words = {name: apart(getattr(claim.scope, name)) for name in WORDS}
            yield replace(
                claim, id=f"{claim.id}-{number}", article_id=at, dates=dates, scope=replace(claim.scope, **words)
            )


WORDS = tuple(f.name for f in fields(Scope) if f.default in ((), frozenset()) and f.name != "basis")


def _renaming(number: int):
    """Gives each word but the ideas, which are in capitals, a name of its own."""

    @cache
    def apart(words):
        return type(words)(word if word.isupper() else f"{word}{number}" for word in words)

    return apart


def measured(size: int) -> dict[str, float]:
    """Seconds of the processor for so many claims."""
    claims = list(islice(copied(extract_claims(invent(200)[0])), size))
    align, groups = timed(lambda: align_claims(claims))
    judge, _ = timed(lambda: judge_groups(groups))
    return {"claims": size, "comparing": align, "judging": judge, "both": align + judge}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    args = parser.parse_args()
    if len(args.sizes) == 1:
        print(json.dumps(measured(args.sizes[0])))
        return
    rows = []
    for size in args.sizes:  # each in a process of its own, so that none inherits the memory of another
        words = [sys.executable, "-m", "benchmarks.growth", str(size)]
        rows.append(json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout))
        told = (f"{stage} {size / rows[-1][stage]:,.0f} claims/s" for stage in ("comparing", "judging", "both"))
        print(f"{size:9,d} claims: {', '.join(told)}", flush=True)
    power = exponent([row["claims"] for row in rows], [row["both"] for row in rows])
    print(f"grows with the claims to the power {power:.2f}  (1 is linear)")


if __name__ == "__main__":
    main()
