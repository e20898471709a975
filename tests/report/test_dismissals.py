"""Dismissals: remembered by claims, applied again while nothing is new, in a file that people read."""

from dataclasses import replace
from datetime import date

import pytest

from discrepancy import Article, Dismissals, ReadError, Report, Verdict, check


def article(name, deaths):
    return Article(id=name, text=f"The blast in Orr on 3 May 2025 killed {deaths} people.", published=date(2025, 5, 9))


def clash(*more):
    found = check([article("a", 12), article("b", 31), *more])
    assert [finding.verdict for finding in found.findings] == [Verdict.CONFLICT]
    return found


def test_a_dismissed_finding_is_neither_shown_nor_counted_but_said():
    report = clash()
    aside = report.without(Dismissals().add(report.findings[0]))
    assert aside.conflicts == ()
    assert list(aside.pairs()) == []
    assert aside.dismissed == report.findings
    assert repr(aside) == "<Report: 2 articles, 2 claims: nothing to compare; 1 dismissed>"
    for text in (aside.to_text(), aside.to_markdown(), aside.to_html(), aside._repr_html_()):
        assert "1 dismissed" in text
        assert "killed 12" not in text
    assert set(aside.to_frame()["group_id"]) == {""}
    assert Report.from_json(aside.to_json()) == aside


def test_it_is_remembered_across_runs(tmp_path):
    path = tmp_path / "dismissed.jsonl"
    Dismissals().add(clash().findings[0], note="two blasts").write(path)
    assert clash().without(Dismissals.read(path)).findings == ()


def test_a_new_claim_brings_it_back():
    remembered = Dismissals().add(clash().findings[0])
    assert clash(article("c", 17)).without(remembered).conflicts
    assert clash(article("c", 12)).without(remembered).conflicts


def test_an_article_taken_away_does_not():
    three = clash(article("c", 17))
    assert not clash().without(Dismissals().add(three.findings[0])).findings


def test_a_graver_verdict_brings_it_back_and_a_lighter_one_does_not():
    finding = clash().findings[0]
    unclear = replace(finding, verdict=Verdict.UNCLEAR)
    assert not Dismissals().add(unclear).covers(finding)
    assert Dismissals().add(finding).covers(unclear)


def test_the_file_is_plain_sorted_and_the_same_whatever_the_order(tmp_path):
    finding = clash().findings[0]
    other = replace(finding, group=replace(finding.group, label="boats", claims=finding.group.claims[:1]))
    one, two = (Dismissals().add(a, "x").add(b, "x") for a, b in ((finding, other), (other, finding)))
    assert one == two
    one.write(tmp_path / "file")
    lines = (tmp_path / "file").read_text(encoding="utf-8").splitlines()
    a, b = sorted(claim.id for claim in finding.group.claims)
    assert lines[1] == f'{{"claims": ["{a}", "{b}"], "verdict": "conflict", "label": "deaths", "note": "x"}}'
    assert Dismissals.read(tmp_path / "file") == one


def test_a_second_note_replaces_the_first():
    finding = clash().findings[0]
    assert [entry.note for entry in Dismissals().add(finding, "one").add(finding, "two").entries] == ["two"]


def test_a_note_may_hold_anything(tmp_path):
    note = "tab\t line\n \x85 \u2028 \ud800 “quotes”"
    Dismissals().add(clash().findings[0], note).write(tmp_path / "file")
    assert Dismissals.read(tmp_path / "file").entries[0].note == note.replace("\ud800", "\ufffd")


@pytest.mark.parametrize(
    "line",
    [
        "deaths", "[]", "{}", '{"claims": []}', '{"claims": [], "verdict": "conflict"}', '{"claims": ["a"], "verdict": "bad"}',
        '{"claims": [1], "verdict": "conflict"}', '{"claims": "ab", "verdict": "conflict"}', '{"claims": ["a"], "verdict": []}',
        '{"claims": ["a"], "verdict": "conflict", "note": 5}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_broken_line_is_named(tmp_path, line):
    path = tmp_path / "dismissed.jsonl"
    path.write_text(f'{{"claims": ["a"], "verdict": "conflict"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"dismissed.jsonl:3: not a dismissal \(a line is"):
        Dismissals.read(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(ReadError, match="nowhere: No such file"):
        Dismissals.read(tmp_path / "nowhere")
    (tmp_path / "latin").write_bytes(b"\xe9")
    with pytest.raises(ReadError, match="latin: not UTF-8"):
        Dismissals.read(tmp_path / "latin")
