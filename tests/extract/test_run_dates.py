"""What articles of one story tell of one another's time."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

import pytest

from discrepancy import Article, extract_claims
from discrepancy.extract.claims import read_apart
from discrepancy.extract.context import date_across
from discrepancy.model import Basis, Claim

STORY = (
    "The ferry Marianne Holt burned off Skarvik harbour. Captain Ole Brandt and the Skarvik coastguard blame a truck. "
    "Divers of the Skarvik coastguard searched the Marianne Holt for passengers from Lund and Osby."
)


def claims(*texts: tuple[str, date | None], figure: str = "14") -> list[Claim]:
    articles = [
        Article(id=str(n), title="Skarvik ferry fire", text=f"{text} {STORY}", published=day)
        for n, (text, day) in enumerate(texts)
    ]
    return [claim for claim in extract_claims(articles) if claim.quantity.surface == figure]


FIRST = ("The fire on Wednesday killed 14 people.", date(2025, 12, 5))
SECOND = ("Wednesday's fire killed 14 people.", date(2025, 12, 6))


def test_an_undated_article_reads_a_day_that_its_partners_read_alike() -> None:
    *_, claim = claims(FIRST, SECOND, ("On 3 December a fire killed 14 people.", None))
    assert claim.dates.published is None
    assert str(claim.dates.event) == "2025-12-03"
    assert claim.dates.event is not None
    assert claim.dates.event.basis is Basis.CARRIED
    assert claim.dates.event.doubtful


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("On 3 December 2025 a fire killed 14 people.", "2025-12-03"),
        ("A fire killed 14 people on 3 December 2025.", "2025-12-03"),
        ("When the alarm rang, on 3 December 2025, 14 people were aboard.", "2025-12-03"),
        ("How many did fire kill between May 2024 and June 2025? By the count of the coastguard, 14.", "2025-06-30"),
        ("On 3 December 2025 a ferry burned and 2 died. Fires have killed 14 since 2 May 2025.", "2025-12-03"),
        # told apart from the day, or of the day only in passing: only the bounds of the article's day hold
        ("On 3 December 2025 a ferry burned, and when the sun rose 14 people were dead.", ""),
        ("On 3 December 2025 a ferry burned. Divers found 14 people.", ""),
        ("All 14 judges heard of the 3 December 2025 fire.", ""),
        ("A fund of 14 million adds to the sum that was promised in 2019.", ""),
        ("A ferry burned and 14 died.", ""),
    ],
)
def test_a_figure_of_an_undated_article_is_read_in_doubt_on_the_last_day_that_it_covers(text: str, as_of: str) -> None:
    (claim,) = (c for c in extract_claims([Article(id="a", text=text)]) if c.quantity.surface.startswith("14"))
    assert claim.dates.published is None
    assert str(claim.dates.as_of or "").partition("/")[0] == as_of
    assert claim.dates.as_of is None or claim.dates.as_of.doubtful


def test_a_day_that_the_partners_read_apart_stays_open() -> None:
    far = ("A court heard on Monday how 14 people died.", date(2026, 9, 7))
    *_, claim = claims(FIRST, far, ("On Tuesday 14 people were buried.", None))
    assert claim.dates.as_of is None
    assert claim.dates.event is None
    assert [span.text for span in claim.dates.unresolved] == ["Tuesday"]


def test_a_day_that_the_partners_name_in_one_year_only_is_that_day() -> None:
    far = ("A court heard how 14 people died on 3 December 2025.", date(2027, 1, 7))
    *_, claim = claims(FIRST, far, ("On 3 December a fire killed 14 people.", None))
    assert str(claim.dates.event) == "2025-12-03"


def test_a_story_without_a_day_takes_the_one_on_which_its_partners_agree() -> None:
    *_, claim = claims(FIRST, SECOND, ("The fire killed 14 people.", date(2025, 12, 7)))
    assert str(claim.dates.event) == "2025-12-03"
    assert claim.dates.event is not None
    assert claim.dates.event.doubtful
    assert str(claim.dates.as_of) == "2025-12-07"


def test_one_witness_is_not_enough() -> None:
    *_, claim = claims(FIRST, ("The fire killed 14 people.", date(2025, 12, 7)))
    assert claim.dates.event is None


def test_an_article_of_another_story_tells_nothing() -> None:
    other = Article(id="x", title="Grain prices", text="On 3 December grain cost 14 crowns.")
    dated = [
        Article(id=str(n), title="Skarvik ferry fire", text=f"{text} {STORY}", published=day)
        for n, (text, day) in enumerate((FIRST, SECOND))
    ]
    claim = next(c for c in extract_claims([*dated, other]) if c.article_id == "x")
    assert claim.dates.event is None
    assert claim.dates.as_of is None


def test_an_undated_article_that_opens_with_its_distance_from_the_event_is_read_on_that_day() -> None:
    *_, claim = claims(FIRST, SECOND, ("Two days after the fire that killed 14 people the captain spoke.", None))
    assert claim.dates.published is None
    assert str(claim.dates.as_of) == "2025-12-05"
    assert claim.dates.as_of is not None
    assert claim.dates.as_of.doubtful


def test_an_earlier_reading_takes_the_day_on_which_another_article_states_it() -> None:
    later = ("The toll of dead rose to 16 people, from 14 dead people.", date(2025, 12, 7))
    *_, claim = claims(FIRST, later)
    assert str(claim.dates.as_of) == "2025-12-05"
    assert claim.dates.as_of is not None
    assert claim.dates.as_of.basis is Basis.CARRIED
    assert claim.dates.as_of.doubtful


def test_a_reading_that_had_been_told_takes_the_day_on_which_another_article_states_it() -> None:
    later = (
        "The toll of dead is 16 people, where the coastguard had reported 14 dead people before.",
        date(2025, 12, 7),
    )
    *_, claim = claims(FIRST, later)
    assert claim.dates.as_of is not None
    assert claim.dates.as_of.doubtful


def test_an_earlier_reading_with_its_own_day_keeps_it() -> None:
    later = ("The toll of dead rose to 16 people, from 14 on Thursday.", date(2025, 12, 7))
    *_, claim = claims(FIRST, later)
    assert str(claim.dates.as_of) == "2025-12-04"


def _stories(count: int) -> list[Article]:
    """Articles of many stories that share no names; of each three one is undated, and one silent on the day."""
    articles = []
    for story in range(count):
        end = "".join(chr(ord("a") + digit) for digit in (story // 676, story // 26 % 26, story % 26))
        text = (
            f"The ferry Marianne{end} burned off Skarvik{end}. Captain Brandt{end} of Lund{end} blames Osby{end}. "
            f"Divers of Skarvik{end} left the Marianne{end} to Brandt{end} and Osby{end}."
        )
        for part, opening in enumerate(
            ("Some 14 died on 3 December.", "On Wednesday 14 people died.", "By now 14 have died.")
        ):
            published = date(2025, 12, 3 + part) if part else None
            articles.append(Article(id=f"{story}-{part}", title="Fire", text=f"{opening} {text}", published=published))
    return articles


def test_dates_across_articles_do_not_depend_on_their_order() -> None:
    articles = _stories(4)
    there = {claim.id: claim.dates for claim in extract_claims(articles)}
    back = {claim.id: claim.dates for claim in extract_claims(articles[::-1])}
    assert there == back
    assert {str(claim.event) for claim in there.values() if claim.event} == {"2025-12-03"}


def _steps(work: Callable[[], object]) -> int:
    """How many lines of Python some work runs: the same on a busy machine as on an idle one."""
    lines = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def test_dating_across_articles_takes_linear_time() -> None:
    def steps(count: int) -> int:
        articles = [article for article in _stories(count) if article.published]
        claims = read_apart(articles)
        return _steps(lambda: date_across(articles, claims))

    few, many = steps(80), steps(480)
    assert 5 * few < many < 7 * few  # six times the articles
