"""The one place that makes inputs: invented stories, drawn as data and rendered to articles with planted figures.

A story is drawn as data and rendered afterwards, so that a law can render one story twice with a single thing changed:
its dates, the unit of a figure, the width of a hedge.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from discrepancy import Article

WORDS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen").split()
SOURCES = ("Northern Wire", "The Tarn Post", "Quay Radio", "Morning Ledger", "Delta Observer", "Evening Bell")
EVENTS = (
    "Corvo ferry fire",
    "Haldane Pass avalanche",
    "Minchester tram crash",
    "Ostrava Alta landslide",
    "Port Lindsay explosion",
    "Velmora flood",
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words around a number, and the bounds that they make: steps from the value, None where open."""

    before: str = ""
    after: str = ""
    low: int | None = 0
    high: int | None = 0


EXACT = Hedge()
ABOUT = Hedge("about ")
HEDGES = (
    EXACT,
    ABOUT,
    Hedge("at least ", high=None),
    Hedge("", " or more", high=None),
    Hedge("more than ", low=1, high=None),
    Hedge("up to ", low=None),
    Hedge("under ", low=None, high=-1),
    Hedge("nearly ", low=None, high=-1),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a figure counts: its unit, the step of its bounds (none for a continuous thing), and ways to say it."""

    unit: str
    sentences: tuple[str, ...]
    step: int = 1
    scale: tuple[str, str, int] | None = None  # words of the unit, words of a smaller one, how many make the first


KINDS = (
    Kind("count", ("The {event} killed {figure} people{day}.", "{figure} people were killed in the {event}{day}.")),
    Kind("count", ("The {event} injured {figure} people{day}.", "{figure} people were injured in the {event}{day}.")),
    Kind("count", ("The {event} destroyed {figure} homes{day}.", "{figure} homes were destroyed by the {event}{day}.")),
    Kind(
        "km",
        (
            "The {event} closed {figure} kilometres of railway{day}.",
            "{figure} kilometres of railway were closed by the {event}{day}.",
        ),
        step=0,
        scale=("kilometres", "metres", 1000),
    ),
    Kind(
        "USD",
        ("The {event} caused damage of ${figure} million{day}.",),
        step=0,
        scale=(" million", "", 1_000_000),
    ),
)
DEATHS = KINDS[0]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with one figure."""

    kind: Kind
    wording: int
    value: int
    hedge: Hedge
    spelled: bool
    day: int | None  # days before publication, named as a weekday; None names no day
    rescaled: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: its lines and its day, counted from the first day of the story; None is undated."""

    source: str
    lines: tuple[Line, ...]
    published: int | None
    event: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A figure that was written into an article: where it stands, and what it must be read as."""

    article: str
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str


FIRST_DAY = date(2031, 3, 5)


def render(pieces, *, first_day=FIRST_DAY, names=None):
    """Write the articles of a story; give them and the figures planted in them.

    `names` are the ids of the articles, in the order of the pieces.
    """
    articles, planted = [], []
    for number, piece in enumerate(pieces):
        name = names[number] if names else f"piece-{number}"
        published = None if piece.published is None else first_day + timedelta(days=piece.published)
        text = ""
        for line in piece.lines:
            sentence, start, end = write_line(line, piece.event, published)
            planted.append(Planted(name, len(text) + start, len(text) + end, *bounds(line), line.kind.unit))
            text += sentence + " "
        articles.append(Article(id=name, text=text.strip(), source=piece.source, published=published))
    return articles, planted


def write_line(line, event, published):
    """Write one sentence; give it with the offsets of its number, magnitude word included."""
    template = line.kind.sentences[line.wording % len(line.kind.sentences)]
    number = WORDS[line.value - 2] if line.spelled and line.value - 2 < len(WORDS) else f"{line.value:,}"
    magnitude = " million" if " million" in template else ""
    if line.rescaled and line.kind.scale:
        words, smaller, many = line.kind.scale
        template, number = template.replace(words, smaller), f"{line.value * many:,}"
        magnitude = ""
    day = "" if line.day is None or published is None else f" on {published - timedelta(days=line.day):%A}"
    before, after = template.format(event=event, figure="\0", day=day).split("\0")
    if before.endswith("$"):  # "about $12 million", not "$about 12 million"
        before = before[:-1] + line.hedge.before + "$"
    else:
        before += line.hedge.before
    if not magnitude:
        after = line.hedge.after + after
    sentence = before + number + after
    sentence = sentence[0].upper() + sentence[1:]
    return sentence, len(before), len(before) + len(number) + len(magnitude)


def bounds(line):
    """Give what the words of a line allow, in the unit of its kind, multiplied out."""
    scale = line.kind.scale[2] if line.kind.unit == "USD" else 1
    return tuple(
        None if step is None else line.value * scale + step * line.kind.step
        for step in (line.hedge.low, line.hedge.high)
    )


def lines(kinds, hedges, values):
    """Draw one sentence with a figure."""
    return st.builds(
        Line,
        kind=st.sampled_from(kinds),
        wording=st.integers(0, 1),
        value=values,
        hedge=st.sampled_from(hedges),
        spelled=st.booleans(),
        day=st.one_of(st.none(), st.integers(0, 5)),
    ).map(plain)


def plain(line):
    """A number written with a unit stays in digits, and "12 or more million" is not said."""
    if line.kind.scale is None:
        return line
    return replace(line, spelled=False, hedge=EXACT if line.hedge.after else line.hedge)


@st.composite
def stories(draw, *, events=EVENTS, kinds=KINDS, hedges=HEDGES, sizes=(2, 4), dated=None):
    """Draw the pieces of one story: each says at most one thing of a kind, from a few values, so that figures meet."""
    event = draw(st.sampled_from(events))
    pool = draw(st.lists(st.integers(2, 4_000), min_size=1, max_size=3))
    pieces = []
    for number in range(draw(st.integers(*sizes))):
        drawn = draw(
            st.lists(lines(kinds, hedges, st.sampled_from(pool)), min_size=1, max_size=3, unique_by=lambda x: x.kind)
        )
        published = draw(dated if dated is not None else st.one_of(st.integers(0, 20), st.none()))
        pieces.append(Piece(SOURCES[number], tuple(drawn), published, event))
    return tuple(pieces)


def other_articles():
    """Draw an article on another subject altogether."""
    return st.builds(
        "{} won {:,} medals for pastry at the fair of {}, where visitors ate {:,} cakes.".format,
        st.sampled_from(("Ada Brook", "Luis Prat", "Mei Tan")),
        st.integers(2, 40),
        st.sampled_from(("Gansfeld", "Orlo", "Quimby")),
        st.integers(100, 9_000),
    ).map(lambda text: Article(id="pastry", text=text, source="Baker's Weekly", published=FIRST_DAY))
