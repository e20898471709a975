"""The command: what goes in, what comes out, and with which exit code."""

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import pytest

from discrepancy import Report, check, read_articles
from discrepancy.cli import commands, main
from discrepancy.errors import LimitWarning

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
    [
        ("json", "{"),
        ("jsonl", "{"),
        ("csv", "\ufeffgroup_id,"),
        ("markdown", "# "),
        ("html", "<!doctype html>"),
        ("claimreview", '{\n "@context": "https://schema.org"'),
        ("annotations", '{\n "@context": "http://www.w3.org/ns/anno.jsonld"'),
    ],
)
def test_every_format_of_a_report(capsys, format, begins):
    code, out, err = run(capsys, "check", SEEDS, "--format", format)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert out.endswith("\n")


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "annotations"])
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
        ["check", SEEDS, "--output", "/no/such/folder/report.xlsx"],
        ["check", SEEDS, "--output", "/no/such/folder/report.db"],
        ["check", SEEDS, "--dismissed", "no-such-file.jsonl"],
        ["explain", "abcdef", SEEDS],
        ["explain", "", SEEDS],
        ["dismissed", "no-such-file.jsonl"],
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
        ["check", SEEDS, "--workers", "0"],
        ["check", SEEDS, "--format", "xlsx"],
        ["check", SEEDS, "--format", "sqlite", "--output", "-"],
        ["check", SEEDS, "--format", "json", "--table", "claims"],
        ["extract", SEEDS, "--format", "html"],
        ["explain", SEEDS],
        ["dismiss", "abcdef", SEEDS],
        ["completion", "cmd"],
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


