"""The notebooks in `examples/` run from top to bottom, and the outputs kept in them are the real ones."""

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
LIMIT = 64 * 1024  # GitHub and a reader's patience both end somewhere
AGAIN = "`make golden` runs the notebook and keeps its outputs; read the difference"


@pytest.fixture
def folder(tmp_path):
    """A copy of what the notebooks read, so that what they write is not left behind."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("out"))
    return tmp_path / "examples"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_does(path, folder, regenerate):
    book = nbformat.read(path, as_version=4)
    kept = shown(book)
    run(book, folder)
    if regenerate:
        path.write_text(nbformat.writes(book) + "\n", encoding="utf-8")
    else:
        for cell, before, now in zip(code_cells(book), kept, shown(book), strict=True):
            assert before == now, f"{AGAIN}:\n{cell.source}"


def run(book, folder):
    """Run the cells in a kernel of their own; nothing of the run but the outputs is kept."""
    NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    book.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(code_cells(book), 1):
        cell.metadata, cell.execution_count = {}, number


def code_cells(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def shown(book):
    """What each cell shows, as plain text: how a table is drawn is not the notebook's affair."""
    return [
        "".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)
        for cell in code_cells(book)
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small_and_says_nothing_of_the_machine(path):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    assert path.stat().st_size < LIMIT
    outputs = [output for cell in code_cells(book) for output in cell.outputs]
    assert outputs
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]
    assert str(Path.home()) not in str(outputs)
    assert "/tmp/" not in str(outputs)


def test_the_list_of_notebooks_is_whole():
    told = (ROOT / "docs/notebooks.md").read_text(encoding="utf-8")
    assert NOTEBOOKS
    assert not [path.name for path in NOTEBOOKS if f"/{path.name})" not in told]


def test_a_planted_fault_is_seen(folder):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")])
    with pytest.raises(Exception, match="ZeroDivisionError"):
        run(book, folder)
