"""Claim: one quantitative statement at one span of one article, and what it speaks of."""

from dataclasses import dataclass, field
from enum import StrEnum

from discrepancy.escape import plain
from discrepancy.markup import table
from discrepancy.model.dates import DateContext
from discrepancy.model.quantity import Quantity


class Kind(StrEnum):
    """What sort of quantity a measure is."""

    COUNT = "count"  # 83 deaths
    LEVEL = "level"  # a depth of 8 km, an unemployment rate of 3.4%
    RATE = "rate"  # 12 per 100,000; 4 m barrels a day
    CHANGE = "change"  # rose by 5; up 0.3%
    SHARE = "share"  # 52% of the vote; a third of
    MONEY = "money"  # a $50 million reward
    DURATION = "duration"  # for 40 days
    AGE = "age"  # aged 21
    RATIO = "ratio"  # twice as many; three times


class Status(StrEnum):
    """How firmly the article states the figure."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    PRESUMED = "presumed"
    ESTIMATED = "estimated"
    PROJECTED = "projected"
    TARGET = "target"
    DENIED = "denied"


class Extent(StrEnum):
    """Whether a figure covers one incident, a running total, a standing level or a rate."""

    INCIDENT = "incident"  # five killed on Wednesday
    TOTAL = "total"  # 110 since September
    LEVEL = "level"  # 3.4% in January
    RATE = "rate"  # 4 a day
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What the figure does in its sentence."""

    HEADLINE = "headline"  # the figure that the sentence is about
    EARLIER = "earlier"  # an earlier reading of it: "up from 21", "first reported as 223,000"
    COMPARISON = "comparison"  # a figure of another event or period, given to compare
    CONVERSION = "conversion"  # the same figure in another unit, in brackets


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted or measured.

    Attributes:
        text: The counted phrase as printed ("suspected gang members"), "" where the figure names nothing itself.
        key: A canonical name: an outcome (deaths, injured, …) or the head noun in the singular.
        qualifiers: The words that narrow it (children, suspected, foreign), lower case.
        kind: What sort of quantity it is.
    """

    text: str = ""
    key: str = ""
    qualifiers: frozenset[str] = frozenset()
    kind: Kind = Kind.COUNT

    @property
    def is_taken_over(self) -> bool:
        """Whether the figure names nothing itself, and takes over what the words before it count."""
        return bool(self.key) and not self.text and self.kind is not Kind.RATIO


@dataclass(frozen=True, slots=True)
class Scope:
    """The parts of the question that a claim answers, beside measure, unit and dates.

    Attributes:
        extent: One incident, a running total, a level or a rate.
        role: Headline figure, an earlier reading, or a comparison.
        part: The named part that the figure is restricted to ("children", "each boat"), "" for the whole.
        places: The places of which the figure is said, lower case, the narrowest ("lisbon", not "portugal").
        setting: The place carried from the sentences before, where its own names none for it.
        names: Proper names of the claim's clause, lower case.
        named: Proper names of the whole sentence, lower case.
        basis: Definition words (gross, quota, valid votes, month on month), canonical.
        words: Content stems of the claim's sentence.
        near: Content stems of the claim's clause.
        context: Content stems of the sentence before, in a tuple: a set takes four times the memory.
        story: The most frequent names and content stems of the article, likewise.
        revision: The words by which the text says that a figure was changed ("revised down"), "" for none.
        each: Whether the figure is said of each of several things.
        another: Whether the sentence speaks of one more of its kind ("a second quake, of magnitude 6.1").
    """

    extent: Extent = Extent.UNKNOWN
    role: Role = Role.HEADLINE
    part: str = ""
    places: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    basis: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    context: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    revision: str = ""
    each: bool = False
    another: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """One quantitative statement.

    Attributes:
        id: Stable across runs: a hash of article id, offsets and surface.
        article_id: The article it stands in.
        source: The outlet of the article.
        start: Offset of the number in the article's text.
        end: End of the number, half-open; `article.text[start:end]` is the number as printed.
        quote: The sentence, word for word.
        quantity: The interval, the unit, and how it was written.
        measure: What is counted.
        dates: Published, as of, period, event.
        scope: The other parts of the question.
        attribution: Who the article says it has the figure from, "" for nobody.
        status: How firmly it is stated.
        quote_start: Offset of the quote in the article's text.
    """

    id: str
    article_id: str
    source: str
    start: int
    end: int
    quote: str
    quantity: Quantity
    measure: Measure = field(default_factory=Measure)
    dates: DateContext = field(default_factory=DateContext)
    scope: Scope = field(default_factory=Scope)
    attribution: str = ""
    status: Status = Status.REPORTED
    quote_start: int = 0

    def __repr__(self) -> str:
        what = " ".join([self.quantity.surface, self.measure.text or self.measure.key])
        when = f", as of {self.dates.as_of}" if self.dates.as_of else ""
        return plain(f"<Claim {what} = {self.quantity}{when}, {self.source or self.article_id}>")

    def _repr_html_(self) -> str:
        return table([fact for fact in self.facts() if fact[1]])

    def facts(self) -> tuple[tuple[str, str], ...]:
        """What was understood of the figure, as names and words; "" where nothing was."""
        measure, scope, quantity = self.measure, self.scope, self.quantity
        return (
            ("figure", quantity.surface),
            ("means", f"{quantity} ({quantity.bound})"),
            ("bound words", quantity.bound_text),
            ("unit", quantity.unit),
            ("measure", f"{measure.key or 'unknown'} ({measure.kind})"),
            ("counted", measure.text or ("taken over from the words before" if measure.is_taken_over else "")),
            ("narrowed by", ", ".join(sorted(measure.qualifiers))),
            ("part", scope.part),
            ("definition", ", ".join(sorted(scope.basis))),
            ("covers", str(scope.extent)),
            ("role", str(scope.role)),
            ("status", str(self.status)),
            ("attribution", self.attribution),
            ("published", self.dates.published.isoformat() if self.dates.published else "unknown"),
            *((name, span.described()) for name, span in self.dates.found),
            ("article", self.article_id),
            ("source", self.source),
            ("place", f"{self.start}–{self.end}"),
            ("sentence", self.quote),
        )
