"""Scripts by which a shell completes the words of the command. Needs the extra `completion`.

A script is printed once and kept by the shell: completing a word then starts no Python.
"""

import argparse
from collections.abc import Iterator

from discrepancy.cli.options import parser
from discrepancy.errors import DiscrepancyError

_PATHS = frozenset({"PATH", "FILE"})


def script(shell: str) -> str:
    """The script for a shell: "bash", "zsh", "fish" or "tcsh".

    Raises:
        DiscrepancyError: shtab is not installed.
    """
    try:
        import shtab
    except ImportError as error:
        raise DiscrepancyError("completion needs shtab: pip install 'discrepancy[completion]'") from error
    top = parser()
    for action in _actions(top):
        if action.metavar in _PATHS:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # the way that shtab is told
    return shtab.complete(top, shell)


def _actions(top: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in top._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
