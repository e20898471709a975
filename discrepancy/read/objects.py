"""JSON and JSONL → articles: one an object."""

import json
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.errors import ReadError
from discrepancy.read.records import read_record
from discrepancy.read.sources import File, Item

_OBJECT_A_LINE = "each line holds one JSON object"
_LISTS = ("articles", "results", "data", "stories", "items")  # what the answers of news interfaces call their list


def read_lines(file: File) -> Iterator[Item]:
    """Read JSONL: one article a line.

    Raises:
        ReadError: The file is no text. A broken line is given back as a problem with its number.
    """
    text, remarks = file.decoded()
    yield from remarks
    for at, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = parse_json(line, file.path, at, _OBJECT_A_LINE)
        except ReadError as error:
            yield error
            continue
        if isinstance(record, dict):
            yield from read_record(record, file, f"{file.name}-{at}", at)
        else:
            yield ReadError("not a JSON object", file.path, at, _OBJECT_A_LINE)


def read_json(file: File) -> Iterator[Item]:
    """Read JSON: one object, a list of objects, or an object with a list under "articles".

    Raises:
        ReadError: It is none of these.
    """
    text, remarks = file.decoded()
    yield from remarks
    data = parse_json(text, file.path, None, "hold one object, or a list of objects")
    records = (
        next((data[name] for name in _LISTS if isinstance(data.get(name), list)), [data])
        if isinstance(data, dict)
        else data
    )
    if not isinstance(records, list):
        raise ReadError("holds no list of articles", file.path, remedy="hold one object, or a list of objects")
    for at, record in enumerate(records, 1):
        where, name = f"{file.path}, record {at}", file.name if len(records) == 1 else f"{file.name}-{at}"
        if isinstance(record, dict):
            yield from read_record(record, replace(file, path=where, data=b""), name)
        else:
            yield ReadError("not a JSON object", where, remedy="each article is one object")


def parse_json(text: str, path: str, line: int | None, remedy: str) -> object:
    """Parse JSON.

    Raises:
        ReadError: It is none, or nests too deep; it names the line.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(f"not JSON: {error.msg}", path, line or error.lineno, remedy) from error
    except RecursionError as error:
        raise ReadError("not JSON that can be read: nested too deep", path, line, remedy) from error
    except ValueError as error:
        raise ReadError(f"not JSON: {error}", path, line, remedy) from error
