"""What the benchmarks stand on: stories that hold what was planted, a fair score, a fitted exponent."""

import pytest

from benchmarks.measure import exponent
from benchmarks.stories import QUESTIONS, invent, score
from discrepancy import Report, check

ARTICLES, PLANTED = invent(25)


@pytest.fixture(scope="module")
def report():
    return check(ARTICLES)


def test_the_figures_stand_where_they_were_planted():
    texts = {article.id: article.text for article in ARTICLES}
    assert len(PLANTED) > 200
    for figure in PLANTED:
        number = f"{figure.value:,}"
        assert texts[figure.article][figure.start : figure.start + len(number)] == number
    assert {figure.question[1] for figure in PLANTED} == {question.name for question in QUESTIONS}
    assert 0 < sum(figure.wrong for figure in PLANTED) < len(PLANTED) / 8


def test_more_stories_leave_the_first_as_they_are():
    articles, planted = invent(3)
    assert ARTICLES[: len(articles)] == articles
    assert PLANTED[: len(planted)] == planted
    assert invent(3, seed=1)[0] != articles


def test_every_planted_figure_is_read(report):
    found = {(claim.article_id, claim.start): claim.quantity.value for claim in report.claims}
    for figure in PLANTED:
        value = found[figure.article, figure.start]
        assert value in (figure.value, figure.value * 1_000_000)


def test_the_score_counts_what_is_found_and_what_is_not(report):
    nothing = score(Report((), (), ()), PLANTED)
    assert (nothing.right, nothing.wrong, nothing.found, nothing.false) == (0, 0, 0, 0)
    result = score(report, PLANTED)
    assert result.right + result.missed == nothing.missed
    assert result.right > 0.9 * nothing.missed
    assert result.groups == nothing.groups
    assert 0 < result.found <= result.conflicts


def test_false_conflicts_are_rare(report):
    result = score(report, PLANTED)
    assert result.false <= 2 * max(1, result.groups / 1_000)


def test_the_exponent_is_that_of_the_growth():
    sizes = [10, 100, 1_000]
    assert exponent(sizes, [3 * size for size in sizes]) == pytest.approx(1)
    assert exponent(sizes, [size**2 / 7 for size in sizes]) == pytest.approx(2)
