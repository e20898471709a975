"""README and docs: every block of code is run, every output shown is the real one, every link leads somewhere."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import discrepancy
from discrepancy import Article
from tests.documents import DocumentRun, blocks_of, rewritten, same

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), ROOT / "seeds/README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")]
)
AGAIN = "`make golden` writes the real output; read the difference"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FIGURES = re.compile(r"(?<=<!-- gold figures -->\n)(?s:.*?)(?=<!-- end -->)")


def _read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def named(path):
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder to work in, with the articles that README and docs speak of."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    if (ROOT / "examples/data").exists():
        shutil.copytree(ROOT / "examples/data", tmp_path / "examples/data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_a_document_does_what_it_says(path, desk, regenerate):
    text = path.read_text(encoding="utf-8")
    document = DocumentRun(named(path))
    for block in blocks_of(text):
        document.run(block)
    if regenerate and document.wrong:
        path.write_text(rewritten(text, document.wrong), encoding="utf-8")
    elif document.wrong:
        block, real = document.wrong[0]
        pytest.fail(f"{named(path)}:{block.line} shows another output ({AGAIN}):\n{real}", pytrace=False)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_the_links_of_a_document_lead_somewhere(path):
    for link in _LINK.findall(path.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        target, _, anchor = link.partition("#")
        there = (path.parent / target).resolve() if target else path
        assert there.exists(), f"{named(path)} links to {link}"
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there.read_text(encoding="utf-8")), f"{named(path)} links to {link}"


def anchors(text):
    """The anchors that GitHub and MyST give to the headings of a document."""
    words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text))
    return {heading.strip().replace(" ", "-") for heading in words}


def test_the_setup_commands_of_the_readme_are_those_of_ci():
    """They install, so no test runs them; CI runs them as they stand, in a fresh environment."""
    ci, readme = _read(".ci/run"), _read("README.md")
    setup = [block.text for block in blocks_of(readme) if block.mark.startswith("not run")]
    assert len(setup) == 2
    assert all(text in ci for text in setup)


def test_the_figures_of_the_readme_are_those_of_the_last_stored_run(regenerate):
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    last = json.loads(_read("tests/gold/last_run.json"))
    names = ("claim recall", "bounds", "alignment F1", "verdicts, of aligned", "conflict precision", "conflict recall")
    rows = [f"| {name} | {last['alone'][name]:.2f} | {last['pooled'][name]:.2f} |" for name in names]
    table = "\n".join(["| | each story alone | all in one run |", "|---|---|---|", *rows]) + "\n"
    if regenerate:
        path.write_text(_FIGURES.sub(table, text), encoding="utf-8")
    else:
        assert _FIGURES.search(text).group() == table, AGAIN


def test_the_pages_are_built_without_a_warning(tmp_path):
    pytest.importorskip("sphinx", reason="python -m pip install '.[docs]'")
    words = [
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        "-d",
        tmp_path / "trees",
        ROOT / "docs",
        tmp_path,
    ]
    built = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "reference.html").exists()


def test_the_reference_has_every_public_name():
    told = set(re.findall(r"auto\w+:: discrepancy\.([\w.]+)", _read("docs/reference.md")))
    assert set(discrepancy.__all__) <= told


def intervals():
    """The rows of the table of words and intervals: words, low, high, how it is meant."""
    table = _read("docs/verdicts.md").partition("| words | from | to | |")[2].partition("\n\n")[0]
    for line in table.strip().splitlines()[1:]:
        words, low, high, note = (cell.strip() for cell in line.strip("|").split("|"))
        yield from ((phrase, _end(low), _end(high), note) for phrase in words.split(" · "))


def _end(cell):
    return None if cell == "open" else float(cell)


@pytest.mark.parametrize(("words", "low", "high", "note"), list(intervals()))
def test_the_words_mean_what_the_page_says(words, low, high, note):
    counted = words.endswith(("percent", "deaths"))
    text = f"The storm brought {words}." if counted else f"The storm killed {words} people."
    quantity = discrepancy.extract_claims([Article(id="a", text=text)])[0].quantity
    assert (quantity.low, quantity.high) == (low, high)
    assert quantity.approximate is (note in ("approximate", "vague"))


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    names = {re.match(r"[\w-]+", name).group() for name in needed} - {"discrepancy"}
    rows = [line.split("|")[1:-1] for line in _read("docs/dependencies.md").splitlines() if line.startswith("| ")]
    told = {name.strip(): home.strip() for first, home, *_ in rows for name in first.split(",")}
    assert names <= set(told), "say in docs/dependencies.md why it is taken"
    homes = {file for home in told.values() for file in re.findall(r"`([^`]+/[^`]*)`", home)}
    assert not [file for file in homes if not (ROOT / "discrepancy" / file).exists()]


@pytest.mark.parametrize(
    ("shown", "real", "expected"),
    [
        ("a\nb\n", "a  \nb\n", True),
        ("a\n", "a\nb\n", False),
        ("…\nb\n", "a\nb\n", True),
        ("a\n…\n", "a\nb\nc\n", True),
        ("a\n…\nc\n…\ne\n", "a\nb\nc\nd\ne\n", True),
        ("a\n…\nx\n…\ne\n", "a\nb\nc\nd\ne\n", False),
        ("b\n…\n", "a\nb\n", False),
        ("a\n…\na\n", "a\n", False),
    ],
)
def test_lines_may_be_left_out_and_nothing_else(shown, real, expected):
    assert same(shown, real) is expected


def run(text):
    document = DocumentRun("planted.md")
    for block in blocks_of(text):
        document.run(block)
    return document


def test_a_wrong_output_is_seen_and_written_anew():
    text = "# Planted\n\n```python\nprint(6 * 7)\n```\n\n```text\n41\n```\n"
    document = run(text)
    assert [real for _, real in document.wrong] == ["42\n"]
    assert rewritten(text, document.wrong) == text.replace("41", "42")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("```python\nraise KeyError('planted')\n```", KeyError),
        ("```bash\ndiscrepancy check nowhere/\n```", AssertionError),  # exit code 2
        ("```bash\nfalse | cat\n```", AssertionError),
        ("<!-- exit code: 1 -->\n```bash\ntrue\n```", AssertionError),
        ("```yaml\na: 1\n```", AssertionError),  # nothing runs it
        ("<!-- not run: -->\n```bash\ntrue\n```", AssertionError),  # no reason
    ],
)
def test_a_block_that_does_not_work_is_seen(text, error):
    with pytest.raises(error):
        run(text)


def test_blocks_share_names_and_files(desk):
    text = (
        "<!-- file: two.txt -->\n```text\nIt killed 83.\n```\n\n1. one\n\n   ```python\n   from pathlib import Path\n   x = Path('two.txt').read_text()\n   ```\n"
        "\n```python\nprint(x)\n```\n```text\nIt killed 83.\n```\n\n```bash\ncat two.txt | tr 8 9\n```\n```text\nIt killed 93.\n```\n"
    )
    assert run(text).wrong == []
