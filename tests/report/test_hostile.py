"""Every way out, tried with text that was written to harm whoever opens the report."""

import csv
import io
import json
import re
import sqlite3
from datetime import date
from html.parser import HTMLParser

import openpyxl
import pytest

from discrepancy import Article, Report, check
from discrepancy.escape import json_safe
from discrepancy.report.columns import tables
from discrepancy.report.reading import claims_to_text

CONTROLS = "\x00\x07\x08\x0b\x0c\x1b]0;title\x07\x1b[2J\x7f\x85\x9b31m"
BIDI = "\u202eevil\u2066\u200f\u2028\u2029\ufeff"
BROKEN = "\ud800 \udfff \ufffe\uffff"
MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' onmouseover="alert(1)" &lt; </style>]]>'
RICH = "[bold]loud[/] [/] [link=file:///etc/passwd]here[/link] \\[red]"
MARKDOWN = (
    "| a | `code` ![x](javascript:alert(1)) [y](https://evil.example) https://evil.example www.evil.example # - 1. $x$"
)
FORMULAS = [
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "%x",
    '=HYPERLINK("http://e")',
]
POISON = " ".join([CONTROLS, BIDI, BROKEN, MARKUP, RICH, MARKDOWN, *FORMULAS])
CHECKED = frozenset(  # fields that from_json holds to a few values or to days
    "verdict bound kind extent role status basis part first last published modified not_before not_after".split()
)
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def articles(poison):
    """Two articles in conflict, each field of which is poisoned."""
    return [
        Article.model_construct(  # without the check of its fields: lone surrogates too must not break a sink
            id=f"{poison}{number}",
            title=poison,
            source=f"{poison} {number}",
            url=f"javascript:alert('{number}')//https://evil.example",
            published=date(2025, 5, 9),
            language="en",
            text=f"{poison}. The blast in Orr on 3 May 2025 killed {deaths} people {poison}, police said. {poison}",
        )
        for number, deaths in enumerate((12, 31))
    ]


def checked(poison):
    """A report on poisoned articles."""
    found = check(articles(poison))
    assert len(found.claims) >= 2
    assert len(found.findings) >= 1, "the poison must not hide the finding, or nothing is tried"
    return found


def forged(poison):
    """A stored report that somebody else wrote: every text in it is poisoned, ids, units and rules too."""
    safe = str(json_safe(poison))  # what JSON can hold
    data = json.loads(checked("plain words").to_json())
    return Report.from_json(json.dumps(_poisoned(data, safe)))


def _poisoned(value, poison, key=""):
    if isinstance(value, dict):
        return {name: _poisoned(item, poison, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_poisoned(item, poison, key) for item in value]
    return poison + value if isinstance(value, str) and key not in CHECKED else value


@pytest.fixture(
    scope="module",
    params=[(make, text) for make in (checked, forged) for text in (POISON, *FORMULAS)],
    ids=lambda param: f"{param[0].__name__}-{param[1]!r:.12}",
)
def report(request):
    make, poison = request.param
    return make(poison)


def test_plain_text(report):
    data = (report, *report.claims, *report.findings, *report.groups, *report.pairs())
    explained = (str(report.explain(finding)) for finding in report.findings)
    understood = claims_to_text(report)
    for text in (report.to_text(), understood, *explained, *map(str, report.findings), *map(repr, data)):
        assert not FORBIDDEN.search(text)
        text.encode("utf-8")


class Page(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs


def test_html(report):
    for page in (report.to_html(), report._repr_html_(), *(claim._repr_html_() for claim in report.claims)):
        found = Page(page)
        assert not found.tags & {"img", "iframe", "object", "embed", "base", "form"}
        assert not [name for name, _ in found.attributes if name.startswith("on")]
        links = [value for name, value in found.attributes if name in ("href", "src", "xlink:href", "action")]
        assert not [link for link in links if "javascript" in link or "evil" in link]
        assert not FORBIDDEN.search(page)
        assert "alert(1)</script" not in page


def test_markdown(report):
    text = re.sub(r"`[^`\n]*`", "", report.to_markdown())  # nothing in a code span is markup
    assert not FORBIDDEN.search(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)  # what is escaped is no markup
    assert "<" not in bare
    assert "](" not in bare
    assert not re.search(r"\w://|www\.", text), "an address becomes a link by itself"
    for line in bare.splitlines():
        if line.startswith("|"):
            assert line.count("|") == 7, "a cell broke out of its column"


@pytest.mark.parametrize("table", tables())
def test_csv(report, table):
    text = report.to_csv(table)
    assert text.startswith("\ufeff")
    assert not FORBIDDEN.search(text[1:].replace("\r\n", "\n"))
    for row in csv.reader(io.StringIO(text[1:], newline=""), strict=True):
        for cell in row:
            if re.fullmatch(r"-?[0-9.]+", cell):
                continue  # a number
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "%", "|")), cell
            assert not cell.startswith(("\t", "\r", "\n")), cell
            assert len(cell) <= 32_767


def test_xlsx(report, tmp_path):
    report.to_xlsx(tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type in ("s", "n", "b"), cell.value
            assert cell.hyperlink is None
            if isinstance(cell.value, str):
                assert not FORBIDDEN.search(cell.value)
                assert not cell.value.lstrip().startswith("=") or cell.quotePrefix


def test_sqlite(report, tmp_path):
    report.to_sqlite(tmp_path / "report.db")
    base = sqlite3.connect(tmp_path / "report.db")
    assert base.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    for table in tables():
        for row in base.execute(f'SELECT * FROM "{table}"'):
            assert not [value for value in row if isinstance(value, str) and FORBIDDEN.search(value)]
    base.close()


@pytest.mark.parametrize("poison", [POISON, *FORMULAS])
def test_offsets_hold_in_the_text_that_a_database_stores(poison, tmp_path):
    checked(poison).to_sqlite(tmp_path / "report.db")
    base = sqlite3.connect(tmp_path / "report.db")
    rows = base.execute("SELECT text, start, end, surface FROM claims JOIN articles USING (article_id)").fetchall()
    base.close()
    assert rows
    assert all(text[start:end] == surface for text, start, end, surface in rows)


@pytest.mark.parametrize("door", ["to_json", "to_annotations", "to_claimreview"])
def test_json(report, door):
    def refuse(word):
        raise AssertionError(word)

    text = getattr(report, door)()
    json.loads(text.encode("utf-8"), parse_constant=refuse)
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    if door != "to_json":  # which keeps an address as it was given in
        assert '"javascript:' not in text


def test_jsonl_is_one_line_a_finding(report):
    lines = report.to_jsonl().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["id"] for line in lines] == [finding.group.id for finding in report.findings]


def test_a_review_cannot_leave_its_script_element(report):
    text = report.to_claimreview()
    assert not set("<>&") & set(text)
    assert not FORBIDDEN.search(json.dumps(json.loads(text), ensure_ascii=False))


def test_frames_keep_the_text_as_it_was_given_in(report):
    frame = report.to_frame()
    assert list(frame["url"]) == [next(a.url for a in report.articles if a.id == name) for name in frame["article_id"]]
    assert list(frame["quote"]) == [claim.quote for claim in report.claims]
