"""The measure of a figure: an outcome in any voice, a counted noun, or a named property.

A figure's outcome is the nearest outcome word that belongs to it: behind its noun ("83 people were killed"), in it
("83 deaths"), or before it ("killing 83", "the death toll rose to 83"). Where a sentence has none and names no noun
beside the figure, the sentence before gives it ("It now stands at 126").
"""

import re
from dataclasses import dataclass

from discrepancy.extract.measures.lexicon import (
    PHRASE_END,
    families,
    outcome_of,
    outcome_pattern,
    people,
    properties,
    singular,
)
from discrepancy.extract.numbers import Number
from discrepancy.model import Kind, Measure, dimension
from discrepancy.sentences import Sentence, sentence_at

_WORD = re.compile(r"[^\W\d_][\w’'.&-]*[^\W_]|[^\W\d_]")
_BREAK = re.compile(r"[;:()]|\.\s")
_DIGIT = re.compile(r"\d")
_AGE_AFTER = re.compile(r"[\s-]olds?\b|\sof age\b")
_AGE_BEFORE = re.compile(r"\b(?:aged|age of|ages?)\s$", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|rise[ns]?|rising|f[ae]ll(?:s|en|ing)?|dropp?\w*|increas\w*|decreas\w*|declin\w*|gain\w*|lost|lose[sd]?|climb\w*"
    r"|jump\w*|slid|slipp\w*|grew|grow\w*|up|down|edged (?:up|down)|shed|shrank|surged|plunged|plummeted|soared|dipped|widened|narrowed|shrink)"
    r"(?:\s(?:by|of|in|just|about|around|nearly|almost|some|another|an?|the|roughly|over|more than|a further))*\s?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:more|less|fewer|higher|lower|up|down|above|below|increase|rise|fall|drop|decline|cut|jump|gain|reduction)\b"
)
_RATE_AFTER = re.compile(
    r"\s(?:a|per|an|each|every)\s(?:day|week|month|year|hour|head|100,000|1,000|million)\b|\s(?:daily|weekly|monthly|annually)\b"
)
_PARTITIVE = re.compile(r"\s(?:of\s(?:them|those|these|whom|which|the|its|his|their|all)\b)")
_COPULA = re.compile(r"\s(?:was|were|are|is)\s(?:an?\s|from\s)?([A-Z]?[a-z]+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome word of a sentence."""

    start: int
    end: int
    key: str
    role: str


class MeasureReader:
    """Reads what the figures of one article count.

    Args:
        text: The article's text.
        sentences: Its sentences, in order.
        numbers: All its figures, in order.
    """

    def __init__(self, text: str, sentences: list[Sentence], numbers: list[Number]) -> None:
        self._text = text
        self._sentences = sentences
        self._figures = [(n.start, n.end) for n in numbers]
        self._outcomes: dict[int, tuple[Outcome, ...]] = {}

    def measure(self, number: Number) -> Measure:
        """Read the measure of a figure.

        Example:
            "killing 83 people": deaths; "5,412 houses were destroyed": home, destroyed; "a depth of 8 km": depth.
        """
        index = sentence_at(self._sentences, number.start)
        sentence = self._sentences[index]
        phrase = _phrase_after(self._text, number, sentence)
        if number.ratio:
            return Measure(" ".join(phrase), phrase[-1] if phrase else "times", frozenset(phrase[:-1]), Kind.RATIO)
        if number.unit and number.unit not in ("count", "percent"):
            return self._of_unit(number, sentence, phrase)
        if number.unit == "percent":
            return self._of_share(number, sentence, phrase)
        return self._of_count(number, index, phrase)

    def _of_unit(self, number: Number, sentence: Sentence, phrase: list[str]) -> Measure:
        """Money, durations, ages and physical units: a property, else the head noun beside it."""
        text, unit = self._text, number.unit
        size = (
            "money"
            if (len(unit.split("/")[0]) == 3 and unit[:3].isupper()) or unit in ("cent", "penny")
            else dimension(unit)
        )
        if size == "time":
            if _AGE_AFTER.match(text, number.outer_end) or _AGE_BEFORE.search(
                text[max(0, number.outer_start - 10) : number.outer_start]
            ):
                return Measure("age", "age", kind=Kind.AGE)
            noun = phrase[-1] if phrase else _noun_before(text, number, sentence)
            return Measure(" ".join(phrase) or noun, noun, frozenset(phrase[:-1]), Kind.DURATION)
        kind = self._kind(number, Kind.MONEY if size == "money" else Kind.LEVEL)
        key = _property(text, number, sentence, size)
        noun = phrase[-1] if phrase else _noun_before(text, number, sentence)
        return Measure(" ".join(phrase) or key or noun, key or noun, frozenset(), kind)

    def _of_share(self, number: Number, sentence: Sentence, phrase: list[str]) -> Measure:
        text = self._text
        key = _property(text, number, sentence, "percent")
        of = re.match(r"\sof\s(?:the\s|its\s|all\s|their\s)?", text[number.outer_end : number.outer_end + 20])
        share = _phrase_from(text, number.outer_end + of.end(), sentence.end) if of else []
        noun = share[-1] if share else phrase[-1] if phrase else _noun_before(text, number, sentence)
        kind = self._kind(number, Kind.SHARE if of or number.share else Kind.LEVEL)
        return Measure(" ".join(share or phrase) or key or noun, key or noun, frozenset(), kind)

    def _of_count(self, number: Number, index: int, phrase: list[str]) -> Measure:
        sentence = self._sentences[index]
        outcome = self._nearest(number, index)
        part = _PARTITIVE.match(self._text, number.end, sentence.end)
        copula = _COPULA.match(self._text, number.end, sentence.end)
        if part is not None:
            phrase = _phrase_from(self._text, part.end(), sentence.end) or phrase
        if not phrase and outcome is None and (copula or not part):
            outcome = self._inherited(index)
            if copula and not outcome_of(copula.group(1).lower())[0]:
                phrase = [copula.group(1).lower()]
        return _counted(phrase, outcome, self._kind(number, Kind.COUNT), _noun_before(self._text, number, sentence))

    def _kind(self, number: Number, plain: Kind) -> Kind:
        """CHANGE for "rose by 5" and "13% more", RATE for "59 a day"; else the plain kind."""
        text = self._text
        before = text[max(0, number.outer_start - 40) : number.outer_start]
        if number.change == "by" or _CHANGE_AFTER.match(text, number.outer_end, number.outer_end + 24):
            return Kind.CHANGE
        if plain in (Kind.LEVEL, Kind.SHARE) and number.change == "" and _CHANGE_BEFORE.search(before):
            return Kind.CHANGE
        if plain is Kind.COUNT and _RATE_AFTER.search(text, number.outer_end, number.outer_end + 30):
            return Kind.RATE
        return plain

    def _of_sentence(self, index: int) -> tuple[Outcome, ...]:
        if index not in self._outcomes:
            sentence = self._sentences[index]
            found = outcome_pattern().finditer(self._text, sentence.start, sentence.end)
            rows = ((m.start(), m.end(), *outcome_of(m.group().lower())) for m in found)
            self._outcomes[index] = tuple(Outcome(*row) for row in rows if row[2])
        return self._outcomes[index]

    def _nearest(self, number: Number, index: int) -> Outcome | None:
        """The outcome word that belongs to a figure, by the least cost; None where none is near enough."""
        best: tuple[float, Outcome] | None = None
        for outcome in self._of_sentence(index):
            cost = self._cost(number, outcome)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, outcome)
        return best[1] if best else None

    def _cost(self, number: Number, outcome: Outcome) -> float | None:
        """Words between a figure and an outcome, with what the words between them make unlikely."""
        if outcome.start >= number.end:
            gap, before = self._text[number.outer_end : outcome.start], False
        elif outcome.end <= number.start:
            gap, before = self._text[outcome.end : number.outer_start], True
        else:
            return None
        if _BREAK.search(gap) and not (before and outcome.role == "noun" and gap.strip() == ":"):
            return None
        words = len(gap.split())
        crossed = self._figures_between(number, outcome)
        if before:
            limit = 9 if outcome.role == "noun" else 5
            # "killed 16 and injured 21": a verb takes the figure behind it; "83 were killed and 5 ..." does not
            return words + 0.4 + 3 * crossed if words <= limit and crossed <= 1 else None
        if crossed or (words and "," in gap and outcome.role == "verb"):
            return None
        return float(words) if words <= 7 else None

    def _figures_between(self, number: Number, outcome: Outcome) -> int:
        low, high = (number.end, outcome.start) if outcome.start >= number.end else (outcome.end, number.start)
        return sum(low <= start and end <= high for start, end in self._figures if low - 200 <= start <= high)

    def _inherited(self, index: int) -> Outcome | None:
        """The outcome of the sentence before, for a figure whose own sentence names nothing."""
        for at in (index, index - 1):
            if at >= 0 and (rows := self._of_sentence(at)):
                return rows[-1] if at < index else rows[0]
        return None


