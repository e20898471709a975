"""A good guest: nothing in the process changes, nothing is fetched, and the result is the same wherever it is made."""

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from discrepancy import (
    Article,
    LimitError,
    Limits,
    ReadError,
    ReadWarning,
    Settings,
    check,
    extract_claims,
    read_articles,
)  # fmt: skip
from discrepancy.errors import TooLargeError

ROOT = Path(__file__).parent.parent
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Fire</title></head><body><article>
<p>The fire at the old mill in Tarn killed 12 people on 2 January 2026, police said, 5 furlongs from the town.</p>
<p>At least 30 people were injured, of whom 5 were in a critical condition, the hospital said on Friday.</p>
</article></body></html>"""
FEED = "<rss version='2.0'><channel><title>Bell</title><item><description>The fire in Tarn killed 14 people.</description></item></channel></rss>"

# what a program does with the package: every reader, every stage, every door out
DAY = """
import warnings
from discrepancy import Article, Report, check, extract_claims, find_dates, read_articles
def day(folder):
    articles = read_articles([folder, "seeds"], on_error=print, on_warning=lambda remark: None)
    report = check(articles)
    find_dates("on Wednesday")
    Report.from_json(report.to_json())
    return report.to_json() + report.to_csv() + report.to_html() + report.to_markdown() + report.to_text()
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with a file of every kind."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "feed.rss").write_text(FEED, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(
        "Café: the fire in Tarn killed 13 people, 3 stone of ash a head.".encode("cp1252")
    )
    (tmp_path / "table.csv").write_text("id,text\nt,The fire in Tarn killed 12 people.\n", encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"text": "The fire in Tarn killed 12 people."}\n', encoding="utf-8")
    return str(tmp_path)


def fresh(code, *words, **environment):
    """What a fresh interpreter prints that takes every warning for an error."""
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", DAY + code, *words],
        capture_output=True, text=True, check=False, cwd=ROOT, env={"PYTHONPATH": ":".join(sys.path), "HOME": "/nonexistent", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_the_process_stays_as_it_was(folder):
    code = """
import csv, decimal, gc, locale, logging, os, random, signal, socket, sys, threading
def state():
    return {
        "root handlers": logging.root.handlers[:], "root level": logging.root.level, "root filters": logging.root.filters[:],
        "logging off": logging.root.manager.disable, "logger class": logging.getLoggerClass(), "last resort": logging.lastResort,
        "warning filters": warnings.filters[:], "showwarning": warnings.showwarning,
        "locale": locale.setlocale(locale.LC_ALL), "environment": dict(os.environ), "random": random.getstate(),
        "folder": os.getcwd(), "umask": os.umask(0o022) and os.umask(0o022), "recursion": sys.getrecursionlimit(), "path": sys.path[:],
        "signals": [signal.getsignal(number) for number in signal.valid_signals()], "timeout": socket.getdefaulttimeout(),
        "hooks": (sys.excepthook, sys.displayhook, threading.excepthook, sys.stdout, sys.stderr), "csv": csv.field_size_limit(),
        "digits": sys.get_int_max_str_digits(), "decimal": decimal.getcontext().prec, "gc": gc.isenabled(), "trace": sys.gettrace(),
        "threads": threading.active_count(), "switch": sys.getswitchinterval(),
    }
before = state()
day(sys.argv[1])
for name, value in state().items():
    if value != before[name]:
        print(name, before[name], value)
"""
    assert fresh(code, folder) == ""


def test_nothing_is_fetched_written_or_started(folder):
    code = """
import os, sys
day(sys.argv[1])  # what is loaded late is loaded now: to write a compiled module is no fault
def watch(event, words):
    writes = event == "open" and isinstance(words[2], int) and words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if event.startswith(("socket.", "urllib.", "subprocess.", "os.system", "os.remove", "os.rename", "os.mkdir", "shutil.", "tempfile.")) or writes:
        print(event, words)
sys.addaudithook(watch)
day(sys.argv[1])
"""
    assert fresh(code, folder) == ""


def test_nothing_is_fetched_on_the_way_in(folder):
    code = """
import sys
def watch(event, words):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.send", "urllib.", "subprocess.", "os.system")):
        print(event, words)
sys.addaudithook(watch)
day(sys.argv[1])
"""
    assert fresh(code, folder) == ""


def test_the_same_result_under_any_hash_seed(folder):
    texts = {fresh("import sys; print(day(sys.argv[1]))", folder, PYTHONHASHSEED=seed) for seed in ("1", "2")}
    assert len(texts) == 1
    assert len(texts.pop()) > 1_000


def test_the_same_result_from_eight_threads_at_once(folder):
    """From the first call on: whatever is loaded late is loaded by eight at a time."""
    code = """
import sys
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(8) as threads:
    results = list(threads.map(day, sys.argv[1:] * 8))
print(len(set(results)), results[0] == day(sys.argv[1]))
"""
    assert fresh(code, folder) == "1 True\n"


def test_it_works_beside_scikit_learn(folder):
    pytest.importorskip("sklearn")
    alone = fresh("import sys; sys.modules['sklearn'] = None; print(day(sys.argv[1]))", folder)
    assert fresh("import sys, sklearn; print(day(sys.argv[1]))", folder) == alone


def test_what_a_program_holds_can_travel(folder):
    moment = datetime(2026, 1, 2, 10, tzinfo=UTC)
    article = Article(
        id="a", text="The fire killed 12.", published=date(2026, 1, 2), published_at=moment, modified_at=moment
    )
    articles = [article, *read_articles(folder, on_warning=lambda _: None)]
    report = check(articles)
    assert len(articles) == 6
    for thing in (articles, extract_claims(articles), report.findings, report, Settings(), Limits()):
        assert pickle.loads(pickle.dumps(thing)) == thing
    for error in (
        ReadError("bad", "a.txt", 3, "mend it"),
        ReadWarning("odd", "a.txt"),
        TooLargeError("large", "a.txt"),
        LimitError("far"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))


def test_what_is_handed_in_is_not_changed():
    rows = [{"text": "The fire killed 12.", "tags": ["a"]}, {"text": None}]
    columns = {"text": "text"}
    with pytest.warns(ReadWarning):
        check(rows)
    assert rows == [{"text": "The fire killed 12.", "tags": ["a"]}, {"text": None}]
    assert columns == {"text": "text"}
