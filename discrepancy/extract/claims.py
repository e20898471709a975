"""Claims: one pass over an article that tells figures from dates, and reads what each figure says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
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
from discrepancy.model import Article, Claim, DateContext, Extent, Measure, Quantity, Role, Scope, Status
from discrepancy.sentences import sentence_at
from discrepancy.settings import Lexicon, Settings

_TOGETHER = 32  # articles that are read together


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
    given = iter(articles)
    return [claim for batch in iter(lambda: list(islice(given, _TOGETHER)), []) for claim in _claims_of(batch, own)]


@dataclass(frozen=True, slots=True)
class _Own:
    """The words and units by which figures are read: the package's and the user's."""

    vocabulary: Vocabulary
    units: OwnUnits

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        return cls(vocabulary_of(lexicon), OwnUnits.of(lexicon))


@dataclass(slots=True)
class _Draft:
    """An article while it is read: its sentences, its dates, its figures, and the sentence of each figure."""

    article: Article
    passages: Sequence[Passage]
    dates: DateReader
    numbers: Sequence[Number]
    spots: Sequence[int]


def _claims_of(articles: Iterable[Article], own: _Own) -> Iterator[Claim]:
    """Find the claims of some articles, reader by reader: the tables and patterns of one stay near the processor."""
    drafts = _drafts_of(articles, own)
    contexts = [[draft.dates.context(n.start, n.end) for n in draft.numbers] for draft in drafts]
    measures = [read_measures(d.article.text, d.passages, d.numbers, own.vocabulary, d.dates.taken) for d in drafts]
    roles = [_roles_of(draft) for draft in drafts]
    scopes = [_scopes_of(*each) for each in zip(drafts, measures, contexts, roles, strict=True)]
    voices = [_voices_of(draft) for draft in drafts]
    for parts in zip(drafts, measures, contexts, scopes, voices, strict=True):
        yield from _claims_told(*parts)


def _drafts_of(articles: Iterable[Article], own: _Own) -> list[_Draft]:
    """The articles that hold figures."""
    split = [(article, split_passages(article.text)) for article in articles]
    within = [[(p.start, p.end) for p in passages if may_hold_numbers(p)] for _, passages in split]
    rows = [(*each, spans) for each, spans in zip(split, within, strict=True) if spans]
    dates = [DateReader(article, passages) for article, passages, _ in rows]
    drafts = []
    for (article, passages, spans), reader in zip(rows, dates, strict=True):
        numbers = find_numbers(article.text, reader.taken, own.units, within=spans)
        spots = [sentence_at(passages, number.start) for number in numbers]
        drafts += [_Draft(article, passages, reader, numbers, spots)] if numbers else []
    return drafts


def _claims_told(
    draft: _Draft,
    measures: Sequence[Measure],
    contexts: Sequence[tuple[DateContext, Extent]],
    scopes: Sequence[Scope],
    voices: Sequence[tuple[str, Status]],
) -> Iterator[Claim]:
    figures = zip(draft.numbers, draft.spots, measures, contexts, scopes, voices, strict=True)
    for number, spot, measure, (dates, _), scope, (attribution, status) in figures:
        told = _Parts(measure, dates, scope, attribution, status)
        yield _claim(draft.article, draft.passages[spot], number, told)


def _roles_of(draft: _Draft) -> list[Role]:
    return [
        read_role(draft.passages[at], n.outer_start, n.outer_end, change=n.change, converted=n.converted)
        for at, n in zip(draft.spots, draft.numbers, strict=True)
    ]


def _voices_of(draft: _Draft) -> list[tuple[str, Status]]:
    spans = [(draft.passages[at], n.start, n.end) for at, n in zip(draft.spots, draft.numbers, strict=True)]
    return list(zip([read_attribution(*span) for span in spans], [read_status(*span) for span in spans], strict=True))


def _scopes_of(
    draft: _Draft, measures: Sequence[Measure], contexts: Sequence[tuple[DateContext, Extent]], roles: Sequence[Role]
) -> list[Scope]:
    told: dict[int, set[str]] = {}
    for spot, measure in zip(draft.spots, measures, strict=True):
        told.setdefault(spot, set()).add(measure.key)
    reader = ScopeReader(draft.article, draft.passages, told)
    figures = zip(draft.spots, draft.numbers, measures, contexts, roles, strict=True)
    return [
        reader.scope(at, number.start, number.end, measure.key, extent=extent, role=role)
        for at, number, measure, (_, extent), role in figures
    ]


class _Parts(NamedTuple):
    """What is read of a figure beside its number."""

    measure: Measure
    dates: DateContext
    scope: Scope
    attribution: str
    status: Status


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