def _counted(phrase: list[str], outcome: Outcome | None, kind: Kind, noun_before: str) -> Measure:
    """The measure of a count: the outcome where people are counted, else the noun, narrowed by outcome and adjectives."""
    narrow = [w for w in phrase if people().get(w) == "some"]
    head = phrase[-1] if phrase else ""
    text = " ".join(phrase)
    if outcome is not None and (not head or head in people() or outcome_of(head)[0]):
        extra = frozenset(narrow) | frozenset(w for w in phrase if w not in people() and not outcome_of(w)[0])
        return Measure(text or outcome.key, outcome.key, extra, kind)
    if head:
        key = families().get(head, head)
        narrowing = frozenset(w for w in phrase[:-1])
        return Measure(text, key, narrowing | ({outcome.key} if outcome else frozenset()), kind)
    return Measure(noun_before, families().get(noun_before, noun_before), frozenset(), kind)


def _phrase_after(text: str, number: Number, sentence: Sentence) -> list[str]:
    return _phrase_from(text, number.outer_end, sentence.end)


def _phrase_from(text: str, start: int, end: int) -> list[str]:
    """The noun phrase that begins at an offset, in lower case and singular: "suspected gang members" ends in its head."""
    words: list[str] = []
    at = start
    for match in _WORD.finditer(text, start, min(end, start + 80)):
        gap = text[at : match.start()]
        if gap.strip(" -\u00a0“\"‘'") or len(words) == 5:
            break
        word = match.group().lower()
        if word in PHRASE_END:
            if word in ("other", "others", "more") and not words:
                at = match.end()
                continue
            break
        if words and _is_verb(word, text[match.end() : match.end() + 12]):
            break
        words.append(singular(word.removesuffix("'s").removesuffix("’s")))
        at = match.end()
    return words


