"""The JSON door: strict, described by a schema that is kept current, and read back without loss."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import Article, Claim, Finding, Group, LimitError, Pair, ReadError, Report, Verdict, check
from discrepancy.model import DateContext, DateSpan, Measure, Quantity, Scope
from discrepancy.report import document
from tests.strategies import render, stories

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "schema.json"
law = settings(max_examples=40, deadline=None, derandomize=True)

TEXT = st.text(max_size=8)  # every character but lone surrogates
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.frozensets(TEXT, max_size=2)


SPANS = st.builds(DateSpan, first=st.none() | st.dates(), last=st.none() | st.dates(), text=TEXT)
CLAIMS = st.builds(
    Claim,
    article_id=st.sampled_from("ab"),
    source=TEXT,
    quote=TEXT,
    attribution=TEXT,
    quantity=st.builds(
        Quantity,
        low=st.none() | NUMBER,
        high=st.none() | NUMBER,
        value=NUMBER,
        unit=TEXT,
        surface=TEXT,
        bound_text=TEXT,
    ),
    measure=st.builds(Measure, text=TEXT, key=TEXT, qualifiers=WORDS),
    dates=st.builds(
        DateContext,
        published=st.none() | st.dates(),
        as_of=st.none() | SPANS,
        period=st.none() | SPANS,
        event=st.none() | SPANS,
        unresolved=st.lists(SPANS, max_size=2).map(tuple),
    ),
    scope=st.builds(Scope, part=TEXT, places=WORDS, names=WORDS, basis=WORDS, words=WORDS, revision=TEXT),
)


@st.composite
def reports(draw):
    """Draw a report of which nothing but its shape makes sense."""
    claims = tuple(replace(c, id=str(at)) for at, c in enumerate(draw(st.lists(CLAIMS, min_size=2, max_size=4))))
    verdict, words = draw(st.sampled_from(Verdict)), draw(TEXT)
    pair = Pair(claims[0], claims[1], verdict, words, "rule", words)
    figures = (draw(st.none() | NUMBER), draw(st.none() | st.tuples(st.none() | NUMBER, st.none() | NUMBER)))
    origins = (frozenset("a"), frozenset("b"))
    finding = Finding(
        Group("g", words, claims, origins), verdict, words, "rule", words, draw(st.sampled_from((pair, None))), 2,
        origins, draw(st.sampled_from((claims[0], None))), *figures, frozenset({claims[1].id}),
        document.StoredPairs((pair,), 0),
    )  # fmt: skip
    articles = tuple(
        Article(id=name, text=draw(TEXT), title=draw(TEXT), published=draw(st.none() | st.dates())) for name in "ab"
    )
    aside = (replace(finding, group=replace(finding.group, id="h")),)
    return Report(articles, claims, (finding,), draw(st.sampled_from(((), aside))))


def said(report):
    return [(pair.a, pair.b, pair.verdict, pair.rule, pair.reason, pair.flip) for pair in report.pairs()]


@law
@given(reports())
def test_any_report_is_read_back_without_loss(report):
    again = Report.from_json(report.to_json())
    assert again == report
    assert said(again) == said(report)
    assert again.to_json() == report.to_json()


@law
@given(stories())
def test_a_check_is_read_back_without_loss(pieces):
    report = check(render(pieces)[0])
    again = Report.from_json(report.to_json().encode())
    assert again == report
    assert said(again) == said(report)
    whole = replace(again, compare=report.compare)  # how claims compare is no part of the document
    assert (again.to_csv(), again.to_markdown(), whole.to_html()) == (
        report.to_csv(), report.to_markdown(), report.to_html(),
    )  # fmt: skip


@pytest.mark.skipif(
    tuple(map(int, pydantic.VERSION.split(".")[:2])) < (2, 10),
    reason="an older pydantic words the same schema in another way",
)
def test_the_schema_is_current(golden):
    golden(SCHEMA, json.dumps(document.json_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n")


@cache
def validators():
    """One for a report, one for each kind of line."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    names = ("ReportDocument", "FindingLine", "Claim")
    return [jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"}) for name in names]


@law
@given(reports())
def test_everything_written_keeps_to_the_schema(report):
    whole, finding, claim = validators()
    whole.validate(json.loads(report.to_json()))
    for line in report.to_jsonl().split("\n")[:-1]:
        finding.validate(json.loads(line))
    for line in document.claims_to_jsonl(report).split("\n")[:-1]:
        claim.validate(json.loads(line))


def test_the_schema_can_refuse():
    data = json.loads(check([Article(id="a", text="It killed 12.")]).to_json())
    data["claims"][0]["quantity"]["bound"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        validators()[0].validate(data)


def test_strict_json_whatever_the_numbers_and_signs():
    claims = [
        Claim(str(at), "a", "\ud800", 0, 1, "\udfff", Quantity(float("inf"), float("-inf"), 1.0)) for at in range(2)
    ]
    report = Report((Article(id="a", text="x"),), tuple(claims), ())

    def refuse(word):
        raise AssertionError(word)

    data = json.loads(report.to_json().encode("utf-8"), parse_constant=refuse)
    assert data["claims"][0]["quantity"]["low"] is None
    assert data["claims"][0]["source"] == "\ufffd"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "document"),
        ("\ud800", "document"),
        (b"\xff", "document"),
        ("[" * 100_000, "document"),
        ("null", "document"),
        ('{"version": 2, "articles": [], "claims": [], "findings": []}', "version"),
        ('{"version": 1, "articles": [], "claims": [], "findings": [{}]}', "findings.0.id"),
        ('{"version": 1, "articles": [], "claims": [], "findings": [], "more": 1}', "more"),
    ],
)
def test_what_is_no_report_is_named(text, place):
    with pytest.raises(ReadError, match=f"not a report: {place}"):
        Report.from_json(text)


@pytest.mark.parametrize("part", ["articles", "claims"])
def test_a_report_with_a_part_cut_out_is_refused(part):
    clash = [
        Article(id=name, text=f"The blast killed {n} people.", published=date(2025, 5, 9))
        for name, n in (("a", 12), ("b", 31))
    ]
    data = json.loads(check(clash).to_json())
    assert data["findings"]
    del data[part][0]
    with pytest.raises(ReadError, match="is missing"):
        Report.from_json(json.dumps(data))


def test_pairs_that_were_only_counted_are_never_lost_in_silence(monkeypatch):
    monkeypatch.setattr(document, "MAX_PAIRS", 2)
    articles = [
        Article(id=f"a{n}", text=f"The quake killed {80 + n} people.", published=date(2025, 5, 9)) for n in range(4)
    ]
    report = check(articles)
    assert len(list(report.pairs())) == 6
    again = Report.from_json(report.to_json())
    assert again.to_json() == report.to_json()
    with pytest.raises(LimitError, match="4 more pairs"):
        list(again.pairs())


@law
@given(reports(), st.data())
def test_a_report_with_anything_changed_is_read_or_refused(report, data):
    tree = json.loads(report.to_json())
    node = tree
    while True:  # walk down to any place, and put anything there
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    node[key] = data.draw(st.none() | st.booleans() | st.floats() | TEXT | st.just([]) | st.just({"a": [1]}))
    try:
        again = Report.from_json(json.dumps(tree))
    except ReadError:
        return
    again.to_text(), again.to_csv("claims"), again.to_csv("pairs"), again.to_markdown(), again.to_annotations()
    assert Report.from_json(again.to_json()) == again
