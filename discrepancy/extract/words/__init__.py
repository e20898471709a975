"""The word lists of the extract stage, as data files, and the one way to read them."""

from functools import cache
from importlib.resources import files


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Lines of a word list, without comments and blank lines.

    Args:
        name: The file's name, such as "stopwords.txt".

    Returns:
        Its lines, in the order of the file.
    """
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
