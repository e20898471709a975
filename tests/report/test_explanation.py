"""An explanation names the rule, the parts with their weights, and what is missing."""

from dataclasses import replace

import pytest

from discrepancy import Article, check
from tests.report.stories import DEATHS, FINDINGS, INJURED, report

HOSTILE = '<img src=x onerror="alert(1)">\x1b[2J\u202e'


def test_the_words_of_an_explanation():
    text = str(report().explain(FINDINGS[0]))
    for words in (
        "injured: conflict (rule same_date)", "60", "85", "would be an update", "measure", "+2.5", "−0.8",
        "together", "+0.4", "Ledger Online: the day at which the figure is true is assumed from the day of publication",
    ):  # fmt: skip
        assert words in text


def test_what_is_missing_is_said():
    missing = report().explain(FINDINGS[1]).missing
    assert ": ".join(("letter", "the day of publication is not known")) in missing
    assert "letter: the day at which the figure is true is not known" in missing
    doubtful = report().explain(FINDINGS[2]).missing
    assert any("period date (“on Monday evening”) is in doubt" in text for text in doubtful)


def test_a_pair_can_be_explained_and_copies_are_named():
    pair = next(p for p in FINDINGS[2].pairs() if {p.a, p.b} == {DEATHS[1], DEATHS[2]})
    explanation = report().explain(pair)
    assert explanation.label == "deaths"
    assert "the two articles are copies of one text: one origin, not two" in explanation.missing


def test_without_the_parts_it_says_so():
    bare = replace(report(), compare=None)
    explanation = bare.explain(FINDINGS[0])
    assert explanation.levels == ()
    assert explanation.weighed() == []
    assert "not known" in explanation.missing[-1]


def test_a_finding_of_one_article_cannot_be_explained():
    with pytest.raises(ValueError, match="one article"):
        report().explain(replace(FINDINGS[0], decisive=None))


def test_the_weights_are_those_of_the_alignment():
    texts = {"a": "The quake killed 83 people.", "b": "The quake killed 90 people."}
    found = check([Article(id=name, text=text) for name, text in texts.items()])
    explanation = found.explain(found.findings[0])
    assert explanation.levels[0].part == "start"
    assert explanation.weight > 0
    assert {level.part for level in explanation.levels} > {"measure", "unit", "value"}


def test_foreign_text_is_escaped():
    claims = tuple(replace(claim, source=HOSTILE, attribution=HOSTILE) for claim in INJURED)
    hostile = replace(
        FINDINGS[0], group=replace(FINDINGS[0].group, label=HOSTILE, claims=claims),
        decisive=replace(FINDINGS[0].decisive, a=claims[0], b=claims[1], reason=HOSTILE, rule=HOSTILE, flip=HOSTILE),
    )  # fmt: skip
    explanation = replace(report(), findings=(hostile,)).explain(hostile)
    drawn = explanation._repr_html_()
    assert "<img" not in drawn
    assert "&lt;img" in drawn
    for text in (str(explanation), repr(explanation)):
        assert not {"\x1b", "\u202e"} & set(text)
