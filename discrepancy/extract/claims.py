"""Claims: one pass over an article that tells figures from dates, and reads what each figure says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Self

from discrepancy.extract.context import DateReader, date_across
from discrepancy.extract.measures import Vocabulary, read_measures, vocabulary_of
from discrepancy.extract.numbers import Number, find_numbers
from discrepancy.extract.roles import read_role
from discrepancy.extract.scope import ScopeReader
from discrepancy.extract.units import OwnUnits
from discrepancy.extract.voices import read_attribution, read_status
from discrepancy.model import Article, Claim, Measure, Quantity
from discrepancy.sentences import Sentence, sentence_at, split_sentences
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
    sentences = split_sentences(text)
    if not sentences:
        return []
    dates = DateReader(article, sentences)
    numbers = find_numbers(text, dates.taken, own.units)
    measures = read_measures(text, sentences, numbers, own.vocabulary, dates.taken)
    scopes = ScopeReader(article, sentences)
    return [
        _claim(article, sentences[sentence_at(sentences, n.start)], n, dates, measure, scopes)
        for n, measure in zip(numbers, measures, strict=True)
    ]


def _claim(
    article: Article,
    sentence: Sentence,
    number: Number,
    dates: DateReader,
    measure: Measure,
    scopes: ScopeReader,
) -> Claim:
    text, start, end = article.text, number.start, number.end
    quantity = _quantity(text, number)
    context, extent = dates.context(start, end)
    scope = scopes.scope(start, end, extent)
    role = read_role(
        text, sentence, number.outer_start, number.outer_end, change=number.change, converted=number.converted
    )
    return Claim(
        id=_identity(article.id, start, end, text[start:end]),
        article_id=article.id,
        source=article.source,
        start=start,
        end=end,
        quote=text[sentence.start : sentence.end],
        quantity=quantity,
        measure=measure,
        dates=context,
        scope=replace(scope, role=role),
        attribution=read_attribution(text, sentence, start, end),
        status=read_status(text, sentence, start, end),
        quote_start=sentence.start,
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
