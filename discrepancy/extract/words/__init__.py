"""The word lists of the extract stage, as data files, and the one way to read them."""

from functools import cache

from discrepancy.lists import lines_of


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Lines of a word list, without comments and blank lines.

    Args:
        name: The file's name, such as "stopwords.txt".

    Returns:
        Its lines, in the order of the file.
    """
    return lines_of(__name__, name)
