"""Coverage-guided fuzzing of the readers and of the way from a text to a report.

    python -m pip install atheris
    python -m benchmarks.fuzz claims -max_total_time=600          a text → its claims
    python -m benchmarks.fuzz check                               two texts → a report, drawn in every format
    python -m benchmarks.fuzz .html                               a file of this kind → articles

Further words go to libFuzzer. An input that raises, or takes beyond `SECONDS` of processor time, is written to
`crash-…` in the working directory: add it to `tests/test_hostile.py`, then repair its cause.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["discrepancy"]):
    from discrepancy import Article, ReadError, check, extract_claims, find_dates
    from discrepancy.read import File
    from discrepancy.read.files import READERS
    from discrepancy.report import Report

SECONDS = 3.0  # of one input of at most 4,096 bytes, in an instrumented process
WORDS = Path(__file__).parent.parent / "discrepancy" / "extract" / "words"
DAY = date(2026, 1, 2)
MARKS = (
    "\n", "\r\n", ", ", ". ", "$", "€", "%", " per cent", "-", "–", "(", ")", "+", "½", "٣", "\u202e", "\0", "1e400",
    "1,000,000", "12.5", "on Wednesday", "since 2 September 2025", "a year earlier", "between 3 and 5", "up from",
    "at least ", "more than ", "killed ", "people", "---\n", "published: ", '{"text": "', '"}', "<p>", "</p>",
    '<time datetime="2026-01-02">', '<script type="application/ld+json">', "</script>", "<item>", "<description>",
)  # fmt: skip


def text_of(data: bytes) -> str:
    """Any string, lone surrogates among them."""
    return data.decode("utf-8", "surrogateescape")


def fuzz_claims(data: bytes) -> None:
    """Every claim stands where it says."""
    text = text_of(data)
    for claim in extract_claims([Article(id="a", text=text, published=DAY)]):
        assert text[claim.start : claim.end] == claim.quantity.surface
        assert claim.quote_start <= claim.start < claim.end <= claim.quote_start + len(claim.quote)
    for span in find_dates(text, DAY):
        assert 0 <= span.start < span.end <= len(text)
        assert span.first is None or span.last is None or span.first <= span.last


def fuzz_check(data: bytes) -> None:
    """Two texts on one story give a report that can be drawn and read back."""
    half = text_of(data).partition("\x1e")
    texts = enumerate((half[0], half[2], half[0].swapcase()))
    report = check([Article(id=str(at), text=text, published=DAY) for at, text in texts])
    assert Report.from_json(report.to_json()).to_json() == report.to_json()
    for draw in (report.to_text, report.to_html, report.to_markdown, report.to_csv, report.to_jsonl):
        draw().encode("utf-8")


def fuzz_reader(ending: str) -> Callable[[bytes], None]:
    """A reader gives articles and problems, whatever stands in the file."""

    def fuzz(data: bytes) -> None:
        with suppress(ReadError):
            for item in READERS[ending](File(f"a{ending}", "a", data)):
                assert not isinstance(item, Article) or item.text.strip()

    return fuzz


def timed(fuzz: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The same, where an input that takes too long is a fault."""

    def run(data: bytes) -> None:
        begin = time.process_time()
        fuzz(data)
        assert time.process_time() - begin < SECONDS, "too slow"

    return run


def dictionary() -> str:
    """Words that the grammar knows, for the mutations of libFuzzer."""
    words = {word for path in WORDS.iterdir() if path.suffix in (".tsv", ".txt") for word in _words(path)}
    tokens = [*MARKS, *sorted(words)]
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in token.encode()) + '"\n' for token in tokens)


def _words(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] + " " for line in lines if line and not line.startswith("#")]


def main() -> None:
    """Fuzz the target that the first word names."""
    target, *rest = sys.argv[1:]
    fuzz = {"claims": fuzz_claims, "check": fuzz_check}.get(target) or fuzz_reader(target)
    with tempfile.NamedTemporaryFile("w", suffix=".dict", delete=False) as words:
        words.write(dictionary())
    atheris.Setup([sys.argv[0], f"-dict={words.name}", "-max_len=4096", "-timeout=60", *rest], timed(fuzz))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
