"""Files, folders and globs → articles: each file goes to the reader of its kind."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read.documents import read_text
from discrepancy.read.records import known_columns, read_json, read_lines, read_table
from discrepancy.read.sources import File, Item, OnError, Reader, collect, with_own_ids

MAX_BYTES = 64 * 1024 * 1024  # a file of articles beyond this is split by its owner, not read into memory
READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".text"), read_text),
    **dict.fromkeys((".csv", ".tsv"), read_table),
    **dict.fromkeys((".jsonl", ".ndjson"), read_lines),
    ".json": read_json,
}
_STDIN = "<stdin>"


def read_articles(
    paths: str | Path | Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    *,
    readers: Mapping[str, Reader] | None = None,
    on_error: OnError | None = None,
) -> list[Article]:
    """Read articles from files, folders and globs.

    Text and Markdown may carry YAML front matter (title, source, url, published); JSON, JSONL, CSV and TSV hold one
    article a record, under the usual names of news archives. "-" reads a text from standard input.

    A file or record that cannot be read never sinks the rest: by default it is a `ReadWarning`.

    Args:
        paths: One path or several. A folder is read with its subfolders, in the order of names; files of other kinds,
            hidden files and a README in it are left alone.
        columns: The user's own names of the fields: {"text": "content"}.
        readers: Own readers by the end of the name: {".log": my_reader}.
        on_error: Called with each file or record that cannot be read, in place of the warning.

    Returns:
        The articles, in the order of the paths. A second article of one id gets the id with "#2".

    Raises:
        ReadError: Nothing at all could be read, and no `on_error` is given; or `columns` maps an unknown field.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    table = {**READERS, **(readers or {})}
    return with_own_ids(collect(_items([str(path) for path in given], known_columns(columns), table), on_error))


def _items(paths: Iterable[str], columns: Mapping[str, str], readers: Mapping[str, Reader]) -> Iterator[Item]:
    seen: set[str] = set()
    for given in paths:
        for found in _files_of(given, readers):
            if isinstance(found, ReadError):
                yield found
            elif found[0] not in seen:
                seen.add(found[0])
                yield from _read(*found, columns, readers)


def _files_of(given: str, readers: Mapping[str, Reader]) -> Iterator[tuple[str, str] | ReadError]:
    """The files that a path stands for, each with the name of its article, and what cannot be opened."""
    if given == "-":
        yield given, "stdin"
    elif os.path.isdir(given):
        yield from _files_in(given, readers)
    elif os.path.exists(given):
        yield given, Path(given).stem
    elif names := sorted(name for name in glob.iglob(given, recursive=True) if os.path.isfile(name)):
        yield from ((name, Path(name).stem) for name in names)
    else:
        yield ReadError("no such file or folder", given, remedy="check the path; quote a glob")


def _files_in(folder: str, readers: Mapping[str, Reader]) -> Iterator[tuple[str, str] | ReadError]:
    """The files of a folder and its subfolders; links to folders are not followed, so no loop is."""
    problems: list[ReadError] = []
    count = 0
    for here, folders, names in os.walk(folder, onerror=lambda error: problems.append(_unopened(error))):
        # a browser saves the parts of "page.html" under "page_files"
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(names):
            if Path(name).suffix.lower() in readers and not name.startswith(".") and name.lower() != "readme.md":
                count += 1
                path = os.path.join(here, name)
                yield path, Path(os.path.relpath(path, folder)).with_suffix("").as_posix()
    yield from problems
    if not count and not problems:
        yield ReadError("holds no file of a known kind", folder, remedy=f"known are {', '.join(sorted(readers))}")


def _read(path: str, name: str, columns: Mapping[str, str], readers: Mapping[str, Reader]) -> Iterator[Item]:
    reader = readers.get(Path(path).suffix.lower(), read_text)
    try:
        file = File(_STDIN, name, _stdin(), columns) if path == "-" else File(path, name, _bytes_of(path), columns)
        yield from reader(file)
    except ReadError as error:
        yield error


def _stdin() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    return stream.read() if stream else sys.stdin.read().encode("utf-8", "surrogatepass")


def _bytes_of(path: str) -> bytes:
    try:
        if os.path.getsize(path) > MAX_BYTES:
            raise ReadError(f"larger than {MAX_BYTES // 2**20} MiB", path, remedy="split it")
        if not os.path.isfile(path):
            raise ReadError("not a regular file", path, remedy="hand it in on standard input, as -")
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise _unopened(error, path) from error


def _unopened(error: OSError | ValueError, path: str = "") -> ReadError:
    words = getattr(error, "strerror", None) or "cannot be opened"
    return ReadError(words, path or str(getattr(error, "filename", "")), remedy="check the path and its permissions")
