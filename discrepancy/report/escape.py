"""Foreign text on every way out: HTML, Markdown cells, spreadsheet cells, terminals, JSON."""

import re
from html import escape

# C0 and C1 controls, and the marks that reorder text (bidi), which could forge a line on a terminal
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~])")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def plain(text: str) -> str:
    """Text for a terminal: one line, no controls."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", " ".join(text.split())))


def html(text: str) -> str:
    """Text for HTML, in elements and in quoted attributes."""
    return escape(_SURROGATE.sub("\ufffd", _CONTROL.sub("", text)), quote=True)


def link(url: str) -> str:
    """An address that may become a link: http and https only; "" otherwise."""
    return html(url) if re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else ""


def markdown(text: str) -> str:
    """Text for one cell of a Markdown table."""
    return _MARKDOWN.sub(r"\\\1", plain(text))


def cell(value: object) -> object:
    """A value for a spreadsheet: text that would start a formula gets a quote before it; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", value))
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def json_safe(value: object) -> object:
    """A value for strict JSON: lone surrogates replaced, no infinities."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, float) and (value != value or abs(value) == float("inf")):
        return None
    if isinstance(value, dict):
        return {json_safe(key): json_safe(item) for key, item in value.items()}
    return [json_safe(item) for item in value] if isinstance(value, list | tuple) else value
