"""The command: what goes in, what comes out, and with which exit code."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.cli import main

SEEDS = str(Path(__file__).parent.parent / "seeds")
CLASH = (
    '{"id": "a", "text": "The blast in Orr on 3 May 2025 killed 12 people.", "published": "2025-05-09"}\n'
    '{"id": "b", "text": "The blast in Orr on 3 May 2025 killed 31 people.", "published": "2025-05-09"}\n'
)


def run(capsys, *words):
    """The exit code, what went to standard output, what went to standard error."""
    code = main(list(map(str, words)))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def clash(tmp_path):
    path = tmp_path / "clash.jsonl"
    path.write_text(CLASH, encoding="utf-8")
    return path


def test_the_seeds_hold_updates_and_no_conflict(capsys):
    code, out, err = run(capsys, "check", SEEDS, "--fail-on", "conflict")
    assert (code, err) == (0, "")
    assert "UPDATE" in out
    assert "CONFLICT" not in out
    for words in ("≥ 81", "≥ 83", "≥ 111", "21", "≥ 31", "2025-11-18", "2025-12-04", "2026-01-02", "2025-09-02"):
        assert words in out


@pytest.mark.parametrize(
    ("format", "begins"),
    [("json", "{"), ("jsonl", "{"), ("csv", "\ufeffgroup_id,"), ("markdown", "# "), ("html", "<!doctype html>")],
)
def test_every_format_of_a_report(capsys, format, begins):
    code, out, err = run(capsys, "check", SEEDS, "--format", format)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert out.endswith("\n")


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_every_format_of_claims(capsys, format):
    code, out, err = run(capsys, "extract", SEEDS, "--format", format)
    assert (code, err) == (0, "")
    assert "83" in out


def test_extract_says_what_was_understood(capsys):
    _, out, _ = run(capsys, "extract", SEEDS)
    assert "110 = ≥ 111 (more_than)  2026-01-02-open-to-negotiations:" in out
    for words in ("bound words more than", "measure deaths", "unit count", "as of 2026-01-02 (assumed)"):
        assert words in out


def test_a_conflict_fails_only_when_asked(capsys, clash):
    assert run(capsys, "check", clash)[0] == 0
    assert run(capsys, "check", clash, "--fail-on", "conflict")[0] == 1


def test_output_goes_to_the_file(capsys, tmp_path):
    target = tmp_path / "report.json"
    code, out, err = run(capsys, "check", SEEDS, "--format", "json", "--output", target)
    assert (code, out, err) == (0, "", "")
    assert len(json.loads(target.read_text(encoding="utf-8"))["articles"]) == 3


def test_one_bad_file_sinks_nothing(capsys, tmp_path):
    (tmp_path / "good.txt").write_text("The blast killed 12 people.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text(CLASH + "{broken\n", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("caf\xe9 83".encode("latin-1"))
    code, out, err = run(capsys, "check", tmp_path)
    assert code == 2
    assert out.startswith("4 articles")
    assert "CONFLICT" in out
    named = ["empty.txt: no text", "lines.jsonl:3: not JSON", "latin.txt: read as Windows-1252"]
    assert all(any(words in line for line in err.splitlines()) for words in named)
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ["check", "no-such-file.txt"],
        ["check", "no-such-*.txt"],
        ["check", SEEDS, "--column", "headline=title"],
        ["check", SEEDS, "--output", "/no/such/folder/report.txt"],
    ],
)
def test_trouble_is_two_and_says_what_to_do(capsys, words):
    code, _, err = run(capsys, *words)
    assert code == 2
    assert err.startswith("discrepancy: ")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["check", SEEDS, "--format", "pdf"],
        ["check", SEEDS, "--as-of", "yesterday"],
        ["check", SEEDS, "--column", "text"],
        ["mend", SEEDS],
    ],
)
def test_bad_usage_is_two(capsys, words):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: discrepancy" in capsys.readouterr().err


def test_as_of_leaves_out_what_came_later(capsys):
    _, out, _ = run(capsys, "check", SEEDS, "--as-of", "2025-12-31")
    assert out.startswith("2 articles")


def test_columns_can_be_named(capsys, tmp_path):
    table = tmp_path / "export.csv"
    table.write_text("story,outlet\nThe blast killed 12 people.,The Bell\n", encoding="utf-8")
    code, out, _ = run(
        capsys, "extract", table, "--column", "text=story", "--column", "source=outlet", "--format", "csv"
    )
    assert code == 0
    assert "The Bell" in out


def test_standard_input_is_one_text(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The blast killed 12 people."), encoding="utf-8"))
    code, out, _ = run(capsys, "extract", "-")
    assert code == 0
    assert "stdin:17-19" in out


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m discrepancy extract {SEEDS} --format json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_terminal_without_the_signs_still_gets_a_report():
    done = subprocess.run(
        [sys.executable, "-m", "discrepancy", "check", SEEDS],
        capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert b"? 111" in done.stdout
