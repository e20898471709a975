"""Files, folders, globs, tables and frames → articles; what cannot be read is named and sinks nothing."""

import io
import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas
import pytest

from discrepancy import Article, LimitError, Limits, ReadError, ReadWarning, articles_from_records, check, read_articles
from discrepancy.read.days import read_moment

BODY = "The fire killed 12 people."


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def problems_of(path, **options):
    """The articles and the problems of a path."""
    problems = []
    return read_articles(path, on_error=problems.append, **options), [str(problem) for problem in problems]


def test_front_matter_names_the_article(tmp_path):
    path = write(
        tmp_path / "a.md", f"---\ntitle: 'Fire: twelve dead'\nsource: Bell\npublished: 2026-01-02\n---\n{BODY}\n"
    )
    (article,) = read_articles(path)
    assert article == Article(id="a", text=BODY, title="Fire: twelve dead", source="Bell", published=date(2026, 1, 2))


@pytest.mark.parametrize(
    "line",
    [
        "published: 2026-01-02",
        "Date: 2026-01-02",
        "Published-At: 2 January 2026",
        "publication date: January 2nd, 2026",
        "publishDate: 2026/01/02",
        "date_published: Fri, 02 Jan 2026 10:15:00 GMT",
        "url: https://bell.example/2026/01/02/fire",
        "Link: https://bell.example/2026/jan/2/fire",
    ],
)
def test_front_matter_names_the_day_in_every_spelling(tmp_path, line):
    (article,) = read_articles(write(tmp_path / "a.md", f"---\ntitle: x\n{line}\n---\n{BODY}\n"))
    assert article.published == date(2026, 1, 2)


@pytest.mark.parametrize(
    "line", ["published: ~", "published: null", "published:", "url: https://bell.example/2026/13/45/fire"]
)
def test_front_matter_without_a_day_gives_none(tmp_path, line):
    (article,) = read_articles(write(tmp_path / "a.md", f"---\n{line}\nText: no\n---\n{BODY}\n"))
    assert (article.published, article.text) == (None, BODY)


def test_a_stated_day_goes_before_that_of_the_address():
    (article,) = articles_from_records(
        [{"text": BODY, "date": "2026-01-02", "url": "https://bell.example/2025/05/05/fire"}]
    )
    assert article.published == date(2026, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n---\n{BODY}",
        f"---\r\ntitle:\r\n---\r\n{BODY}",
        f"\ufeff---\ntitle: ''\n...\n{BODY}",
        f"---\ntitle: !!python/object/apply:os.getcwd []\n---\n{BODY}".replace(" []", " ''"),
    ],
)
def test_front_matter_may_be_missing_empty_or_tagged(tmp_path, text):
    (article,) = read_articles(write(tmp_path / "a.txt", text))
    assert (article.text, article.title, article.published) == (BODY, "", None)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.txt", "", "a.txt: no text"),
        ("a.txt", "---\ntitle: x\n---\n", "a.txt: no text"),
        ("a.txt", f"---\ntitle: x\n{BODY}", "a.txt:1: front matter does not end"),
        ("a.txt", f"---\ntitle: a: b: c\n---\n{BODY}", "a.txt:2: front matter is not YAML"),
        ("a.txt", f"---\n- one\n---\n{BODY}", "a.txt:1: front matter holds no fields"),
        ("a.txt", f"---\ntitle: [a, b]\n---\n{BODY}", "a field holds a list"),
        ("a.txt", f"---\npublished: 02/01/2026\n---\n{BODY}", "publication date '02/01/2026' cannot be read"),
        ("a.txt", f"---\npublished: 0000-01-01\n---\n{BODY}", "publication date '0000-01-01' cannot be read"),
        ("a.txt", b"\xff\xfe\x00", "a.txt: begins as UTF-16 and is not"),
        ("a.json", "[1]", "record 1: not a JSON object"),
        ("a.json", "3", "a.json: holds no list of articles"),
        ("a.json", "{\n'a': 1}", "a.json:2: not JSON"),
        ("a.json", "[" * 100_000, "a.json: not JSON"),
        ("a.jsonl", "\n[]", "a.jsonl:2: not a JSON object"),
        ("a.jsonl", '{"text": 5}', "a.jsonl:1: no text"),
        ("a.csv", "text\n\n   \n", "a.csv:3: no text"),
        ("a.csv", "body_html,id\nx,y\n", "found body_html, id"),
        ("a.csv", 'id,text\n1,"an open\nquote\n', "a.csv:2: a quote is opened and not closed"),
        ("a.txt", "---\na: &x [1]\nb: [*x, *x]\n---\n" + BODY, "front matter is not YAML"),
        ("a.txt", "---\n" + "a: b\n" * 5_000 + "---\n" + BODY, "does not end within 16,384 characters"),
        ("a.txt", "---\n" + "[" * 2_000 + "\n---\n" + BODY, "front matter is not YAML"),
        ("a.txt", b"%PDF-1.7 \xff", "a PDF file, not text"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "not text (it is full of zero bytes)"),
        ("a.txt", "пожар: 12".encode("cp1251") * 9, "neither UTF-8 nor an English text in Windows-1252"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path, name, text, words):
    path = write(tmp_path / name, text)
    articles, problems = problems_of(path)
    assert articles == []
    assert len(problems) == 1
    assert words in problems[0]
    assert problems[0].endswith(")"), "says what to do"
    with pytest.raises(ReadError):
        read_articles(path)


