"""Saved pages and feeds → articles: the text with its tables, what the page says of itself, and what it lacks."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from discrepancy import LimitError, Limits, ReadError, read_articles
from tests.read.test_read import problems_of, write

pytest.importorskip("trafilatura")

PARAGRAPHS = (
    "<p>The fire at the old mill in Tarn killed 12 people on Friday, police said, and 40 homes were destroyed.</p>"
    "<p>At least 30 people were injured, of whom 5 were in a critical condition, the hospital in the town said.</p>"
    "<p>It is the worst fire that the county has seen since a blaze in a warehouse took 9 lives in 1987.</p>"
)
TABLE = "<table><tr><th>County</th><th>Homes lost</th></tr><tr><td>North</td><td>27</td></tr><tr><td>South</td><td>13</td></tr></table>"
LINKED = '<script type="application/ld+json">{}</script>'


def page(head="", body=PARAGRAPHS, before="", root="<html lang='en'>"):
    """A page with an article."""
    return f"<!DOCTYPE html>{before}{root}<head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>"


def read(tmp_path, text, **options):
    """The one article of a page, and the remarks on it."""
    remarks = []
    (article,) = read_articles(write(tmp_path / "a.html", text), on_warning=remarks.append, **options)
    return article, [str(remark) for remark in remarks]


def test_a_page_gives_its_text_with_the_tables_and_not_its_menus(tmp_path):
    article, remarks = read(tmp_path, page(body=PARAGRAPHS + TABLE))
    assert "killed 12 people" in article.text
    assert "27" in article.text
    assert "13" in article.text
    assert "Home" not in article.text.split("Homes lost")[0]
    assert remarks == []


def test_what_a_page_says_about_itself(tmp_path):
    linked = """{"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "datePublished": "2019-01-01"},
        {"@type": ["NewsArticle"], "headline": "Mill fire &amp; flood", "datePublished": "2026-01-02",
         "dateModified": "2026-01-04T08:00:00Z", "publisher": {"@type": "Organization", "name": "The Tarn Post"},
         "mainEntity": {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2018-01-01"}]}}]}"""
    head = (
        "<title>Mill fire | Tarn</title><link rel=canonical href='https://tarn.example/2026/01/02/mill'>"
        "<meta property='article:published_time' content='2026-01-02T23:15:00+02:00'>" + LINKED.format(linked)
    )
    article, _ = read(tmp_path, page(head))
    assert article.title == "Mill fire & flood"
    assert article.source == "The Tarn Post"
    assert article.url == "https://tarn.example/2026/01/02/mill"
    assert article.published == date(2026, 1, 2)
    assert article.published_at == datetime(2026, 1, 2, 23, 15, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified_at == datetime(2026, 1, 4, 8, tzinfo=UTC)
    assert (article.id, article.language) == ("a", "en")


DAY = "2026-01-02"
STATED = {
    "json-ld": LINKED.format('{"@type": "NewsArticle", "datePublished": "2026-01-02T10:00:00Z"}'),
    "json-ld in a list": LINKED.format('[{"@type": "Organization"}, {"@type": "ReportageNewsArticle", "datePublished": "2026-01-02"}]'),
    "json-ld of a web page": LINKED.format('{"@type": "WebPage", "datePublished": "2026-01-02"}'),
    "json-ld with a line end in a string": LINKED.format('{"@type": "Article", "headline": "a\nb", "datePublished": "2026-01-02"};'),
    "open graph": "<meta property='article:published_time' content='2026-01-02T10:00:00+01:00'>",
    "a name of a publishing system": "<meta name='parsely-pub-date' content='2026-01-02T10:00:00Z'>",
    "microdata in a meta tag": "<meta itemprop='datePublished' content='2026-01-02'>",
    "microdata in an element": "|<span itemprop='datePublished'>2 January 2026</span>",
    "time": "|<aside><time datetime='2020-02-02'>old</time></aside><time datetime='2026-01-02 10:00'>Friday</time>",
    "address": "<link rel='canonical' href='https://tarn.example/news/2026/01/02/mill-fire'>",
    "address with a month's name": "<meta property='og:url' content='https://tarn.example/2026/jan/2/mill-fire'>",
    "json-ld that has a comma too many": LINKED.format('{"@type": "NewsArticle", "datePublished": "2026-01-02",}'),
    "json-ld in a comment": LINKED.format('<!-- {"@type": "NewsArticle", "datePublished": "2026-01-02"} -->'),
    "json-ld in a section": LINKED.format('//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2026-01-02"}\n//]]>'),
    "json-ld with the day in a list": LINKED.format('{"@type": "NewsArticle", "datePublished": ["2026-01-02"]}'),
    "json-ld in a graph": LINKED.format('{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2026-01-02"}]}'),
    "json-ld of creation": LINKED.format('{"@type": "NewsArticle", "dateCreated": "2026-01-02"}'),
    "a tag of dublin core": "<meta name='DC.date.issued' content='2026-01-02'>",
    "a tag of journals": "<meta name='citation_publication_date' content='2026/01/02'>",
    "a plain tag": "<meta name='date' content='Fri Jan 02 2026 10:15:00 GMT+0000'>",
    "rdfa": "|<span property='schema:datePublished' content='2026-01-02'>Friday</span>",
    "a time marked as published": "|<time datetime='2026-01-05'>x</time><time class='published' datetime='2026-01-02'>Friday</time>",
    "a time after one of an edit": "|<time class='updated' datetime='2026-01-05'>x</time><time datetime='2026-01-02'>Friday</time>",
    "a time in words": "|<time>Friday 2 January 2026</time>",
    "address in one number": "<link rel='canonical' href='https://tarn.example/20260102/mill-fire'>",
    "address with the day behind": "<link rel='canonical' href='https://tarn.example/mill-fire-2026-01-02.html'>",
    "empty dates before": LINKED.format('{"@type": "NewsArticle", "datePublished": "1970-01-01"}') + "<meta property='article:published_time' content='2026-01-02'>",
    "a broken block before": LINKED.format('{"@type": "NewsArticle", ') + "<meta property='article:published_time' content='2026-01-02'>",
    "a future date before": LINKED.format('{"@type": "NewsArticle", "datePublished": "2999-01-01"}') + "<meta property='article:published_time' content='2026-01-02'>",
}  # fmt: skip


@pytest.mark.parametrize("stated", STATED.values(), ids=STATED)
def test_the_publication_date_in_every_notation(tmp_path, stated):
    head, _, body = stated.partition("|")
    article, remarks = read(tmp_path, page(head, body + PARAGRAPHS))
    assert article.published == date.fromisoformat(DAY)
    assert remarks == []


UNDATED = {
    "nothing": "",
    "before 1990": "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>",
    "the future": "<meta property='article:published_time' content='2999-01-01'>",
    "a deep block": LINKED.format("[" * 100_000),
    "no day": "<link rel='canonical' href='https://tarn.example/2026/13/45/mill-fire'>",
}


@pytest.mark.parametrize("stated", UNDATED.values(), ids=UNDATED)
def test_a_page_without_a_date_stays_undated(tmp_path, stated):
    article, _ = read(tmp_path, page(stated))
    assert (article.published, article.published_at) == (None, None)


@pytest.mark.parametrize(
    "stated",
    [
        LINKED.format('{"@type": "VideoObject", "datePublished": "2026-01-02"}'),
        "<meta property='article:published_time' content='02/01/2026'>",
    ],
)
def test_a_date_that_only_htmldate_reads_is_said(tmp_path, stated):
    article, remarks = read(tmp_path, page(stated))
    assert article.published is not None
    assert any("states no publication date" in remark for remark in remarks)


def test_a_date_in_the_words_of_a_page_is_taken_and_said(tmp_path):
    article, remarks = read(tmp_path, page(body="<p class='date'>Published: 2 January 2026</p>" + PARAGRAPHS))
    assert article.published == date(2026, 1, 2)
    assert any("states no publication date; 2026-01-02 stands elsewhere on the page" in remark for remark in remarks)


@pytest.mark.parametrize(
    "before",
    [
        "<!-- saved from url=(0030)https://tarn.example/mill -->",
        "<!--\n Page saved with SingleFile \n url: https://tarn.example/mill \n saved date: Fri Jan 02 2026\n-->",
    ],
)
def test_the_address_that_a_browser_saves(tmp_path, before):
    article, _ = read(tmp_path, page(before=before))
    assert (article.url, article.source) == ("https://tarn.example/mill", "tarn.example")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/mill", "https://", "ftp://x.example/a", "http://[::1"])
def test_an_address_that_is_none_is_left_out(tmp_path, address):
    assert read(tmp_path, page(f"<link rel='canonical' href='{address}'>"))[0].url == ""


@pytest.mark.parametrize(
    ("codec", "declared"),
    [("cp1252", "iso-8859-1"), ("cp1252", "windows-1252"), ("utf-8", "utf-8"), ("iso-8859-15", "ISO-8859-15")],
)
def test_a_page_is_read_as_it_says(tmp_path, codec, declared):
    text = page(
        body="<p>Café owners – 12 of them – say.</p>".replace("–", "-" if codec.startswith("iso") else "–") + PARAGRAPHS
    )
    article, remarks = read(tmp_path, text.replace("charset='utf-8'", f"charset='{declared}'").encode(codec))
    assert "Café owners" in article.text
    assert remarks == []


EMPTY = {
    "no text": "<div id='root'></div><script>start()</script>",
    "nothing": "",
}


@pytest.mark.parametrize("body", EMPTY.values(), ids=EMPTY)
def test_a_page_without_text_is_named(tmp_path, body):
    _, problems = problems_of(
        write(tmp_path / "a.html", page(body=body).replace("<nav><a href='/'>Home</a></nav>", ""))
    )
    assert "no article text on the page" in problems[0]
    assert problems[0].endswith("(save it once it is loaded as a whole, or its text as .txt)")


STUBS = {
    "words": (
        "",
        PARAGRAPHS[:110] + "<p>Subscribe to continue reading this article.</p>",
        "perhaps not the whole article",
    ),
    "mark": (
        LINKED.format('{"@type": "NewsArticle", "isAccessibleForFree": "False"}'),
        PARAGRAPHS,
        "marks as not free",
    ),
    "few words": ("", "<p>The fire killed 12 people.</p>", "very little text on the page (words: "),
}


@pytest.mark.parametrize(("head", "body", "words"), STUBS.values(), ids=STUBS)
def test_a_stub_before_a_paywall_is_read_and_said(tmp_path, head, body, words):
    article, remarks = read(tmp_path, page(head, body))
    assert "12 people" in article.text
    assert len([remark for remark in remarks if words in remark]) == 1


@pytest.mark.parametrize(
    ("text", "limits", "words"),
    [
        (page(), Limits(page_bytes=100), "a page larger than 100 bytes"),
        (page(body="<b></b>" * 60), Limits(page_elements=50), "a page of more than 50 elements"),
    ],
)
def test_a_page_beyond_a_limit_is_refused(tmp_path, text, limits, words):
    with pytest.raises(LimitError, match=words):
        read_articles(write(tmp_path / "a.html", text), limits=limits)


def test_a_page_that_nests_too_deep_says_what_is_left_out(tmp_path):
    _, remarks = read(tmp_path, page(body=PARAGRAPHS + "<div>" * 5_000 + "<p>99 more</p>"))
    assert any("nested too deep" in remark for remark in remarks)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay Radio</title><language>en-gb</language>
<item><title>Fire &amp;amp; smoke</title><link>https://quay.example/1</link><guid>q1</guid>
<pubDate>Fri, 02 Jan 2026 23:15:00 +0200</pubDate>
<content:encoded>&lt;p&gt;The fire killed &lt;b&gt;12&lt;/b&gt; people.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;It began at noon.</content:encoded></item>
<item><title>Two</title><pubDate>soon</pubDate><description>The fire killed 13 people.</description></item>
<item><title>Three</title><pubDate>Fri, 02 Jan 2026 23:15:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bell</title><entry><title>A</title><id>b1</id>
<link href="https://bell.example/a"/><updated>2026-01-03T08:00:00Z</updated><published>2026-01-02T08:00:00Z</published>
<content type="html">&lt;p&gt;The fire killed 12 people.&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_an_article_an_entry(tmp_path):
    remarks = []
    articles, problems = problems_of(write(tmp_path / "a.rss", RSS), on_warning=remarks.append)
    first, second = articles
    assert (first.id, first.title, first.source, first.url) == (
        "q1",
        "Fire & smoke",
        "Quay Radio",
        "https://quay.example/1",
    )
    assert first.text == "The fire killed 12 people.\nIt began at noon."
    assert (first.published, first.published_at) == (date(2026, 1, 2), datetime(2026, 1, 2, 21, 15, tzinfo=UTC))
    assert (second.id, second.text, second.published) == ("a-2", "The fire killed 13 people.", None)
    assert len(problems) == 1
    assert "a.rss, entry 3: no text" in problems[0]
    assert [remark.problem for remark in remarks] == [
        "2 of 3 entries hold a summary only",
        "1 of 3 entries have no date that can be believed",
    ]


@pytest.mark.parametrize("ending", ["xml", "atom"])
def test_an_atom_feed(tmp_path, ending):
    (article,) = read_articles(write(tmp_path / f"a.{ending}", ATOM))
    assert (article.id, article.source, article.published) == ("b1", "Bell", date(2026, 1, 2))
    assert article.modified_at == datetime(2026, 1, 3, 8, tzinfo=UTC)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "12 dead">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 10}">' for x, y in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss version='2.0'><channel><title>x</title><item><description>&i;</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><a><b/></a>", "<rss version='2.0'><channel/></rss>", "", "x" * 99]
)
def test_what_is_no_feed_is_named(tmp_path, text):
    _, problems = problems_of(write(tmp_path / "a.xml", text), on_warning=lambda _: None)
    assert len(problems) == 1
    assert "feed" in problems[0] or "no text" in problems[0]


def test_controls_in_a_feed_sink_nothing(tmp_path):
    path = write(tmp_path / "a.xml", ATOM.replace("killed", "killed&amp;#1;&amp;#0; \x01"))
    (article,) = read_articles(path, on_warning=lambda _: None)
    assert "12 people" in article.text


def test_entities_do_not_multiply(tmp_path):
    (article,) = read_articles(write(tmp_path / "a.xml", BOMB), on_warning=lambda _: None)
    assert len(article.text) < 1_000


def test_a_feed_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(LimitError, match="a feed larger than 100 bytes"):
        read_articles(write(tmp_path / "a.xml", RSS), limits=Limits(feed_bytes=100))


@pytest.mark.parametrize(("name", "hidden"), [("a.html", "trafilatura"), ("a.html", "lxml"), ("a.rss", "feedparser")])
def test_without_the_extra_the_way_to_it_is_named(tmp_path, name, hidden):
    path = write(tmp_path / name, page())
    code = f"import sys; sys.modules[{hidden!r}] = None\nfrom discrepancy import read_articles\nread_articles({str(path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "discrepancy[web]"' in done.stderr
    assert name in done.stderr


def test_pages_sink_nothing_around_them(tmp_path):
    write(tmp_path / "a.html", "<html></html>")
    write(tmp_path / "b.html", page())
    write(tmp_path / "b_files" / "ad.html", page())
    articles, problems = problems_of(tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert len(problems) == 1
    with pytest.raises(ReadError):
        read_articles(tmp_path / "a.html")
