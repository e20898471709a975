"""The walls: imports point down, siblings do not import one another, each third-party package has one home, no circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "discrepancy"

# from the top down; the names of one line are siblings
LAYERS = (
    ("__main__",),
    ("cli",),
    ("__init__",),
    ("pipeline",),
    ("read", "extract", "align", "judge", "report", "engines"),
    ("model",),
    ("markup",),
    ("settings", "errors", "escape", "progress", "sentences", "spread"),
    ("lists",),
)
RANK = {name: rank for rank, names in enumerate(reversed(LAYERS)) for name in names}
HOMES = {
    "pydantic": ("model/article.py", "report/document.py"),
    "numpy": ("align/columns/",),
    "quantulum3": ("extract/units",),
    "rapidfuzz": ("align/",),
    "pandas": ("report/frame.py", "report/report.py", "read/"),
    "rich": ("cli/", "report/terminal.py", "progress.py"),
    "yaml": ("read/documents.py",),
    "lxml": ("read/pages.py",),
    "trafilatura": ("read/pages.py",),
    "htmldate": ("read/pages.py",),
    "feedparser": ("read/feeds.py",),
    "altair": ("report/",),
    "shtab": ("cli/completion.py",),
    "xlsxwriter": ("report/spreadsheet.py",),
    "duckdb": ("engines/",),
    "pyarrow": ("engines/",),
    "dask": ("engines/",),
    "distributed": ("engines/",),
}
STANDARD = frozenset(__import__("sys").stdlib_module_names)


def modules(root: Path = ROOT) -> dict[str, ast.Module]:
    """Every module of the package by its dotted name without the package ("report.text"; "read" for read/__init__)."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.Module) -> Iterator[str]:
    """Every dotted name that a module imports, wherever the import stands, typing blocks included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield "relative import"
            else:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner(name: str, known: dict[str, ast.Module]) -> str | None:
    """The module of the package behind an imported name: "discrepancy.model.Claim" is "model"."""
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in known:
        parts.pop()
    return ".".join(parts) or "__init__"


def faults(known: dict[str, ast.Module]) -> list[str]:
    """Every broken rule, in words."""
    return [*_walls(known), *_homes(known), *_circles(known)]


def _walls(known: dict[str, ast.Module]) -> Iterator[str]:
    for module, tree in known.items():
        own = module.split(".")[0]
        if own not in RANK:
            yield f"{module} stands in no layer"
            continue
        for name in imports(tree):
            if name == "relative import":
                yield f"{module} imports by a relative name"
            elif name.split(".")[0] == "discrepancy":
                other = inner(name, known).split(".")[0]
                if other != own and RANK.get(other, 99) >= RANK[own]:
                    yield f"{module} imports {other}, which is not below it"


def _homes(known: dict[str, ast.Module]) -> Iterator[str]:
    for module, tree in known.items():
        path = module.replace(".", "/")
        for name in imports(tree):
            package = name.split(".")[0]
            if package in STANDARD or package in ("discrepancy", "relative import"):
                continue
            homes = HOMES.get(package, ())
            if not any(f"{path}.py" == home or f"{path}/".startswith(home) or path.startswith(home) for home in homes):
                yield f"{module} imports {package}, whose home is {', '.join(homes) or 'nowhere'}"


def _circles(known: dict[str, ast.Module]) -> Iterator[str]:
    """Circles among modules, imports inside functions left out: those are doors that open late."""
    below = {
        module: {inner(name, known) for name in _at_import(tree) if name.startswith("discrepancy.")} - {module}
        for module, tree in known.items()
    }
    for start in below:
        seen, todo = set(), list(below[start])
        while todo:
            module = todo.pop()
            if module == start:
                yield f"{start} imports itself in a circle"
                break
            if module not in seen:
                seen.add(module)
                todo += below.get(module, ())


def _at_import(tree: ast.Module) -> Iterator[str]:
    top = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return imports(ast.Module(body=top, type_ignores=[]))


def test_the_walls_stand():
    assert faults(modules()) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model.claim", "from discrepancy.extract.claims import claims_of"),  # up
        ("align.compare", "from discrepancy.judge import judge_groups"),  # sideways
        ("report.text", "def f():\n    from discrepancy.align import align_claims"),  # sideways, hidden in a function
        ("settings", "from discrepancy.model import Article"),  # up from the bottom
        ("errors", "from discrepancy.settings import Settings"),  # sideways at the bottom
        ("judge.rules", "import pandas"),  # away from home
        ("extract.numbers.find", "import quantulum3.parser"),
        ("report.text", "from rich.table import Table"),
        ("align.blocking", "import scipy"),  # a package without a home
        ("read.files", "from .records import article_from"),  # relative
        ("extract.words", "from discrepancy.extract.scope import ScopeReader"),  # a circle inside a stage
        ("pipeline", "from discrepancy.cli import main"),
        ("model.dates", "import discrepancy.pipeline"),
        ("judge.values", "from discrepancy import Settings"),  # the public names are the top
        ("common", "import os"),  # a module in no layer
    ],
)
def test_a_planted_import_is_caught(module, line):
    known = modules()
    planted = ast.parse(line)
    known[module] = ast.Module(
        body=[*planted.body, *known[module].body] if module in known else planted.body, type_ignores=[]
    )
    assert faults(known)


def test_no_drawer_modules():
    names = {part for module in modules() for part in module.split(".")}
    assert not names & {"utils", "util", "helpers", "common", "misc"}
