"""The lists that the package keeps as data files, and the one way to read them."""

from importlib.resources import files


def lines_of(package: str, name: str) -> tuple[str, ...]:
    """Lines of a list, without comments and blank lines.

    Args:
        package: The package that holds the file, such as "discrepancy.align".
        name: The file's name, such as "agencies.txt".

    Returns:
        Its lines, in the order of the file.
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
