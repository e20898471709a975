"""Files, folders, globs, tables and frames → articles; what cannot be read is named and sinks nothing."""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pandas
import pytest

from discrepancy import Article, ReadError, ReadWarning, articles_from_records, read_articles
from discrepancy.read.days import read_day

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
        ("a.txt", b"\xff\xfe\x00", "a.txt:1: not UTF-8"),
        ("a.json", "[1]", "record 1: not a JSON object"),
        ("a.json", "3", "a.json: holds no list of articles"),
        ("a.json", "{\n'a': 1}", "a.json:2: not JSON"),
        ("a.json", "[" * 100_000, "a.json: not JSON"),
        ("a.jsonl", "\n[]", "a.jsonl:2: not a JSON object"),
        ("a.jsonl", '{"text": 5}', "a.jsonl:1: no text"),
        ("a.csv", "text\n\n   \n", "a.csv:3: no text"),
        ("a.csv", "body_html,id\nx,y\n", "found body_html, id"),
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
    assert [article.id for article in read_articles(tmp_path)] == ["a", "b", "sub/a"]


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
        (date(2026, 1, 2), date(2026, 1, 2)),
        (datetime(2026, 1, 2, 1, tzinfo=UTC), date(2026, 1, 2)),
        (pandas.Timestamp("2026-01-02"), date(2026, 1, 2)),
    ],
)
def test_days(value, day):
    assert read_day(value) == day


@pytest.mark.parametrize(
    "value", ["02/01/2026", "soon", "2026-13-01", "0000-00-00", "99999-01-01", "2 Foo 2026", "", 3.5]
)
def test_days_that_are_none(value):
    with pytest.raises(ValueError, match="cannot be read"):
        read_day(value)
