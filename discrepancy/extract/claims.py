"""Claims: one pass over an article that tells figures from dates, and reads what each figure says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple, Self

from discrepancy.extract.context import DateReader, date_across
from discrepancy.extract.measures import Vocabulary, read_measures, vocabulary_of
from discrepancy.extract.numbers import Number, find_numbers, may_hold_numbers
from discrepancy.extract.passages import Passage, split_passages
from discrepancy.extract.roles import read_role
from discrepancy.extract.scope import ScopeReader
from discrepancy.extract.sharing import shared
from discrepancy.extract.units import OwnUnits
from discrepancy.extract.voices import read_attribution, read_status
from discrepancy.model import Article, Claim, DateContext, Extent, Measure, Quantity, Scope, Status
from discrepancy.sentences import sentence_at
from discrepancy.settings import Lexicon, Settings


def extract_claims(articles: Iterable[Article], settings: Settings | None = None) -> list[Claim]:
    """Find every quantitative claim of some articles.

    Args:
        articles: The articles; their texts are read, their titles serve as context.
        settings: Its lexicon holds the user's own words and units; none if None.

    Returns:
        The claims in the order of the articles and of the text; a claim's span is the number as printed.
    """
    given = list(articles)
    return date_across(given, read_apart(given, settings))


def read_apart(articles: Iterable[Article], settings: Settings | None = None) -> list[Claim]:
    """Find the claims of some articles, each article for itself: its dates owe nothing to the others.

    Args:
        articles: The articles.
        settings: As for `extract_claims`.

    Returns:
        The claims, wanting `date_across` over all articles of the run. What is found in an article does not depend on
        the articles beside it, so the work can be cut anywhere.
    """
    own = _Own.of((settings or Settings()).lexicon)
    return [claim for article in articles for claim in _claims_of(article, own)]


@dataclass(frozen=True, slots=True)
class _Own:
    """The words and units by which figures are read: the package's and the user's."""

    vocabulary: Vocabulary
    units: OwnUnits

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        return cls(vocabulary_of(lexicon), OwnUnits.of(lexicon))


def _claims_of(article: Article, own: _Own) -> list[Claim]:
    """Find the claims of one article."""
    text = article.text
    passages = split_passages(text)
    within = [(passage.start, passage.end) for passage in passages if may_hold_numbers(passage)]
    if not within:
        return []
    dates = DateReader(article, passages)
    numbers = find_numbers(text, dates.taken, own.units, within=within)
    if not numbers:
        return []
    # reader by reader, not figure by figure: the patterns of one stay near the processor while it works
    here = [passages[sentence_at(passages, number.start)] for number in numbers]
    contexts = [dates.context(number.start, number.end) for number in numbers]
    measures = read_measures(text, passages, numbers, own.vocabulary, dates.taken)
    parts = zip(
        measures,
        [context for context, _ in contexts],
        _scopes_of(article, passages, numbers, [m.key for m in measures], [extent for _, extent in contexts]),
        [read_attribution(passage, n.start, n.end) for passage, n in zip(here, numbers, strict=True)],
        [read_status(passage, n.start, n.end) for passage, n in zip(here, numbers, strict=True)],
        strict=True,
    )
    figures = zip(here, numbers, parts, strict=True)
    return [_claim(article, passage, number, _Parts(*read)) for passage, number, read in figures]


class _Parts(NamedTuple):
    """What is read of a figure beside its number."""

    measure: Measure
    dates: DateContext
    scope: Scope
    attribution: str
    status: Status


def _scopes_of(
    article: Article,
    passages: Sequence[Passage],
    numbers: Sequence[Number],
    keys: Sequence[str],
    extents: Sequence[Extent],
) -> list[Scope]:
    spots = [sentence_at(passages, number.start) for number in numbers]
    told: dict[int, set[str]] = {}
    for spot, key in zip(spots, keys, strict=True):
        told.setdefault(spot, set()).add(key)
    reader = ScopeReader(article, passages, told)
    roles = [
        read_role(passages[at], n.outer_start, n.outer_end, change=n.change, converted=n.converted)
        for at, n in zip(spots, numbers, strict=True)
    ]
    figures = zip(spots, numbers, keys, extents, roles, strict=True)
    return [reader.scope(at, n.start, n.end, key, extent=extent, role=role) for at, n, key, extent, role in figures]


def _claim(article: Article, passage: Passage, number: Number, parts: _Parts) -> Claim:
    start, end = number.start, number.end
    return Claim(
        id=_identity(article.id, start, end, article.text[start:end]),
        article_id=article.id,
        source=article.source,
        start=start,
        end=end,
        quote=passage.printed,
        quantity=_quantity(article.text, number),
        measure=shared(parts.measure),
        dates=shared(parts.dates),
        scope=parts.scope,
        attribution=parts.attribution,
        status=parts.status,
        quote_start=passage.start,
    )


def _quantity(text: str, number: Number) -> Quantity:
    return Quantity(
        low=number.low,
        high=number.high,
        value=number.value,
        bound=number.bound,
        approximate=number.approximate,
        unit=number.unit or "count",
        surface=text[number.start : number.end],
        bound_text=shared(number.bound_text),
    )


def _identity(article_id: str, start: int, end: int, surface: str) -> str:
    """A short hash that is the same in every run, so that a dismissal can be remembered."""
    key = f"{article_id}\x00{start}\x00{end}\x00{surface}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=8).hexdigest()
