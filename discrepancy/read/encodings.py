"""Bytes → text: UTF-8, what a mark or a page declares, and Windows-1252 where it is plain that it is meant."""

import codecs
import re
from dataclasses import dataclass

# a mark at the beginning; the longer ones first, since that of UTF-16 begins that of UTF-32
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# what a page may declare (WHATWG Encoding); its Latin-1 is Windows-1252 in every browser
_DECLARED = re.compile(
    r"utf-?8|windows-?125\d|iso-?8859-?\d{1,2}|koi8-[ru]|gb(?:k|2312|18030)|big5|shift_jis|euc-(?:jp|kr)"
)
_LATIN = re.compile(r"iso-?8859-?1|us-ascii|latin-?1|ascii")
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a packed file (a Word or Excel document is one)"),
    (b"\x1f\x8b", "a packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_BYTE = re.compile("[\udc80-\udcff]")
_SIGN = re.compile("[^\x00-\x7f\udc80-\udcff]")
_LINE_END = b"\n"
_ZEROS = 0.1  # a text in UTF-8 has fewer zero bytes than this, as a share
_FEW = 3  # signs that any English text may have beyond ASCII
_FOREIGN = 0.1  # an English text has fewer characters than this beyond ASCII, as a share


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was done to read it; "" where it is plain UTF-8 or what its page declares."""

    text: str
    how: str = ""


def decode(data: bytes, declared: str = "") -> Decoded:
    r"""Read bytes as text.

    Args:
        data: The bytes.
        declared: The encoding that a page says it is in.

    Raises:
        ValueError: They are no text, or in an encoding that cannot be told; the words say which.

    Example:
        >>> decode(b"caf\xe9: 83 dead")
        Decoded(text='café: 83 dead', how='read as Windows-1252, since byte 3 (line 1) is not UTF-8')
    """
    for begin, kind in _KINDS:
        if data.startswith(begin):
            raise ValueError(f"{kind}, not text")
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], codec, name)
    sample = data[:4096]
    if sample.count(0) > _ZEROS * len(sample):
        return _wide(data, sample)
    word = declared.strip().lower()
    if _DECLARED.fullmatch(word) and not _LATIN.fullmatch(word):
        return _as_declared(data, word)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, quiet=bool(_LATIN.fullmatch(word)))


def _by_mark(data: bytes, codec: str, name: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8":
            return _not_utf8(data, error.start)
        raise ValueError(f"begins as {name} and is not (byte {error.start})") from error
    return Decoded(text, f"read as {name}, by the mark at its beginning" if name else "")


def _wide(data: bytes, sample: bytes) -> Decoded:
    """UTF-16 without a mark: in an English text every other byte is zero."""
    for codec, zeros, others in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if zeros.count(0) > 0.8 * len(zeros) and others.count(0) <= _ZEROS * len(others):
            try:
                return Decoded(data.decode(codec), "read as UTF-16, though no mark says so")
            except UnicodeDecodeError:
                break
    raise ValueError("not text (it is full of zero bytes)")


def _as_declared(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    lost = text.count("\ufffd") - (data.count("\ufffd".encode()) if name.startswith("utf") else 0)
    return Decoded(text, f"bytes that are not {name}, as it says, were replaced ({lost})" if lost > 0 else "")


def _not_utf8(data: bytes, start: int, *, quiet: bool = False) -> Decoded:
    """Broken UTF-8 where most signs are whole, else Windows-1252 where the text can be English."""
    where = f"byte {start} (line {data.count(_LINE_END, 0, start) + 1})"
    text = data.decode("utf-8", "surrogateescape")
    broken, whole = len(_BYTE.findall(text)), len(_SIGN.findall(text))
    if whole >= broken:
        return Decoded(
            _BYTE.sub("\ufffd", text), f"bytes that are not UTF-8 were replaced ({broken}, the first at {where})"
        )
    if broken > _FEW + _FOREIGN * len(text):
        raise ValueError(f"neither UTF-8 nor an English text in Windows-1252 ({where})")
    how = "" if quiet else f"read as Windows-1252, since {where} is not UTF-8"
    return Decoded(data.decode("cp1252", "replace"), how)
