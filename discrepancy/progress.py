"""Progress on standard error, while that is a terminal; silent otherwise."""

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Tell = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much; 0 of 0 is unknown


@contextmanager
def shown(wanted: bool) -> Iterator[Tell]:
    """Show progress while the block runs, and take it away at its end.

    Args:
        wanted: Whether to show any; it is shown on a terminal only.
    """
    if not (wanted and sys.stderr is not None and sys.stderr.isatty()):
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    console = Console(file=sys.stderr)
    # the streams of the process stay as they are: others may be writing to them
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:

        def tell(what: str, done: int, total: int) -> None:
            if not bar.tasks or bar.tasks[-1].description != what:
                for task in bar.task_ids:
                    bar.remove_task(task)
                bar.add_task(what, total=total or None)
            bar.update(bar.task_ids[-1], completed=done)

        yield tell


def counted(items: Collection[Item], what: str, tell: Tell) -> Iterator[Item]:
    """Yield some items, and tell how many are done."""
    for done, item in enumerate(items):
        tell(what, done, len(items))
        yield item
    tell(what, len(items), len(items))


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