@pytest.mark.parametrize("table", ["groups", "pairs", "claims", "articles"])
def test_every_table_as_csv(capsys, table):
    code, out, _ = run(capsys, "check", SEEDS, "--format", "csv", "--table", table)
    assert code == 0
    assert out.startswith(
        "\ufeff" + {"groups": "group", "pairs": "group", "claims": "claim", "articles": "article"}[table] + "_id,"
    )


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.json", b"{"),
        ("report.csv", b"\xef\xbb\xbf"),
        ("report.md", b"# "),
        ("report.HTML", b"<!doctype html>"),
        ("report.xlsx", b"PK"),
        ("report.db", b"SQLite format 3"),
        ("report.jsonld", b'{\n "@context": "https://schema.org"'),
        ("report.txt", b"3 articles"),
        ("report", b"3 articles"),
    ],
)
def test_the_ending_of_the_file_names_the_format(capsys, tmp_path, name, begins):
    assert run(capsys, "check", SEEDS, "--output", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_format_that_is_named_beats_the_ending(capsys, tmp_path):
    run(capsys, "extract", SEEDS, "--output", tmp_path / "report.txt", "--format", "sqlite")
    assert (tmp_path / "report.txt").read_bytes().startswith(b"SQLite format 3")


def test_explain_tells_rule_parts_and_weights(capsys, clash):
    (finding,) = check(read_articles(clash)).findings
    code, out, err = run(capsys, "explain", finding.group.id[:6], clash)
    assert (code, err) == (0, "")
    for words in ("rule same_date", "killed 31 people", "match weights", "together", "What is missing"):
        assert words in out


def test_a_finding_is_laid_aside_and_said(capsys, clash, tmp_path):
    (finding,) = check(read_articles(clash)).findings
    memory = tmp_path / "dismissed.jsonl"
    code, out, err = run(capsys, "dismiss", finding.group.id, clash, "--dismissed", memory, "--note", "two blasts")
    assert (code, out) == (0, "")
    assert err.startswith(f"discrepancy: dismissed in {memory}: deaths: conflict.")

    code, out, err = run(capsys, "check", clash, "--dismissed", memory, "--fail-on", "conflict")
    assert code == 0
    assert out.startswith("2 articles, 2 claims: nothing to compare; 1 dismissed\n")
    assert err == f"discrepancy: 1 dismissed, see {memory}\n"
    assert "12" not in out.replace("2 articles, 2 claims", "")

    assert run(capsys, "dismissed", memory) == (0, "1 dismissed\nconflict: deaths, 2 claims: two blasts\n", "")
    memory.write_text("", encoding="utf-8")
    assert run(capsys, "check", clash, "--dismissed", memory, "--fail-on", "conflict")[0] == 1


def test_a_broken_memory_is_named_and_nothing_is_drawn(capsys, clash, tmp_path):
    memory = tmp_path / "dismissed.jsonl"
    memory.write_text('{"claims": []}\n', encoding="utf-8")
    code, out, err = run(capsys, "check", clash, "--dismissed", memory)
    assert (code, out) == (2, "")
    assert f"{memory}:1: not a dismissal" in err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_a_shell_learns_the_words(capsys, shell):
    code, out, err = run(capsys, "completion", shell)
    assert (code, err) == (0, "")
    for word in ("check", "extract", "explain", "fail-on", "claimreview"):
        assert word in out


def test_completion_without_its_package_says_what_to_install(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "shtab", None)
    code, _, err = run(capsys, "completion", "bash")
    assert code == 2
    assert "pip install 'discrepancy[completion]'" in err


def test_a_warning_is_a_message(capsys, clash, monkeypatch):
    def check(*_, **__):
        warnings.warn(LimitWarning("some articles met the nearest only"), stacklevel=2)
        return Report((), (), ())

    monkeypatch.setattr(commands, "check", check)
    assert run(capsys, "check", clash)[2] == "discrepancy: some articles met the nearest only\n"


def test_help_loads_next_to_nothing():
    code = (
        "import sys; from discrepancy.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = [name for name in ('pydantic', 'pandas', 'rich', 'rapidfuzz', 'quantulum3') if name in sys.modules]\n"
        "print(heavy, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("usage: discrepancy")
    assert done.stderr == "[]\n"


def on_terminal(*words, **environment):
    """What a terminal of 90 columns receives."""
    ours, theirs = pty.openpty()
    known = {
        "PYTHONPATH": ":".join(sys.path),
        "PATH": os.environ["PATH"],
        "TERM": "xterm",
        "COLUMNS": "90",
        "LANG": "C.UTF-8",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "discrepancy", *map(str, words)],
        stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env={**known, **environment},
    )  # fmt: skip
    os.close(theirs)
    received = bytearray()
    with contextlib.suppress(OSError):  # Linux says that the other end is closed by an error
        while part := os.read(ours, 65536):
            received += part
    os.close(ours)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    return received.decode("utf-8")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_terminal_gets_colours_and_marks(clash, command):
    text = on_terminal(command, clash)
    assert "\x1b[1;7m31\x1b[0m" in text
    assert "“The blast in Orr on 3 May 2025" in text


def test_the_colour_of_a_conflict_and_no_color(clash):
    assert "\x1b[1;31mCONFLICT" in on_terminal("check", clash)
    assert "\x1b[1mCONFLICT" in on_terminal("check", clash, NO_COLOR="1")


def test_a_terminal_that_understands_little_gets_plain_text(clash):
    text = on_terminal("check", clash, TERM="dumb")
    assert "\x1b" not in text
    assert "CONFLICT" in text


def in_shell(command):
    """What a shell line gives: exit code, standard output, standard error; the first `discrepancy` is this one."""
    line = command.replace("discrepancy", f"{sys.executable} -m discrepancy", 1)
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (f"discrepancy check {SEEDS} >&-", "discrepancy: standard output is closed; give --output FILE\n"),
        (f"discrepancy check {SEEDS} >/dev/full", "discrepancy: No space left on device\n"),
        (f"discrepancy check {SEEDS} --output /dev/full", "discrepancy: /dev/full: No space left on device\n"),
        (
            f"discrepancy check {SEEDS} --output /dev/full --format sqlite",
            "discrepancy: /dev/full: database or disk is full\n",
        ),
    ],
)
def test_what_cannot_be_written_is_said(command, said):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    assert in_shell(command) == (2, "", said)


def test_messages_never_end_up_among_the_results():
    code, out, _ = in_shell("discrepancy check no-such-file 2>&-")
    assert (code, out) == (2, "0 articles, 0 claims: nothing to compare\n")


def test_a_pipe_may_be_named_as_the_file():
    code, out, err = in_shell(f"discrepancy check {SEEDS} --output /dev/stdout | head -1")
    assert (code, err) == (0, "")
    assert out.startswith("3 articles")


def test_several_processes_find_the_same(capsys):
    _, alone, _ = run(capsys, "check", SEEDS, "--format", "json")
    assert in_shell(f"discrepancy check {SEEDS} --format json --workers 2") == (0, alone, "")


def test_the_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"discrepancy {version('discrepancy')}\n"
