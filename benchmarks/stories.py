"""Invents news stories with planted truth, as many as wanted, and scores a report against it.

Each story has an event, a place and people of its own, words of its own from a pool in which few words are frequent
and most are rare (as in news), and a few questions ("how many were killed?") with a true answer for each day. Its
articles tell some of the answers, in wordings, hedges and roundings of their own; now and then one tells a wrong
figure. What was planted says which pairs of figures belong together, and which of them are a conflict.

    python -m benchmarks.stories --stories 200      how well the planted truth is found again, as stories are added
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from discrepancy import Article, Report, Verdict, check

FIRST_DAY = date(2031, 1, 1)
SYLLABLES = (
    "ba be bo bri ca che co cra da del do dra el fa fen fi ga gor gri ha hel ho is ja ka ken la lem lin lo ma mer mi "
    "mo na ni nor o pa per pi ra ri ro sa sel si sta ta tel ti tor u va vel vi wa wen ya zo"
).split()
ENDINGS = "n r l s t m nd rt st ck x".split()
EVENTS = (
    "earthquake flood landslide explosion ferry_sinking train_crash factory_fire bridge_collapse avalanche bus_crash "
    "market_fire mine_collapse storm wildfire dam_failure building_collapse"
).split()
FILLER = (
    "The {a} of {place} had the {b} and the {c} by then.",
    "{person}, with a {a} beside the {b}, was there before the {c}.",
    "There were {a}, {b} and {c} at the {d} in {place}.",
    "From the {a} to the {b} there was {c} and {d}.",
    "“We had no {a} and no {b},” {person} said.",
    "They were at the {a} and had the {b} with them.",
    "The {a} and the {b} of {place} are for the {c}.",
    "A {a} from the {b} is with the {c}, {person} said.",
    "It was {a} and {b} before the {event}.",
    "The {a} in {place} is to have a {b} once there is a {c}.",
)
OUTLETS = tuple(
    f"{a} {b}" for a in ("Northern", "Harbour", "Evening", "Delta", "Valley") for b in ("Post", "Wire", "Echo")
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a story: ways to say the answer, its size, and whether it rises from day to day."""

    name: str
    sentences: tuple[str, ...]
    sizes: tuple[int, int]
    running: bool = False


