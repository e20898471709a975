"""Text and Markdown, with or without YAML front matter → an article."""

import re
from collections.abc import Iterator, Mapping

import yaml

from discrepancy.errors import ReadError
from discrepancy.read.records import article_from
from discrepancy.read.sources import File, Item

MAX_FRONT_MATTER = 64 * 1024
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def read_text(file: File) -> Iterator[Item]:
    """Read one article; fields may stand in front of it, between two lines of three dashes.

    Raises:
        ReadError: The front matter is broken, or there is no text.
    """
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    fields: Mapping[str, object] = {}
    if text.startswith("---\n"):
        end = _FENCE.search(text, 4, MAX_FRONT_MATTER)
        if end is None:
            raise ReadError("front matter does not end", file.path, 1, "close it with a line of three dashes")
        fields, text = _front_matter(text[4 : end.start()], file.path), text[end.end() :]
    yield article_from({**fields, "text": text.strip("\n")}, file.name, path=file.path)


def _front_matter(block: str, path: str) -> Mapping[str, object]:
    """The fields as plain words: the base loader makes no objects, whatever tags a file carries."""
    remedy = "write it as `name: value` lines, a value with a colon in quotes"
    try:
        fields = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ReadError("front matter is not YAML", path, mark.line + 2 if mark else 1, remedy) from error
    if fields in (None, ""):
        return {}
    if not isinstance(fields, Mapping):
        raise ReadError("front matter holds no fields", path, 1, remedy)
    return {str(key): value for key, value in fields.items() if key != "text"}
