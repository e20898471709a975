"""Records (rows of a table or a frame, lines of JSON, front matter) → articles."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read.days import read_day
from discrepancy.read.sources import File, Item, OnError, collect, with_own_ids

if TYPE_CHECKING:
    import pandas

# names under which the exports of news archives carry our fields; the first that is present wins
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid", "uri", "stories_id"),
    "text": ("text", "content", "full_content", "body", "articleBody", "story_text", "summary"),
    "title": ("title", "headline", "name"),
    "source": (
        "source", "domain", "clean_url", "media_name", "source_title", "publisher", "outlet", "sourceCommonName",
    ),
    "url": ("url", "link", "article_link", "source_url"),
    "published": (
        "published", "published_date", "publish_date", "pubDate", "pub_date", "date", "datetime", "seendate",
        "publishedAt", "datePublished",
    ),
    "language": ("language", "lang"),
}  # fmt: skip
_MAX_FIELD = 64 * 1024 * 1024
_FIELD_LIMIT = Lock()  # the limit of the csv module belongs to the whole process
_OBJECT_A_LINE = "each line holds one JSON object"


def articles_from_records(
    records: "Iterable[Mapping[str, Any]] | pandas.DataFrame",
    columns: Mapping[str, str] | None = None,
    *,
    on_error: OnError | None = None,
) -> list[Article]:
    """Make articles of the rows of a data frame or of a list of mappings.

    Args:
        records: A pandas frame, or mappings, with a text and, where known, title, source, url, published.
        columns: The user's own names: {"text": "content"}.
        on_error: Called with each record that cannot be read, in place of a `ReadWarning`.

    Returns:
        One article a record; a record without an id is named by its place, from 1.

    Raises:
        ReadError: Not one record could be read, and no `on_error` is given; or `columns` maps an unknown field.
    """
    rows: Iterable[Mapping[Any, Any]] = records.to_dict("records") if hasattr(records, "to_dict") else records
    own = known_columns(columns)
    items = (
        _guarded(lambda row=row, at=at: article_from(row, f"record-{at}", own, f"record {at}"))  # type: ignore[misc]
        for at, row in enumerate(rows, 1)
    )
    return with_own_ids(collect(items, on_error))


def article_from(
    record: Mapping[Any, Any],
    name: str,
    columns: Mapping[str, str] | None = None,
    path: str = "",
    line: int | None = None,
) -> Article:
    """Make one article of a record.

    Args:
        record: The fields.
        name: The id where the record has none.
        columns: The user's own names of the fields.
        path: The file, for the error.
        line: The line of the file, for the error.

    Raises:
        ReadError: There is no text, or a field cannot be read.
    """
    own = columns or {}
    fields = {field: _pick(record, (own[field],) if field in own else ALIASES[field]) for field in ALIASES}
    if not isinstance(fields["text"], str) or not fields["text"].strip():
        found = ", ".join(str(key) for key in list(record)[:20] if not _missing(record[key])) or "none"
        raise ReadError("no text", path, line, f"expected a field {own.get('text', 'text')!r}; found {found}")
    try:
        return Article(
            id=_words(fields["id"]) or name,
            text=fields["text"],
            title=_words(fields["title"]),
            source=_words(fields["source"]),
            url=_words(fields["url"]),
            published=None if fields["published"] is None else read_day(fields["published"]),
            language=_words(fields["language"]) or "en",
        )
    except ValueError as error:
        raise ReadError(str(error), path, line, "write dates as YYYY-MM-DD, other fields as text") from error


def known_columns(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    """The user's own names of the fields, {} for None.

    Raises:
        ReadError: One of the fields is no field of an article.
    """
    for field in columns or {}:
        if field not in ALIASES:
            raise ReadError(f"an article has no field {field!r}", remedy=f"map one of {', '.join(ALIASES)}")
    return columns or {}


def read_table(file: File) -> Iterator[Item]:
    """Read CSV, or TSV where the name says so: one article a row, the first row names the columns.

    Raises:
        ReadError: The table is broken; it names the line.
    """
    delimiter = "\t" if file.path.lower().endswith(".tsv") else ","
    reader = csv.DictReader(io.StringIO(file.text, newline=""), delimiter=delimiter)
    for at, (line, row) in enumerate(_rows(reader), 1):
        if isinstance(row, csv.Error):
            remedy = "check the quotes of that line; what follows is lost"
            yield ReadError(f"not a table: {row}", file.path, line, remedy)
        else:
            yield _guarded(lambda r=row, n=at, k=line: article_from(r, f"{file.name}-{n}", file.columns, file.path, k))  # type: ignore[misc]


def _rows(reader: "csv.DictReader[str]") -> list[tuple[int, dict[str, Any] | csv.Error]]:
    """The rows with their lines, up to the first that is broken; the process's own field limit is put back."""
    rows: list[tuple[int, dict[str, Any] | csv.Error]] = []
    with _FIELD_LIMIT:
        limit = csv.field_size_limit(_MAX_FIELD)
        try:
            rows.extend((reader.line_num, row) for row in reader)
        except csv.Error as error:
            rows.append((reader.line_num, error))
        finally:
            csv.field_size_limit(limit)
    return rows


