"""The word lists of the measure reader, as patterns and look-ups."""

import re
from functools import cache

from discrepancy.extract.words import read_lines

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life", "bodies": "body",
    "policemen": "policeman", "fishermen": "fisherman", "police": "police", "feet": "foot", "wives": "wife",
    "crises": "crisis", "media": "media", "news": "news", "troops": "troop", "personnel": "personnel",
    "servicemen": "soldier", "aircraft": "aircraft", "series": "series", "species": "species",
}  # fmt: skip


@cache
def singular(word: str) -> str:
    """The singular of a noun in lower case.

    >>> [singular(w) for w in ("strikes", "bodies", "children", "boxes", "crisis")]
    ['strike', 'body', 'child', 'box', 'crisis']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def outcome_rows() -> tuple[tuple[str, str, str], ...]:
    """Key, role and words of each outcome."""
    rows = (line.split("\t") for line in read_lines("outcomes.tsv"))
    return tuple((key, role, words) for key, role, words in rows)


@cache
def outcome_pattern() -> re.Pattern[str]:
    """Any outcome word, the longest first; named groups would cost more than a look-up of the stem."""
    words = sorted({words for _, _, words in outcome_rows()}, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(_forms(w) for w in words) + r")\b", re.IGNORECASE)


def _forms(words: str) -> str:
    """A word with its endings; the blank of a phrase is any blank."""
    head, _, rest = words.partition(" ")
    ending = r"(?:s|es|d|ed|ing|e|es|ted|ting|led|ling|ped|ping|ned|ning|ion|ions|ation|ations)?"
    if head.endswith("y"):
        head, ending = head[:-1], r"(?:y|ies|ied|ying)"
    if head in (
        "dead",
        "fatal",
        "missing",
        "slain",
        "born",
        "laid",
        "came",
        "lost",
        "in",
        "unaccounted",
        "homeless",
        "stolen",
    ):
        ending = ""
    if head == "die":
        head, ending = "d", r"(?:ie|ies|ied|ying)"
    if head == "life" and not rest:
        return "lives"
    tail = "".join(r"\s(?:[a-z]+\s)?" + (r"li(?:fe|ves)" if w == "life" else re.escape(w)) for w in rest.split())
    return re.escape(head) + ending + tail


@cache
def outcome_of(surface: str) -> tuple[str, str]:
    """Key and role of an outcome as printed; ("", "") where the table has none.

    >>> outcome_of("killing"), outcome_of("fatalities"), outcome_of("dead")
    (('deaths', 'verb'), ('deaths', 'noun'), ('deaths', 'adjective'))
    """
    best = ("", "")
    length = 0
    for key, role, words in outcome_rows():
        if len(words) > length and re.fullmatch(_forms(words), surface, re.IGNORECASE):
            best, length = (key, role), len(words)
    return best


@cache
def families() -> dict[str, str]:
    """Key of each noun of a family."""
    rows = (line.split("\t") for line in read_lines("families.tsv"))
    return {noun: key for key, nouns in rows for noun in nouns.split()}


@cache
def people() -> dict[str, str]:
    """Role of each people word: "any" or "some"."""
    return {word: role for role, word in (line.split("\t") for line in read_lines("people.tsv"))}


@cache
def properties() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Key, dimensions and pattern of each property."""
    rows = (line.split("\t") for line in read_lines("properties.tsv"))
    return tuple(
        (key, frozenset(dims.split(",")), re.compile(rf"\b(?:{words})(?:s|ed|ing|ment|es)?\b", re.IGNORECASE))
        for key, dims, words in rows
    )


# words at which a noun phrase ends: prepositions, auxiliaries, conjunctions, relative pronouns, adverbs of time
PHRASE_END = frozenset(
    """a about across after against ago all along also although among an and are as at be because been before being below
    between but by can could did do does during each either even every for from had has have he her here his how if in
    including inside into is it its just may might more most must near no nor not now of off on once one only or other
    our out outside over own per said says she should since so some still such than that the their them then there these
    they this those though through throughout to today under until up was we were what when where which while who whom
    whose why will with within without would yesterday yet you your according ahead apiece""".split()
)
