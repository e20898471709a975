"""Plain HTML tables for notebooks, which strip style sheets and scripts: inline styles only."""

from collections.abc import Iterable, Sequence

from discrepancy.escape import html

Cells = Sequence[str]

_CELL = "text-align:left;vertical-align:top;padding:2px 10px 2px 0;white-space:normal"
_MAX_ROWS, _MAX_TEXT = 60, 600  # rows of a table; characters of a cell


def table(rows: Sequence[Cells], header: Cells = (), caption: str = "") -> str:
    """Draw rows of text as one table; everything is escaped, and what is left out is said aloud.

    Args:
        rows: The cells of each row; of rows without a header the first cell names the row.
        header: The names of the columns, () for none.
        caption: A line above the table.

    Returns:
        HTML without classes, style sheets, scripts or addresses.
    """
    shown = rows[:_MAX_ROWS]
    head = f"<thead><tr>{_cells('th', header)}</tr></thead>" if header else ""
    body = "".join(f"<tr>{_row(row, bool(header))}</tr>" for row in shown)
    title = f'<caption style="text-align:left;font-weight:bold">{html(caption)}</caption>' if caption else ""
    left_out = f"<p>{len(shown)} of {len(rows)} rows</p>" if len(shown) < len(rows) else ""
    return f'<table style="border-collapse:collapse">{title}{head}<tbody>{body}</tbody></table>{left_out}'


def _row(row: Cells, has_header: bool) -> str:
    return _cells("td", row) if has_header else _cells("th", row[:1]) + _cells("td", row[1:])


def _cells(tag: str, cells: Iterable[str]) -> str:
    texts = (text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…" for text in cells)
    return "".join(f'<{tag} style="{_CELL}">{html(text)}</{tag}>' for text in texts)
