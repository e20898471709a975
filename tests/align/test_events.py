"""Two figures of two events stay apart, and those of one event come together, by what their articles name and when."""

from datetime import date

import pytest

from discrepancy import Article, Verdict, check
from discrepancy.align.compare import Comparer
from discrepancy.extract.claims import extract_claims

DAY, DAYS_LATER, MONTHS_LATER = date(2031, 3, 4), date(2031, 3, 6), date(2031, 9, 1)


def compared(first: str, second: str, later: date) -> str:
    """The level at which the events of the first figures of two texts stand."""
    texts = (("a", first, DAY), ("b", second, later))
    claims = extract_claims([Article(id=name, text=text, published=day) for name, text, day in texts])
    a, b = (next(c for c in claims if c.article_id == name) for name in "ab")
    return next(level.name for level in Comparer(claims).compare(a, b).levels if level.part == "event")


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("The flood in Lodar killed 31 people.", "The flood in Mirvan killed 24 people.", DAYS_LATER),
        ("The flood in Lodar Bay killed 31 people.", "The flood in Mirvan Bay killed 24 people.", DAYS_LATER),
        (
            "Torrents hit Lodar. The flood in Lodar killed 31 people.",
            "The death toll in Mirvan stands at 24.",
            DAYS_LATER,
        ),
        ("The flood killed 31 people, Anna Orlen said.", "The flood killed 24 people, Peter Ruda said.", MONTHS_LATER),
    ],
)
def test_other_places_or_days_and_no_common_name_are_another_event(first, second, later):
    assert compared(first, second, later) == compared(second, first, later) == "another"


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("The flood in Lodar killed 31 people.", "The flood in Lodar killed 24 people.", MONTHS_LATER),
        ("The flood in Lodar killed 31 people.", "The flood in Mirvan, near Lodar, killed 24 people.", DAYS_LATER),
        ("The flood in Lodar killed 31 people.", "The flood in Germany killed 24 people.", DAYS_LATER),
        ("The flood killed 31 people, Anna Orlen said.", "The flood killed 24 people, Peter Ruda said.", DAYS_LATER),
        ("The flood killed 31 people.", "The flood killed 24 people.", MONTHS_LATER),
    ],
)
def test_one_sign_alone_does_not_tell_events_apart(first, second, later):
    assert compared(first, second, later) == "not told apart"


def test_two_events_make_no_conflict():
    told = "The explosion in {place} has killed {n} people, officials said. {n} people were killed in the {place} explosion."
    figures = (("a", "Lodar", 61, DAY), ("b", "Lodar", 64, DAYS_LATER), ("c", "Mirvan", 58, date(2031, 3, 7)))
    articles = [
        Article(id=name, text=told.format(place=place, n=n), title=f"{place} explosion", published=day)
        for name, place, n, day in figures
    ]
    report = check(articles)
    assert [f.verdict for f in report.findings] == [Verdict.UPDATE]
    lower = articles[2].model_copy(update={"text": told.format(place="Lodar", n=58), "title": "Lodar explosion"})
    assert [f.verdict for f in check([*articles[:2], lower]).findings] == [Verdict.CONFLICT]
