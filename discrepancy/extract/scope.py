"""The scope of a claim: part, place, names, definition, and the words around it.

The words are read once a sentence; a claim takes those of its own clause (`near`) and of its whole sentence (`words`).
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.extract.words import read_lines
from discrepancy.model import Article, Extent, Scope
from discrepancy.sentences import Sentence, sentence_at

_WORD = re.compile(r"[^\W\d_](?:[\w’'&-]*[^\W_])?")
_CLAUSE_END = re.compile(
    r"[;:()–—]|,(?!\d)|\s-\s|\b(?:and|while|but|whereas|which|who|whom|as|including|after|against|compared|than)\b"
)
_LOCATIVE = frozenset(
    "across along around at from in inside near of off outside over throughout to toward towards within".split()
)
_EACH = re.compile(r"\b(?:each|apiece|every|per)\b", re.IGNORECASE)
_PARTITIVE = re.compile(
    r"\b(?:of (?:them|those|these|whom|which|the)|includ(?:ing|es|ed)|among (?:them|those|whom|the)|alone)\b", re.I
)
_STORY_WORDS = 48
_SETTING_SENTENCES = 3
_BASIS_REACH = 90


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence: its place, its stem, and whether it is printed as a name."""

    start: int
    end: int
    stem: str
    name: bool
    capital: bool = False


class ScopeReader:
    """Reads what one article is about once, and tells each claim its scope.

    Args:
        article: The article.
        sentences: Its sentences, in order.
    """

    def __init__(self, article: Article, sentences: list[Sentence]) -> None:
        self._text = article.text
        self._sentences = sentences
        self._tokens = _with_names([_read_tokens(article.text, s) for s in sentences])
        self._named = [frozenset(t.stem for t in row if t.name) for row in self._tokens]
        self._stems = [frozenset(t.stem for t in row) for row in self._tokens]
        self._places = [frozenset(_places(article.text, row)) for row in self._tokens]
        self._story = _read_story(article.title, self._tokens)
        self._revised: dict[int, str] = {}

    def scope(self, start: int, end: int, extent: Extent) -> Scope:
        """Read the scope of the figure at [start, end); its value is not read, so that it never parts two claims.

        Args:
            start: Offset of the figure.
            end: Its end, half-open.
            extent: Whether it is an incident or a total.

        Returns:
            The scope; its sets hold lower-case stems.
        """
        index = sentence_at(self._sentences, start)
        sentence = self._sentences[index] if self._sentences else Sentence(0, len(self._text))
        tokens = self._tokens[index] if self._tokens else ()
        begin, stop = _clause(self._text, sentence, start, end)
        near = [t for t in tokens if t.start >= begin and t.end <= stop and not (t.start < end and start < t.end)]
        printed = self._text[sentence.start : sentence.end].lower()
        clause = self._text[begin:stop]
        return Scope(
            extent=extent,
            part=_read_part(self._text, sentence, start, end),
            places=self._places[index],
            setting=self._setting(index),
            names=frozenset(t.stem for t in near if t.name),
            named=self._named[index],
            basis=_read_basis(printed, start - sentence.start, end - sentence.start),
            words=self._stems[index],
            near=frozenset(t.stem for t in near),
            context=self._stems[index - 1] if index else frozenset(),
            story=self._story,
            revision=self._revision(index),
            each=_EACH.search(clause) is not None,
        )

    def _revision(self, index: int) -> str:
        """The words of a revision in the sentence, or in the next one of the paragraph ("… It corrected the number.")."""
        if index not in self._revised:
            sentence = self._sentences[index]
            found = _revisions().search(self._text, sentence.start, sentence.end)
            if found is None and index + 1 < len(self._sentences) and self._same_paragraph(index):
                after = self._sentences[index + 1]
                found = _revisions().search(self._text, after.start, after.end)
            self._revised[index] = " ".join(found.group().lower().split()) if found else ""
        return self._revised[index]

    def _same_paragraph(self, index: int) -> bool:
        return "\n" not in self._text[self._sentences[index].end : self._sentences[index + 1].start]

    def _setting(self, index: int) -> frozenset[str]:
        """The places of the nearest sentence before that names any, but not far back."""
        if self._places[index]:
            return frozenset()
        for before in range(index - 1, max(-1, index - _SETTING_SENTENCES - 1), -1):
            if self._places[before]:
                return self._places[before]
        return frozenset()


