"""What a user may turn, each with its reason: thresholds, limits, and words, parts and rules of their own.

What is the user's own is handed in as objects and goes down the stages as such; nothing is registered or patched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class OwnOutcome:
    """What may happen to the things counted, in words of the user's own.

    Attributes:
        key: The name under which it is counted ("furloughed").
        verbs: Its verbs in the base form ("furlough"): "furloughed 340 workers", "340 were furloughed".
        nouns: Its nouns in the singular ("furlough"): "340 furloughs".
        adjectives: Its adjectives ("idle"): "340 idle".
        people: Whether only people suffer it; then workers and miners are one count of it, as all the killed are.
    """

    key: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of the user's own, read beside the word lists of the package; where both know a word, these win.

    Attributes:
        outcomes: What may happen to the things counted.
        nouns: Counted nouns in the singular, lower case, with the measure they are counted under:
            {"hen": "poultry", "duck": "poultry"}.
        units: Units in the singular with how much of another unit one of them is: {"football pitch": (0.714, "ha")}.
            The value is multiplied out, and is about that much; one of 1.0 is another spelling.
        behaviours: How a measure moves in time, "running" (only rises), "moving" or "settled": {"poultry": "moving"}.
    """

    outcomes: tuple[OwnOutcome, ...] = ()
    nouns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    behaviours: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A part of the question that two claims answer, compared by a function of the user's own.

    Attributes:
        name: The part ("desk").
        compare: Takes two claims and names a level; it must not depend on which claim comes first.
        weights: What each level adds, in log-odds; minus infinity decides alone that the two are not one question. A
            level that is not here adds nothing.
    """

    name: str
    compare: Callable[[Any, Any], str]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may turn; every threshold has a default that was fitted on gold stories or stated by a source.

    Attributes:
        story_words: How many of the words they come back to two articles must share for their claims to meet.
        match_weight: The mean match weight (log-odds) above which two clusters of claims join.
        alarm_weight: The match weight that two claims of a group must have by themselves to be called a conflict; the
            others brought together by the rest of the group are unclear at most.
        unlinked_weight: The weight of a pair of claims that blocking did not find worth comparing.
        open_reach: How far above an open bound the writer may mean, as a share ("at least 83" is 83 to 91).
        vague_factor: How far above its low end a vague word reaches ("dozens" is 24 to 99).
        hedge_floor: The least width of "about", as a share of the value.
        hedge_ceiling: The greatest width of "about", however round the number.
        rounding_ceiling: The greatest rounding of a measured value, as a share.
        round_count: From this size on, trailing zeros of a count are taken for a rounding.
        conversion_slack: How far two units may differ after conversion, as a share (17 miles and 27 km).
        closed_after: Days after the last day of what is counted, from which on the count is closed.
        tolerances: How far two figures of a measure may differ and still agree, as a share: {"participant": 0.2}.
        lexicon: Words of the user's own.
        parts: Parts of the question of the user's own, compared after those of the package.
        rules: The whole table of verdict rules by name, in the order in which they are asked; that of the package,
            `discrepancy.judge.RULES`, if None. Own rules stand before, behind or among those.
    """

    story_words: int = 1
    match_weight: float = -0.6
    alarm_weight: float = -1.2
    unlinked_weight: float = -3.0
    open_reach: float = 0.0
    vague_factor: float = 4.2
    hedge_floor: float = 0.05
    hedge_ceiling: float = 0.1
    rounding_ceiling: float = 0.05
    round_count: float = 1000.0
    conversion_slack: float = 0.005
    closed_after: int = 60
    tolerances: Mapping[str, float] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    parts: tuple[OwnPart, ...] = ()
    rules: Mapping[str, Callable[[Any], Any]] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of one input; beyond, it is refused with an error that names the limit.

    A text within a file has no limit of its own, nor has the number of articles: the work grows about linearly.

    Attributes:
        file_bytes: The largest file; a larger one is split by its owner, not read into memory.
        page_bytes: The largest saved page; markup costs far more than plain text.
        page_elements: The most elements of a saved page; the reader of pages grows faster than they do.
        feed_bytes: The largest feed.
        front_matter: The longest front matter, in characters; YAML costs about 50 times as much as text.
        first_year: Publication dates before this year are the empty dates of machines (1970, 1900) and are not
            believed; nor are those of the future.
    """

    file_bytes: int = 64 * 1024 * 1024
    page_bytes: int = 8 * 1024 * 1024
    page_elements: int = 50_000
    feed_bytes: int = 8 * 1024 * 1024
    front_matter: int = 16 * 1024
    first_year: int = 1990
