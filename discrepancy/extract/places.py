"""The place that a figure is said of: "32 in Jamaica and 43 in Haiti", "Haiti's ministry counted 43 dead".

A name is a place if the table of places says so, or if a locative word stands before it. A figure takes the places of
its own clause; else the last one named before it in the sentence, which is the subject or the frame ("In Jamaica …").
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from discrepancy.extract.passages import Passage
from discrepancy.extract.words import read_lines
from discrepancy.model.places import WIDER, is_wide, known_place, narrowest, plain_name

_CAPITAL = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)")
_BEFORE = re.compile(r"(\b[a-z]+) (?:(?:the|central|north|south|east|west|\w+ern) ){0,2}$", re.IGNORECASE)
_JOINT = re.compile(r"^(?:,? (?:and|or) (?:in |across )?|, (?:in )?)$")
# a wider place without a name, so that the last one named is not carried on
_WIDER = re.compile(
    r"\b(?:(?:across|around|in|over|throughout) the (?:entire |whole |wider )?"
    r"(?:continent|country|globe|nation|region|state|world)|elsewhere|globally|nationally|nationwide|worldwide)\b",
    re.IGNORECASE,
)
_WIDER_WORDS = frozenset(
    "continent country globe nation region state world elsewhere globally nationally nationwide worldwide".split()
)
_IN = frozenset("across around at in inside near off outside over throughout toward towards within".split())
_OF = frozenset("along of to".split())  # these stand before persons and firms as well
_ORIGIN = frozenset({"from"})  # "three from Britain" died elsewhere
_LONGEST = 4


class Mention(NamedTuple):
    """A place named in a text: its offsets, and its usual name."""

    start: int
    end: int
    name: str


def find_places(passage: Passage) -> tuple[Mention, ...]:
    """Find the places that a sentence names.

    Args:
        passage: The sentence.

    Returns:
        The mentions in order; names are lower case, those of the table under their usual name; a wide place without a
        name ("across the region") is `WIDER`.
    """
    text, start, end = passage.text, passage.start, passage.end
    words = [m for m in _CAPITAL.finditer(text, start, end) if m.group()[0].isupper()]
    if words and words[0].group().lower() in _stopwords():  # "In Haiti", "The Dominican Republic"
        del words[0]
    found: list[Mention] = []
    at = 0
    while at < len(words):
        run = _run(text, words, at)
        mention, used = _read(text, words[at : at + run])
        found += [mention] if mention else []
        at += used
    if passage.words & _WIDER_WORDS:
        found += [Mention(m.start(), m.end(), WIDER) for m in _WIDER.finditer(text, start, end)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def places_of(text: str, mentions: Sequence[Mention], clause: tuple[int, int], start: int) -> frozenset[str]:
    """The places that a figure is said of.

    Args:
        text: The text.
        mentions: Those of its sentence.
        clause: The clause of the figure.
        start: The figure.
    """
    begin, end = clause
    own = [m for m in mentions if begin <= m.start < end]
    if not own:
        own = [m for m in mentions if m.start < start][-1:]
    if not own:
        return frozenset()
    return narrowest({m.name for m in _with_joined(text, mentions, own)})


def _with_joined(text: str, mentions: Sequence[Mention], own: Sequence[Mention]) -> list[Mention]:
    """A clause ends at "and": places joined to its last one by "and" or commas belong to it ("in Haiti and Jamaica")."""
    joined = list(own)
    for mention in mentions[mentions.index(own[-1]) + 1 :]:
        if not _JOINT.match(text[joined[-1].end : mention.start]):
            break
        joined.append(mention)
    return joined


def _run(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """How many capitalised words stand side by side."""
    size = 1
    while (
        at + size < len(words)
        and size < _LONGEST
        and text[words[at + size - 1].end() : words[at + size].start()] == " "
        and not words[at + size - 1].group().endswith(("'s", "’s"))
    ):
        size += 1
    return size


def _read(text: str, run: Sequence[re.Match[str]]) -> tuple[Mention | None, int]:
    """The place at the start of a run of names, and how many of its words it takes.

    Further in, a name is that of a person or a firm ("Luís Montenegro").
    """
    start = run[0].start()
    lead = _lead(text, start)
    if lead in _ORIGIN:
        return None, len(run)
    for size in range(len(run), 0, -1):
        printed = text[start : run[size - 1].end()]
        name = known_place(printed)
        short = printed.replace(".", "").isupper()  # "U.S. troops" and "of US$6bn" name no place
        if name and ((is_wide(printed) and not short) or lead in _IN or (lead in _OF and not short)):
            return Mention(start, run[size - 1].end(), name), size
    end = run[-1].end()
    if lead in _IN and plain_name(run[0].group()) not in _no_places():
        return Mention(start, end, plain_name(text[start:end])), len(run)
    return None, len(run)


def _lead(text: str, start: int) -> str:
    """The word that leads to a name, past those of the compass ("in" of "in central Lisbon"); "" for none."""
    before = _BEFORE.search(text, max(0, start - 32), start) if text.startswith(" ", start - 1) else None
    return before.group(1).lower() if before else ""


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(read_lines("stopwords.txt"))


@cache
def _no_places() -> frozenset[str]:
    return frozenset(read_lines("no_places.txt"))