def _is_verb(word: str, after: str) -> bool:
    """Whether a word behind a noun is its verb: an outcome verb, or a past tense with no noun behind it."""
    if word in ("dead", "missing"):
        return True
    if outcome_of(word)[1] == "verb":
        return True
    return word.endswith("ed") and not re.match(r"\s[a-z]+s\b", after)


def _noun_before(text: str, number: Number, sentence: Sentence) -> str:
    """The noun that a figure without one of its own belongs to: the last content word before it."""
    words = _WORD.findall(text[max(sentence.start, number.outer_start - 60) : number.outer_start].lower())
    nouns = [w for w in words if w not in PHRASE_END and not w.endswith(("ly", "ing", "ed"))]
    return singular(nouns[-1]) if nouns else ""


def _property(text: str, number: Number, sentence: Sentence, size: str) -> str:
    """The property word nearest to a figure in its sentence, among those that its dimension can have."""
    best, distance = "", 90
    low, high = max(sentence.start, number.start - 90), min(sentence.end, number.end + 60)
    for key, dimensions, pattern in properties():
        if size not in dimensions:
            continue
        for match in pattern.finditer(text, low, high):
            gap = number.outer_start - match.end() if match.end() <= number.start else match.start() - number.end
            if 0 <= gap < distance:
                best, distance = key, gap
    return best
