"""Tables: columns that are documented and stable, frames, CSV, workbook, database."""

import csv
import io
import sqlite3
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from discrepancy import Article, DiscrepancyError, LimitError, check
from discrepancy.report import spreadsheet
from discrepancy.report.columns import columns_of, documentation, tables
from discrepancy.report.rows import TABLES

DOCS = Path(__file__).parent.parent.parent / "docs"
ARTICLES = [
    Article(id="a", text="The blast in Orr on 3 May 2025 killed 12 people.", source="Bell", published=date(2025, 5, 9)),
    Article(id="b", text="The blast in Orr on 3 May 2025 killed 31 people.", published=date(2025, 5, 9)),
    Article(id="c", text="A lone figure: the bridge cost $5 million."),
]


@pytest.fixture(scope="module")
def report():
    found = check(ARTICLES)
    assert len(found.findings) == 1
    assert len(found.conflicts) == 1
    return found


@pytest.mark.parametrize("table", tables())
def test_every_row_has_the_documented_columns(report, table):
    rows = list(TABLES[table](report))
    assert rows
    assert {tuple(row) for row in rows} == {tuple(column.name for column in columns_of(table))}


def test_every_table_is_described():
    assert tables().keys() == TABLES.keys()
    for columns in tables().values():
        assert len({column.name for column in columns}) == len(columns)
        assert all(column.type in {"text", "real", "integer", "boolean", "date"} for column in columns)


def test_the_list_of_columns_is_current(golden):
    golden(DOCS / "columns.md", documentation())


@pytest.mark.parametrize("table", tables())
def test_values_are_of_their_type(report, table):
    kinds = {"text": str, "date": str, "real": float, "integer": int, "boolean": bool}
    for row in TABLES[table](report):
        for column in columns_of(table):
            value = row[column.name]
            assert isinstance(value, kinds[column.type]) or (value is None and column.type == "real"), column
            if column.type == "date" and value:
                date.fromisoformat(value)


def test_frames_hold_every_row_and_an_empty_one_its_columns(report):
    frames = (("claims", report.to_frame()), ("pairs", report.pairs_frame()), ("groups", report.groups_frame()))
    for table, frame in frames:
        assert list(frame.columns) == [column.name for column in columns_of(table)]
    assert [len(frame) for _, frame in frames] == [len(report.claims), 1, 1]
    assert list(check([]).groups_frame().columns) == list(frames[2][1].columns)


@pytest.mark.parametrize("table", tables())
def test_csv_reads_back(report, table):
    rows = list(csv.DictReader(io.StringIO(report.to_csv(table)[1:], newline="")))
    assert len(rows) == len(list(TABLES[table](report)))
    assert list(rows[0]) == [column.name for column in columns_of(table)]


def test_an_unknown_table_is_named(report):
    with pytest.raises(ValueError, match="no table 'verdicts'; there are groups, pairs, claims, articles"):
        report.to_csv("verdicts")


def test_a_workbook_has_one_sheet_a_table(report, tmp_path):
    path = tmp_path / "report.xlsx"
    report.to_xlsx(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == list(tables())
    for table in tables():
        head, *rows = book[table].iter_rows(values_only=True)
        assert list(head) == [column.name for column in columns_of(table)]
        wanted = [tuple(None if v == "" else v for v in row.values()) for row in TABLES[table](report)]
        assert rows == wanted


def test_the_same_report_is_the_same_workbook(report, tmp_path):
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    report.to_xlsx(one)
    report.to_xlsx(other)
    assert one.read_bytes() == other.read_bytes()


def test_more_rows_than_a_sheet_holds_are_said(report, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 3)
    with pytest.raises(LimitError, match="there are 3 claims"):
        report.to_xlsx(tmp_path / "report.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_without_its_package_says_what_to_install(report, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(DiscrepancyError, match=r"pip install 'discrepancy\[excel\]'"):
        report.to_xlsx(tmp_path / "report.xlsx")


@pytest.fixture
def base(report, tmp_path):
    path = tmp_path / "report.db"
    report.to_sqlite(path)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_a_database_holds_every_row(report, base):
    for table in tables():
        cursor = base.execute(f'SELECT * FROM "{table}"')
        assert [column[0] for column in cursor.description] == [column.name for column in columns_of(table)]
        assert len(cursor.fetchall()) == len(list(TABLES[table](report)))


def test_the_keys_of_a_database_hold(base):
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    links = {(row[3], row[2]) for row in base.execute('PRAGMA foreign_key_list("pairs")')}
    assert links == {
        ("group_id", "groups"), ("a_id", "claims"), ("b_id", "claims"), ("a_article", "articles"), ("b_article", "articles"),
    }  # fmt: skip
    query = """SELECT a.figure, b.figure, groups.verdict, articles.source FROM pairs
        JOIN claims a ON a.claim_id = a_id JOIN claims b ON b.claim_id = b_id
        JOIN groups ON groups.group_id = pairs.group_id JOIN articles ON articles.article_id = a.article_id"""
    assert base.execute(query).fetchall() == [("12", "31", "conflict", "Bell")]


def test_a_claim_alone_and_a_day_unknown_are_null(base):
    row = base.execute(
        "SELECT group_id, published, as_of_first, typeof(value) FROM claims WHERE unit = 'USD'"
    ).fetchone()
    assert row == (None, None, None, "real")


def test_a_database_takes_the_place_of_the_old_file(report, tmp_path):
    path = tmp_path / "report.db"
    path.write_text("something else")
    report.to_sqlite(path)
    report.to_sqlite(path)
    assert path.read_bytes().startswith(b"SQLite format 3")
    assert [file.name for file in tmp_path.iterdir()] == ["report.db"]


@pytest.mark.parametrize("door", ["to_sqlite", "to_xlsx"])
def test_what_cannot_be_written_names_the_file(report, tmp_path, door):
    with pytest.raises(OSError, match="nowhere") as caught:
        getattr(report, door)(tmp_path / "nowhere" / "file")
    assert caught.value.filename == str(tmp_path / "nowhere" / "file")
    with pytest.raises(IsADirectoryError):
        getattr(report, door)(tmp_path)
