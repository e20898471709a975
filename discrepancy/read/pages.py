"""Saved HTML pages → articles, with what the page says about itself (extra `web`)."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from threading import Lock
from typing import Any

from discrepancy.errors import ReadError, ReadWarning, TooLargeError
from discrepancy.read.metadata import read_metadata
from discrepancy.read.records import read_record
from discrepancy.read.sources import File, Item
from discrepancy.read.stubs import FEW_WORDS, why_stub

_LOADING = Lock()  # the filters of the warnings belong to the whole process
_WHOLE = "save it once it is loaded as a whole, or its text as .txt"
EXTRA = 'run: pip install "discrepancy[web]"'
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_BLOCKS = (
    "address article blockquote br dd div dt figcaption h1 h2 h3 h4 h5 h6 li ol p pre section table td th tr ul"
).split()


def read_page(file: File) -> Iterator[Item]:
    """Read the article of a saved page: its text with the tables, title, source, address, dates and language.

    Raises:
        ReadError: The page holds no article text, is no HTML, or the extra is not installed.
        TooLargeError: It is larger than the limits allow.
    """
    tree, remarks = _parsed(file)
    yield from remarks
    page = read_metadata(tree, file.limits.first_year)
    guessed = None if page.published else _guessed_day(tree, file.limits.first_year)
    if guessed:
        yield ReadWarning(
            f"states no publication date; {guessed} stands elsewhere on the page", file.path, remedy="check it"
        )
    text = _article_text(tree, file.path)
    if not why_stub(text, paid=page.paid) and len(text[:1000].split()) < FEW_WORDS:
        yield ReadWarning(f"very little text on the page (words: {len(text.split())})", file.path, remedy=_WHOLE)
    record = {
        "title": page.title,
        "source": page.source,
        "url": page.url,
        "language": page.language,
        "published": (page.published.at or page.published.day) if page.published else guessed,
        "modified": (page.modified.at or page.modified.day) if page.modified else None,
        "isAccessibleForFree": not page.paid,
        "text": text,
    }
    yield from read_record(record, replace(file, data=b"", columns={}), file.name)


def _article_text(tree: Any, path: str) -> str:  # noqa: ANN401 -- of a library without types
    import trafilatura

    try:
        text = trafilatura.extract(tree, include_comments=False, include_tables=True)
    except Exception as error:  # whatever a hostile page does to it, the other files are read
        raise ReadError(f"its text cannot be told ({type(error).__name__})", path, remedy=_WHOLE) from error
    if not text or not text.strip():
        raise ReadError("no article text on the page", path, remedy=_WHOLE)
    return str(text)


def _guessed_day(tree: Any, first_year: int) -> date | None:  # noqa: ANN401 -- of a library without types
    """What htmldate makes of the words of a page that states no date."""
    import htmldate

    latest = date.today() + timedelta(days=1)
    try:
        found = htmldate.find_date(
            tree,
            extensive_search=False,
            original_date=True,
            min_date=f"{first_year}-01-01",
            max_date=latest.isoformat(),
        )
    except Exception:  # as above; the page stays undated
        return None
    return date.fromisoformat(found) if found else None


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, such as a feed holds: a line for each block, tags and scripts left out.

    Raises:
        ReadError: The extra is not installed.
    """
    html = _lxml_html()
    root = html.document_fromstring(_parsable(f"<div>{markup}</div>"), parser=html.HTMLParser(encoding="utf-8"))
    lines = (" ".join(line.split()) for line in "".join(_pieces(html.etree, root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(etree: Any, root: Any) -> Iterator[str]:  # noqa: ANN401 -- of a library without types
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        told = isinstance(element.tag, str) and element.tag not in ("script", "style")
        if event == "start":
            yield "\n" if element.tag in _BLOCKS else ""
            yield (element.text or "") if told else ""
            if not told:
                walk.skip_subtree()
        else:
            yield "\n" if element.tag in _BLOCKS else ""
            yield element.tail or ""


def _parsed(file: File) -> tuple[Any, list[ReadWarning]]:
    """The page as a tree: parsed once, for all who read it."""
    html = _lxml_html()
    limits = file.limits
    if len(file.data) > limits.page_bytes:
        raise TooLargeError(
            f"a page larger than {limits.page_bytes:,} bytes", file.path, remedy="save its text as .txt"
        )
    declared = _CHARSET.search(file.data[:4096])
    text, remarks = file.decoded(declared[1].decode("ascii") if declared else "")
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    if not text.strip():
        raise ReadError("an empty page", file.path, remedy="save it again")
    try:
        tree = html.document_fromstring(_parsable(text), parser=parser)
    except (ValueError, AssertionError, html.etree.LxmlError) as error:
        raise ReadError("no HTML that can be read", file.path, remedy="save it as a complete page") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        remarks.append(
            ReadWarning("nested too deep: what is below is left out", file.path, remedy="save its text as .txt")
        )
    elements = sum(1 for _ in tree.iter())
    if elements > limits.page_elements:
        raise TooLargeError(
            f"a page of more than {limits.page_elements:,} elements", file.path, remedy="save its text as .txt"
        )
    return tree, remarks


def _parsable(text: str) -> bytes:
    """Text for the parser, which ends at a zero byte and knows no lone surrogates."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace")


@cache
def _lxml_html() -> Any:  # noqa: ANN401 -- a module without types
    """Lxml's reader of HTML, with all that the extra brings loaded once.

    The way of trafilatura to the network, which is not used, adds filters to the warnings of the process when it is
    loaded; they are taken back.
    """
    try:
        with _LOADING, warnings.catch_warnings():
            import htmldate  # noqa: F401
            import lxml.html
            import trafilatura  # noqa: F401
    except ImportError as error:
        raise ReadError("reading HTML needs the extra `web`", remedy=EXTRA) from error
    return lxml.html
