"""What kind of file some bytes are, where no name says so: standard input, or an unknown ending."""

import re
from collections.abc import Mapping

from discrepancy.read.records import ALIASES, plain_name
from discrepancy.read.tables import delimiter_of

HEAD = 16_384  # bytes
_PAGE = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--(?:[^-]|-(?!->)){0,2000}-->|\s)*<(?:!doctype html|html|head|body)\b", re.I
)
_FEED = re.compile(r"<(?:\?xml|rss|feed|rdf:rdf)\b", re.I)
_JSON = re.compile(r'[\[{]\s*["\[{\]}]')
_LINES = re.compile(r"\{[^\n]*\n\s*\{")
_NAME = re.compile(r"[\w .:-]{1,60}")


def kind_of(data: bytes, columns: Mapping[str, str]) -> str:
    """The ending that a file like this would have: ".html", ".xml", ".json", ".jsonl", ".csv" or ".txt".

    Args:
        data: The bytes of the file.
        columns: The user's own names of the fields, which tell a table from a text.
    """
    head = data[:HEAD]
    codec = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = head.decode(codec, "replace").lstrip()
    if _PAGE.match(text):
        return ".html"
    if _FEED.match(text):
        return ".xml"
    if _LINES.match(text):
        return ".jsonl"
    if _JSON.match(text):
        return ".json"
    return ".csv" if _is_table(text, columns) else ".txt"


def _is_table(text: str, columns: Mapping[str, str]) -> bool:
    """Whether the first line names columns, that of the text among them, and others follow."""
    header, _, rest = text.partition("\n")
    names = [name.strip().strip('"') for name in header.strip().split(delimiter_of(text))]
    text_of = columns.get("text")
    has_text = text_of in names if text_of else not set(ALIASES["text"]).isdisjoint(map(plain_name, names))
    return bool(rest.strip()) and len(names) > 1 and has_text and all(map(_NAME.fullmatch, names))
