"""Runs a Markdown document: its code blocks in order, in one folder, and compares the outputs it shows.

What a fenced block is stands in its language and in a comment on the line before it, which no reader sees:

    python              run; the blocks of one document share their names
    bash                run line by line; `discrepancy` is called directly, all else goes to a shell
    text                what the block before it printed; a line "…" alone stands for lines left out
    (none)              a drawing
    {directive}         for Sphinx, which checks it

    <!-- not run: why -->     left alone, with the reason
    <!-- file: name -->       not run but written to a file, which the blocks behind it read
    <!-- messages -->         what the block before it wrote to standard error
    <!-- exit code: 1 -->     the last command of the block ends with this code
"""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from discrepancy.cli import main

_FENCE = re.compile(r"^( *)```+([^\s`]*)[^`]*$")
_MARK = re.compile(r"^ *<!-- (.+) -->$")
_SHELL = frozenset("|><&;$`")
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `line` is the line of its first fence, counted from 1."""

    language: str
    text: str
    mark: str
    line: int


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a Markdown text."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        if opening is None:
            at += 1
            continue
        indent, fence = (
            opening.group(1),
            lines[at].strip()[: len(lines[at].strip()) - len(lines[at].strip().lstrip("`"))],
        )
        end = next(i for i in range(at + 1, len(lines)) if lines[i].strip() == fence)
        mark = _MARK.match(lines[at - 1]) if at else None
        inside = "".join(line.removeprefix(indent) + "\n" for line in lines[at + 1 : end])
        yield Block(opening.group(2), inside, mark.group(1) if mark else "", at + 1)
        at = end + 1


@dataclass(slots=True)
class DocumentRun:
    """Runs the blocks of one document in the current folder.

    Attributes:
        name: The document, for messages.
        wrong: Each block whose output is not the one shown, with the real one.
    """

    name: str
    wrong: list[tuple[Block, str]] = field(default_factory=list)
    _names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    _out: str = ""
    _err: str = ""

    def run(self, block: Block) -> None:
        """Run one block, or compare it with what the one before it printed.

        Raises:
            AssertionError: It is of no known kind, or a command ends with another exit code.
        """
        kind, _, words = (part.strip() for part in block.mark.partition(":"))
        if kind == "not run":
            assert words, f"{self.name}:{block.line}: give the reason why it is not run"
        elif kind == "file":
            Path(words).parent.mkdir(parents=True, exist_ok=True)
            Path(words).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            self._python(block)
        elif block.language == "bash":
            self._bash(block, int(words) if kind == "exit code" else 0)
        elif block.language == "text":
            shown = self._err if kind == "messages" else self._out
            if not same(block.text, shown):
                self.wrong.append((block, shown))
        else:
            known = not block.language or block.language.startswith("{")
            assert known, f"{self.name}:{block.line}: nothing runs a block of {block.language!r}; mark it"

    def _python(self, block: Block) -> None:
        # as many lines before it as in the document, so that a traceback names the place
        code = compile("\n" * block.line + block.text, self.name, "exec")
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            exec(code, self._names)
        self._out, self._err = out.getvalue(), err.getvalue()

    def _bash(self, block: Block, expected: int) -> None:
        self._out = self._err = ""
        commands = [line for line in block.text.replace("\\\n", " ").splitlines() if line.strip()]
        for at, command in enumerate(commands, 1):
            code, out, err = _run(command)
            self._out, self._err = self._out + out, self._err + err
            wanted = expected if at == len(commands) else 0
            assert code == wanted, f"{self.name}:{block.line}: {command!r} ends with {code}, not {wanted}\n{err}"


def _run(command: str) -> tuple[int, str, str]:
    words = shlex.split(command, comments=True)
    if words[:1] == ["discrepancy"] and not _SHELL & set("".join(words)):
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            code = main(words[1:])
        return code, out.getvalue(), err.getvalue()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    return done.returncode, done.stdout, done.stderr


def same(shown: str, real: str) -> bool:
    """Whether a shown output is the real one, but for lines left out and blanks at the ends of lines."""
    want, have = ([line.rstrip() for line in text.strip("\n").splitlines()] for text in (shown, real))
    pieces: list[list[str]] = [[]]
    for line in want:
        if line.strip() == LEFT_OUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    if len(pieces) == 1:
        return want == have
    first, *middle, last = pieces
    if have[: len(first)] != first or have[len(have) - len(last) :] != last:
        return False
    at = len(first)
    for piece in middle:
        places = range(at, len(have) - len(last) - len(piece) + 1)
        at = next((i + len(piece) for i in places if have[i : i + len(piece)] == piece), -1)
        if at < 0:
            return False
    return at <= len(have) - len(last)


def rewritten(text: str, wrong: list[tuple[Block, str]]) -> str:
    """The document with the real outputs in place of the shown ones; a shortened one stays as it is."""
    lines = text.splitlines()
    for block, real in sorted(wrong, key=lambda pair: -pair[0].line):
        if not any(line.strip() == LEFT_OUT for line in block.text.splitlines()):
            indent = lines[block.line - 1][: len(lines[block.line - 1]) - len(lines[block.line - 1].lstrip())]
            new = [indent + line.rstrip() if line.strip() else "" for line in real.strip("\n").splitlines()]
            lines[block.line : block.line + len(block.text.splitlines())] = new
    return "\n".join(lines) + "\n"
