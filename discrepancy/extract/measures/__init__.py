"""What each figure counts or measures."""

from discrepancy.extract.measures.lexicon import Vocabulary, vocabulary_of
from discrepancy.extract.measures.read import read_measures

__all__ = ["Vocabulary", "read_measures", "vocabulary_of"]
