"""Records (rows of a table, lines of JSON, front matter) → articles."""

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from discrepancy.errors import ReadError
from discrepancy.model import Article

# names under which the exports of news archives carry our fields; the first that is present wins
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid", "uri"),
    "text": ("text", "content", "full_content", "body", "articleBody", "summary"),
    "title": ("title", "headline", "name"),
    "source": ("source", "domain", "clean_url", "media_name", "source_title", "publisher", "outlet"),
    "url": ("url", "link", "article_link", "source_url"),
    "published": (
        "published", "published_date", "publish_date", "pubDate", "pub_date", "date", "datetime", "seendate",
        "publishedAt",
    ),
    "language": ("language", "lang"),
}  # fmt: skip
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")


def articles_from_records(
    records: Iterable[Mapping[str, Any]], columns: Mapping[str, str] | None = None
) -> list[Article]:
    """Make articles of records, such as the rows of a data frame (`frame.to_dict("records")`).

    Args:
        records: Mappings with a text and, where known, title, source, url, published.
        columns: The user's own names: {"text": "content"}.

    Returns:
        One article a record; a record without an id is named by its place, from 1.

    Raises:
        ReadError: A record has no text, or a field of another type; it names the record.
    """
    return [article_from(record, f"record-{at}", columns, line=at) for at, record in enumerate(records, 1)]


def article_from(
    record: Mapping[str, Any],
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
    fields = {field: _pick(record, field, columns or {}) for field in ALIASES}
    if not isinstance(fields["text"], str) or not fields["text"].strip():
        wanted = (columns or {}).get("text", "text")
        raise ReadError(
            "no text", path, line, f"expected a field {wanted!r}; found {', '.join(map(str, record)) or 'none'}"
        )
    published = fields["published"]
    try:
        return Article(
            id=str(fields["id"] or name),
            text=fields["text"],
            title=_words(fields["title"]),
            source=_words(fields["source"]),
            url=_words(fields["url"]),
            published=read_day(published) if published is not None else None,
            language=_words(fields["language"]) or "en",
        )
    except (ValueError, ValidationError) as error:
        detail = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise ReadError(detail, path, line, "dates are written YYYY-MM-DD") from error


def read_day(value: Any) -> date:  # noqa: ANN401 -- whatever a file holds
    """The day of a publication date: ISO with or without a time, "20260102T101500Z", or a date.

    Raises:
        ValueError: It is none of these, or lies outside the years 1 to 9999.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if compact := _COMPACT.fullmatch(text):
        text = "-".join(compact.groups())
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        raise ValueError(f"publication date {text[:40]!r} cannot be read") from None


def _pick(record: Mapping[str, Any], field: str, columns: Mapping[str, str]) -> Any:  # noqa: ANN401
    names = (columns[field],) if field in columns else ALIASES[field]
    for name in names:
        value = record.get(name)
        if value is not None and value != "" and not (isinstance(value, float) and math.isnan(value)):
            return value
    return None


def _words(value: Any) -> str:  # noqa: ANN401
    return "" if value is None else str(value).strip()
