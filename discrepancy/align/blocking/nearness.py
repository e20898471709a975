"""How near two articles are, in numbers: what a shared word weighs, and how many others an article may meet."""

from math import log

Near = tuple[str, list[tuple[str, float]]]  # an article, and those near to it with their cosines, the nearest first

NEAREST = 6  # an article meets this many others, unless they are far
FAR = 0.2  # as a share of how near the second nearest is; of 3,700 gold pairs 10 are lost, of strangers a third
REACH = 32  # and up to this many that are near
NEAR = 0.3  # as a share of how near the second nearest is; of the gold pairs of 33 stories in one pool it keeps 98 %
ALIKE = 0.15  # cosine from which one more article than may be met is told as a loss; the weaker ones are strangers
OTHERS = 1000  # a run is seen against this many articles more, that share none of its words: a small run knows no odds
BLOCK = 64  # articles of one word that are looked at, on either side of an article in time
FOLLOWED = 400  # articles looked at for one article, over all its words


def weight_of(holding: int, many: int) -> int:
    """What a word weighs that so many of the articles hold; a whole number, so that sums do not depend on their order.

    >>> weight_of(2, 100) > weight_of(3, 100) > 0
    True
    """
    return round((1 << 20) * log((OTHERS + many) / holding) ** 2)