def test_nothing_is_lost_around_a_bad_record(tmp_path):
    write(tmp_path / "a.jsonl", f'{{"text": "{BODY}"}}\n{{"text"\n\n{{"content": "{BODY}"}}\n')
    with pytest.warns(ReadWarning, match=r"a\.jsonl:2: not JSON"):
        articles = read_articles(tmp_path)
    assert [article.id for article in articles] == ["a-1", "a-4"]


def test_a_folder_is_read_in_order_with_its_subfolders(tmp_path):
    for name in ("b.txt", "a.md", "sub/a.md", ".hidden.txt", ".git/x.txt", "README.md", "page_files/ad.txt", "x.pdf"):
        write(tmp_path / name, BODY)
    remarks = []
    articles = read_articles(tmp_path, on_warning=remarks.append)
    assert [article.id for article in articles] == ["a", "b", "sub/a"]
    assert [remark.problem for remark in remarks] == ["files passed over: 1 (.pdf)"]


def test_a_file_named_twice_is_read_once(tmp_path):
    path = write(tmp_path / "a.txt", BODY)
    assert len(read_articles([path, path])) == 1
    assert len(read_articles([str(tmp_path / "*.txt")])) == 1


def test_doubled_ids_get_a_number(tmp_path):
    write(tmp_path / "a.jsonl", "".join(json.dumps({"id": i, "text": BODY}) + "\n" for i in ("x", "x", "x#2", 7)))
    assert [article.id for article in read_articles(tmp_path)] == ["x", "x#2", "x#2#2", "7"]


def test_a_folder_without_articles_is_named(tmp_path):
    with pytest.raises(ReadError, match="holds no file of a known kind"):
        read_articles(tmp_path)


def test_links_in_a_loop_end(tmp_path):
    write(tmp_path / "a.txt", BODY)
    os.symlink(tmp_path, tmp_path / "loop")
    os.symlink(tmp_path / "gone", tmp_path / "dangling.txt")
    articles, problems = problems_of(tmp_path)
    assert len(articles) == 1
    assert "dangling.txt" in problems[0]


def test_a_device_is_not_read():
    _, problems = problems_of("/dev/zero")
    assert "not a regular file" in problems[0]


ARCHIVES = {
    "plain": {"text": BODY, "published": "2026-01-02", "source": "Bell", "url": "https://x.org"},
    "gdelt": {"content": BODY, "seendate": "20260102T101500Z", "domain": "Bell", "link": "https://x.org"},
    "catcher": {"full_content": BODY, "published_date": "2026-01-02 10:15:00", "clean_url": "Bell", "link": "https://x.org"},
    "cloud": {"body": BODY, "publish_date": "2026-01-02", "media_name": "Bell", "article_link": "https://x.org"},
    "api": {"content": BODY, "publishedAt": "2026-01-02T10:15:00Z", "source": {"id": None, "name": "Bell"}, "url": "https://x.org"},
    "ld": {"articleBody": BODY, "pubDate": "Fri, 02 Jan 2026 10:15:00 GMT", "publisher": "Bell", "source_url": "https://x.org"},
}  # fmt: skip


