"""Messages to the person at the terminal: one line each, on standard error."""

import sys

from discrepancy.escape import plain


def say(message: object) -> None:
    """Write one line on standard error; what it quotes from a file or an article cannot forge another."""
    if sys.stderr is not None:  # else print() would turn to standard output
        print(f"discrepancy: {plain(str(message))}", file=sys.stderr)
