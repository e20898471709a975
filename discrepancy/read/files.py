"""Files, folders and globs → articles: each file goes to the reader of its kind."""

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import ReadError, ReadWarning, TooLargeError
from discrepancy.model import Article
from discrepancy.read.documents import read_text
from discrepancy.read.feeds import read_feed
from discrepancy.read.kinds import kind_of
from discrepancy.read.objects import read_json, read_lines
from discrepancy.read.pages import read_page
from discrepancy.read.records import known_columns
from discrepancy.read.sources import File, Item, OnError, OnWarning, Reader, collect, with_own_ids
from discrepancy.read.tables import read_table
from discrepancy.settings import Limits

READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".text"), read_text),
    **dict.fromkeys((".csv", ".tsv", ".tab"), read_table),
    **dict.fromkeys((".jsonl", ".ndjson"), read_lines),
    ".json": read_json,
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page),
    **dict.fromkeys((".xml", ".rss", ".atom"), read_feed),
}
_STDIN = "<stdin>"
# what may well hold articles and has no reader; in a folder they are passed over, and that is said
_OTHERS = frozenset(
    ".doc .docx .eml .epub .gz .mht .mhtml .odt .parquet .pdf .rtf .warc .webarchive .xls .xlsx .zip".split()
)


_Found = tuple[str, str] | ReadError | ReadWarning


@dataclass(frozen=True, slots=True)
class _Way:
    """How the files of one call are read."""

    columns: Mapping[str, str]
    readers: Mapping[str, Reader]
    limits: Limits


def read_articles(
    paths: str | Path | Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    *,
    readers: Mapping[str, Reader] | None = None,
    on_error: OnError | None = None,
    on_warning: OnWarning | None = None,
    limits: Limits | None = None,
) -> list[Article]:
    """Read articles from files, folders and globs.

    Text and Markdown may carry YAML front matter (title, source, url, published, modified); JSON, JSONL, CSV and TSV
    hold one article a record, under the usual names of news archives; saved pages (.html) and feeds (.xml, .rss,
    .atom) want the extra `web`. "-" reads standard input, which is any of these: it is told by how it begins, as is a
    file of another ending.

    A file or record that cannot be read never sinks the rest: by default it is a `ReadWarning`. So is a remark on
    what was read: another encoding, a stub before a paywall, a date that is not believed.

    Args:
        paths: One path or several. A folder is read with its subfolders, in the order of names; files of other kinds,
            hidden files and a README in it are left alone.
        columns: The user's own names of the fields: {"text": "content"}.
        readers: Own readers by the end of the name: {".log": my_reader}.
        on_error: Called with each file or record that cannot be read, in place of the warning.
        on_warning: Called with each remark on what was read, in place of the warning.
        limits: How much is read; the defaults if None.

    Returns:
        The articles, in the order of the paths. A second article of one id gets the id with "#2".

    Raises:
        ReadError: Nothing at all could be read, and no `on_error` is given; or `columns` maps an unknown field.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    way = _Way(known_columns(columns), {**READERS, **(readers or {})}, limits or Limits())
    return list(with_own_ids(collect(_items([os.fspath(path) for path in given], way), on_error, on_warning)))


def _items(paths: Iterable[str], way: _Way) -> Iterator[Item]:
    seen: set[str] = set()
    for given in paths:
        for found in _files_of(given, way.readers):
            if not isinstance(found, tuple):
                yield found
            elif (place := os.path.realpath(found[0])) not in seen:
                seen.add(place)
                yield from _read(*found, way)


def _files_of(given: str, readers: Mapping[str, Reader]) -> Iterator[_Found]:
    """The files that a path stands for, each with the name of its article, and what cannot be opened."""
    if given == "-":
        yield given, "stdin"
    elif os.path.isdir(given):
        yield from _files_in(given, readers)
    elif os.path.exists(given):
        yield given, Path(given).stem
    elif names := _matches(given):
        yield from ((name, Path(name).stem) for name in names)
    else:
        yield ReadError("no such file or folder", given, remedy="check the path; quote a glob")


def _matches(pattern: str) -> list[str]:
    try:
        return sorted(name for name in glob.iglob(pattern, recursive=True) if os.path.isfile(name))
    except (ValueError, re.error):  # a zero byte, a bracket that does not close
        return []


def _files_in(folder: str, readers: Mapping[str, Reader]) -> Iterator[_Found]:
    """The files of a folder and its subfolders; links to folders are not followed, so no loop is."""
    problems: list[ReadError] = []
    passed: list[str] = []
    count = 0
    for here, folders, names in os.walk(folder, onerror=lambda error: problems.append(_unopened(error))):
        # a browser saves the parts of "page.html" under "page_files"
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(names):
            ending = Path(name).suffix.lower()
            if name.startswith(".") or name.lower() == "readme.md":
                continue
            if ending in readers:
                count += 1
                path = os.path.join(here, name)
                yield path, Path(os.path.relpath(path, folder)).with_suffix("").as_posix()
            elif ending in _OTHERS:
                passed.append(ending)
    yield from problems
    if not count and not problems:
        yield ReadError("holds no file of a known kind", folder, remedy=f"known are {', '.join(sorted(readers))}")
    if passed:
        kinds = ", ".join(sorted(set(passed)))
        yield ReadWarning(f"files passed over: {len(passed)} ({kinds})", folder, remedy="save their text as .txt")


def _read(path: str, name: str, way: _Way) -> Iterator[Item]:
    shown = _STDIN if path == "-" else path
    try:
        data = _stdin(way.limits) if path == "-" else _bytes_of(path, way.limits)
        ending = Path(path).suffix.lower()
        reader = way.readers[ending if ending in way.readers else kind_of(data, way.columns)]
        yield from reader(File(shown, name, data, way.columns, way.limits))
    except ReadError as error:
        yield error if error.path else type(error)(error.problem, shown, error.line, error.remedy)


def _stdin(limits: Limits) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    most = limits.file_bytes + 1
    data: bytes = stream.read(most) if stream else sys.stdin.read(most).encode("utf-8", "surrogatepass")
    return _within(data, _STDIN, limits)


def _bytes_of(path: str, limits: Limits) -> bytes:
    try:
        if not os.path.isfile(path):
            raise ReadError("not a regular file", path, remedy="hand it in on standard input, as -")
        with open(path, "rb") as stream:
            return _within(stream.read(limits.file_bytes + 1), path, limits)
    except (OSError, ValueError) as error:
        raise _unopened(error, path) from error


def _within(data: bytes, path: str, limits: Limits) -> bytes:
    if len(data) > limits.file_bytes:
        raise TooLargeError(f"larger than {limits.file_bytes:,} bytes", path, remedy="split it")
    return data


def _unopened(error: OSError | ValueError, path: str = "") -> ReadError:
    words = getattr(error, "strerror", None) or "cannot be opened"
    return ReadError(words, path or str(getattr(error, "filename", "")), remedy="check the path and its permissions")
