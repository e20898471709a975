"""The nearest articles by one query of a database, for runs whose words do not fit into memory.

It says what `articles` says, with the same whole numbers for the weights, so that the same articles meet.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from discrepancy.align.blocking.nearness import BLOCK, FAR, FOLLOWED, NEAR, NEAREST, REACH, Near, weight_of
from discrepancy.spread import Database, Table

QUERY = f"""
WITH postings AS (
    SELECT name, word, count(*) OVER (PARTITION BY word) AS n,
        row_number() OVER (PARTITION BY word ORDER BY place) - 1 AS position
    FROM words
), norms AS (
    SELECT name, sqrt(sum(weight)::DOUBLE) AS norm FROM postings JOIN weights USING (n) GROUP BY name
), blocks AS (
    SELECT name, word, n,
        CASE WHEN n > {2 * BLOCK} THEN greatest(0, position - {BLOCK}) ELSE 0 END AS low,
        CASE WHEN n > {2 * BLOCK} THEN least(n, position + {BLOCK}) ELSE n END AS high
    FROM postings
), followed AS (
    SELECT name, word, n, low, high FROM blocks WHERE high - low >= 2
    QUALIFY coalesce(sum(high - low) OVER (
        PARTITION BY name ORDER BY n, word ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) < {FOLLOWED}
), reached AS (
    SELECT name, word, n, unnest(range(low, high)) AS position FROM followed
), shared AS (
    SELECT reached.name, postings.name AS other, sum(weight) AS weight
    FROM reached JOIN postings USING (word, position) JOIN weights ON weights.n = reached.n
    WHERE reached.name <> postings.name
    GROUP BY reached.name, postings.name
), scored AS (
    SELECT shared.name, other, own.norm AS own, -(weight::DOUBLE / norms.norm) AS score
    FROM shared JOIN norms ON norms.name = other JOIN norms AS own ON own.name = shared.name
), ranked AS (
    SELECT name, other, own, score, row_number() OVER nearest AS position, nth_value(score, 2) OVER whole AS second
    FROM scored
    WINDOW nearest AS (PARTITION BY name ORDER BY score, other),
        whole AS (nearest ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT name, other, -score / own FROM ranked
WHERE position <= {REACH + 1}
    AND (second IS NULL OR score <= CASE WHEN position <= {NEAREST} THEN {FAR} ELSE {NEAR} END::DOUBLE * second)
ORDER BY name, position
"""


def near_by_join(stories: Mapping[str, frozenset[str]], database: Database) -> Iterator[Near]:
    """Each article that is near to any with the articles near to it; see `_Index.near`.

    Args:
        stories: The words that each article comes back to, by its id, in the order in which the articles appeared.
        database: Answers the query.
    """
    names = sorted(stories)
    number = {name: at for at, name in enumerate(names)}
    many = len(stories)
    tables = {
        "words": Table(
            {"place": "INTEGER", "name": "INTEGER", "word": "VARCHAR"},
            ((at, number[name], _letters(word)) for at, (name, words) in enumerate(stories.items()) for word in words),
        ),
        "weights": Table({"n": "BIGINT", "weight": "BIGINT"}, ((n, weight_of(n, many)) for n in range(1, many + 1))),
    }
    for name, rows in groupby(database(QUERY, tables), key=itemgetter(0)):
        yield names[name], [(names[other], cosine) for _, other, cosine in rows]


def _letters(word: str) -> str:
    """A word in letters that every database takes, never none, in the order of the words; it may hold half a letter."""
    return "x" + word.encode("utf-8", "surrogatepass").hex()
