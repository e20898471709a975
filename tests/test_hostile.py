"""Hard to break: no exception and linear time on any text, in every reader and on the way from a text to a report."""

import json
import time
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy import (
    Article,
    ReadError,
    ReadWarning,
    Report,
    check,
    extract_claims,
    find_dates,
    read_articles,
)
from discrepancy.read import File
from discrepancy.read.files import READERS
from discrepancy.read.kinds import kind_of
from discrepancy.sentences import split_sentences

pytestmark = pytest.mark.filterwarnings("ignore::discrepancy.LimitWarning")  # a limit met is said, and is no fault
DAY = date(2026, 1, 2)
BODY = "The blast in Orr on 3 May 2025 killed 12 people."
quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# words that the grammars know, and signs that have broken readers of numbers before
WORDS = (
    "83", "1,000", "1.5", "1e400", "٣", "१२", "½", "Ⅷ", "㉕", "5²", "$", "€4.2bn", "%", "per cent", "-", "–", "+", "±", "(", ")", "[",
    '"', "’s", "two", "hundred", "dozens of", "half", "a", "million", "at least", "more than", "up to", "about", "no", "between", "and",
    "from", "to", "up from", "since", "until", "as of", "by", "in", "on", "Wednesday", "2 September 2025", "September", "2025",
    "2025-09-02", "30/02/2025", "31 June", "0000-00-00", "the", "last", "week", "years", "ago", "first", "quarter", "of", "killed",
    "injured", "people", "homes", "boats", "km", "tonnes", "degrees", "magnitude", "aged", "respectively", "said", "police", "Orr",
    "U.S.", ".", "...", "…", "?", ",", ";", ":", "\n", "\r\n", "\t", "\0", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\ud800", "\x1b[2J",
)  # fmt: skip
anything = st.text(st.characters(), max_size=200)  # surrogates among them
prose = st.lists(st.one_of(st.sampled_from(WORDS), st.text(st.characters(), max_size=3)), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=20).map("".join)
texts = st.one_of(anything, prose, glued)


def article(text, name="a", **fields):
    """An article, lone surrogates and all."""
    return Article(id=name, text=text, published=DAY, **fields)


def spent(work):
    """The processor time that something takes, the better of two."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


@quick
@given(texts)
def test_any_text_gives_claims_that_stand_where_they_say(text):
    for claim in extract_claims([article(text)]):
        assert text[claim.start : claim.end] == claim.quantity.surface
        assert text[claim.quote_start : claim.quote_start + len(claim.quote)] == claim.quote
        low, high = claim.quantity.low, claim.quantity.high
        assert low is None or high is None or low <= high


@quick
@given(texts, st.one_of(st.none(), st.dates()))
def test_any_text_gives_dates_in_order(text, reference):
    for span in find_dates(text, reference=reference):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.first is None or span.last is None or span.first <= span.last


@quick
@given(st.lists(st.tuples(texts, st.one_of(st.none(), st.dates())), max_size=3))
def test_any_texts_give_a_report_that_can_be_drawn_and_read_back(given_texts):
    articles = [Article(id=str(at), text=text, published=day) for at, (text, day) in enumerate(given_texts)]
    report = check(articles)
    for draw in (report.to_json, report.to_text, report.to_html, report.to_markdown, report.to_csv, report.to_jsonl):
        assert isinstance(draw().encode("utf-8"), bytes)
    assert Report.from_json(report.to_json()).to_json() == report.to_json()


BEGINNINGS = (
    b"", b"---\n", b"---\ntitle: ", b"\xff\xfe", b"\xef\xbb\xbf", b"id,text\n", b"text;source\n", b'{"text": "', b'[{"text": "12", ',
    b'{"text": "12"}\n', b"<html><body><p>", b"<!DOCTYPE html><meta charset=", b'<script type="application/ld+json">',
    b"<?xml version='1.0'?><rss version='2.0'><channel><item><description>", b"<feed><entry><content>",
)  # fmt: skip
files = st.builds(
    lambda begin, middle: begin + middle,
    st.sampled_from(BEGINNINGS),
    st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))),
)


@pytest.mark.parametrize("ending", READERS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(files)
def test_any_file_gives_articles_and_problems(ending, data):
    assert kind_of(data, {}) in READERS
    try:
        items = list(READERS[ending](File(f"a{ending}", "a", data)))
    except ReadError as error:
        items = [error]
    assert all(isinstance(item, Article | ReadError | ReadWarning) for item in items)
    assert all(item.text.strip() and item.id for item in items if isinstance(item, Article))
    assert all(str(item) for item in items)


# each was found by benchmarks/fuzz.py, cut down to what broke
FOUND = [
    (".html", b'<html><link rel="canonical" href="http://["><p>12</p></html>'),
    (".html", b'<html><meta property="og:url" content="https://[::1/2026/01/02/x"><p>12</p></html>'),
    (".xml", b"<rss version='2.0'><channel><item><description>12&lt;p>&amp;#1;</description></item></channel></rss>"),
    (".xml", b"<rss><channel><item><description><\x01</description></item></channel></rss>"),
]


@pytest.mark.parametrize(("ending", "data"), FOUND)
def test_what_fuzzing_found(ending, data):
    items = list(READERS[ending](File(f"a{ending}", "a", data)))
    assert any(isinstance(item, Article) for item in items)


# rows that make one reader of numbers or another slow or wrong; most from the record of quantulum3's hazards
LINES = [
    "1" * 250, "9" * 309, "1e400", "1 000 000 " * 60, '"a ' * 90, '"a "a' * 90, "5 c 5 c" * 60, '"m"2', "5 'm' 2", "-" * 999,
    "1/0 of people", "0/0", "1" * 5_000 + " people died", "1," * 150, "1." * 150, "٣٤ people died", "१२ people died", "²³ people",
    "５ people died", "\u202e38 people died", "\u20663\u2069 people died", "83\0 people died", "8\u200b3 people died", "\ud83d 83 died",
    "$" * 90 + "5", "(" * 150 + "5" + ")" * 150, "one " * 150 + "died", "hundred " * 150, "million " * 150 + "people", "half a " * 30,
    "between " * 90 + "5 and 6", "5 to " * 150 + "6", "on 31 February 2025 5 died", "in the year 0 5 died", "in 0000 5 died",
    "99999999999999999999 days ago 5 died", "5 million years ago 5 died", "by the end of 9999 5 died", "next year" * 60,
    "last " * 150 + "week 5 died", "January " * 150 + "5", "since " * 150, "Mr. " * 150 + "5", "5 " * 40 + "respectively", "5%" * 40,
    "a year earlier " * 60, "up from 5 " * 60, "5 million billion trillion quadrillion people died", "-0 died", "1e5 1e-5 people",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=[ascii(line[:16]) for line in LINES])
def test_hostile_lines(line):
    for published in (DAY, date.max):
        given_articles = [
            Article(id=name, text=f"{line} {extra}", published=published) for name, extra in (("a", ""), ("b", "x"))
        ]
        begin = time.process_time()
        json.loads(check(given_articles).to_json())
        assert time.process_time() - begin < 10


GROWING = [
    "1", "1,", "1 ", "x", "Word ", ".", "…", "\n", " ", '"', "(", "-", "$", "5%", "two ", "hundred and ", "about ", "no ", "5 killed ",
    "5 people, ", "between 5 and ", "from ", "up from ", "of ", "Monday ", "January 2020 ", "2020-", "since ", "ago ", "the end of ",
    "A. ", "said ", "5 km ", "fifth ", "5-", "\u202e", "\ud800", "٣", "½", "including 5 ", "not ", "in ", "’s", "<b>", "| 5 ", "http://a.b/",
]  # fmt: skip


@pytest.mark.parametrize("piece", GROWING, ids=[ascii(piece) for piece in GROWING])
def test_time_grows_with_the_length(piece):
    """Four times the text takes about four times as long; a square would take sixteen."""

    def work(size):
        return lambda: extract_claims([article((piece * size)[:size])])

    work(200)()  # tables are read, caches filled
    short, long = spent(work(400)), spent(work(1_600))
    assert long < 8 * short + 0.05


@pytest.mark.parametrize("piece", ["x", "1", ".", "\u202e"])
def test_a_million_characters_on_one_line(piece):
    text = (piece * 1_000_000)[:999_000] + " The blast in Orr killed 12 people."
    begin = time.process_time()
    claims = extract_claims([article(text)])
    assert time.process_time() - begin < 30
    assert "12" in [claim.quantity.surface for claim in claims]


def test_a_sentence_without_end_is_cut_between_words():
    text = "The blast in Orr killed 12 people and " * 60
    sentences = split_sentences(text)
    assert max(s.end - s.start for s in sentences) <= 1_000
    assert all(text[s.start - 1].isspace() for s in sentences[1:])
    assert all(len(claim.quote) <= 1_000 for claim in extract_claims([article(text)]))


def test_many_tiny_articles():
    articles = [article(f"{at} dead.", str(at)) for at in range(120)]
    few, many = spent(lambda: check(articles[:30])), spent(lambda: check(articles))
    assert many < 10 * few + 0.2


def test_many_claims_in_one_group():
    """As many articles again on one figure take as long again; a square would take sixteen times as long."""
    articles = [article(BODY, str(at), source=f"Wire {at}", title=f"T{at}") for at in range(80)]
    few, many = spent(lambda: check(articles[:20])), spent(lambda: check(articles))
    assert many < 10 * few + 0.2


def test_an_article_twice_is_one_origin_and_no_conflict(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"---\nid: same\n---\n{BODY}", encoding="utf-8")
    report = check(read_articles(tmp_path))
    assert [one.id for one in report.articles] == ["same", "same#2"]
    assert report.conflicts == ()
    assert all(len(finding.origins) == 1 for finding in report.findings)


@pytest.mark.parametrize("published", [date.min, date.max, date(2999, 1, 1), date(1, 12, 31), None])
def test_days_at_the_edges_of_the_calendar(published):
    text = (
        f"{BODY} On Wednesday 5 died. A year earlier 3 died, 300 years ago 4, last week 6, next month 7, in the past 12 months 8, "
        "by the end of the century 9, since Monday 10, over the weekend 11, in the first quarter 12, early next year 13."
    )
    check([Article(id=name, text=text, published=published) for name in "ab"]).to_json()
    find_dates(text, reference=published)


def test_the_day_before_and_after_change_nothing_in_the_process():
    """A future article beside a past one gives a report, and no day of today is put in."""
    far = DAY + timedelta(days=400_000)
    report = check([article(BODY), Article(id="b", text=BODY, published=far), Article(id="c", text=BODY)])
    assert {claim.dates.published for claim in report.claims} == {DAY, far, None}


@pytest.mark.parametrize(
    "text", ["Up 0\n-\n181 people", "It took 11 hours\n55 minutes.", "between 5\nand 7 people", "$5\n-\n$7 million"]
)
def test_no_figure_stands_in_two_lines(text):
    """The end of a line ends a sentence, and the quote of a claim holds its figure whole."""
    claims = extract_claims([Article(id="a", source="", text=text)])
    assert len(claims) == 2
    for claim in claims:
        assert claim.quote_start <= claim.start < claim.end <= claim.quote_start + len(claim.quote)
