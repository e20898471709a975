"""Articles that are read together say what each of them says by itself, in their order."""

from datetime import date, timedelta

from discrepancy import Article
from discrepancy.extract.claims import _TOGETHER, read_apart

TEXTS = (
    "On Wednesday a ferry burned off the cape. It killed {n} people, the coast guard said.",
    "Nobody has spoken of the fire yet.",
    "The toll rose to {n} from 9 on Monday. In Oslo 3 of them were children; the rest were crew.",
    "The price fell by {n} per cent in January, after $40 a barrel.",
    "",
)


def articles(count: int) -> list[Article]:
    return [
        Article(id=f"a{n}", text=TEXTS[n % 5].format(n=n + 10), published=date(2025, 12, 5) + timedelta(days=n))
        for n in range(count)
    ]


def test_articles_read_together_say_what_each_says_by_itself() -> None:
    given = articles(2 * _TOGETHER + 3)
    assert read_apart(given) == [claim for article in given for claim in read_apart([article])]


def test_every_article_with_figures_is_read_whatever_stands_beside_it() -> None:
    given = articles(_TOGETHER + 1)
    told = [article.id for article in given if any(letter.isdigit() for letter in article.text)]
    assert list(dict.fromkeys(claim.article_id for claim in read_apart(given))) == told
