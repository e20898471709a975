"""Finds where articles about one story give different figures, and says which differences are real conflicts.

The public names are imported when they are first used, so that `import discrepancy` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from discrepancy.align import align_claims
    from discrepancy.errors import (
        DiscrepancyError,
        EngineError,
        LimitError,
        LimitWarning,
        ReadError,
        ReadWarning,
        SettingsError,
    )
    from discrepancy.extract.claims import extract_claims
    from discrepancy.extract.dates import find_dates
    from discrepancy.judge import judge_groups
    from discrepancy.model import Article, Claim, Finding, Group, Pair, Verdict
    from discrepancy.pipeline import check
    from discrepancy.read import articles_from_records, read_articles
    from discrepancy.report import Dismissals, Report
    from discrepancy.settings import Lexicon, Limits, OwnOutcome, OwnPart, Settings

__all__ = [
    "Article",
    "Claim",
    "DiscrepancyError",
    "Dismissals",
    "EngineError",
    "Finding",
    "Group",
    "Lexicon",
    "LimitError",
    "LimitWarning",
    "Limits",
    "OwnOutcome",
    "OwnPart",
    "Pair",
    "ReadError",
    "ReadWarning",
    "Report",
    "Settings",
    "SettingsError",
    "Verdict",
    "align_claims",
    "articles_from_records",
    "check",
    "extract_claims",
    "find_dates",
    "judge_groups",
    "read_articles",
]

_HOMES = {
    "discrepancy.align": ("align_claims",),
    "discrepancy.errors": (
        "DiscrepancyError",
        "EngineError",
        "LimitError",
        "LimitWarning",
        "ReadError",
        "ReadWarning",
        "SettingsError",
    ),
    "discrepancy.extract.claims": ("extract_claims",),
    "discrepancy.extract.dates": ("find_dates",),
    "discrepancy.judge": ("judge_groups",),
    "discrepancy.model": ("Article", "Claim", "Finding", "Group", "Pair", "Verdict"),
    "discrepancy.pipeline": ("check",),
    "discrepancy.read": ("articles_from_records", "read_articles"),
    "discrepancy.report": ("Dismissals", "Report"),
    "discrepancy.settings": ("Lexicon", "Limits", "OwnOutcome", "OwnPart", "Settings"),
}

if not TYPE_CHECKING:  # a type checker reads the imports above

    def __getattr__(name: str) -> Any:  # noqa: ANN401 -- any public name
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(home), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
