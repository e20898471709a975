"""Writing a file whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """A file beside `path` to write to; it takes the place of `path` once all is written.

    An interrupted run leaves the old file as it was. Links are followed; a device or a pipe is written to as it is.

    Raises:
        OSError: It cannot be written; the error names `path`.
    """
    target = Path(path)
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            yield target
        else:
            yield from _beside(Path(os.path.realpath(path)))
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _beside(target: Path) -> Iterator[Path]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.touch(exist_ok=False)
        yield part
        if target.exists():
            shutil.copymode(target, part)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def write_text(path: str | Path, text: str) -> None:
    """Write a text as UTF-8, with the line ends that it has.

    Raises:
        OSError: It cannot be written; the error names `path`.
    """
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8", newline="")
