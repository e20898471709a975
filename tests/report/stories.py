"""A small invented story and its report, made by hand: no stage has a part in it, so no change of a rule touches it."""

from datetime import date
from itertools import combinations

from discrepancy.align.compare import Level
from discrepancy.model import (
    Article,
    Basis,
    Claim,
    DateContext,
    DateSpan,
    Finding,
    Group,
    Measure,
    Pair,
    Role,
    Scope,
    Status,
    Verdict,
)
from discrepancy.report import Report
from tests.builders import quantity

MON, TUE, WED, THU = (date(2026, 3, day) for day in (9, 10, 11, 12))
WIRE = (
    "Mud came down on Oster after three days of rain. Officials in the vale said 21 people had been killed. "
    "They counted 85 injured by noon. Helicopters could not land."
)
HERALD = Article(
    id="herald",
    title="Hillside buries part of Oster",
    source="The Vale Herald",
    url="https://herald.example/oster?day=10",
    published=TUE,
    text="A hillside gave way above Oster on Monday evening. Rescuers said at least 14 people were killed. "
    "Capt. Ines Moll said that 60 people were injured. The road to the coast is closed.\n\n"
    "About 400 residents were moved to schools. The slope is 1.2 km long.",
)
COAST = Article(
    id="coast", title="Mud on Oster", source="Coast Wire", url="https://coast.example/1", published=TUE, text=WIRE
)
COPY = Article(id="copy", title="Mud on Oster", source="Ledger Online", url="", published=TUE, text=WIRE)
LEDGER = Article(
    id="ledger",
    title="Oster toll rises",
    source="Morning Ledger",
    url="https://ledger.example/oster",
    published=THU,
    text="The search of the mud went on. The toll rose to 33 on Wednesday, the fire service said. "
    "It was 14 at first. Among the 415 people moved out were tourists. The slide is 1,200 metres long.",
)
LETTER = Article(
    id="letter",
    title="From a reader",
    source="",
    text="I saw it happen. Nobody warned us of the rain. Not 3 but 5 houses are gone, whatever the mayor says!",
)
SECOND = Article(
    id="second",
    source="Weekly Post",
    published=THU,
    text="Oster counts its losses. The slide took 3 houses. The Post's own count is 9 dead, from an early list.",
)


def assumed(day: date, *, doubtful: bool = False) -> DateSpan:
    return DateSpan(day, day, basis=Basis.ASSUMED, doubtful=doubtful)


def figure(article: Article, sentence: str, words: str, key: str, **more) -> Claim:
    """A claim at the number between stars in a sentence of an article, in the notation of `builders.quantity`."""
    at = article.text.index(sentence.replace("*", ""))
    surface = sentence.split("*")[1]
    read = quantity(words, more.get("unit", "count"))
    start = at + sentence.index("*")
    return Claim(
        id=f"{article.id}-{start}",
        article_id=article.id,
        source=article.source,
        start=start,
        end=start + len(surface),
        quote=sentence.replace("*", ""),
        quantity=type(read)(read.low, read.high, read.value, read.bound, read.approximate, read.unit, surface),
        measure=Measure(more.get("counted", key), key),
        dates=more.get(
            "dates", DateContext(article.published, assumed(article.published) if article.published else None)
        ),
        scope=Scope(role=more.get("role", Role.HEADLINE)),
        attribution=more.get("attribution", ""),
        status=more.get("status", Status.REPORTED),
        quote_start=at,
    )


SINCE_MONDAY = DateSpan(MON, TUE, "on Monday evening", 35, 52, Basis.CARRIED, doubtful=True)
ON_WEDNESDAY = DateSpan(WED, WED, "on Wednesday", 0, 0, Basis.RESOLVED)

