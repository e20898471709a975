"""Claims: one pass over an article that tells figures from dates, and reads what each figure says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

from discrepancy.extract.context import DateReader, date_across
from discrepancy.extract.measures import Vocabulary, read_measures, vocabulary_of
from discrepancy.extract.numbers import Number, find_numbers, may_hold_numbers
from discrepancy.extract.passages import Passage, split_passages
from discrepancy.extract.roles import read_role
from discrepancy.extract.scope import ScopeReader
from discrepancy.extract.sharing import shared
from discrepancy.extract.units import OwnUnits
from discrepancy.extract.voices import read_attribution, read_status
from discrepancy.model import Article, Claim, Measure, Quantity
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
    measures = read_measures(text, passages, numbers, own.vocabulary, dates.taken)
    scopes = ScopeReader(article, passages)
    return [
        _claim(article, passages, number, measure, dates, scopes)
        for number, measure in zip(numbers, measures, strict=True)
    ]


def _claim(
    article: Article,
    passages: Sequence[Passage],
    number: Number,
    measure: Measure,
    dates: DateReader,
    scopes: ScopeReader,
) -> Claim:
    start, end = number.start, number.end
    index = sentence_at(passages, start)
    passage = passages[index]
    context, extent = dates.context(start, end)
    role = read_role(passage, number.outer_start, number.outer_end, change=number.change, converted=number.converted)
    return Claim(
        id=_identity(article.id, start, end, article.text[start:end]),
        article_id=article.id,
        source=article.source,
        start=start,
        end=end,
        quote=passage.printed,
        quantity=_quantity(article.text, number),
        measure=shared(measure),
        dates=shared(context),
        scope=scopes.scope(index, start, end, extent=extent, role=role),
        attribution=read_attribution(passage, start, end),
        status=read_status(passage, start, end),
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
        bound_text=number.bound_text,
    )


def _identity(article_id: str, start: int, end: int, surface: str) -> str:
    """A short hash that is the same in every run, so that a dismissal can be remembered."""
    key = f"{article_id}\x00{start}\x00{end}\x00{surface}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=8).hexdigest()
