"""The scope of a claim: part, place, names, definition, and the words around it.

The words are read once a sentence; a claim takes those of its own clause (`near`) and of its whole sentence (`words`).
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from discrepancy.extract.passages import Passage, Phrases
from discrepancy.extract.places import Mention, find_places, places_of
from discrepancy.extract.sharing import shared
from discrepancy.extract.words import read_lines
from discrepancy.model import Article, Extent, Role, Scope

_WORD = re.compile(r"[^\W\d_](?:[\w’'&-]*[^\W_])?")
_CLAUSE_END = re.compile(
    r"[;:()–—]|,(?!\d)|\s-\s|\b(?:and|while|but|whereas|which|who|whom|as|including|after|against|compared|than)\b"
)
_EACH = re.compile(r"\b(?:each|apiece|every|per)\b", re.IGNORECASE)
_EACH_WORDS = frozenset({"each", "apiece", "every", "per"})
_PARTITIVE = re.compile(
    r"\b(?:of (?:them|those|these|whom|which|the)|includ(?:ing|es|ed)|among (?:them|those|whom|the)|alone)\b", re.I
)
_PARTITIVE_WORDS = frozenset({"of", "including", "includes", "included", "among", "alone"})
_PART_BEFORE, _PART_AFTER = 12, 2  # characters between a figure and the words that make it a part
_STORY_WORDS = 48
_SETTING_SENTENCES = 3
_BASIS_REACH = 90
_KNOWN_WORDS = 65_536


# a word of a sentence that says something: its start and end, its stem, and whether it is printed as a name
Token = tuple[int, int, str, bool]
_START: Callable[[Token], int] = itemgetter(0)
_END: Callable[[Token], int] = itemgetter(1)


class _Line(NamedTuple):
    """What is read of a sentence once, for all its claims: the spans at which something stands, and its words.

    Attributes:
        clause_ends: Where one clause ends.
        clause_starts: Where the next one begins.
        parts: Words that make a figure a part of another, with their spans.
        each: Words that make a figure one of several alike.
        definitions: Where a definition stands, with its slots and values.
        named: Proper names.
        another: Whether it speaks of one more of its kind.
    """

    clause_ends: Sequence[int]
    clause_starts: Sequence[int]
    parts: Sequence[tuple[int, int, str]]
    each: Sequence[tuple[int, int]]
    definitions: Sequence[tuple[int, int, tuple[tuple[str, str], ...]]]
    named: frozenset[str]
    another: bool


class ScopeReader:
    """Reads what one article is about once, and tells each claim its scope.

    Args:
        article: The article.
        passages: Its sentences, in order.
        told: What the figures of a sentence count or measure, by the number of the sentence.
    """

    def __init__(self, article: Article, passages: Sequence[Passage], told: Mapping[int, Collection[str]]) -> None:
        self._text = article.text
        self._passages = passages
        self._told = told
        self._tokens = _with_names(article.text, [_read_tokens(p) for p in passages])
        self._story = _read_story(article.title, self._tokens)
        self._lines: dict[int, _Line] = {}
        self._places: dict[int, tuple[Mention, ...]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._contexts: dict[int, tuple[str, ...]] = {}
        self._revised: dict[int, str] = {}

    def scope(self, index: int, start: int, end: int, key: str, *, extent: Extent, role: Role) -> Scope:
        """Read the scope of the figure at [start, end); its value is not read, so that it never parts two claims.

        Args:
            index: The number of its sentence.
            start: Offset of the figure.
            end: Its end, half-open.
            key: What it counts or measures.
            extent: Whether it is an incident or a total.
            role: What it does in its sentence.

        Returns:
            The scope; its sets hold lower-case stems.
        """
        line = self._line(index)
        begin, stop = self._clause(index, start, end)
        near = _tokens_between(self._tokens[index], begin, start) + _tokens_between(self._tokens[index], end, stop)
        places = places_of(self._text, self._places_in(index), (begin, stop), start)
        return Scope(
            extent=extent,
            role=role,
            part=_part_beside(line.parts, start, end),
            places=shared(places),
            setting=shared(frozenset() if places else self._setting(index)),
            names=shared(frozenset([stem for _, _, stem, name in near if name])),
            named=line.named,
            basis=shared(_basis_beside(line.definitions, start, end)),
            words=self._stems(index),
            near=shared(frozenset([token[2] for token in near])),
            context=self._before(index),
            story=self._story,
            revision=self._revision(index, key),
            another=line.another,
            each=any(begin <= low and high <= stop for low, high in line.each),
        )

    def _line(self, index: int) -> _Line:
        if index not in self._lines:
            self._lines[index] = _read_line(self._passages[index], self._tokens[index])
        return self._lines[index]

    def _places_in(self, index: int) -> tuple[Mention, ...]:
        if index not in self._places:
            self._places[index] = find_places(self._passages[index])
        return self._places[index]

    def _stems(self, index: int) -> frozenset[str]:
        if index not in self._words:
            self._words[index] = shared(frozenset({row[2] for row in self._tokens[index]}))
        return self._words[index]

    def _before(self, index: int) -> tuple[str, ...]:
        """The stems of the sentence before; a sentence with several figures has them once."""
        if index not in self._contexts:
            self._contexts[index] = tuple(sorted({row[2] for row in self._tokens[index - 1]})) if index else ()
        return self._contexts[index]

    def _clause(self, index: int, start: int, end: int) -> tuple[int, int]:
        """The clause of a figure: from the last break before it to the first break after it."""
        passage, line = self._passages[index], self._line(index)
        before, after = bisect_right(line.clause_starts, start), bisect_left(line.clause_ends, end)
        begin = line.clause_starts[before - 1] if before else passage.start
        return begin, line.clause_ends[after] if after < len(line.clause_ends) else passage.end

    def _revision(self, index: int, key: str) -> str:
        """The words of a revision in the sentence, or in the next one of the paragraph ("… It corrected the number.").

        A next sentence with figures of its own speaks of theirs: "16 died and 21 were hurt. At first 17 dead were
        reported" says nothing of the 21.
        """
        here = self._revised_in(index)
        if here or index + 1 >= len(self._passages) or not self._same_paragraph(index):
            return here
        return self._revised_in(index + 1) if key in self._told.get(index + 1, (key,)) else ""

    def _revised_in(self, index: int) -> str:
        if index not in self._revised:
            self._revised[index] = _first_of(_revisions(), self._passages[index])
        return self._revised[index]

    def _same_paragraph(self, index: int) -> bool:
        return "\n" not in self._text[self._passages[index].end : self._passages[index + 1].start]

    def _setting(self, index: int) -> frozenset[str]:
        """The last place named before, but not far back."""
        for before in range(index - 1, max(-1, index - _SETTING_SENTENCES - 1), -1):
            if places := self._places_in(before):
                return frozenset({places[-1].name})
        return frozenset()


def _tokens_between(tokens: list[Token], begin: int, stop: int) -> list[Token]:
    """The words of a sentence that stand in a part of it; words do not overlap, so that both their ends are in order."""
    return tokens[bisect_left(tokens, begin, key=_START) : bisect_right(tokens, stop, key=_END)]


def _with_names(text: str, rows: list[list[Token]]) -> list[list[Token]]:
    """Mark the word at the start of a sentence that the article prints as a name elsewhere."""
    names = {stem for row in rows for _, _, stem, name in row if name}
    for row in rows:
        start, end, stem, name = row[0] if row else (0, 0, "", True)
        if not name and stem in names and text[start].isupper():
            row[0] = (start, end, stem, True)
    return rows


def stem_of(word: str) -> str:
    """A cheap stem, enough to bring the forms of one English word together.

    >>> [stem_of(w) for w in ("strikes", "Killing", "injured", "bodies", "Rio's")]
    ['strike', 'kill', 'injur', 'body', 'rio']
    """
    stem = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    if len(stem) > 4 and stem.endswith("ies"):
        return stem[:-3] + "y"
    if len(stem) > 4 and stem.endswith(("ches", "shes", "sses", "xes")):
        return stem[:-2]
    if len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        return stem[:-1]
    for ending in ("ing", "ed"):
        if len(stem) > len(ending) + 3 and stem.endswith(ending):
            return stem[: -len(ending)]
    return stem


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(stem_of(word) for word in read_lines("stopwords.txt")) | frozenset(read_lines("stopwords.txt"))


@cache
def _ideas() -> dict[str, str]:
    """The idea that each stem stands for, in capitals so that it is never taken for a word."""
    rows = (line.split("\t") for line in read_lines("concepts.tsv"))
    return {stem_of(word): idea.upper() for idea, words in rows for word in words.split()}


@cache
def _basis() -> dict[str, tuple[tuple[str, str], ...]]:
    """Slot and value of each definition as printed."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for slot, value, words in (line.split("\t") for line in read_lines("basis.tsv")):
        rows.setdefault(words, []).append((slot, value))
    return {words: tuple(found) for words, found in rows.items()}