@pytest.mark.parametrize("record", ARCHIVES.values(), ids=ARCHIVES)
@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "tsv", "records", "frame"])
def test_the_names_of_news_archives_are_known(tmp_path, record, kind):
    if kind in ("csv", "tsv"):
        record = {key: value["name"] if isinstance(value, dict) else value for key, value in record.items()}
    frame = pandas.DataFrame([record])
    if kind == "records":
        articles = articles_from_records([record])
    elif kind == "frame":
        articles = articles_from_records(frame)
    else:
        table = frame.to_csv(index=False, sep="\t" if kind == "tsv" else ",")
        articles = read_articles(
            write(tmp_path / f"a.{kind}", json.dumps(record) if kind.startswith("json") else table)
        )
    (article,) = articles
    assert (article.text, article.source, article.url) == (BODY, "Bell", "https://x.org")
    assert article.published == date(2026, 1, 2)


def test_own_column_names_win(tmp_path):
    path = write(tmp_path / "a.csv", f"text,lede,when\nwrong,{BODY},2026-01-02\n")
    (article,) = read_articles(path, {"text": "lede", "published": "when"})
    assert (article.text, article.published) == (BODY, date(2026, 1, 2))


def test_a_mapping_to_no_field_is_named(tmp_path):
    with pytest.raises(ReadError, match="no field 'headline'"):
        read_articles(write(tmp_path / "a.csv", f"text\n{BODY}\n"), {"headline": "x"})


def test_a_frame_with_holes():
    frame = pandas.DataFrame({"text": [BODY, None, BODY], "published": pandas.to_datetime(["2026-01-02", None, None])})
    with pytest.warns(ReadWarning, match="record 2: no text"):
        first, third = articles_from_records(frame)
    assert first.published == date(2026, 1, 2)
    assert (third.id, third.published) == ("record-3", None)


def test_long_cells_and_line_ends_inside_cells(tmp_path):
    text = "A line.\r\nAnother, longer one.\u2028" + "x" * 300_000
    (article,) = read_articles(write(tmp_path / "a.csv", f'text\n"{text}"\n'))
    assert article.text == text
    (line,) = read_articles(write(tmp_path / "b.jsonl", json.dumps({"text": text}, ensure_ascii=False)))
    assert line.text == text


def test_own_readers_by_ending(tmp_path):
    write(tmp_path / "a.log", "x|" + BODY)

    def read_log(file):
        yield from articles_from_records([{"id": file.name, "text": file.text.partition("|")[2]}])

    assert [a.text for a in read_articles(tmp_path, readers={".log": read_log})] == [BODY]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-01-02", date(2026, 1, 2)),
        ("2026-01-02T23:30:00-05:00", date(2026, 1, 2)),  # the outlet's own clock
        ("2026-01-02T23:30:00.000Z", date(2026, 1, 2)),
        ("20260102", date(2026, 1, 2)),
        ("20260102101500", date(2026, 1, 2)),
        ("Fri, 02 Jan 2026 10:15:00 +0200", date(2026, 1, 2)),
        ("2 January 2026", date(2026, 1, 2)),
        ("Friday, January 2, 2026", date(2026, 1, 2)),
        ("Jan. 2, 2026 10:15 AM", date(2026, 1, 2)),
        ("2026/01/02", date(2026, 1, 2)),
        ("2026-1-2", date(2026, 1, 2)),
        ("2026-01-02T10:15:00+01:00[Europe/Oslo]", date(2026, 1, 2)),
        ("Published: 2nd January 2026 at 10:15", date(2026, 1, 2)),
        ("10:15, 2 Jan 2026", date(2026, 1, 2)),
        ("Fri Jan 02 2026 10:15:00 GMT+0000 (Coordinated Universal Time)", date(2026, 1, 2)),
        (1767348900, date(2026, 1, 2)),
        ("1767348900000", date(2026, 1, 2)),
        ("23/01/2026", date(2026, 1, 23)),
        ("1/23/2026", date(2026, 1, 23)),
        ("02.02.2026", date(2026, 2, 2)),
        (date(2026, 1, 2), date(2026, 1, 2)),
        (datetime(2026, 1, 2, 1, tzinfo=UTC), date(2026, 1, 2)),
        (pandas.Timestamp("2026-01-02"), date(2026, 1, 2)),
    ],
)
def test_days(value, day):
    assert read_moment(value).day == day


