"""The whole way in one function: articles → claims → groups → findings → report."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from hashlib import blake2b

from discrepancy.align import align_claims, compare_claims
from discrepancy.engines import Engine, database_of, engine_from
from discrepancy.extract.claims import read_apart
from discrepancy.extract.context import date_across
from discrepancy.judge import judge_groups
from discrepancy.model import Article
from discrepancy.progress import shown
from discrepancy.read import Records, as_articles
from discrepancy.report import Report
from discrepancy.settings import Settings

PART = 100_000  # characters of the articles that are read as one part of the work


def check(
    articles: Records,
    settings: Settings | None = None,
    *,
    engine: Engine | Executor | None = None,
    progress: bool = False,
) -> Report:
    """Find every quantitative claim, align those that measure the same thing, and say how they stand.

    Args:
        articles: The articles; or what holds their fields: a data frame, or mappings. Two articles of one id are an
            error of the caller.
        settings: Thresholds, and the user's own words, parts and rules; the defaults if None.
        engine: Where the work is done: `LocalEngine(workers=2)`, `DaskEngine(client)`, any
            `concurrent.futures.Executor`; None is this process. It changes nothing in the report.
        progress: Whether to show progress on standard error, where that is a terminal.

    Returns:
        The report; it does not depend on the order of the articles, but for the order in which it lists them.

    Raises:
        ValueError: Two articles have one id.
        TypeError: They are no articles, but a path, say; the message says what to hand in.
        ReadError: Not one row of a frame or mapping is an article.
        EngineError: The engine's workers were lost again and again.

    Example:
        >>> check([Article(id="a", text="The toll rose to 83."), Article(id="b", text="The toll stands at 110.")])
        <Report: 2 articles, 2 claims: 1 unclear case>
    """
    given, settings = tuple(as_articles(articles)), settings or Settings()
    _reject_doubles(given)
    read = partial(read_apart, settings=settings)
    where = engine_from(engine)
    with shown(progress) as tell, where.open(_name_run(given, settings), tell) as spread:
        apart = [claim for part in spread("reading figures", read, _parts_of(given)) for claim in part]
        claims = date_across(given, apart)
        groups = align_claims(claims, settings, spread=spread, database=database_of(where))
    findings = judge_groups(groups, settings)
    return Report(given, tuple(claims), tuple(findings), compare=partial(compare_claims, settings=settings))


def _reject_doubles(articles: Sequence[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two articles have the id {article.id!r}; give each its own")
        seen.add(article.id)


def _parts_of(articles: Sequence[Article]) -> list[tuple[Article, ...]]:
    """The articles in parts of about one size, the same however many workers there are."""
    parts: list[tuple[Article, ...]] = []
    taken: list[Article] = []
    size = 0
    for article in articles:
        taken.append(article)
        size += len(article.text)
        if size >= PART:
            parts.append(tuple(taken))
            taken, size = [], 0
    return [*parts, tuple(taken)] if taken else parts


def _name_run(articles: Sequence[Article], settings: Settings) -> str:
    """A name that is the same for the same articles, settings and version of the package: it finds old parts again."""
    from importlib.metadata import version  # takes longer than the small runs that ask for it

    seen = blake2b(f"{version('discrepancy')} {settings}".encode(), digest_size=12)
    for article in articles:
        seen.update(repr(article).encode("utf-8", "surrogatepass"))
    return seen.hexdigest()