@cache
def _definitions() -> Phrases:
    return Phrases.of(_basis())


@cache
def _revisions() -> Phrases:
    return Phrases.of(read_lines("revisions.txt"))


@cache
def _others() -> Phrases:
    return Phrases.of(read_lines("another.txt"))


def _read_tokens(passage: Passage) -> list[Token]:
    tokens = []
    opening = passage.start + 1  # a capital so near to the start makes no name
    for match in _WORD.finditer(passage.text, passage.start, passage.end):
        stem, capital = _read_word(match.group())
        if stem:
            start, end = match.span()
            tokens.append((start, end, stem, capital and start > opening))
    return tokens


@lru_cache(maxsize=_KNOWN_WORDS)
def _read_word(printed: str) -> tuple[str, bool]:
    """The stem of a word, and whether it has a capital; without one its idea stands for it, "" where it says nothing."""
    stem, capital = stem_of(printed), printed[0].isupper()
    if stem in _stopwords() or len(stem) < 2:
        return "", capital
    return stem if capital else _ideas().get(stem, stem), capital


def _read_story(title: str, tokens: list[list[Token]]) -> tuple[str, ...]:
    """The names and words that an article comes back to: what it is about."""
    counts = Counter([stem for row in tokens for _, _, stem, _ in row])
    for name, times in Counter([stem for row in tokens for _, _, stem, is_name in row if is_name]).items():
        counts[name] += 2 * times
    stop = _stopwords()
    for word in _WORD.findall(title):
        if (stem := stem_of(word)) not in stop:
            counts[_ideas().get(stem, stem)] += 4
    if len(counts) <= _STORY_WORDS:
        return tuple(sorted(counts))
    least = sorted(counts.values(), reverse=True)[_STORY_WORDS - 1]
    above = [stem for stem, count in counts.items() if count > least]
    level = sorted([stem for stem, count in counts.items() if count == least])
    return tuple(sorted(above + level[: _STORY_WORDS - len(above)]))


