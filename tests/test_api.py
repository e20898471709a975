"""The public names, what they cost, and that the package is a good guest."""

import json
import pickle
import subprocess
import sys
from datetime import date

import pytest

import discrepancy
from discrepancy import Article, Report, check

PUBLIC = {
    "Article",
    "Claim",
    "DiscrepancyError",
    "Dismissals",
    "Finding",
    "Group",
    "EngineError",
    "Lexicon",
    "LimitError",
    "LimitWarning",
    "Limits",
    "OwnOutcome",
    "OwnPart",
    "Pair",
    "ReadError",
    "ReadWarning",
    "Report",
    "Settings",
    "SettingsError",
    "Verdict",
    "align_claims",
    "articles_from_records",
    "check",
    "extract_claims",
    "find_dates",
    "judge_groups",
    "read_articles",
}
STORY = [
    Article(id="a", text="The quake killed 83 people on Monday.", source="The Bell", published=date(2026, 1, 6)),
    Article(id="b", text="The quake killed at least 110 people on Monday.", source="Post", published=date(2026, 1, 9)),
]


def fresh(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_public_names_are_exact():
    assert set(discrepancy.__all__) == PUBLIC
    assert all(getattr(discrepancy, name).__module__.startswith("discrepancy.") for name in PUBLIC)
    assert set(dir(discrepancy)) >= PUBLIC


def test_a_star_import_brings_the_public_names():
    names = "sorted(n for n in globals() if not n.startswith('_'))"
    assert fresh(f"from discrepancy import *\nprint({names})") == str(sorted(PUBLIC))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = discrepancy.nonsense


def test_the_import_is_quick_and_light():
    heavy = "pandas quantulum3 rich trafilatura altair numpy sklearn".split()
    code = (
        "import sys, time; begin = time.perf_counter(); import discrepancy; took = time.perf_counter() - begin\n"
        f"print(took, [name for name in {heavy} if name in sys.modules])"
    )
    took, loaded = fresh(code).split(" ", 1)
    assert loaded == "[]"
    assert float(took) < 0.2


def test_a_whole_check_loads_neither_pandas_nor_rich():
    code = (
        "import sys; from discrepancy import Article, check\n"
        "check([Article(id='a', text='It killed 83 people.'), Article(id='b', text='It killed 90 people.')]).to_html()\n"
        "print([name for name in ('pandas', 'rich', 'altair') if name in sys.modules])"
    )
    assert fresh(code) == "[]"


def test_a_check_leaves_the_process_as_it_was():
    code = (
        "import logging, warnings, locale, os, random, csv, sys\n"
        "state = lambda: (logging.root.handlers[:], logging.root.level, warnings.filters[:], locale.setlocale(0),\n"
        "    dict(os.environ), random.getstate(), os.getcwd(), csv.field_size_limit(), sys.getrecursionlimit())\n"
        "before = state()\n"
        "from discrepancy import Article, check, read_articles\n"
        "r = check([Article(id='a', text='It killed 83 people 5 furlongs off.'), Article(id='b', text='It killed 90.')])\n"
        "r.to_html(), r.to_json(), r.to_csv(), r.to_markdown()\n"
        "print([one == other for one, other in zip(before, state())])"
    )
    assert "False" not in fresh(code)


def test_a_report_is_data_that_travels():
    report = check(STORY)
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert [(p.verdict, p.rule) for p in again.pairs()] == [(p.verdict, p.rule) for p in report.pairs()]


def test_the_same_text_under_any_hash_seed():
    code = (
        "from discrepancy import *; r = check(read_articles('seeds/'))\n"
        "print(r.to_json() + r.to_csv() + r.to_html() + r.to_markdown())"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True, cwd=discrepancy.__path__[0] + "/..",
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(texts) == 1
    assert len(texts.pop()) > 1000


def test_doubled_ids_are_named():
    with pytest.raises(ValueError, match="two articles have the id 'a'"):
        check([STORY[0], STORY[0]])


def test_nothing_in_gives_an_empty_report():
    report = check([])
    assert report.findings == ()
    assert json.loads(report.to_json())["claims"] == []
    assert list(report.to_frame().columns)
    assert Report.from_json(report.to_json()) == report
