"""Measures one run of the package on invented stories; each function gives seconds of the processor, or ratios of them.

Seconds are those of this process alone, so that a busy machine spoils them less; what is told to the outside are
ratios and exponents, which carry from one machine to another.
"""

import re
import resource
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from benchmarks.stories import invent, score
from discrepancy import Article, align_claims, check, extract_claims, judge_groups
from discrepancy.sentences import split_sentences
from tests.gold.stories import read_story, story_files

R = TypeVar("R")

ARTICLES_A_STORY = 5
BARE = re.compile(r"\d[\d,.]*")
FIRST_RESULT = """
from discrepancy import Article, check
print(check([Article(id="a", text="The quake killed 83 people."), Article(id="b", text="It killed 110 people.")]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: counts, and seconds of each stage."""

    articles: int
    characters: int
    claims: int
    extract: float
    align: float
    judge: float
    peak_mb: float
    truth: str

    @property
    def whole(self) -> float:
        """Seconds from articles to findings."""
        return self.extract + self.align + self.judge


def timed(work: Callable[[], R]) -> tuple[float, R]:
    """Seconds of the processor, and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def run(articles: int) -> Run:
    """Run the stages one after another on so many articles, more or less."""
    extract_claims([Article(id="warm", text="On Monday the quake killed about 83 people and cost $3 million.")])
    texts, planted = invent(max(1, articles // ARTICLES_A_STORY))
    extract, claims = timed(lambda: extract_claims(texts))
    align, groups = timed(lambda: align_claims(claims))
    judge, _ = timed(lambda: judge_groups(groups))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    truth = str(score(check(texts), planted)) if articles <= 1000 else ""
    return Run(len(texts), sum(len(a.text) for a in texts), len(claims), extract, align, judge, peak, truth)


def bytes_a_claim(articles: int = 1_000) -> float:
    """Memory that a claim keeps, beyond the text of its article."""
    texts = invent(articles // ARTICLES_A_STORY)[0]
    extract_claims(invent(articles // ARTICLES_A_STORY, seed=1)[0])  # fills the caches, with nothing of these texts
    tracemalloc.start()
    claims = extract_claims(texts)
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return kept / len(claims)


def against_others(sentences: int = 60) -> dict[str, float]:
    """How the extraction stands to quantulum3 by sentence, and to a bare pattern, on the gold stories.

    quantulum3 is measured on the sentences that hold a digit alone: in the others it finds nothing to do.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that a classifier is not installed
        from quantulum3 import parser

    articles = [article for path in story_files() for article in read_story(path).articles]
    rare = Article(id="rare", text="The field is 5 furlongs long.")
    extract_claims([*articles[::2], rare])  # loads the units, the rare ones too, and fills the caches
    articles = articles[1::2]
    size = sum(len(article.text) for article in articles) / 1e6
    ours, claims = timed(lambda: extract_claims(articles))
    bare, _ = timed(lambda: [BARE.findall(article.text) for article in articles for _ in range(20)])
    texts = [article.text for article in articles[::5]]
    spans = [span for text in texts for s in split_sentences(text) if re.search(r"\d", span := text[s.start : s.end])]
    spans = spans[:sentences]
    letters = sum(map(len, spans)) / 1e6
    parser.parse(spans[0])
    theirs, _ = timed(lambda: [parser.parse(span) for span in spans])
    same, _ = timed(lambda: extract_claims(Article(id=str(at), text=span) for at, span in enumerate(spans)))
    return {
        "MB/s": size / ours,
        "claims/s": len(claims) / ours,
        "quantulum3 MB/s": letters / theirs,
        "times quantulum3": theirs / same,
        "times bare": 20 * ours / bare,
    }


def starting(code: str, rounds: int = 3) -> float:
    """Seconds that a fresh Python takes for some code, beyond those for nothing; the best of some rounds."""
    return min(_fresh(code) for _ in range(rounds)) - min(_fresh("pass") for _ in range(rounds))


def _fresh(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The e of "seconds grow with size to the power e", fitted by least squares; 1 is linear."""
    xs, ys = [log(size) for size in sizes], [log(max(second, 1e-9)) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)
