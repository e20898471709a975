"""Files, folders and globs → articles."""

import csv
import glob
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read.records import article_from

MAX_BYTES = 64 * 1024 * 1024  # a file of articles beyond this is split by its owner, not read into memory
MAX_FRONT_MATTER = 64 * 1024
TEXT = (".txt", ".md", ".markdown", ".text")
TABLES = {".csv": ",", ".tsv": "\t"}
LINES = (".jsonl", ".ndjson")
KNOWN = (*TEXT, *TABLES, *LINES, ".json")

OnError = Callable[[ReadError], None]


def read_articles(
    paths: str | Path | Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    on_error: OnError | None = None,
) -> list[Article]:
    """Read articles from files, folders and globs.

    Text and Markdown may carry YAML front matter (title, source, url, published); JSON, JSONL, CSV and TSV hold one
    article a record, under the usual names of news archives. "-" reads text from standard input.

    Args:
        paths: One path or several; a folder is read with its subfolders, in the order of names.
        columns: The user's own names of the fields: {"text": "content"}.
        on_error: Called with each file or line that cannot be read, which is then left out.

    Returns:
        The articles, in the order of the paths. A second article of one id gets the id with "#2".

    Raises:
        ReadError: A file or line cannot be read, and no `on_error` is given.
    """
    report = on_error or _raise
    articles: list[Article] = []
    for path in _expand([paths] if isinstance(paths, str | Path) else list(paths), report):
        for item in _read_file(path, columns):
            if isinstance(item, ReadError):
                report(item)
            else:
                articles.append(item)
    return _with_own_ids(articles)


def _raise(error: ReadError) -> None:
    raise error


def _with_own_ids(articles: list[Article]) -> list[Article]:
    seen: dict[str, int] = {}
    named = []
    for article in articles:
        seen[article.id] = seen.get(article.id, 0) + 1
        times = seen[article.id]
        named.append(article if times == 1 else article.model_copy(update={"id": f"{article.id}#{times}"}))
    return named


def _expand(paths: list[str | Path], report: OnError) -> Iterator[str]:
    """Single files, from files, folders and globs; each once."""
    seen: set[str] = set()
    for given in map(str, paths):
        found = [given] if given == "-" else _files_of(given)
        if not found:
            report(ReadError("no such file or folder", given, remedy="check the path; quote a glob"))
        for name in found:
            if name not in seen:
                seen.add(name)
                yield name


def _files_of(given: str) -> list[str]:
    path = Path(given)
    if path.is_dir():
        return sorted(
            str(p)
            for p in path.rglob("*")
            if p.suffix.lower() in KNOWN and p.name.lower() != "readme.md" and p.is_file()
        )
    if path.exists():
        return [given]
    return sorted(name for name in glob.glob(given, recursive=True) if Path(name).is_file())


def _read_file(path: str, columns: Mapping[str, str] | None) -> Iterator[Article | ReadError]:
    try:
        text = _text_of(path)
    except ReadError as error:
        yield error
        return
    suffix, name = Path(path).suffix.lower(), "stdin" if path == "-" else Path(path).stem
    if suffix in TABLES:
        yield from _read_table(text, path, name, TABLES[suffix], columns)
    elif suffix in LINES:
        yield from _read_lines(text, path, name, columns)
    elif suffix == ".json":
        yield from _read_json(text, path, name, columns)
    else:
        yield _guarded(lambda: _from_text(text, path, name))


def _text_of(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        if Path(path).stat().st_size > MAX_BYTES:
            raise ReadError(f"larger than {MAX_BYTES // 2**20} MiB", path, remedy="split it")
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8 (byte {error.start})", path, remedy="save it as UTF-8") from error
    except OSError as error:
        raise ReadError(
            error.strerror or "cannot be opened", path, remedy="check the path and its permissions"
        ) from error


def _guarded(make: Callable[[], Article]) -> Article | ReadError:
    try:
        return make()
    except ReadError as error:
        return error


def _from_text(text: str, path: str, name: str) -> Article:
    """A text with or without front matter between two lines of three dashes."""
    fields: Mapping[str, Any] = {}
    body = text
    if text.startswith("---\n"):
        end = text.find("\n---\n", 3)
        if end < 0 or end > MAX_FRONT_MATTER:
            raise ReadError("front matter does not end", path, 1, "close it with a line of three dashes")
        fields, body = _front_matter(text[4:end], path), text[end + 5 :]
    return article_from({**fields, "text": body.strip("\n")}, name, path=path)


def _front_matter(block: str, path: str) -> Mapping[str, Any]:
    try:
        fields = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise ReadError("front matter is not YAML", path, line, "write it as `name: value` lines") from error
    if not isinstance(fields, Mapping):
        raise ReadError("front matter holds no fields", path, 1, "write it as `name: value` lines")
    return {str(key): value for key, value in fields.items() if key != "text"}


def _read_table(
    text: str, path: str, name: str, delimiter: str, columns: Mapping[str, str] | None
) -> Iterator[Article | ReadError]:
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    csv.field_size_limit(MAX_BYTES)
    try:
        for at, row in enumerate(reader, 1):
            line = reader.line_num
            yield _guarded(lambda r=row, n=at, k=line: article_from(r, f"{name}-{n}", columns, path, k))  # type: ignore[misc]
    except csv.Error as error:
        yield ReadError(f"not a table: {error}", path, reader.line_num, "check the quotes of that line")


def _read_lines(text: str, path: str, name: str, columns: Mapping[str, str] | None) -> Iterator[Article | ReadError]:
    for at, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _guarded(lambda row=line, n=at: _from_json_line(row, path, n, name, columns))  # type: ignore[misc]


def _from_json_line(line: str, path: str, at: int, name: str, columns: Mapping[str, str] | None) -> Article:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {error}", path, at, "each line holds one JSON object") from error
    if not isinstance(record, dict):
        raise ReadError("not a JSON object", path, at, "each line holds one JSON object")
    return article_from(record, f"{name}-{at}", columns, path, at)


def _read_json(text: str, path: str, name: str, columns: Mapping[str, str] | None) -> Iterator[Article | ReadError]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield ReadError(f"not JSON: {error}", path, remedy="hold one object, a list of objects, or {'articles': […]}")
        return
    records = data.get("articles", [data]) if isinstance(data, dict) else data
    if not isinstance(records, list):
        yield ReadError("holds no list of articles", path, remedy="hold one object or a list of objects")
        return
    for at, record in enumerate(records, 1):
        if isinstance(record, dict):
            yield _guarded(lambda r=record, n=at: article_from(r, f"{name}-{n}", columns, path, n))  # type: ignore[misc]
        else:
            yield ReadError("not a JSON object", path, at, "each article is one object")
