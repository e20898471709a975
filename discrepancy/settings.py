"""The few thresholds and limits that a user may turn, in two frozen objects; each with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may turn; every field has a default that was fitted on gold stories or stated by a source.

    Attributes:
        story_words: How many of the words they come back to two articles must share for their claims to meet.
        match_weight: The mean match weight (log-odds) above which two clusters of claims join.
        unlinked_weight: The weight of a pair of claims that blocking did not find worth comparing.
        open_reach: How far above an open bound the writer may mean, as a share ("at least 83" is 83 to 91).
        vague_factor: How far above its low end a vague word reaches ("dozens" is 24 to 99).
        hedge_floor: The least width of "about", as a share of the value.
        hedge_ceiling: The greatest width of "about", however round the number.
        rounding_ceiling: The greatest rounding of a measured value, as a share.
        round_count: From this size on, trailing zeros of a count are taken for a rounding.
        conversion_slack: How far two units may differ after conversion, as a share (17 miles and 27 km).
        closed_after: Days after the last day of what is counted, from which on the count is closed.
    """

    story_words: int = 1
    match_weight: float = 0.0
    unlinked_weight: float = -1.0
    open_reach: float = 0.1
    vague_factor: float = 4.2
    hedge_floor: float = 0.05
    hedge_ceiling: float = 0.1
    rounding_ceiling: float = 0.05
    round_count: float = 1000.0
    conversion_slack: float = 0.02
    closed_after: int = 60


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
