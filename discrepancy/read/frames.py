"""Data frames and lists of mappings → articles."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, Union

from discrepancy.model import Article
from discrepancy.read.records import known_columns, read_record
from discrepancy.read.sources import File, Item, OnError, OnWarning, collect, with_own_ids
from discrepancy.settings import Limits

if TYPE_CHECKING:
    import pandas

Records: TypeAlias = Union[Iterable[Article | Mapping[str, Any]], "pandas.DataFrame"]
_WANTED = "hand in articles, mappings with their fields, or a data frame; files are read by read_articles(paths)"


def articles_from_records(
    records: Records,
    columns: Mapping[str, str] | None = None,
    *,
    on_error: OnError | None = None,
    on_warning: OnWarning | None = None,
    limits: Limits | None = None,
) -> list[Article]:
    """Make articles of the rows of a data frame or of a list of mappings.

    Args:
        records: A pandas frame, or mappings, with a text and, where known, title, source, url, published, modified.
            Articles among them are passed on.
        columns: The user's own names: {"text": "content"}.
        on_error: Called with each record that cannot be read, in place of a `ReadWarning`.
        on_warning: Called with each remark on a record that was read, in place of a `ReadWarning`.
        limits: How much is read; the defaults if None.

    Returns:
        One article a record; a record without an id is named by its place, from 1.

    Raises:
        ReadError: Not one record could be read, and no `on_error` is given; or `columns` maps an unknown field.
        TypeError: They are no records; the message says what to hand in.
    """
    items = _items(_rows(records), known_columns(columns), limits or Limits())
    return list(with_own_ids(collect(items, on_error, on_warning)))


def as_articles(given: Records) -> list[Article]:
    """The articles themselves, or those made of the rows of a frame or of mappings.

    Args:
        given: Articles, mappings with their fields, or a data frame.

    Raises:
        TypeError: They are none of these; the message says what to hand in.
        ReadError: Not one row can be read.
    """
    rows = list(_rows(given))
    articles = [row for row in rows if isinstance(row, Article)]
    return articles if len(articles) == len(rows) else articles_from_records(rows)


def _rows(records: object) -> Iterable[Any]:
    if isinstance(records, Article):
        return [records]
    if hasattr(records, "to_dict"):
        rows: Iterable[Any] = records.to_dict("records")
        return rows
    if isinstance(records, str | bytes | os.PathLike | Mapping) or not isinstance(records, Iterable):
        raise TypeError(f"no articles in {str(records)[:60]!r}: {_WANTED}")
    return records


def _items(rows: Iterable[Any], columns: Mapping[str, str], limits: Limits) -> Iterator[Item]:
    for at, row in enumerate(rows, 1):
        file = File(f"record {at}", f"record-{at}", b"", columns, limits)
        if isinstance(row, Article):
            yield row
        elif isinstance(row, Mapping):
            yield from read_record(row, file, file.name)
        else:
            raise TypeError(f"record {at} is no article, but {str(row)[:60]!r}: {_WANTED}")
