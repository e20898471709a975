"""From the words on the command line to an exit code: results on standard output, messages on standard error."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from discrepancy.cli.options import parser
from discrepancy.errors import DiscrepancyError, ReadError, ReadWarning
from discrepancy.escape import plain

DONE, FOUND, TROUBLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The words behind the command's name; those of the process if None.

    Returns:
        0 done, 1 conflicts found and `--fail-on conflict` given, 2 bad usage or unreadable input.
    """
    options = parser().parse_args(arguments)
    try:
        return _run(options)
    except (DiscrepancyError, ValueError) as error:
        _say(str(error))
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _say(f"{error.filename or options.output}: {error.strerror}")
    except KeyboardInterrupt:
        _say("interrupted")
    return TROUBLE


def _run(options: Namespace) -> int:
    from discrepancy.cli import commands  # the stages are loaded once the words are known to be right

    problems: list[ReadError] = []
    remarks: list[ReadWarning] = []
    articles = commands.read(options, problems.append, remarks.append)
    for message in (*problems, *remarks):
        _say(str(message))
    output, conflicts = commands.COMMANDS[options.command](articles, options)
    _write(output, options.output)
    if problems:
        return TROUBLE
    return FOUND if conflicts and getattr(options, "fail_on", None) else DONE


def _write(output: str, target: str) -> None:
    if target == "-":
        # the terminal's own encoding may lack a sign; it must not end the run
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(output.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    else:
        Path(target).write_text(output, encoding="utf-8", newline="")


def _say(message: str) -> None:
    print(f"discrepancy: {plain(message)}", file=sys.stderr)
