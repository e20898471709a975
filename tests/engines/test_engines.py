"""Wherever the work is done, the report is the same; what is lost is done again, what is done is kept."""

from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from random import Random
from time import sleep

import pytest
from hypothesis import HealthCheck, given, settings

import discrepancy.pipeline
from benchmarks.stories import invent
from discrepancy import Article, EngineError, check, extract_claims
from discrepancy.align import weighing
from discrepancy.engines import DaskEngine, ExecutorEngine, LocalEngine, engine_from
from tests.engines.work import end_once, fail
from tests.strategies import other_articles, render, stories

ARTICLES = invent(12)[0]


@pytest.fixture(autouse=True, scope="module")
def small_parts():
    """Cut the work fine, so that a few articles make many parts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discrepancy.pipeline, "PART", 300)
        patch.setattr(weighing, "PART", 20)
        yield


@pytest.fixture(scope="module")
def plain():
    return check(ARTICLES)


class Unruly(ThreadPoolExecutor):
    """Does its work in any order, and loses the worker of every part that it gets for one of the first times."""

    def __init__(self, losses=0):
        super().__init__(2)
        self.random, self.losses, self.given = Random(1), losses, []

    def submit(self, work, *given):
        self.given.append(given)
        lost = sum(given == other for other in self.given) <= self.losses
        return super().submit(self._do, self.random.random() / 100, lost, work, given)

    def _do(self, seconds, lost, work, given):
        sleep(seconds)
        if lost:
            raise BrokenExecutor("the worker is gone")
        return work(*given)


def silent(what, done, total):
    pass


def same(report, other):
    return (report.claims, report.findings, report.to_json()) == (other.claims, other.findings, other.to_json())


def test_the_order_of_parts_changes_nothing(plain):
    with Unruly() as executor:
        assert same(check(ARTICLES, engine=executor), plain)
    assert len(executor.given) > 40


def test_articles_of_two_parts_date_one_another():
    days = [date(2031, 3, 5), date(2031, 3, 6), None]
    text = "The Velmora flood killed 83 people in Velmora on Wednesday. Velmora council and the Tarn bridge were hit."
    articles = [Article(id=str(at), text=text + " " * 400, published=day) for at, day in enumerate(days)]
    whole = extract_claims(articles)
    assert check(articles).claims == tuple(whole)
    assert whole[2].dates != extract_claims(articles[2:])[0].dates, "the undated one takes its day from the others"


@contextmanager
def two_processes():
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        yield executor


@contextmanager
def a_cluster():
    distributed = pytest.importorskip("distributed", reason="python -m pip install '.[dask]'")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=False) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield DaskEngine(client)


@pytest.fixture(params=[two_processes, a_cluster], scope="module", ids=lambda maker: maker.__name__)
def engine(request):
    with request.param() as engine:
        yield engine


@pytest.mark.filterwarnings("ignore")  # a cluster that starts slowly on a busy machine says so
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(stories(sizes=(3, 4)), other_articles())
def test_two_processes_and_a_cluster_give_the_same_report(engine, pieces, stranger):
    articles = [*render(pieces)[0], stranger]
    assert same(check(articles, engine=engine), check(articles))


def test_a_lost_worker_is_asked_again(plain):
    with Unruly(losses=2) as executor:
        assert same(check(ARTICLES, engine=executor), plain)


def test_workers_lost_for_good_are_told():
    with Unruly(losses=9) as executor, pytest.raises(EngineError, match="'reading figures' lost their worker 3 times"):
        check(ARTICLES, engine=executor)


def test_a_process_that_dies_is_replaced(tmp_path):
    markers = [tmp_path / "one", tmp_path / "two"]
    with LocalEngine(2).open("run", silent) as spread:
        assert list(spread("test", end_once, markers)) == ["one", "two"]


def test_work_that_is_wrong_is_not_done_again(tmp_path):
    with Unruly() as executor, ExecutorEngine(executor, tmp_path).open("run", silent) as spread:
        with pytest.raises(ZeroDivisionError):
            list(spread("test", fail, [0]))
        assert len(executor.given) == 1


class Interrupted(ThreadPoolExecutor):
    """Takes so many parts, and is interrupted then."""

    def __init__(self, many):
        super().__init__(1)
        self.left = many

    def submit(self, *given):
        if not self.left:
            self.shutdown()
            raise KeyboardInterrupt
        self.left -= 1
        return super().submit(*given)


def test_an_interrupted_run_goes_on_where_it_stopped(plain, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        check(ARTICLES, engine=ExecutorEngine(Interrupted(20), tmp_path))
    done = {str(path) for path in tmp_path.rglob("*.result")}
    assert len(done) == 20
    with Unruly() as first:
        assert same(check(ARTICLES, engine=ExecutorEngine(first, tmp_path)), plain)
    assert not done & {result for _, _, result in first.given}
    with Unruly() as second:
        assert same(check(ARTICLES, engine=ExecutorEngine(second, tmp_path)), plain)
        assert second.given == []
        check(ARTICLES[1:], engine=ExecutorEngine(second, tmp_path))
        assert second.given


def test_every_part_is_told():
    told = []
    with Unruly() as executor, ExecutorEngine(executor).open("run", lambda *news: told.append(news)) as spread:
        assert list(spread("counting", len, ["a", "bb", "ccc"])) == [1, 2, 3]
    assert told == [("counting", done, 3) for done in range(4)]


def test_what_is_no_engine_is_refused():
    with pytest.raises(TypeError, match="is no engine"):
        engine_from("two workers")
    with pytest.raises(ValueError, match="give 1 or more"):
        LocalEngine(0)
