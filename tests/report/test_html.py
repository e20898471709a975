"""The page of a report: what stands on it, in which order, what it leaves out, and that foreign text stays text."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest

from discrepancy import Report, check
from discrepancy.model import Article, Verdict
from discrepancy.report.html.evidence import MAX_CLAIMS
from tests.builders import claim
from tests.report.stories import ARTICLES, FINDINGS, INJURED, finding, levels, report

VOID = {"meta", "link", "br", "rect", "line", "path", "circle"}
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' style=x &amp;\x1b[2J\u202e\x00\ud800"


class Page(HTMLParser):
    """The elements of a page, in order, each with its attributes, its way down from the top, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements, self._open = [], []
        self.feed(page)
        assert self._open == [], "an element is not closed"

    def handle_starttag(self, tag, attrs):
        self.elements.append({"tag": tag, "at": [e["tag"] for e in self._open], "text": "", **dict(attrs)})
        if tag not in VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append({"tag": tag, "at": [e["tag"] for e in self._open], "text": "", **dict(attrs)})

    def handle_endtag(self, tag):
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self._open:
            element["text"] += data

    def all(self, tag, **attributes):
        return [e for e in self.elements if e["tag"] == tag and all(e.get(k) == v for k, v in attributes.items())]


@pytest.fixture(scope="module")
def page():
    return Page(report().to_html())


def cards(page: Page) -> list[str]:
    return [" ".join(e["text"].split()) for e in page.all("li") if e["at"][-1] == "ul" and "Published" in e["text"]]


def test_the_gravest_come_first_whatever_the_order():
    turned = replace(report(), findings=FINDINGS[::-1])
    assert [e["id"] for e in Page(turned.to_html()).all("h2") if "id" in e] == [
        "conflict", "unclear", "update", "scope", "agree", "articles",
    ]  # fmt: skip


def test_the_summary_and_the_list_of_findings(page):
    assert "6 articles, 14 claims: 1 conflict" in page.all("header")[0]["text"]
    links = [e for e in page.all("a") if "nav" in e["at"]]
    assert [e["text"] for e in links] == [
        "Injured: 60 and 85", "Houses: 5 and 3", "Deaths: at least 14 and 33", "Moved: about 400 and 415",
        "Length: 1.2 km and 1,200 m",
    ]  # fmt: skip
    anchors = {e["id"] for e in page.elements if "id" in e}
    assert {e["href"] for e in page.all("a") if e["href"].startswith("#")} <= {f"#{name}" for name in anchors}


def test_agreements_are_folded(page):
    folded = [e for e in page.all("details") if e.get("class") == "finding"]
    assert [e["text"].split()[0] for e in folded] == ["Length:"]
    assert "open" not in folded[0]


def test_the_sentence_with_its_figure_marked_between_its_neighbours(page):
    quotes = [e["text"] for e in page.all("blockquote")]
    assert quotes[0] == (
        "Rescuers said at least 14 people were killed. Capt. Ines Moll said that 60 people were injured. "
        "The road to the coast is closed."
    )
    assert [e["text"] for e in page.all("mark")] == "60 85 5 3 14 21 33 9 400 415 1.2 1,200".split()


def test_the_dates_of_each_claim_and_how_they_were_found(page):
    told = cards(page)
    herald = next(text for text in told if text.startswith("at least 14"))
    for words in (
        "Published 10 Mar 2026", "As of 10 Mar 2026, assumed",
        "Period 9 Mar to 10 Mar 2026, carried from “on Monday evening”, in doubt", "Given by Rescuers",
    ):  # fmt: skip
        assert words in herald
    assert "As of 11 Mar 2026, resolved from “on Wednesday”" in next(t for t in told if t.startswith("33"))
    letter = next(text for text in told if text.startswith("5 letter"))
    assert "Published not known As of not known Period none stated" in letter
    assert {e["datetime"] for e in page.all("time")} == {"2026-03-10", "2026-03-11", "2026-03-12"}