def _read_line(passage: Passage, tokens: Sequence[Token]) -> _Line:
    text, start, end, words = passage.text, passage.start, passage.end, passage.words
    breaks = list(_CLAUSE_END.finditer(text, start, end))
    partitive = _PARTITIVE.finditer(text, start, end) if words & _PARTITIVE_WORDS else ()
    each = _EACH.finditer(text, start, end) if words & _EACH_WORDS else ()
    return _Line(
        clause_ends=[match.start() for match in breaks],
        clause_starts=[match.end() for match in breaks],
        parts=[(*match.span(), match.group().lower()) for match in partitive],
        each=[match.span() for match in each],
        definitions=_read_definitions(passage),
        named=shared(frozenset([stem for _, _, stem, name in tokens if name])),
        another=bool(_first_of(_others(), passage)),
    )


def _read_definitions(passage: Passage) -> list[tuple[int, int, tuple[tuple[str, str], ...]]]:
    definitions = _definitions()
    if not definitions.may_stand_in(passage.words):
        return []
    found = definitions.pattern.finditer(passage.printed.lower())
    return [(passage.start + m.start(), passage.start + m.end(), _basis()[m.group()]) for m in found]


def _first_of(phrases: Phrases, passage: Passage) -> str:
    """The first of some phrases that stands in a sentence, "" for none."""
    if not phrases.may_stand_in(passage.words):
        return ""
    found = phrases.pattern.search(passage.printed.lower())
    return found.group() if found else ""


def _basis_beside(
    definitions: Sequence[tuple[int, int, tuple[tuple[str, str], ...]]], start: int, end: int
) -> frozenset[str]:
    """Of each slot the definition whose words stand nearest to a figure ("net 1,600 MW", "1,720 MW gross")."""
    nearest: dict[str, tuple[int, str]] = {}
    for low, high, rows in definitions:
        gap = max(low - end, start - high, 0)
        for slot, value in rows:
            if gap < _BASIS_REACH and (slot not in nearest or gap < nearest[slot][0]):
                nearest[slot] = (gap, value)
    return frozenset([f"{slot}={value}" for slot, (_, value) in nearest.items()])


def _part_beside(parts: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    """The words by which a figure is a part of another ("27 of whom", "including 41")."""
    # "$334 million, including $281 million": the figure before the word is the whole
    behind = next((w for low, _, w in parts if 0 <= low - end <= _PART_AFTER and not w.startswith("includ")), "")
    # "the names of the 16 dead", "two were among the 33": what stands right behind the article is the whole
    before = (words for _, high, words in parts if (words.endswith(" the")) < start - high <= _PART_BEFORE)
    return behind or next(before, "")