def _with_names(rows: list[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """Mark the words at the start of a sentence that the article prints as names elsewhere."""
    names = {token.stem for row in rows for token in row if token.name}
    return [tuple(replace(t, name=t.name or (t.capital and t.stem in names)) for t in row) for row in rows]


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
def _definitions() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(_basis(), key=lambda w: (-len(w), w))) + r")\b")


@cache
def _revisions() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(re.escape(line) for line in read_lines("revisions.txt")) + r")\b", re.IGNORECASE
    )


def _read_tokens(text: str, sentence: Sentence) -> tuple[Token, ...]:
    stop = _stopwords()
    tokens = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        stem = _cached_stem(match.group())
        if stem in stop or len(stem) < 2:
            continue
        capital = match.group()[0].isupper()
        name = capital and match.start() > sentence.start + 1
        tokens.append(Token(match.start(), match.end(), stem if capital else _ideas().get(stem, stem), name, capital))
    return tuple(tokens)


_cached_stem = cache(stem_of)


def _read_story(title: str, tokens: list[tuple[Token, ...]]) -> frozenset[str]:
    """The names and words that an article comes back to: what it is about."""
    counts: Counter[str] = Counter()
    for row in tokens:
        for token in row:
            counts[token.stem] += 3 if token.name else 1
    stop = _stopwords()
    for word in _WORD.findall(title):
        if (stem := _cached_stem(word)) not in stop:
            counts[_ideas().get(stem, stem)] += 4
    ranked = sorted(counts, key=lambda stem: (-counts[stem], stem))
    return frozenset(stem for stem in ranked[:_STORY_WORDS])


def _clause(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The clause of a figure: from the last break before it to the first break after it."""
    begin = sentence.start
    for match in _CLAUSE_END.finditer(text, sentence.start, start):
        begin = match.end()
    after = _CLAUSE_END.search(text, end, sentence.end)
    return begin, after.start() if after else sentence.end


def _places(text: str, tokens: tuple[Token, ...]) -> list[str]:
    """Names after a locative preposition, and the names that follow them directly."""
    places: list[str] = []
    last_end = -1
    for token in tokens:
        if not token.name:
            continue
        before = text[max(0, token.start - 24) : token.start].rstrip()
        word = before.rpartition(" ")[2].lower()
        if word == "the" or word in ("eastern", "western", "northern", "southern", "central"):
            word = before[: -len(word)].rstrip().rpartition(" ")[2].lower()
        if word in _LOCATIVE or (last_end >= 0 and token.start - last_end <= 1):
            places.append(token.stem)
            last_end = token.end
    return places


def _read_basis(printed: str, start: int, end: int) -> frozenset[str]:
    """Of each slot the definition whose words stand nearest to a figure ("net 1,600 MW", "1,720 MW gross")."""
    nearest: dict[str, tuple[int, str]] = {}
    for match in _definitions().finditer(printed):
        gap = max(match.start() - end, start - match.end(), 0)
        for slot, value in _basis()[match.group()]:
            if gap < _BASIS_REACH and (slot not in nearest or gap < nearest[slot][0]):
                nearest[slot] = (gap, value)
    return frozenset(f"{slot}={value}" for slot, (_, value) in nearest.items())


def _read_part(text: str, sentence: Sentence, start: int, end: int) -> str:
    """The words by which a figure is a part of another ("27 of whom", "including 41")."""
    before = text[max(sentence.start, start - 24) : start]
    after = text[end : min(sentence.end, end + 24)]
    for window, near_end in ((after, False), (before, True)):
        for match in _PARTITIVE.finditer(window):
            gap = len(window) - match.end() if near_end else match.start()
            if gap <= (12 if near_end else 2):
                return match.group().lower()
    return ""