QUESTIONS = (
    Question(
        "deaths",
        (
            "The {event} in {place} has killed {n} people, officials said.",
            "{n} people were killed in the {place} {event}.",
            "The death toll from the {event} stands at {n}.",
        ),
        (12, 900),
        running=True,
    ),
    Question(
        "injured",
        (
            "The {event} in {place} injured {n} people.",
            "{n} people were injured in the {event}, doctors in {place} said.",
        ),
        (20, 3000),
        running=True,
    ),
    Question(
        "homes",
        ("The {event} destroyed {n} homes in {place}.", "{n} homes in {place} were destroyed by the {event}."),
        (15, 6000),
    ),
    Question(
        "evacuated",
        ("{n} residents of {place} were evacuated.", "Rescuers evacuated {n} residents from {place}."),
        (100, 30000),
    ),
    Question(
        "damage",
        ("The {event} caused damage of ${n} million.", "Damage from the {place} {event} was put at ${n} million."),
        (3, 900),
    ),
    Question(
        "railway",
        ("The {event} closed {n} kilometres of railway near {place}.",),
        (5, 300),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A figure written into an article.

    Attributes:
        article: The article's id.
        start: Offset of the number.
        question: The story and the question that it answers.
        value: The figure as printed.
        wrong: Whether it is not the truth of its day.
        day: The article's day, counted from the first day of the story.
    """

    article: str
    start: int
    question: tuple[int, str]
    value: int
    wrong: bool
    day: int


@dataclass(frozen=True, slots=True)
class _Story:
    number: int
    event: str
    place: str
    people: tuple[str, ...]
    words: tuple[str, ...]
    first_day: date
    answers: dict[str, tuple[int, ...]]  # the true value of each day


def invent(stories: int, seed: int = 0, per_story: tuple[int, int] = (3, 7)) -> tuple[list[Article], list[Planted]]:
    """Invent some stories.

    Args:
        stories: How many.
        seed: The same seed gives the same articles; more stories leave the first ones as they are.
        per_story: The least and the greatest number of articles a story.

    Returns:
        The articles, and what was planted in them.
    """
    articles: list[Article] = []
    planted: list[Planted] = []
    pool = _WordPool()
    for number in range(stories):
        rng = random.Random(seed * 1_000_003 + number)
        story = _invent_story(number, rng, pool)
        for at in range(rng.randint(*per_story)):
            article, figures = _write(story, f"s{number}-a{at}", rng)
            articles.append(article)
            planted += figures
    return articles, planted


class _WordPool:
    """Invented words, the nth drawn about 1/n as often as the first: few are frequent, most are rare."""

    def __init__(self, size: int = 40_000) -> None:
        rng = random.Random(7)
        words: dict[str, None] = {}
        while len(words) < size:
            words[_word(rng)] = None
        self.words = tuple(words)
        self.shares = list(accumulate(1 / (10 + rank) for rank in range(size)))

    def draw(self, rng: random.Random, many: int) -> tuple[str, ...]:
        return tuple(rng.choices(self.words, cum_weights=self.shares, k=many))


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3))) + rng.choice(ENDINGS)


def _invent_story(number: int, rng: random.Random, pool: _WordPool) -> _Story:
    answers = {}
    for question in QUESTIONS:
        value = rng.randint(*question.sizes)
        days = [value]
        for _ in range(9):
            value += rng.randint(1, 2 + value // 8) if question.running else 0
            days.append(value)
        answers[question.name] = tuple(days)
    people = tuple(f"{_word(rng).title()} {_word(rng).title()}" for _ in range(4))
    place = _word(rng).title() + rng.choice(("", "", " Bay", " Valley", "ville", " Alta"))
    event = rng.choice(EVENTS).replace("_", " ")
    first_day = FIRST_DAY + timedelta(days=rng.randrange(1500))
    return _Story(number, event, place, people, pool.draw(rng, 40), first_day, answers)


def _write(story: _Story, name: str, rng: random.Random) -> tuple[Article, list[Planted]]:
    day = rng.randrange(8)
    figures = rng.sample(QUESTIONS, rng.randint(2, 4))
    filler = rng.sample(FILLER, rng.randint(4, 8))
    text, planted = "", []
    for at, template in enumerate(filler):
        if at < len(figures):
            sentence, place, value, wrong = _figure(story, figures[at], day, rng)
            question = (story.number, figures[at].name)
            planted.append(Planted(name, len(text) + place, question, value, wrong, day))
            text += sentence + " "
        a, b, c, d = rng.sample(story.words, 4)
        person = rng.choice(story.people)
        text += template.format(a=a, b=b, c=c, d=d, place=story.place, person=person, event=story.event) + " "
        text += "\n\n" if at % 3 == 2 else ""
    title = f"{story.place} {story.event}: {rng.choice(('what we know', 'the day after', 'questions remain'))}"
    published = story.first_day + timedelta(days=day)
    return Article(id=name, text=text, title=title, source=rng.choice(OUTLETS), published=published), planted


def _figure(story: _Story, question: Question, day: int, rng: random.Random) -> tuple[str, int, int, bool]:
    """A sentence, the offset of its number, its value, and whether it is wrong."""
    value = story.answers[question.name][day]
    wrong = rng.random() < 0.06
    if wrong:
        value = int(value * rng.choice((0.4, 0.6, 1.5, 1.9))) + 1
    hedge = "" if wrong else rng.choice(("", "", "", "at least ", "about "))
    if hedge == "about " and value >= 100:
        value = round(value, 1 - len(str(value)) + 1)
    template = rng.choice(question.sentences)
    before, _, after = template.format(event=story.event, place=story.place, n="\0").partition("\0")
    before = before[:-1] + hedge + "$" if before.endswith("$") else before + hedge
    sentence = before + f"{value:,}" + after
    return sentence[0].upper() + sentence[1:], len(before), value, wrong


@dataclass(frozen=True, slots=True)
class Score:
    """How well the planted truth was found again.

    Attributes:
        right: Pairs of planted figures of one question put into one group.
        wrong: Pairs put into one group that answer two questions.
        missed: Pairs of one question in two groups.
        groups: Questions answered by two articles or more.
        conflicts: Questions that hold a planted conflict.
        found: Findings whose verdict stands on two figures of one question, of which one was planted wrong.
        false: Other findings called a conflict.
    """

    right: int
    wrong: int
    missed: int
    groups: int
    conflicts: int
    found: int
    false: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return (
            f"alignment P {precision:.3f} R {recall:.3f}; {self.groups} groups, {self.conflicts} with a planted "
            f"conflict, {self.found} found, {self.false} false: {1000 * self.false / max(1, self.groups):.1f} in 1,000"
        )


def score(report: Report, planted: Sequence[Planted]) -> Score:
    """Compare a report with what was planted."""
    by_place = {(figure.article, figure.start): figure for figure in planted}
    members: dict[tuple[int, str], list[Planted]] = {}
    for figure in planted:
        members.setdefault(figure.question, []).append(figure)
    wanted = sum(_pairs(figures) for figures in members.values())
    answered = [figures for figures in members.values() if len({f.article for f in figures}) > 1]
    right = wrong = found = false = 0
    for finding in report.findings:
        figures = [f for c in finding.group.claims if (f := by_place.get((c.article_id, c.start)))]
        together = Counter(f.question for f in figures)
        here = sum(n * (n - 1) // 2 for n in together.values())
        right += here
        wrong += len(figures) * (len(figures) - 1) // 2 - here
        if finding.verdict is Verdict.CONFLICT:
            real = _is_planted(
                [by_place.get((c.article_id, c.start)) for c in (finding.decisive.a, finding.decisive.b)]
            )
            found += real
            false += not real
    conflicts = sum(any(f.wrong for f in figures) for figures in answered)
    return Score(right, wrong, wanted - right, len(answered), conflicts, found, false)


def _is_planted(pair: Sequence[Planted | None]) -> bool:
    """Whether two figures answer one question and one of them is wrong."""
    figures = [figure for figure in pair if figure]
    return len(figures) == 2 and len({f.question for f in figures}) == 1 and any(f.wrong for f in figures)


def _pairs(figures: Sequence[Planted]) -> int:
    return len(figures) * (len(figures) - 1) // 2


def growing(sizes: Sequence[int], seed: int = 0) -> Iterator[tuple[int, Score]]:
    """Score runs of more and more stories."""
    for size in sizes:
        articles, planted = invent(size, seed)
        yield size, score(check(articles), planted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, nargs="*", default=[10, 50, 250])
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    for size, result in growing(args.stories, args.seed):
        print(f"{size:7,d} stories: {result}")


if __name__ == "__main__":
    main()