INJURED = (
    figure(
        HERALD, "Capt. Ines Moll said that *60* people were injured.", "60", "injured", attribution="Capt. Ines Moll"
    ),
    figure(COAST, "They counted *85* injured by noon.", "85", "injured", attribution="Officials in the vale"),
    figure(COPY, "They counted *85* injured by noon.", "85", "injured", attribution="Officials in the vale"),
)
HOUSES = (
    figure(LETTER, "Not 3 but *5* houses are gone, whatever the mayor says!", "5", "house", counted="houses"),
    figure(SECOND, "The slide took *3* houses.", "3", "house", counted="houses"),
)
DEATHS = (
    figure(
        HERALD, "Rescuers said at least *14* people were killed.", "14+", "deaths", counted="people killed",
        attribution="Rescuers", dates=DateContext(TUE, assumed(TUE), SINCE_MONDAY),
    ),
    figure(COAST, "Officials in the vale said *21* people had been killed.", "21", "deaths", counted="people killed"),
    figure(COPY, "Officials in the vale said *21* people had been killed.", "21", "deaths", counted="people killed"),
    figure(
        LEDGER, "The toll rose to *33* on Wednesday, the fire service said.", "33", "deaths", counted="toll",
        attribution="the fire service", dates=DateContext(THU, ON_WEDNESDAY),
    ),
    figure(SECOND, "The Post's own count is *9* dead, from an early list.", "9", "deaths", counted="dead"),
)  # fmt: skip
MOVED = (
    figure(HERALD, "About *400* residents were moved to schools.", "~400", "moved", counted="residents"),
    figure(LEDGER, "Among the *415* people moved out were tourists.", "415", "moved", counted="people moved out"),
)
LENGTH = (
    figure(HERALD, "The slope is *1.2* km long.", "1.2", "length", unit="km"),
    figure(LEDGER, "The slide is *1,200* metres long.", "1200", "length", unit="m"),
)
LEVELS = (
    Level("start", "any two claims", -2.5),
    Level("measure", "same", 2.5),
    Level("window", "unknown", 0.0),
    Level("clause", "nothing", -0.8),
    Level("value", "within five times", 1.2),
)
ARTICLES = (HERALD, COAST, COPY, LEDGER, LETTER, SECOND)


class Judged:
    """Judges every pair of two articles alike: what was said of the deciding one."""

    def __init__(self, verdict, reason, rule, flip):
        self.words = (verdict, reason, rule, flip)

    def __call__(self, group):
        return (Pair(a, b, *self.words) for a, b in combinations(group.claims, 2) if a.article_id != b.article_id)


def finding(label, claims, verdict, reason, rule, **more) -> Finding:
    """A finding decided by its first and its last claim; copies of one text are one origin."""
    articles = {claim.article_id for claim in claims}
    wire = frozenset({"coast", "copy"}) & articles
    origins = tuple(sorted([*({wire} if wire else ()), *(frozenset({name}) for name in articles - wire)], key=min))
    words = (verdict, reason, rule, more.get("flip", ""))
    return Finding(
        group=Group(more.get("id", f"g-{label}".replace(" ", "-")), label, claims, origins),
        verdict=verdict,
        reason=reason,
        rule=rule,
        flip=more.get("flip", ""),
        decisive=Pair(claims[0], claims[more.get("against", -1)], *words),
        articles=len(articles),
        origins=origins,
        latest=more.get("latest"),
        figure=more.get("figure"),
        envelope=more.get("envelope"),
        lagging=more.get("lagging", frozenset()),
        judge_pairs=Judged(*words),
    )


FINDINGS = (
    finding(
        "injured", INJURED, Verdict.CONFLICT,
        "60 (as of 10 Mar 2026) and 85 (as of 10 Mar 2026) exclude each other, and both are given for the same time.",
        "same_date", flip="would be an update if one of them were of another day than 10 Mar 2026",
        latest=INJURED[1], figure=60.0,
    ),
    finding(
        "houses", HOUSES, Verdict.UNCLEAR,
        "3 (as of 12 Mar 2026) and 5 (no date) exclude each other, and the dates that would decide are missing.",
        "dates_missing", flip="would be settled by the day at which each figure was true",
    ),
    finding(
        "deaths", DEATHS, Verdict.UPDATE,
        "Rise: at least 14 (as of 10 Mar 2026) and 33 (as of 11 Mar 2026); a running count may have grown in between.",
        "later_rise", flip="would be a conflict if both figures were of one date", against=3,
        latest=DEATHS[3], figure=33.0, envelope=(33.0, None), lagging=frozenset({DEATHS[4].id}),
    ),
    finding(
        "moved", MOVED, Verdict.SCOPE, "Definition differs (whom): about 400 is residents, 415 is residents and tourists.",
        "definition_differs", flip="would be compared if both were residents",
    ),
    finding(
        "length", LENGTH, Verdict.AGREE, "1.2 km and 1,200 m can both be true, as they are written.", "values_meet",
        envelope=(1.2, 1.2), figure=1.2, latest=LENGTH[1],
    ),
)  # fmt: skip


def levels(claims, a, b):
    """The same levels for any two claims."""
    return LEVELS


def report() -> Report:
    """The report of the story: one finding of each verdict."""
    claims = tuple(claim for f in FINDINGS for claim in f.group.claims)
    order = {article.id: at for at, article in enumerate(ARTICLES)}
    ordered = tuple(sorted(claims, key=lambda claim: (order[claim.article_id], claim.start)))
    return Report(ARTICLES, ordered, FINDINGS, compare=levels)
