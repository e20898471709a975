"""The second look: best partners, rivals of one's own role, third articles that are no copies, and the trend."""

from datetime import date

import pytest

from discrepancy import Article, Verdict, check
from discrepancy.align.company import FEATURES, Company, companies
from discrepancy.extract.claims import extract_claims

TOLD = "The quake in Orlow killed {} people, officials said."


def company_of(texts: dict[str, str], weights: dict[tuple[str, str], float], asked: tuple[str, str]) -> Company:
    """How a pair stands among others; claims are named by article and figure ("a31"), weights are given."""
    articles = [Article(id=name, text=text, published=date(2031, 5, 4)) for name, text in texts.items()]
    claims = sorted(extract_claims(articles), key=lambda c: (c.article_id, c.start))
    places = {f"{c.article_id}{c.quantity.surface}": at for at, c in enumerate(claims)}
    first = {(places[a], places[b]): weight for (a, b), weight in weights.items()}
    return dict(companies(claims, first))[places[asked[0]], places[asked[1]]]


def feature(company: Company, name: str) -> float:
    return company.features[FEATURES.index(name)]


def test_a_better_partner_in_the_other_article_counts_against_a_pair():
    texts = {"a": TOLD.format(31), "b": TOLD.format(34) + " The quake injured 90 people."}
    best = company_of(texts, {("a31", "b34"): 1.0, ("a31", "b90"): -0.5}, ("a31", "b34"))
    worse = company_of(texts, {("a31", "b34"): 1.0, ("a31", "b90"): 2.5}, ("a31", "b34"))
    assert feature(best, "lesser lead") == 1.5
    assert feature(worse, "lesser lead") == -1.5
    assert (feature(best, "best partners"), feature(worse, "best partners")) == (1.0, 0.0)


def test_a_figure_told_twice_is_no_rival_of_itself():
    texts = {"a": TOLD.format(31), "b": "Quake kills 34. " + TOLD.format("34")}
    claims = sorted(
        extract_claims([Article(id=n, text=t) for n, t in texts.items()]), key=lambda c: (c.article_id, c.start)
    )
    first = {(0, 1): 1.0, (0, 2): 1.2}
    assert len(claims) == 3
    assert all(feature(company, "lesser lead") > 1 for _, company in companies(claims, first))


def test_a_third_article_speaks_for_a_pair_unless_it_is_a_copy():
    texts = {
        "a": TOLD.format(31),
        "b": "In Orlow, 34 people were killed.",
        "c": "By noon the quake had killed 33 people.",
    }
    weights = {("a31", "b34"): -0.5, ("a31", "c33"): 2.0, ("b34", "c33"): 1.5}
    assert feature(company_of(texts, weights, ("a31", "b34")), "third article") == 1.5
    copy = {**texts, "c": TOLD.format(33)}
    assert feature(company_of(copy, weights, ("a31", "b34")), "third article") < 0


@pytest.mark.parametrize(
    ("first", "second", "rises", "falls"), [(4, 6, 1.0, 0.0), (6, 4, 0.0, 1.0), (4, 4, 0.0, 0.0), (None, 4, 0.5, 0.5)]
)
def test_a_running_count_rises_or_falls(first, second, rises, falls):
    days = {"a": first, "b": second}
    articles = [
        Article(id=name, text=TOLD.format(n), published=date(2031, 5, days[name]) if days[name] else None)
        for name, n in (("a", 31), ("b", 40))
    ]
    claims = sorted(extract_claims(articles), key=lambda c: c.article_id)
    ((_, company),) = companies(claims, {(0, 1): 0.0})
    assert (feature(company, "rises"), feature(company, "falls")) == (rises, falls)


def test_two_figures_that_only_the_others_bring_together_are_no_conflict():
    from dataclasses import replace

    from discrepancy.align import align_claims
    from discrepancy.judge import judge_groups

    articles = [Article(id=n, text=TOLD.format(x), published=date(2031, 5, 4)) for n, x in (("a", 31), ("b", 58))]
    (group,) = align_claims(extract_claims(articles))
    assert (
        [f.verdict for f in judge_groups([group])]
        == [f.verdict for f in check(articles).findings]
        == [Verdict.CONFLICT]
    )
    (finding,) = judge_groups([replace(group, firm=frozenset())])
    assert finding.verdict is Verdict.UNCLEAR
    assert "only the other figures bring the two together" in finding.reason


def test_an_equal_small_count_alone_is_no_match():
    texts = {"a": "The two capitals have not spoken for years.", "b": "On Wednesday two boats were hit off the coast."}
    report = check([Article(id=name, text=text, title="Strikes off Orlow") for name, text in texts.items()])
    assert report.findings == ()
