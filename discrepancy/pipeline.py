"""The whole way in one function: articles → claims → groups → findings → report."""

from collections.abc import Iterable

from discrepancy.align import align_claims
from discrepancy.extract.claims import extract_claims
from discrepancy.judge import judge_groups
from discrepancy.model import Article
from discrepancy.report import Report
from discrepancy.settings import Settings


def check(articles: Iterable[Article], settings: Settings | None = None) -> Report:
    """Find every quantitative claim, align those that measure the same thing, and say how they stand.

    Args:
        articles: The articles; two of one id are an error of the caller.
        settings: The thresholds; the defaults if None.

    Returns:
        The report; it does not depend on the order of the articles, but for the order in which it lists them.

    Raises:
        ValueError: Two articles have one id.

    Example:
        >>> check([Article(id="a", text="The toll rose to 83."), Article(id="b", text="The toll stands at 110.")])
        <Report: 2 articles, 2 claims, 1 findings, 0 conflicts>
    """
    given = tuple(articles)
    ids = [article.id for article in given]
    if len(set(ids)) < len(ids):
        twice = next(name for name in ids if ids.count(name) > 1)
        raise ValueError(f"two articles have the id {twice!r}; give each its own")
    claims = extract_claims(given)
    findings = judge_groups(align_claims(claims, settings), settings)
    return Report(given, tuple(claims), tuple(findings))
