"""What flows between the stages: frozen data, questions about itself, no stage logic."""

from discrepancy.model.article import Article
from discrepancy.model.claim import Claim, Extent, Kind, Measure, Role, Scope, Status
from discrepancy.model.dates import Basis, DateContext, DateSpan, Part, day_in_words
from discrepancy.model.finding import Finding, Group, Pair, Verdict
from discrepancy.model.quantity import Bound, Quantity
from discrepancy.model.units import convert, dimension

__all__ = [
    "Article",
    "Basis",
    "Bound",
    "Claim",
    "DateContext",
    "DateSpan",
    "Extent",
    "Finding",
    "Group",
    "Kind",
    "Measure",
    "Pair",
    "Part",
    "Quantity",
    "Role",
    "Scope",
    "Status",
    "Verdict",
    "convert",
    "day_in_words",
    "dimension",
]