@pytest.mark.parametrize(
    "value", ["02/01/2026", "soon", "2026-13-01", "0000-00-00", "99999-01-01", "2 Foo 2026", "", 3.5, "2026-01", 123]
)
def test_days_that_are_none(value):
    with pytest.raises(ValueError, match="cannot be read"):
        read_moment(value)


def test_rows_around_a_broken_one_are_read(tmp_path):
    table = f'id,text\n1,"{BODY}"\n2,"He "said" so: 3 died"\n3,"{BODY}",extra\n4,"{BODY}"\n'
    remarks = []
    articles, problems = problems_of(write(tmp_path / "a.csv", table), on_warning=remarks.append)
    assert [article.id for article in articles] == ["1", "3", "4"]
    assert problems[0].startswith(f"{tmp_path}/a.csv:3: not a row")
    assert [(remark.line, remark.problem[:10]) for remark in remarks] == [(4, "more cells")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_may_stand_apart_by_other_signs(tmp_path, delimiter):
    rows = (("id", "text", "source"), ("x", '"Five, six; 12 died"', "Bell"))
    (article,) = read_articles(write(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows)))
    assert (article.id, article.text, article.source) == ("x", "Five, six; 12 died", "Bell")


@pytest.mark.parametrize(
    ("data", "text", "words"),
    [
        ("Café: 83 dead – “all of them”.".encode("cp1252"), "Café: 83 dead – “all of them”.", "read as Windows-1252"),
        ("Café: 83 dead.".encode("utf-16"), "Café: 83 dead.", "read as UTF-16, by the mark"),
        ("Café: 83 dead.".encode("utf-16-le"), "Café: 83 dead.", "read as UTF-16, though no mark"),
        ("Café: 83 dead.".encode("utf-16-be"), "Café: 83 dead.", "read as UTF-16, though no mark"),
        ("\ufeffCafé: 83 dead.".encode("utf-32"), "\ufeffCafé: 83 dead.", "read as UTF-32"),
        ("Café, café: 83".encode() + b"\xe9", "Café, café: 83\ufffd", "bytes that are not UTF-8 were replaced (1, "),
        ("\ufeffCafé: 83 dead.".encode(), "Café: 83 dead.", None),
        (
            "Café: 83\0 dead. It is a long text without other zero bytes, as any text is that was not torn.".encode(),
            None,
            None,
        ),
    ],
)
def test_other_encodings_are_read_and_said(tmp_path, data, text, words):
    remarks = []
    (article,) = read_articles(write(tmp_path / "a.txt", data), on_warning=remarks.append)
    assert article.text == (text or data.decode())
    assert [words in str(remark) for remark in remarks] == ([True] if words else [])


def test_remarks_are_warnings_where_nobody_asks_for_them(tmp_path):
    path = write(tmp_path / "a.txt", "Café: 83".encode("cp1252"))
    with pytest.warns(ReadWarning, match="Windows-1252"):
        assert len(read_articles(path)) == 1


def test_a_flood_of_warnings_is_counted(tmp_path):
    rows = [{"text": BODY}] + [{"text": None}] * 500
    with pytest.warns(ReadWarning) as found:
        articles_from_records(rows)
    assert len(found) == 21
    assert "and 480 more" in str(found[-1].message)


@pytest.mark.parametrize("stated", ["1970-01-01", "0001-01-01", "1900-01-01T00:00:00Z", "2999-01-01", "9999-12-31"])
def test_a_date_that_is_not_believed_is_said_and_unknown(tmp_path, stated):
    remarks = []
    path = write(tmp_path / "a.md", f"---\npublished: {stated}\nmodified: {stated}\n---\n{BODY}")
    (article,) = read_articles(path, on_warning=remarks.append)
    assert (article.published, article.published_at, article.modified) == (None, None, None)
    assert [remark.problem.split(" date")[0] for remark in remarks] == ["publication", "modification"]
    with pytest.warns(ReadWarning, match="taken as unknown"):
        read_articles(path)


def test_an_older_first_year_can_be_asked_for(tmp_path):
    path = write(tmp_path / "a.md", f"---\npublished: 1912-04-16\n---\n{BODY}")
    assert read_articles(path, limits=Limits(first_year=1800))[0].published == date(1912, 4, 16)


