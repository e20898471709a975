"""Measurements and fits: run by hand, as `python -m benchmarks.NAME`."""