def test_copies_are_one_card_and_one_origin(page):
    told = [text for text in cards(page) if text.startswith("85")]
    assert len(told) == 1
    assert told[0].endswith("The same text in Ledger Online.")
    assert "3 articles, 2 origins; one text: Coast Wire, Ledger Online" in page.all("main")[0]["text"]


def test_lagging_is_said(page):
    assert [text[:13] for text in cards(page) if "Lagging" in text] == ["9 Weekly Post"]


def test_where_more_than_two_are_shown_those_that_decide_are_named(page):
    assert [t.split()[0] for t in cards(page) if "The verdict rests on this figure." in t] == ["at", "33"]
    assert len([e for e in page.all("li") if e.get("class") == "k"]) == 2


def test_the_hour_of_publication_has_its_zone():
    at = datetime(2026, 3, 10, 18, 5, tzinfo=timezone(timedelta(hours=-5)))
    herald = ARTICLES[0].model_copy(update={"published_at": at, "modified": date(2026, 3, 11)})
    page = Page(replace(report(), articles=(herald, *ARTICLES[1:])).to_html())
    assert "Published 10 Mar 2026, 18:05 -0500, changed 11 Mar 2026" in cards(page)[0]
    listed = page.all("section", **{"class": "articles"})[0]["text"]
    assert "The Vale Herald, 10 Mar 2026, 18:05 -0500, changed 11 Mar 2026; 4 figures" in listed


def test_the_same_words_twice_in_one_article_are_two_figures():
    twice = replace(INJURED[1], id="again", start=INJURED[1].start + 1)
    made = finding("injured", (*INJURED, twice), Verdict.CONFLICT, "They differ.", "same_date")
    page = Page(replace(report(), findings=(made,)).to_html())
    assert len(page.all("mark")) == 3


def test_the_verdict_its_reason_and_what_would_turn_it(page):
    box = next(e["text"] for e in page.all("div") if e.get("class") == "verdict")
    for words in ("Conflict. 60 (as of", "It would be an update if", "same_date", "g-injured", "+2.5", "together"):
        assert words in box


def test_the_way_to_the_source(page):
    links = [e["href"] for e in page.all("a") if e["href"].startswith("http") and ":~:" in e["href"]]
    assert links[0] == (
        "https://herald.example/oster?day=10#:~:text=Capt.%20Ines%20Moll%20said%20that%2060%20people%20were%20injured."
    )
    assert all(e.get("rel") == "noopener noreferrer" for e in page.all("a") if e["href"].startswith("http"))
    assert not any("Ledger Online" in e["text"] for e in page.all("a")), "an article without an address has no link"


