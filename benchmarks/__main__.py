"""Measures speed, growth, memory and precision in one run.

python -m benchmarks                              100, 1,000 and 10,000 articles
python -m benchmarks --articles 100 400 --short   what the continuous check runs: seconds, not minutes
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import asdict

from benchmarks.measure import FIRST_RESULT, Run, against_others, bytes_a_claim, exponent, run, starting
from benchmarks.stories import invent
from discrepancy import check
from discrepancy.engines import LocalEngine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--short", action="store_true", help="leave out the comparison of engines")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(asdict(run(args.one))))
        return
    tell_start()
    tell_growth([_apart(size) for size in args.articles])
    if not args.short:
        tell_engines(max(args.articles[0], 1_000))


def _apart(size: int) -> Run:
    """A run in a process of its own, so that its peak of memory is its own."""
    words = [sys.executable, "-m", "benchmarks", "--one", str(size)]
    return Run(**json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout))


def tell_start() -> None:
    imports, pandas = starting("import discrepancy"), starting("import pandas")
    print(f"import discrepancy        {imports:8.3f} s   {pandas / max(imports, 1e-3):.0f} times faster than pandas")
    print(f"first result              {starting(FIRST_RESULT):8.3f} s")
    others = against_others()
    print(f"extraction                {others['MB/s']:8.2f} MB/s a core, {others['claims/s']:,.0f} claims/s")
    slower = others["times quantulum3"]
    print(f"  quantulum3 by sentence  {others['quantulum3 MB/s']:8.3f} MB/s, {slower:.0f} times slower on one text")
    print(f"  a bare number pattern   {others['times bare']:8.0f} times faster")
    print(f"memory                    {bytes_a_claim():8.0f} bytes a claim beyond the text")


def tell_growth(runs: list[Run]) -> None:
    heads = ("articles", "claims", "extract", "align", "judge", "both", "end to end", "peak")
    units = ("", "", *4 * ("claims/s",), "articles/s", "MB")
    widths = (9, 8, 10, 10, 10, 10, 12, 7)
    for names in (heads, units):
        print(" ".join(f"{name:>{width}}" for name, width in zip(names, widths, strict=True)))
    for r in runs:
        rates = (r.claims / r.extract, r.claims / r.align, r.claims / r.judge, r.claims / (r.align + r.judge))
        shown = " ".join(f"{rate:10,.0f}" for rate in rates)
        print(f"{r.articles:9,d} {r.claims:8,d} {shown} {r.articles / r.whole:12,.0f} {r.peak_mb:7,.0f}")
    if len(runs) > 1:
        claims = [r.claims for r in runs]
        stages = {name: [getattr(r, name) for r in runs] for name in ("extract", "align", "judge", "whole")}
        told = ", ".join(f"{name} {exponent(claims, seconds):.2f}" for name, seconds in stages.items())
        print(f"grows with the claims to the power: {told}  (1 is linear)")
    for r in runs:
        if r.truth:
            print(f"planted truth in {r.articles:,} articles: {r.truth}")


def tell_engines(articles: int) -> None:
    """Wall-clock seconds: what a second process brings."""
    texts = invent(articles // 5)[0]
    seconds = {}
    for name, engine in (("one process", None), ("two processes", LocalEngine(2))):
        start = time.perf_counter()
        check(texts, engine=engine)
        seconds[name] = time.perf_counter() - start
        print(f"{name:24s}  {seconds[name]:8.2f} s for {len(texts):,} articles, end to end")
    print(f"  two against one         {seconds['one process'] / seconds['two processes']:8.2f} times as fast")


if __name__ == "__main__":
    main()