def test_moments_keep_their_zone(tmp_path):
    fields = "published: 2026-01-02T23:30:00-05:00\nmodified: 'Sun, 04 Jan 2026 08:00:00 GMT'"
    (article,) = read_articles(write(tmp_path / "a.md", f"---\n{fields}\n---\n{BODY}"))
    assert article.published == date(2026, 1, 2)
    assert article.published_at == datetime(2026, 1, 3, 4, 30, tzinfo=UTC)
    assert article.published_at.utcoffset() == timedelta(hours=-5)
    assert (article.modified, article.modified_at) == (date(2026, 1, 4), datetime(2026, 1, 4, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    "record",
    [
        {"text": "The fire killed 12 people. Subscribe to continue reading."},
        {"text": "The fire killed 12 people and … [+4153 chars]"},
        {"text": BODY, "isAccessibleForFree": False},
        {"text": BODY, "isAccessibleForFree": "False"},
    ],
)
def test_a_stub_is_said(record):
    with pytest.warns(ReadWarning, match="perhaps not the whole article"):
        assert len(articles_from_records([record])) == 1


def test_a_long_article_may_speak_of_subscribers():
    text = BODY + " The paper asks readers to subscribe to continue reading." + " More words stand here." * 100
    assert len(articles_from_records([{"text": text}])) == 1


def test_another_language_is_said():
    with pytest.warns(ReadWarning, match="only English is read"):
        articles_from_records([{"text": "Der Brand forderte 12 Tote.", "lang": "de"}])


KINDS = {
    "text": (BODY, "stdin", None),
    "front matter": (f"---\nid: x\nsource: Bell\n---\n{BODY}", "x", "Bell"),
    "json": (json.dumps({"id": "x", "text": BODY, "source": "Bell"}), "x", "Bell"),
    "list": (json.dumps([{"id": "x", "text": BODY, "source": "Bell"}], indent=1), "x", "Bell"),
    "lines": ('{"id": "y", "text":\n' + json.dumps({"id": "x", "text": BODY, "source": "Bell"}) + "\n", "x", "Bell"),
    "table": (f'id,source,text\nx,Bell,"{BODY}"\n', "x", "Bell"),
    "a text in brackets": ("[Update] " + BODY, "stdin", None),
    "a text with commas": ("text, or words,\nand " + BODY, "stdin", None),
    "page": (f'<!DOCTYPE html>\n<html><meta property="og:site_name" content="Bell"><p>{BODY}</p></html>', "stdin", "Bell"),
    "feed": (f"<?xml version='1.0'?><rss version='2.0'><channel><title>Bell</title><item><guid>x</guid><description>{BODY}</description></item></channel></rss>", "x", "Bell"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "source"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("place", ["-", "a.dat"])
def test_standard_input_and_unknown_endings_are_told_by_how_they_begin(
    tmp_path, monkeypatch, data, name, source, place
):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode()), encoding="utf-8"))
    path = place if place == "-" else write(tmp_path / place, data)
    problems, remarks = [], []
    (article,) = read_articles(path, on_error=problems.append, on_warning=remarks.append)
    if name == "stdin" and place != "-":
        name = "a"
    assert (article.id, article.source) == (name, source or "")
    assert BODY in article.text


def test_two_names_of_one_file_are_read_once(tmp_path):
    path = write(tmp_path / "a.txt", BODY)
    os.symlink(path, tmp_path / "b.txt")
    assert len(read_articles([tmp_path, f"{tmp_path}/./a.txt"])) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path):
    write(tmp_path / "a.txt", BODY).chmod(0)
    _, problems = problems_of(tmp_path)
    assert "Permission denied" in problems[0]


def test_a_file_beyond_the_limit_is_refused(tmp_path):
    path = write(tmp_path / "a.txt", BODY)
    with pytest.raises(LimitError, match=r"a\.txt: larger than 10 bytes \(split it\)"):
        read_articles(path, limits=Limits(file_bytes=10))


def test_check_takes_what_holds_articles():
    rows = [{"id": name, "content": f"The blast in Orr killed {n} people."} for name, n in (("a", 12), ("b", 12))]
    reports = [check(rows), check(pandas.DataFrame(rows)), check(iter(articles_from_records(rows)))]
    assert reports[0] == reports[1] == reports[2]
    assert check(Article(id="a", text=BODY)).articles[0].id == "a"


@pytest.mark.parametrize("given", ["seeds/", Path("seeds"), {"text": BODY}, [BODY], [Path("seeds")], 7, b"x"])
def test_check_says_what_it_takes(given):
    with pytest.raises(TypeError, match="read_articles"):
        check(given)
