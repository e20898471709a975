"""What a saved page says about itself: JSON-LD, meta tags, microdata, <time> and its address.

Sources: schema.org (NewsArticle, WebPage), the Open Graph protocol, and the few names of large publishing systems
below. The order is that of trust, measured on public news pages: what the publisher states to machines comes first.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from discrepancy.lists import lines_of
from discrepancy.read.days import Moment, believed, day_in_address

Tree = Any  # an element of lxml, whose home is pages.py
Node = dict[str, Any]

_SIGNS = re.compile(r"[-_.:\s]")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)\Z")
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|\burl:\s*)(https?://\S{1,2000})", re.IGNORECASE)
_WRAPPING = re.compile(
    r"\A\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*\Z|;\s*\Z"
)
_LAST_COMMA = re.compile(r",\s{0,200}(?=[}\]])")
_CHANGED = re.compile(r"modif|updat|edit|revis", re.IGNORECASE)
_ASIDE = ("aside", "footer", "nav", "figure")
_MAX_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about itself; "" and None where it says nothing that can be believed."""

    title: str
    source: str
    url: str
    language: str
    published: Moment | None
    modified: Moment | None
    paid: bool


def read_metadata(tree: Tree, first_year: int) -> Page:
    """Read what a page says about itself.

    Args:
        tree: The page as parsed by lxml.
        first_year: Dates before it, and those of the future, are not believed.
    """
    metas, nodes = _metas(tree), list(_linked_data(tree))
    url = _url(tree, metas, nodes)
    node = _main_node(nodes, url)
    return Page(
        title=_title(tree, metas, node),
        source=_first(
            _name(node.get("publisher")), metas.get("og:site_name"), metas.get("application-name"), _host(url)
        ),
        url=url,
        language=_first(tree.get("lang"), metas.get("og:locale"), node.get("inLanguage")),
        published=believed(_published(tree, metas, node, url), first_year),
        modified=believed(_modified(tree, metas, node), first_year),
        paid=any(str(n.get("isAccessibleForFree")).lower() == "false" for n in nodes)
        or metas.get("article:content_tier", "").lower() in ("locked", "metered"),
    )


def _published(tree: Tree, metas: dict[str, str], node: Node, url: str) -> Iterator[object]:
    yield _plain(node.get("datePublished"))
    yield from (metas.get(name) for name in _tags("published"))
    yield from _microdata(tree, "datePublished")
    yield from _times(tree)
    yield day_in_address(url)
    yield _plain(node.get("dateCreated"))


@cache
def _tags(kind: str) -> tuple[str, ...]:
    """The names of the meta tags that state the day of publication, or of the last edit, in the order of trust."""
    rows = (line.split("\t") for line in lines_of("discrepancy.read", "meta_tags.tsv"))
    return tuple(name for which, names in rows if which == kind for name in names.split())


def _plain(value: object) -> object:
    """A value of JSON-LD, which may stand in a list."""
    return value[0] if isinstance(value, list) and value else value


def _modified(tree: Tree, metas: dict[str, str], node: Node) -> Iterator[object]:
    yield _plain(node.get("dateModified"))
    yield from (metas.get(name) for name in _tags("modified"))
    yield from _microdata(tree, "dateModified")


def _metas(tree: Tree) -> dict[str, str]:
    """The contents of the meta tags by their names, in lower case with and without signs; the first of a name wins."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name, content = meta.get("property") or meta.get("name") or "", meta.get("content") or ""
        if name.strip() and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
            found.setdefault(_SIGNS.sub("", name.lower()), content.strip())
    return found


def _linked_data(tree: Tree) -> Iterator[Node]:
    """The objects that the JSON-LD blocks put at their top; what is nested in them is about other things."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            todo = [_parsed(_WRAPPING.sub("", script.text_content()).strip())]
        except (ValueError, RecursionError):
            continue
        while todo and count < _MAX_NODES:
            data = todo.pop(0)
            count += 1
            if isinstance(data, list):
                todo[:0] = data[:_MAX_NODES]
            elif isinstance(data, dict):
                yield data
                todo[:0] = [data[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in data]


def _parsed(block: str) -> Any:  # noqa: ANN401 -- whatever the block holds
    """A block of JSON, which may hold line ends in strings and a comma behind the last of a list."""
    try:
        return json.loads(block, strict=False)
    except ValueError:
        return json.loads(_LAST_COMMA.sub("", block), strict=False)


def _main_node(nodes: list[Node], url: str) -> Node:
    """The object about the article itself: the one with its address, else the first article, else a dated page."""
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    own = [node for node in articles if url and url in map(_address, (node, node.get("mainEntityOfPage")))]
    pages = [node for node in nodes if "datePublished" in node and "WebPage" in _kinds(node)]
    return next(iter(own or articles or pages), {})


def _kinds(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _microdata(tree: Tree, name: str) -> Iterator[object]:
    """What elements give as a property of the page: microdata, and RDFa with any prefix ("schema:datePublished")."""
    for element in tree.xpath(f"//*[@itemprop='{name}' or (@property and contains(@property, '{name}'))]"):
        yield element.get("content") or element.get("datetime") or element.text_content()[:80].strip()


def _times(tree: Tree) -> Iterator[object]:
    """The <time> marked as that of publication, else the first; none beside the article, none of an edit."""
    times = [
        element for element in tree.iter("time") if not any(above.tag in _ASIDE for above in element.iterancestors())
    ]
    times = [
        element
        for element in times
        if not _CHANGED.search(" ".join(element.get(name, "") for name in ("class", "itemprop")))
    ]
    marked = [
        element for element in times if "pubdate" in element.attrib or "publish" in element.get("class", "").lower()
    ]
    for element in (*marked, *times)[:1]:
        yield element.get("datetime") or element.text_content()[:80].strip()


def _title(tree: Tree, metas: dict[str, str], node: Node) -> str:
    headings = [heading.text_content() for _, heading in zip(range(2), tree.iter("h1"), strict=False)]
    heading = headings[0] if len(headings) == 1 else ""
    page = tree.find(".//title")
    return _first(node.get("headline"), metas.get("og:title"), heading, page.text_content() if page is not None else "")


def _url(tree: Tree, metas: dict[str, str], nodes: list[Node]) -> str:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    stated = [*links, metas.get("og:url"), _address(_main_node(nodes, "")), *_saved_from(tree)]
    return next((word.strip() for word in stated if word and _is_address(word.strip())), "")


def _is_address(word: str) -> bool:
    try:
        return urlsplit(word).scheme in ("http", "https") and bool(urlsplit(word).hostname)
    except ValueError:  # a bracket in the wrong place
        return False


def _saved_from(tree: Tree) -> Iterator[str]:
    """The address that a browser writes into a comment when it saves a page."""
    first = tree.getprevious()
    comments = [first] if first is not None else []
    for comment in (*comments, *(node for node in tree[:3] if not isinstance(node.tag, str))):
        if match := _SAVED_FROM.search((comment.text or "")[:4000]):
            yield match[1]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _first(*words: object) -> str:
    """The first that is a text and not blank, on one line, its entities read."""
    lines = (" ".join(unescape(word[:2000]).split()) for word in words if isinstance(word, str))
    return next((line for line in lines if line), "")
