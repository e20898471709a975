"""Defaults of the command from a file in the current folder."""

import json

import pytest

from discrepancy.cli import main
from discrepancy.cli.config import OPTIONS, with_defaults
from discrepancy.cli.options import parser

CLASH = "".join(
    json.dumps(
        {"id": name, "story": f"The blast in Orr on 3 May 2025 killed {deaths} people.", "published": "2025-05-09"}
    )
    + "\n"
    for name, deaths in (("a", 12), ("b", 31))
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "wire.jsonl").write_text(CLASH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words):
    code = main(words)
    return code, *capsys.readouterr()


def test_without_a_file_there_are_none(desk, capsys):
    code, _, err = run(capsys, "check", "wire.jsonl")
    assert code == 2
    assert "no text" in err


def test_a_file_of_its_own(desk, capsys):
    (desk / "discrepancy.toml").write_text(
        'column = { text = "story" }\n[check]\nfail-on = "conflict"\nformat = "csv"\ntable = "groups"\n',
        encoding="utf-8",
    )
    code, out, err = run(capsys, "check", "wire.jsonl")
    assert (code, err) == (1, "")
    assert out.startswith("\ufeffgroup_id,")
    assert run(capsys, "extract", "wire.jsonl")[1].startswith("2 articles")


def test_a_part_of_pyproject(desk, capsys):
    (desk / "pyproject.toml").write_text('[tool.discrepancy]\ncolumn = { text = "story" }\n', encoding="utf-8")
    assert run(capsys, "check", "wire.jsonl")[0] == 0


def test_the_command_line_beats_the_file(desk, capsys):
    (desk / "discrepancy.toml").write_text(
        'column = {text = "story"}\nformat = "csv"\nas-of = "2025-01-01"\n', encoding="utf-8"
    )
    assert run(capsys, "check", "wire.jsonl")[1].count("\n") == 1
    _, out, _ = run(capsys, "check", "wire.jsonl", "--format", "jsonl", "--as-of", "2025-06-01")
    assert json.loads(out)["verdict"] == "conflict"


def test_thresholds(desk, capsys):
    text = CLASH.replace("12 people", "about 22 people").replace("story", "text")
    (desk / "wire.jsonl").write_text(text, encoding="utf-8")
    verdicts = []
    for share in (0.05, 0.9):
        (desk / "discrepancy.toml").write_text(
            f"[settings]\nhedge_floor = {share}\nhedge_ceiling = 0.9\n", encoding="utf-8"
        )
        verdicts.append(run(capsys, "check", "wire.jsonl")[1].splitlines()[0])
    assert verdicts == ["2 articles, 2 claims: 1 conflict", "2 articles, 2 claims: 1 agreement"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("column =", "discrepancy.toml: not TOML"),
        ("colour = 1", "'colour' is no option; there are as-of, column"),
        ('output = "x"', "'output' is no option"),
        ('[check]\noutput = "x"', "[check] takes as-of, column"),
        ("check = 1", "[check] takes"),
        ("[settings]\nnonsense = 1", "[settings] takes story_words"),
        ('[settings]\nopen_reach = "much"', "[settings] open_reach is a number, not 'much'"),
        ("[settings]\nopen_reach = true", "is a number"),
        ("settings = 1", "[settings] takes"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(desk, capsys, text, said):
    (desk / "discrepancy.toml").write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "check", "wire.jsonl")
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("text", ["broken =", "tool = 1", "[tool]\ndiscrepancy = 1", "[tool.other]\nx = 1", "\xe9"])
def test_a_foreign_pyproject_is_left_alone(desk, capsys, text):
    (desk / "pyproject.toml").write_bytes(text.encode("latin-1"))
    assert run(capsys, "check", "wire.jsonl", "--column", "text=story")[0] == 0


def test_a_value_that_an_option_refuses_is_bad_usage(desk, capsys):
    (desk / "discrepancy.toml").write_text('format = "pdf"\n', encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["check", "wire.jsonl"])
    assert stop.value.code == 2
    assert "invalid choice: 'pdf'" in capsys.readouterr().err


@pytest.mark.parametrize("command", OPTIONS)
def test_every_default_is_an_option_of_its_command(command):
    values = {
        "column": {"text": "x"},
        "workers": 2,
        "as-of": "2026-01-01",
        "fail-on": "conflict",
        "format": "csv",
        "table": "claims",
    }
    table = {key: values.get(key, "x") for key in OPTIONS[command]}
    needed = ["abc"] if command in ("explain", "dismiss") else []
    kept = ["--dismissed", "x"] if command == "dismiss" else []
    options = parser().parse_args(with_defaults([command, *needed, "path", *kept], "discrepancy.toml", table))
    assert options.paths == ["path"]
