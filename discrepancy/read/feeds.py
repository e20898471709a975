"""RSS and Atom feeds → articles: one an entry (extra `web`)."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from discrepancy.errors import ReadError, ReadWarning, TooLargeError
from discrepancy.read.days import believed
from discrepancy.read.pages import EXTRA, fragment_text
from discrepancy.read.records import read_record
from discrepancy.read.sources import File, Item


def read_feed(file: File) -> Iterator[Item]:
    """Read the entries of a feed that was saved: the whole text where it carries it, else the summary.

    Raises:
        ReadError: It is no feed, or the extra is not installed.
        TooLargeError: It is larger than the limits allow.
    """
    feed = _parsed(file)
    outlet, language = feed.feed.get("title", ""), feed.feed.get("language", "")
    teasers = undated = 0
    for at, entry in enumerate(feed.entries, 1):
        where = replace(file, path=f"{file.path}, entry {at}", data=b"", columns={})
        # not entry.get: that gives the date of publication for one of change
        published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
        moment = believed((published, updated), file.limits.first_year)
        modified = believed((updated,), file.limits.first_year)
        whole = _content(entry)
        teasers += not whole
        undated += moment is None
        record = {
            "id": entry.get("id"),
            "title": fragment_text(entry.get("title", "")).replace("\n", " "),
            "source": _outlet(entry) or outlet,
            "url": entry.get("link"),
            "language": language,
            "published": (moment.at or moment.day) if moment else None,
            "modified": (modified.at or modified.day) if modified else None,
            "text": fragment_text(whole or entry.get("summary", "")),
        }
        yield from read_record(record, where, f"{file.name}-{at}")
    yield from _remarks(file, len(feed.entries), teasers, undated)


def _remarks(file: File, entries: int, teasers: int, undated: int) -> Iterator[Item]:
    if teasers:
        remedy = "save the pages themselves to compare whole articles"
        yield ReadWarning(f"{teasers} of {entries} entries hold a summary only", file.path, remedy=remedy)
    if undated:
        yield ReadWarning(f"{undated} of {entries} entries have no date that can be believed", file.path)


def _parsed(file: File) -> Any:  # noqa: ANN401 -- of a library without types
    try:
        import feedparser
    except ImportError as error:
        raise ReadError("reading feeds needs the extra `web`", file.path, remedy=EXTRA) from error
    if len(file.data) > file.limits.feed_bytes:
        raise TooLargeError(f"a feed larger than {file.limits.feed_bytes:,} bytes", file.path, remedy="split it")
    try:
        # a stream: a text could be taken for an address, and fetched
        feed = feedparser.parse(io.BytesIO(file.data), resolve_relative_uris=False)
    except Exception as error:  # whatever a hostile feed does to it, the other files are read
        raise ReadError(f"no feed that can be read ({type(error).__name__})", file.path) from error
    if not feed.entries:
        problem = "a feed without entries" if feed.get("version") else "no RSS or Atom feed"
        raise ReadError(problem, file.path, remedy="save it as the site gives it")
    return feed


def _content(entry: Mapping[str, Any]) -> str:
    """The whole text that an entry carries, "" where it has a summary only."""
    return max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")


def _outlet(entry: Mapping[str, Any]) -> str:
    """The outlet of an entry in a feed that collects several."""
    source = entry.get("source")
    return source.get("title", "") if isinstance(source, Mapping) else ""
