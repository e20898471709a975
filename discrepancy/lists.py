"""The data files that the package keeps, and the one way to read them."""

from importlib.resources import files


def lines_of(package: str, name: str) -> tuple[str, ...]:
    """Lines of a list, without comments and blank lines.

    Args:
        package: The package that holds the file, such as "discrepancy.align".
        name: The file's name, such as "agencies.txt".

    Returns:
        Its lines, in the order of the file.
    """
    lines = text_of(package, name).splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def text_of(package: str, name: str) -> str:
    """The whole of a data file, such as "weights.json" of "discrepancy.align"."""
    return files(package).joinpath(name).read_text(encoding="utf-8")
