"""The exceptions that the package raises on purpose.

    DiscrepancyError
    ├── ReadError        a file, a line or a record that cannot be read
    ├── SettingsError    a setting out of its range
    ├── LimitError       an input beyond a stated limit; `TooLargeError` where it is a file (also a ReadError)
    └── EngineError      workers that were lost again and again

    ReadWarning          something left out, or read otherwise than it stands; the rest was read
    LimitWarning         a limit was met: something was done in part, everything else in full

Each message says what is wrong, where, and what to do.
"""


class DiscrepancyError(Exception):
    """Base of all errors raised on purpose by the package."""


class _Located(Exception):  # noqa: N818 -- what an error and a warning share
    """What happened to an input, where, and what the user can do."""

    def __init__(self, problem: str, path: str = "", line: int | None = None, remedy: str = "") -> None:
        self.problem, self.path, self.line, self.remedy = problem, path, line, remedy
        super().__init__(problem, path, line, remedy)

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line is not None else self.path
        told = ": ".join(part for part in (where, self.problem) if part)
        return told + (f" ({self.remedy})" if self.remedy else "")


class ReadError(_Located, DiscrepancyError):
    """A file, a line of one, or a record cannot be read as an article.

    Args:
        problem: What is wrong, in words.
        path: The file (or "<stdin>"), "" where there is none.
        line: The line of the file, counted from 1, or None.
        remedy: What the user can do.
    """


class LimitError(DiscrepancyError):
    """An input lies beyond a stated limit of the package."""


class EngineError(DiscrepancyError):
    """Parts of the work lost their worker again and again."""


class TooLargeError(ReadError, LimitError):
    """A file lies beyond one of `settings.Limits`."""


class ReadWarning(_Located, UserWarning):
    """Something was left out, or was read otherwise than it stands (another encoding, a stub); the rest was read.

    Args:
        problem: What is to be known, in words.
        path: The file (or "<stdin>"), "" where there is none.
        line: The line of the file, counted from 1, or None.
        remedy: What the user can do.
    """


class LimitWarning(UserWarning):
    """A stated limit was met: the message says what was done in part; everything else was done in full."""


class SettingsError(DiscrepancyError, ValueError):
    """A setting is out of its range."""
