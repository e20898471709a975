"""A comparison in words and its weight alone are one and the same."""

from datetime import date
from itertools import combinations

import pytest

from discrepancy.align import figures, parts
from discrepancy.align.compare import DIGITS, GATE, Comparer
from discrepancy.extract.claims import extract_claims
from discrepancy.model import Article
from discrepancy.settings import OwnPart
from tests.gold.stories import read_story, story_files


def _same_source(a, b):
    return "same" if a.source == b.source else "other"


@pytest.mark.parametrize("own", [(), (OwnPart("source", _same_source, {"same": 0.5, "other": -0.25}),)])
def test_the_weight_is_that_of_the_levels(own):
    claims = extract_claims([article for path in story_files()[::9] for article in read_story(path).articles[:3]])
    comparer = Comparer(claims, own)
    gated = 0
    for a, b in combinations(claims[::4], 2):
        compared = comparer.compare(a, b)
        total = round(sum(level.weight for level in compared.levels), DIGITS)
        assert comparer.weight(a, b) == comparer.weight(b, a) == compared.weight == total
        gated += compared.weight == GATE
    assert 0 < gated < len(claims) ** 2 / 32


def _claim(text, article="a", day=date(2024, 5, 7)):
    return extract_claims([Article(id=article, source=article, text=text, published=day)])[-1]


def test_only_a_measure_that_stands_beside_its_figure_is_a_gate():
    """What a figure took over from the one before it may be taken over wrongly."""
    dead = _claim("The flood in Orlow killed 31 people.")
    printed = _claim("The flood in Orlow injured 58 people.", "b")
    taken_over = _claim("The flood in Orlow injured 40 people. By the evening the figure stood at 58.", "b")
    assert (printed.measure.key, taken_over.measure.key) == ("injured", "injured")
    comparer = Comparer([dead, printed, taken_over])
    assert comparer.weight(dead, printed) == GATE < comparer.weight(dead, taken_over)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("In 2019 the flood killed 31.", "In 2019 the flood killed 33.", "same"),
        ("In 2019 the flood killed 31.", "In 2021 the flood killed 33.", "other, far apart, both stated"),
        ("In January 2024 fires killed 31.", "In 2024 fires killed 33.", "same start, far apart"),
        # by the clocks of two datelines one event falls on two days
        ("The flood on 4 March 2024 killed 31.", "The flood on 5 March 2024 killed 33.", "same"),
        ("The flood on 4 March 2024 killed 31.", "The flood on 7 March 2024 killed 33.", "other, both stated"),
    ],
)
def test_the_days_that_two_figures_cover(one, other, level):
    a, b = _claim(one), _claim(other, "b")
    assert parts.window(a, b, Comparer([a, b]).backdrop) == level


def test_days_of_few_figures_tell_more():
    news = "A flood on Monday killed 7 people in Orlow, injured 9, destroyed 12 houses and closed 4 roads. "
    articles = [
        Article(id=i, source=i, text=news + f"In 2019 a flood there killed {n}.") for i, n in (("a", 31), ("b", 33))
    ]
    articles = [article.model_copy(update={"published": date(2024, 5, 7)}) for article in articles]
    claims = extract_claims(articles)
    a, b = (next(c for c in claims if c.quantity.value == n) for n in (31, 33))
    assert parts.window(a, b, Comparer(claims).backdrop) == "same, of few"


def test_two_articles_tell_one_story_by_their_names():
    flood = "The flood in Orlow killed 31 people, Mayor Ines Tavira said."
    other = "The ferry fire off Corvo killed 31 people, Captain Juri Malm said."
    a, b, c = _claim(flood), _claim(flood.replace("31", "33"), "b"), _claim(other, "c")
    backdrop = Comparer([a, b, c]).backdrop
    assert parts.story(a, b, backdrop).startswith("two names or more")
    assert parts.story(a, c, backdrop).startswith("no name")


@pytest.mark.parametrize(
    ("part", "one", "other", "level"),
    [
        ("precision", "The flood killed 31.", "The flood killed about 30.", "hedged against plain"),
        ("precision", "The flood killed at least 31.", "The flood killed more than 30.", "open"),
        ("digits", "It cost $1.41 billion.", "It cost $2 billion.", "1 against 3"),
        ("speaker", "The flood killed 31, police said.", "The flood killed 33.", "one named"),
        ("reading", "In 2019 the flood killed 31.", "The flood killed 33 on Monday.", "long past against news"),
        ("shared", "The flood in Orlow killed 31.", "The flood in Orlow killed 33.", "three words or more"),
        ("shared", "The flood in Orlow killed 31.", "A ferry sank with 33 aboard.", "no word"),
        ("whole", "Floods in Bavaria killed 31.", "Floods in Germany killed 33.", "the lower of a part"),
        ("whole", "Floods in Bavaria killed 33.", "Floods in Germany killed 31.", "no part of the other"),
        ("measure", "The flood killed 31.", "The flood killed 33.", "same outcome"),
        ("measure", "The farm has 31 goats.", "The farm has 33 goats.", "same"),
    ],
)
def test_a_part_names_how_two_claims_lie_to_each_other(part, one, other, level):
    a, b = _claim(one), _claim(other, "b")
    backdrop = Comparer([a, b]).backdrop
    assert parts.PARTS[part](a, b, backdrop) == parts.PARTS[part](b, a, backdrop) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (1411, 1411, "telling and equal"),
        (1411, 1400, "rounded"),
        (1411, 1390, "near"),
        (1411, 900, "within twice"),
        (1411, 300, "within five times"),
        (1411, 20, "far"),
    ],
)
def test_how_near_two_figures_are(one, other, level):
    a, b = _claim(f"The flood killed {one:,}."), _claim(f"The flood killed {other:,}.", "b")
    assert figures.value(a, b) == figures.value(b, a) == level


def test_two_articles_open_with_the_same_figures():
    text = "The flood killed 31 people, injured 58 and destroyed 12 houses."
    articles = [Article(id=i, source=i, text=text, published=date(2024, 5, 7)) for i in "ab"]
    claims = extract_claims(articles)
    (dead, injured, homes), others = claims[:3], claims[3:]
    backdrop = Comparer(claims).backdrop
    assert parts.rank(dead, others[0], backdrop) == "first against first"
    assert parts.rank(dead, others[2], backdrop) == parts.rank(homes, others[0], backdrop)
    assert parts.rank(injured, others[2], backdrop) == "second or third against second or third"
    assert parts.rank(dead, injured, backdrop) == "one article"
