"""The folder of a run: every part of the work as a file, and every result as a file beside it.

The files are pickles: keep a folder of your own, and let nobody else write into it. A file is written under another
name and renamed when it is complete, so a file that is there is whole.
"""

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

P = TypeVar("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The files of one run.

    Attributes:
        path: The folder; it is made when the first file is written.
    """

    path: Path

    def part(self, stage: str, number: int) -> Path:
        """The file of a part."""
        return self.path / _name(stage, number, "part")

    def result(self, stage: str, number: int) -> Path:
        """The file of its result."""
        return self.path / _name(stage, number, "result")


def _name(stage: str, number: int, kind: str) -> str:
    return f"{stage.replace(' ', '-')}-{number:06}.{kind}"


def write(path: Path, content: object) -> None:
    """Write a file in one step: it is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{uuid4().hex}")
    draft.write_bytes(pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL))
    os.replace(draft, path)


def read(path: Path) -> Any:  # noqa: ANN401 -- whatever was written
    """Read a file that `write` wrote."""
    return pickle.loads(path.read_bytes())


def do(work: Callable[[P], R], part: str, result: str) -> None:
    """Do one part, in whatever process: its file in, the file of its result out."""
    write(Path(result), work(read(Path(part))))
