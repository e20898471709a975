"""Defaults from a file: discrepancy.toml, or [tool.discrepancy] in pyproject.toml, in the current folder.

    column = { text = "content" }     # for every command that has the option
    dismissed = "dismissed.jsonl"

    [check]                           # for one command
    fail-on = "conflict"

    [settings]                        # the thresholds of `discrepancy.Settings`
    open_reach = 0.2

What stands on the command line comes after the defaults and so beats them. A file cannot say where to write: opening a
foreign folder must not cost one's own files.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from discrepancy.errors import DiscrepancyError
from discrepancy.settings import Settings

OPTIONS: Mapping[str, frozenset[str]] = {
    "check": frozenset({"column", "as-of", "fail-on", "dismissed", "format", "table", "workers"}),
    "extract": frozenset({"column", "as-of", "format", "table"}),
    "explain": frozenset({"column", "as-of"}),
    "dismiss": frozenset({"column", "as-of"}),
}
_FILES = ("discrepancy.toml", "pyproject.toml")


class ConfigError(DiscrepancyError):
    """A file of defaults cannot be used."""


def read_config(folder: Path = Path()) -> tuple[str, dict[str, Any]]:
    """The name of the file of defaults and what it holds; ("", {}) where there is none.

    Raises:
        ConfigError: It is not TOML, or cannot be opened.
    """
    for name in _FILES:
        path = folder / name
        if not path.is_file():
            continue
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            if name == "pyproject.toml":
                continue  # another program's file, and theirs to complain about
            raise ConfigError(f"{name}: not TOML: {error}") from None
        except OSError as error:
            raise ConfigError(f"{name}: {error.strerror}") from None
        table: Any = found
        for key in () if name == "discrepancy.toml" else ("tool", "discrepancy"):
            table = table.get(key) if isinstance(table, dict) else None
        if isinstance(table, dict):
            return name, table
    return "", {}


def with_defaults(words: Sequence[str], name: str, table: Mapping[str, Any]) -> list[str]:
    """The words of a command line with the defaults of a file before the user's own.

    Raises:
        ConfigError: The file names an option that there is not.
    """
    known = frozenset[str]().union(*OPTIONS.values())
    for key in table:
        if key not in known | OPTIONS.keys() | {"settings"}:
            raise ConfigError(f"{name}: {key!r} is no option; there are {', '.join(sorted(known))}")
    if not words or words[0] not in OPTIONS:
        return list(words)
    command = words[0]
    own = table.get(command, {})
    if not isinstance(own, dict) or not own.keys() <= OPTIONS[command]:
        raise ConfigError(f"{name}: [{command}] takes {', '.join(sorted(OPTIONS[command]))}")
    shared = {key: value for key, value in table.items() if key in OPTIONS[command]}
    defaults = [word for key, value in {**shared, **own}.items() for word in _words(key, value)]
    return [command, *defaults, *words[1:]]


def settings_of(name: str, table: Mapping[str, Any]) -> Settings | None:
    """The thresholds that a file sets; None where it sets none.

    Raises:
        ConfigError: There is no such threshold.
        SettingsError: One is out of its range.
    """
    found = table.get("settings")
    if found is None:
        return None
    fields = Settings.__dataclass_fields__
    if not isinstance(found, dict) or not found.keys() <= fields.keys():
        raise ConfigError(f"{name}: [settings] takes {', '.join(fields)}")
    for key, value in found.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ConfigError(f"{name}: [settings] {key} is a number, not {value!r}")
    return Settings(**found)


def _words(key: str, value: object) -> Iterator[str]:
    """An option as words: {"text": "content"} of a column is one word a field."""
    values = [f"{field}={name}" for field, name in value.items()] if isinstance(value, dict) else [str(value)]
    for word in values:
        yield f"--{key}={word}"
