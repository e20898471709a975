"""Text and Markdown, with or without YAML front matter → an article."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from discrepancy.errors import ReadError, TooLargeError
from discrepancy.read.records import plain_name, read_record
from discrepancy.read.sources import File, Item

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NOTHING = ("~", "null", "Null", "NULL")  # how YAML writes a field that is empty
_REMEDY = "write it as `name: value` lines, a value with a colon in quotes"


def read_text(file: File) -> Iterator[Item]:
    """Read one article; fields may stand in front of it, between two lines of three dashes.

    Raises:
        ReadError: The front matter is broken, or the file is no text.
    """
    text, remarks = file.decoded()
    yield from remarks
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: Mapping[str, object] = {}
    if text.startswith("---\n"):
        longest = file.limits.front_matter
        end = _FENCE.search(text, 4, longest + 8)
        if end is None and len(text) > longest:
            raise TooLargeError(f"front matter does not end within {longest:,} characters", file.path, 1, "shorten it")
        if end is None:
            raise ReadError("front matter does not end", file.path, 1, "close it with a line of three dashes")
        fields, text = _front_matter(text[4 : end.start()], file.path), text[end.end() :]
    yield from read_record({**fields, "text": text.strip("\n")}, file, file.name)


class _PlainLoader(yaml.BaseLoader):
    """Makes plain words, whatever tags a file carries, and no aliases: those can multiply without end."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:  # noqa: ANN401 -- as in the base
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(problem="it refers to another place (*)")
        return super().compose_node(parent, index)


def _front_matter(block: str, path: str) -> Mapping[str, object]:
    try:
        fields = yaml.load(block, Loader=_PlainLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ReadError("front matter is not YAML", path, mark.line + 2 if mark else 1, _REMEDY) from error
    if fields in (None, ""):
        return {}
    if not isinstance(fields, Mapping):
        raise ReadError("front matter holds no fields", path, 1, _REMEDY)
    return {
        str(key): value for key, value in fields.items() if plain_name(str(key)) != "text" and value not in _NOTHING
    }
