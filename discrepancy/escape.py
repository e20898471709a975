"""Foreign text on every way out: HTML, Markdown cells, spreadsheet cells, terminals, JSON.

Whatever stands in an article may have been written to harm whoever reads the report; every sink has its own function
here, and nothing else in the package escapes anything.
"""

import math
import re
from html import escape
from urllib.parse import quote as percent

# C0 and C1 controls but tab and line feed, the marks that reorder text (bidi), the line separators and the
# signs that are no characters: each could forge a line on a terminal or break a file
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# markup anywhere; what begins a list, a heading or a rule at the start of a line; what becomes a link by itself
_MARKDOWN = re.compile(r"[\\`*_\[\]|<>~&$]|^[-+=#]|(?<=:)//|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=www)\.|(?<=\w)@")
_ADDRESS = re.compile(r"https?://[^\s/?#\\@<>\"']+[^\s<>\"'\\]*", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_SEPARATOR = ("\t", "\r", "\n")
_WORDS = 12  # of a quote up to which a text fragment names it whole; beyond, its first and its last words
MAX_CELL = 32_767  # characters that one cell of a spreadsheet holds


def plain(text: str) -> str:
    r"""Text for a terminal: one line, no controls, no marks that reorder it.

    >>> plain("83\x1b[2J dead\nof 110")
    '83[2J dead of 110'
    """
    return _clean(" ".join(text.split()))


def html(text: str) -> str:
    """Text for HTML, in elements and in quoted attributes.

    >>> html('<img src="x">')
    '&lt;img src=&quot;x&quot;&gt;'
    """
    return escape(_clean(text), quote=True)


def address(url: str) -> str:
    """An address that may become a link, http and https without a user name only; "" otherwise.

    >>> address("https://example.org/a"), address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return url if len(url) < 4096 and _clean(url) == url and _ADDRESS.fullmatch(url) else ""


def text_fragment(url: str, quote: str) -> str:
    """An address that opens at a quote, by a text fragment; "" where the address may not become a link.

    >>> text_fragment("https://example.org/a", "Some 83 died, he said.")
    'https://example.org/a#:~:text=Some%2083%20died%2C%20he%20said.'
    """
    base, words = address(url), quote.split()
    ends = (words,) if len(words) <= _WORDS else (words[: _WORDS // 2], words[-_WORDS // 2 :])
    texts = [percent(" ".join(part), safe="", errors="replace").replace("-", "%2D") for part in ends]
    fits = base and words and ":~:" not in base and all(len(text) < 400 for text in texts)
    return f"{base}{'' if '#' in base else '#'}:~:text={','.join(texts)}" if fits else base


def markdown(text: str) -> str:
    r"""Text for one line or one table cell of Markdown: nothing in it is markup, a link or a line end.

    >>> print(markdown("a | [b](https://example.org)"))
    a \| \[b\](https:\//example.org)
    """
    return _MARKDOWN.sub(r"\\\g<0>", plain(text))


def code(text: str) -> str:
    """Text as code in a line of Markdown; a backtick in it, which would end the code, becomes an apostrophe.

    >>> code("same_date")
    '`same_date`'
    """
    return f"`{plain(text).replace('`', chr(39)) or ' '}`"


def cell(value: object) -> object:
    """A value for CSV: text that could start a formula gets a quote before it; numbers stay numbers.

    >>> cell("=1+1"), cell("-5"), cell(-5.0)
    ("'=1+1", '-5', -5.0)
    """
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if not isinstance(value, str):
        return value
    text = sheet_text(value)
    return f"'{text}"[:MAX_CELL] if is_formula(text) else text


def sheet_text(text: str) -> str:
    """Text for one cell of a spreadsheet: without controls; what is too long for a cell ends in "…"."""
    clean = _clean(text)
    return clean if len(clean) <= MAX_CELL else clean[: MAX_CELL - 1] + "…"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula, or its first sign for a separator; a number is none."""
    return (text.startswith(_SEPARATOR) or text.lstrip().startswith(_FORMULA)) and not _NUMBER.fullmatch(text)


def stored(value: object) -> object:
    r"""A value for a database: controls and lone surrogates are replaced one for one, so that offsets hold.

    >>> stored("83\x1b[2J dead\n")
    '83\ufffd[2J dead\n'
    """
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("\ufffd", value)) if isinstance(value, str) else value


def json_safe(value: object) -> object:
    """A value for strict JSON: lone surrogates replaced, no infinities, nothing that is not a number.

    >>> json_safe({"high": float("inf")})
    {'high': None}
    """
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {json_safe(key): json_safe(item) for key, item in value.items()}
    return [json_safe(item) for item in value] if isinstance(value, list | tuple | set | frozenset) else value


def script(json_text: str) -> str:
    r"""JSON that may stand in a script element of a page: the same values, and no text that could end the element.

    >>> print(script('["</script>"]'))
    ["\u003c/script\u003e"]
    """
    return json_text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