def test_a_screen_reader_finds_its_way(page):
    assert page.all("html")[0]["lang"] == "en"
    assert all(len(page.all(tag)) == 1 for tag in ("header", "nav", "main", "footer", "h1", "title"))
    ids = [e["id"] for e in page.elements if "id" in e]
    assert len(ids) == len(set(ids))
    assert {e["aria-labelledby"] for e in page.elements if "aria-labelledby" in e} <= set(ids)
    levels = [int(e["tag"][1]) for e in page.elements if re.fullmatch(r"h[1-6]", e["tag"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), "a level of headings is skipped"
    charts = [e for e in page.all("svg") if e["at"][-1] == "figure"]
    assert len(charts) == len(FINDINGS)
    assert all(e["role"] == "img" and e["aria-label"].startswith("Timeline of ") for e in charts)
    tables = page.all("table")
    assert len(tables) == len(page.all("caption")) == len(FINDINGS)
    assert all("scope" in e for e in page.all("th"))


def test_nothing_runs_and_nothing_is_fetched(page):
    assert not page.all("script")
    assert not [k for e in page.elements for k in e if k.startswith("on") or k in ("src", "srcset", "style")]
    assert [e["href"] for e in page.all("link")] == ["data:,"]
    policy = page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not re.search(r"url\(|@import|http", style())


def style() -> str:
    return files("discrepancy.report.html").joinpath("report.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_words_stand_out_from_their_ground(scheme):
    block = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    pairs = [(name, ground) for ground in ("paper", "faint") for name in colours if name in INKS]
    assert len(pairs) == 2 * len(INKS)
    for one, other in [*pairs, ("on-mark", "mark")]:
        bright, dark = sorted((luminance(colours[one]), luminance(colours[other])), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, (one, other)


INKS = {"ink", "muted", "link", "conflict", "unclear", "update", "scope", "agree"}


def test_every_class_that_is_drawn_has_a_style(page):
    drawn = {name for e in page.elements for name in (e.get("class") or "").split()}
    assert drawn
    assert {name for name in drawn if f".{name}" not in style()} == set()


def many(number: int) -> Report:
    found = tuple(
        replace(f, group=replace(f.group, id=f"{f.group.id}-{n}")) for f in FINDINGS for n in range(number // 5)
    )
    return replace(report(), findings=found)


def test_five_hundred_findings_stay_under_two_megabytes():
    drawn = many(500).to_html()
    assert len(drawn.encode()) < 2_000_000
    assert drawn.count('class="finding"') + drawn.count('class="brief"') == 500


def test_what_does_not_fit_is_counted_aloud():
    drawn = many(5000).to_html()
    assert len(drawn.encode()) < 2_000_000
    full, brief = drawn.count('class="finding"'), drawn.count('class="brief"')
    limits = re.findall(r'<p class="limit">(.*?)</p>', drawn)
    assert limits[0].startswith(
        f"The page has room for {full:,} of 5,000 findings in full; {brief:,} more are shown in brief, "
        f"{5000 - full - brief:,} not at all."
    )
    assert limits[1] == "40 of 5,000 findings are listed here."
    assert full > 200


def test_a_long_finding_shows_some_figures_and_counts_them():
    claims = tuple(claim(str(n), f"a{n}", "2026-03-10") for n in range(1, 61))
    made = finding("deaths", claims, Verdict.CONFLICT, "They differ.", "same_date")
    page = Page(Report((), claims, (made,)).to_html())
    assert len(page.all("mark")) == MAX_CLAIMS
    assert f"{MAX_CLAIMS} of 60 figures shown." in page.all("main")[0]["text"]
    marks = [e["text"] for e in page.all("mark")]
    assert {marks[0], marks[-1]} == {"1", "60"}, "those that decide are shown"


def test_very_long_texts_are_cut():
    long = "word " * 200_000
    article = ARTICLES[0].model_copy(
        update={"text": f"{long}. {INJURED[0].quote} {long}", "title": long, "source": long}
    )
    at = article.text.index(INJURED[0].quote)
    first = replace(
        INJURED[0], quote_start=at, start=at + INJURED[0].start - INJURED[0].quote_start,
        end=at + INJURED[0].end - INJURED[0].quote_start, source=long, attribution=long,
    )  # fmt: skip
    made = finding("injured", (first, INJURED[1]), Verdict.CONFLICT, long, "same_date", flip=long)
    drawn = Report((article, *ARTICLES[1:]), (first, INJURED[1]), (made,), compare=levels).to_html()
    assert len(drawn) < 60_000


def test_a_report_without_the_parts_compared_says_so():
    bare = Page(replace(report(), compare=None).to_html())
    assert not bare.all("table")
    assert all("the parts compared are not known" in e["text"] for e in bare.all("details") if "class" not in e)


def test_a_finding_that_no_pair_decides_is_drawn():
    page = Page(replace(report(), findings=(replace(FINDINGS[0], decisive=None),)).to_html())
    assert page.all("h3")[0]["text"] == "Injured: 60"
    assert not page.all("details")


def test_an_empty_report_says_so():
    assert "No two articles give a figure for the same thing." in Report((), (), ()).to_html()


@pytest.fixture(scope="module")
def poisoned():
    articles = tuple(
        Article.model_construct(
            id=a.id + HOSTILE, text=HOSTILE + a.text, title=HOSTILE, source=HOSTILE, published=a.published, language="en",
            url=f"https://evil.example/{HOSTILE}" if a.id == "herald" else f"javascript:alert('{HOSTILE}')",
        )
        for a in ARTICLES
    )  # fmt: skip

    def poison(c):
        span = c.dates.as_of and replace(c.dates.as_of, text=HOSTILE)
        return replace(
            c, id=c.id + HOSTILE, article_id=c.article_id + HOSTILE, source=HOSTILE, attribution=HOSTILE,
            quote=HOSTILE + c.quote + HOSTILE, start=c.start + len(HOSTILE), end=c.end + len(HOSTILE) + 3,
            quantity=replace(c.quantity, unit=HOSTILE, surface=HOSTILE, bound_text=HOSTILE),
            measure=replace(c.measure, text=HOSTILE, key=HOSTILE, qualifiers=frozenset({HOSTILE})),
            scope=replace(c.scope, part=HOSTILE, basis=frozenset({HOSTILE}), revision=HOSTILE),
            dates=replace(c.dates, as_of=span, unresolved=(span,) if span else ()),
        )  # fmt: skip

    found = []
    for f in FINDINGS:
        claims = tuple(map(poison, f.group.claims))
        more = {"reason": HOSTILE, "rule": HOSTILE, "flip": HOSTILE}
        found.append(
            replace(
                f, **more, group=replace(f.group, id=HOSTILE, label=HOSTILE, claims=claims),
                decisive=replace(f.decisive, **more, a=claims[0], b=claims[-1]),
                origins=tuple(frozenset(name + HOSTILE for name in o) for o in f.origins), latest=claims[0],
                lagging=frozenset({claims[0].id}),
            )
        )  # fmt: skip
    claims = tuple(c for f in found for c in f.group.claims)
    return Report(articles, claims, tuple(found), compare=levels)


def sinks(found: Report):
    yield found.to_html()
    yield found._repr_html_()
    for f in found.findings:
        yield from (f._repr_html_(), f.group._repr_html_(), f.decisive._repr_html_(), f.decisive.a._repr_html_())
        yield found.explain(f)._repr_html_()
        yield found.timeline(f).to_svg()


def test_foreign_text_stays_text_in_every_sink(poisoned):
    for drawn in sinks(poisoned):
        page = Page(drawn)
        assert not {"script", "img"} & {e["tag"] for e in page.elements}
        assert not [k for e in page.elements for k in e if k.startswith("on")]
        assert not [e for e in page.all("a") if "javascript" in e["href"] or "evil" in e["href"]]
        assert not set("\x1b\u202e\x00\ud800") & set(drawn)
        assert "&lt;script&gt;alert(1)" in drawn


def test_the_neighbours_of_a_sentence_are_foreign_too():
    texts = {"a": "<i>Orr</i> & Lund shook. {} <b>So it was.</b>", "b": '<u>No</u> "one" slept. {} <s>Nobody.</s>'}
    figures = {"a": "The blast killed 12 people.", "b": "The blast killed 31 people."}
    found = check([Article(id=name, text=text.format(figures[name])) for name, text in texts.items()])
    page = Page(found.to_html())
    assert not [e for e in page.elements if e["tag"] in "ius"]
    said = [e["text"] for e in page.all("blockquote")]
    assert said == [texts[name].format(figures[name]) for name in "ab"]


def test_notebook_tables_have_inline_styles_only(poisoned):
    for drawn in list(sinks(poisoned))[1:]:
        page = Page(drawn)
        assert not [e for e in page.elements if e["tag"] in ("style", "script", "link") or "class" in e or "id" in e]


def test_a_real_check_can_be_drawn():
    texts = {"a": "The blast killed 12 people.", "b": "The blast killed 31 people."}
    found = check([Article(id=name, text=text) for name, text in texts.items()])
    assert [e["text"] for e in Page(found.to_html()).all("mark")] == ["12", "31"]
