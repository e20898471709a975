"""Equal parts of claims as one object: most claims share their words, measure and dates with others, or have none.

A set made of another set takes less room than one that grew word by word, often half.
"""

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def shared(part: T) -> T:
    """The first that was seen of equal parts: an empty set takes 216 bytes, and a claim has up to eight of them."""
    first: T = _first(part)  # type: ignore[assignment]  # equal, hence of the same type
    return first


@lru_cache(maxsize=1 << 13)
def _first(part: Hashable) -> Hashable:
    return part
