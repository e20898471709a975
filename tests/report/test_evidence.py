"""Evidence for other programs: selectors that find the figure again, and drafts of a review without a rating."""

import hashlib
import json
from datetime import date

import pytest

from discrepancy import Article, check

ARTICLES = [
    Article(
        id="a", text="The blast in Orr on 3 May 2025 killed 12 people, police said. 😀 It hurt 40.", title="Blast in Orr",
        source="Bell", url="https://bell.example/orr", published=date(2025, 5, 9),
    ),
    Article(id="b", text="The blast in Orr on 3 May 2025 killed 31 people.", published=date(2025, 5, 9)),
    Article(id="c", text="The blast in Orr on 3 May 2025 closed 5 km of road."),
]  # fmt: skip


@pytest.fixture(scope="module")
def report():
    found = check(ARTICLES)
    assert len(found.conflicts) == 1
    return found


def test_selectors_find_every_figure_again(report):
    texts = {article.id: article.text for article in ARTICLES}
    page = json.loads(report.to_annotations())
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == len(report.claims)
    for claim, annotation in zip(report.claims, page["items"], strict=True):
        target = annotation["target"]
        text = texts[target["article_id"]]
        assert target["sha256"] == hashlib.sha256(text.encode()).hexdigest()
        quote, position = target["selector"]
        assert quote["exact"] == text[position["start"] : position["end"]] == claim.quantity.surface
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.index(around) + len(quote["prefix"]) == claim.start
        assert annotation["id"].endswith(claim.id)


def test_the_source_of_an_annotation_is_the_address_of_the_article_or_a_name(report):
    sources = {
        item["target"]["article_id"]: item["target"]["source"] for item in json.loads(report.to_annotations())["items"]
    }
    assert sources["a"] == "https://bell.example/orr"
    assert sources["b"].startswith("urn:discrepancy:article:")
    assert len(set(sources.values())) == 3


def test_a_review_is_a_draft_without_a_rating(report):
    text = report.to_claimreview()
    assert "rating" not in text.lower()
    (draft,) = json.loads(text)["@graph"]
    assert (draft["@type"], draft["creativeWorkStatus"]) == ("ClaimReview", "Draft")
    assert draft["claimReviewed"] == "deaths: 12 / 31"
    assert draft["reviewBody"].startswith("conflict: ")
    a, b = draft["itemReviewed"]
    assert a["text"] == "The blast in Orr on 3 May 2025 killed 12 people, police said."
    assert a["appearance"] == {
        "@type": "NewsArticle", "headline": "Blast in Orr", "url": "https://bell.example/orr", "datePublished": "2025-05-09",
        "publisher": {"@type": "Organization", "name": "Bell"},
    }  # fmt: skip
    assert b["appearance"] == {"@type": "NewsArticle", "datePublished": "2025-05-09"}


def test_figures_that_agree_are_not_reviewed():
    report = check([ARTICLES[0].model_copy(update={"id": name}) for name in "xy"])
    assert report.findings
    assert json.loads(report.to_claimreview())["@graph"] == []