def read_lines(file: File) -> Iterator[Item]:
    """Read JSONL: one article a line.

    Raises:
        ReadError: The file is not UTF-8; a broken line is given back as a problem with its number.
    """
    for at, line in enumerate(file.text.split("\n"), 1):
        if line.strip():
            yield _guarded(lambda row=line, n=at: _from_line(row, file, n))  # type: ignore[misc]


def _from_line(line: str, file: File, at: int) -> Article:
    record = _parsed(line, file.path, at, _OBJECT_A_LINE)
    if not isinstance(record, dict):
        raise ReadError("not a JSON object", file.path, at, _OBJECT_A_LINE)
    return article_from(record, f"{file.name}-{at}", file.columns, file.path, at)


def read_json(file: File) -> Iterator[Item]:
    """Read JSON: one object, a list of objects, or an object with a list under "articles".

    Raises:
        ReadError: It is none of these.
    """
    data = _parsed(file.text, file.path, None, "hold one object, or a list of objects")
    records = data.get("articles", [data]) if isinstance(data, dict) else data
    if not isinstance(records, list):
        raise ReadError("holds no list of articles", file.path, remedy="hold one object, or a list of objects")
    for at, record in enumerate(records, 1):
        where, name = f"{file.path}, record {at}", file.name if len(records) == 1 else f"{file.name}-{at}"
        if isinstance(record, dict):
            yield _guarded(lambda r=record, w=where, n=name: article_from(r, n, file.columns, w))  # type: ignore[misc]
        else:
            yield ReadError("not a JSON object", where, remedy="each article is one object")


def _parsed(text: str, path: str, line: int | None, remedy: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(f"not JSON: {error.msg}", path, line or error.lineno, remedy) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {error}", path, line, remedy) from error


def _guarded(make: Callable[[], Article]) -> Item:
    try:
        return make()
    except ReadError as error:
        return error


def _pick(record: Mapping[Any, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401 -- whatever a file holds
    return next((record[name] for name in names if name in record and not _missing(record[name])), None)


def _missing(value: object) -> bool:
    """Whether a cell is empty: None, "", and what frames write for nothing (NaN, NaT, NA)."""
    if value is None or value == "":
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # NA is neither equal nor unequal to anything, an array is both
        return not hasattr(value, "__len__")


def _words(value: object) -> str:
    """A field as text; an outlet may be an object with a name.

    Raises:
        ValueError: It is a list or an object without a name.
    """
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list | tuple | set | Mapping):
        raise ValueError("a field holds a list where text is expected")
    return "" if value is None else str(value).strip()
