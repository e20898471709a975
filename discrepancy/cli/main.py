"""From the words on the command line to an exit code: results on standard output, messages on standard error."""

import os
import sys
import warnings
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.cli.config import read_config, settings_of, with_defaults
from discrepancy.cli.messages import say
from discrepancy.cli.options import parse
from discrepancy.errors import DiscrepancyError, LimitWarning, ReadWarning

if TYPE_CHECKING:
    from discrepancy.cli.drawing import Drawing

DONE, FOUND, TROUBLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The words behind the command's name; those of the process if None.

    Returns:
        0 done, 1 conflicts found and `--fail-on conflict` given, 2 bad usage or unreadable input.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    with warnings.catch_warnings(record=True) as heard:  # said at the end, in one line each as any other message
        for kind in (LimitWarning, ReadWarning):
            warnings.simplefilter("always", kind)
        code = _guarded(words)
    for warning in heard:
        say(warning.message)
    return code


def _guarded(words: Sequence[str]) -> int:
    """Run the command; what goes wrong is said in one line."""
    try:
        name, table = read_config()
        options = parse(with_defaults(words, name, table))
        options.settings = settings_of(name, table)
        return _run(options)
    except (DiscrepancyError, ValueError) as error:
        say(error)
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        return DONE
    except OSError as error:
        words = error.strerror or str(error)
        say(f"{error.filename}: {words}" if error.filename else words)
    except KeyboardInterrupt:
        say("interrupted")
    return TROUBLE


def _run(options: Namespace) -> int:
    from discrepancy.cli import commands  # the stages are loaded once the words are known to be right

    outcome = commands.COMMANDS[options.command](options)
    _write(outcome.drawing, getattr(options, "output", "-"))
    if outcome.troubled:
        return TROUBLE
    return FOUND if outcome.failed else DONE


def _write(drawing: "Drawing", target: str) -> None:
    from discrepancy.report.writing import write_text

    if callable(drawing):
        drawing(Path(target))
    elif target != "-":
        write_text(target, drawing)
    elif drawing and sys.stdout is None:
        raise DiscrepancyError("standard output is closed; give --output FILE")
    elif drawing:
        _print(drawing)


def _print(text: str) -> None:
    # the terminal's own encoding may lack a sign; it must not end the run
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except OSError:  # what is left in the buffer goes nowhere, or the end of the process would fail on it once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
