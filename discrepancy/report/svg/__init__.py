"""Timelines as SVG: `layout.py` says where everything stands, `draw.py` draws it."""

from discrepancy.report.svg.draw import draw_alone, draw_inside

__all__ = ["draw_alone", "draw_inside"]
