"""Blocking: which pairs of claims are worth comparing. It chooses pairs and never scores them.

First the articles: each meets those nearest to it by the telling words they share. Then, of two such articles, the
claims whose units are commensurable and which, where things are counted, share a measure, a word or a value. Both
steps meet a fixed number of others at most, so work grows with the number of claims; what was cut is told.
"""

from discrepancy.align.blocking.articles import Meetings
from discrepancy.align.blocking.claims import (
    Candidates,
    candidate_pairs,
    candidates_among,
    candidates_of,
    meetings_of,
)

__all__ = ["Candidates", "Meetings", "candidate_pairs", "candidates_among", "candidates_of", "meetings_of"]
