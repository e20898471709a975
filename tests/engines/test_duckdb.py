"""The join in a database finds the articles that the join in memory finds, and the report is the same."""

import sys
from random import Random

import pytest

from benchmarks.stories import invent
from discrepancy import Article, EngineError, check
from discrepancy.align.blocking.articles import BLOCK, REACH, meeting_articles
from discrepancy.engines import DuckDBEngine
from discrepancy.engines.executor import ExecutorEngine
from tests.engines.test_engines import Unruly, same

ARTICLES = invent(12)[0]
ODD = ("a,b", 'a "quote"', "it's", "line\nbreak", "nul\0", "\ud800", "𝔘", "", "NULL", "ﬀ", "ß")


def some_stories(many: int) -> dict[str, frozenset[str]]:
    """Stories whose words are in few articles, in many, and in more than a block may hold."""
    random = Random(many)
    pool = [*ODD, *(f"w{n}" for n in range(many))]
    return {
        f"a{random.random()}": frozenset(
            ["everywhere"] * random.choice((0, 1)) + [pool[int(len(pool) * random.random() ** 3)] for _ in range(20)]
        )
        for _ in range(many)
    }


@pytest.mark.parametrize(("many", "shared"), [(0, 1), (1, 1), (2, 1), (40, 3), (4 * BLOCK, 1)])
def test_the_same_articles_meet(many, shared):
    stories = some_stories(many)
    assert meeting_articles(stories, shared, DuckDBEngine().database) == meeting_articles(stories, shared)


def test_what_is_cut_is_told_alike():
    stories = {f"a{n:02}": frozenset({"one", "story", f"w{n % 3}"}) for n in range(3 * REACH)}
    meetings = meeting_articles(stories, 1)
    assert meetings.cut
    assert meeting_articles(stories, 1, DuckDBEngine().database) == meetings


def test_the_report_is_the_same(tmp_path):
    plain = check(ARTICLES)
    folder = tmp_path / "it's a folder"
    folder.mkdir()
    with Unruly() as executor:
        assert same(check(ARTICLES, engine=DuckDBEngine("500MB", folder, engine=ExecutorEngine(executor))), plain)
    assert not list(folder.iterdir()), "what DuckDB wrote is taken away"
    assert executor.given, "the parts are done by the other engine"
    assert not check([Article(id="a", text="Nothing.")], engine=DuckDBEngine()).claims


def test_without_duckdb_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(EngineError, match=r"pip install 'discrepancy\[scale\]'"):
        check(ARTICLES, engine=DuckDBEngine())


@pytest.mark.parametrize("memory", ["much", "1KB"])
def test_an_error_of_the_database_names_memory_and_folder(memory, tmp_path):
    with pytest.raises(EngineError, match=f"{memory} of memory in {tmp_path}"):
        check(ARTICLES, engine=DuckDBEngine(memory, tmp_path))
    assert not list(tmp_path.iterdir())
