"""The command `discrepancy`: check, extract, explain."""

from discrepancy.cli.main import main

__all__ = ["main"]
