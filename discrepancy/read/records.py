"""Records (rows of a table or a frame, lines of JSON, front matter, pages) → articles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from discrepancy.errors import ReadError, ReadWarning
from discrepancy.model import Article
from discrepancy.read.days import Moment, day_in_address, implausible, read_moment
from discrepancy.read.sources import File, Item
from discrepancy.read.stubs import why_stub
from discrepancy.settings import Limits

# names under which the exports of news archives carry our fields, as `plain_name` gives them; the first present wins
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "guid", "uri", "storiesid"),
    "text": ("text", "content", "fullcontent", "body", "articlebody", "storytext", "summary"),
    "title": ("title", "headline", "name"),
    "source": ("source", "domain", "cleanurl", "medianame", "sourcetitle", "publisher", "outlet", "sourcecommonname"),
    "url": ("url", "link", "articlelink", "sourceurl"),
    "published": (
        "published", "publisheddate", "publishdate", "pubdate", "date", "datetime", "seendate", "publishedat",
        "datepublished", "publicationdate", "publishedon", "publishedtime", "firstpublished",
    ),
    "modified": ("modified", "datemodified", "modifieddate", "modifiedat", "updated", "updatedat", "lastmodified"),
    "language": ("language", "lang"),
}  # fmt: skip
_SIGNS = re.compile(r"[-_.:\s]")
_DATES = "write dates as YYYY-MM-DD, other fields as text"


def read_record(record: Mapping[Any, Any], file: File, name: str, line: int | None = None) -> Iterator[Item]:
    """Make one article of a record, with remarks on what of it is not believed or is not whole.

    Args:
        record: The fields.
        file: Where it stands.
        name: The id where the record has none.
        line: The line of the file, for messages.
    """
    try:
        article, remarks = _article(record, file, name)
    except ValueError as error:
        yield ReadError(str(error), file.path, line, _DATES)
    except ReadError as error:
        yield ReadError(error.problem, file.path, line, error.remedy)
    else:
        yield article
        yield from (ReadWarning(problem, file.path, line, remedy) for problem, remedy in remarks)


def _article(record: Mapping[Any, Any], file: File, name: str) -> tuple[Article, list[tuple[str, str]]]:
    own = file.columns
    named = {plain_name(key): key for key in reversed(list(record)) if isinstance(key, str)}
    fields = {
        field: _pick(record, (own[field],) if field in own else (named[name] for name in names if name in named))
        for field, names in ALIASES.items()
    }
    text = fields["text"]
    if not isinstance(text, str) or not text.strip():
        found = ", ".join(str(key)[:40] for key in list(record)[:20] if not _missing(record[key])) or "none"
        raise ReadError("no text", remedy=f"expected a field {own.get('text', 'text')!r}; found {found}")
    published, doubts = _moment(
        fields["published"] or day_in_address(_words(fields["url"])) or None, "publication", file.limits
    )
    modified, more = _moment(fields["modified"], "modification", file.limits)
    article = Article(
        id=_words(fields["id"]) or name,
        text=text,
        title=_words(fields["title"]),
        source=_words(fields["source"]),
        url=_words(fields["url"]),
        published=published.day if published else None,
        language=_words(fields["language"]) or "en",
        published_at=published.at if published else None,
        modified=modified.day if modified else None,
        modified_at=modified.at if modified else None,
    )
    paid = str(record.get("isAccessibleForFree")).lower() == "false"  # the name that schema.org gives it
    return article, [*doubts, *more, *_remarks(article, paid)]


def _moment(value: object, what: str, limits: Limits) -> tuple[Moment | None, list[tuple[str, str]]]:
    """A date as stated, or None with the reason why it is not believed."""
    if value is None:
        return None, []
    try:
        moment = read_moment(value)
    except ValueError as error:
        if what == "publication":
            raise ValueError(f"{what} {error}") from error
        return None, [(f"{what} {error}: taken as unknown", _DATES)]
    doubt = implausible(moment.day, limits.first_year)
    if not doubt:
        return moment, []
    return None, [(f"{what} date {doubt}: taken as unknown", "correct it, or build the Article in Python")]


def _remarks(article: Article, paid: bool) -> Iterator[tuple[str, str]]:
    if why := why_stub(article.text, paid=paid):
        yield f"perhaps not the whole article: {why}", "check it, and save the whole"
    if not article.language.lower().startswith("en"):
        yield f"in the language {article.language[:20]!r}: only English is read", "expect wrong claims, or leave it out"


def known_columns(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    """The user's own names of the fields, {} for None.

    Raises:
        ReadError: One of the fields is no field of an article.
    """
    for field in columns or {}:
        if field not in ALIASES:
            raise ReadError(f"an article has no field {field!r}", remedy=f"map one of {', '.join(ALIASES)}")
    return columns or {}


def plain_name(name: str) -> str:
    """The name of a field in lower case and without the signs that join its words ("datepublished")."""
    return _SIGNS.sub("", name.lower())


def _pick(record: Mapping[Any, Any], names: Iterable[str]) -> Any:  # noqa: ANN401 -- whatever a file holds
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
