"""The word lists of the measure reader as look-ups by word, so that a sentence is read in one pass."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from discrepancy.extract.words import read_lines
from discrepancy.settings import Lexicon

IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life", "bodies": "body",
    "policemen": "policeman", "fishermen": "fisherman", "police": "police", "feet": "foot", "wives": "wife",
    "crises": "crisis", "media": "media", "news": "news", "troops": "troop", "personnel": "personnel",
    "servicemen": "soldier", "aircraft": "aircraft", "series": "series", "species": "species", "frenchmen": "frenchman",
    "gunmen": "gunman", "firemen": "fireman", "buses": "bus", "viruses": "virus", "gases": "gas",
}  # fmt: skip


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The singular of a noun in lower case.

    >>> [singular(w) for w in ("strikes", "bodies", "children", "boxes", "crisis")]
    ['strike', 'body', 'child', 'box', 'crisis']
    """
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def verb_forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb, the base form first; a past form of an irregular verb yields harmless extra forms.

    >>> verb_forms("seize"), verb_forms("trap"), verb_forms("die")
    (('seize', 'seizes', 'seized', 'seizing'), ('trap', 'traps', 'trapped', 'trapping'), ('die', 'dies', 'died', 'dying'))
    """
    if verb.endswith("ie"):
        return verb, verb + "s", verb + "d", verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb in _DOUBLING:
        return verb, verb + "s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    return verb, verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s"), verb + "ed", verb + "ing"


_DOUBLING = frozenset({"trap", "admit", "strip", "rob", "shut", "ban", "cut", "shed"})


@dataclass(frozen=True, slots=True)
class OutcomeWord:
    """A row of the outcomes.

    Attributes:
        key: Its key.
        role: "verb", "act" (what the counted do themselves), "noun" or "adjective".
        rest: The words behind the first.
        people: Whether only people suffer it.
        persons: Whether that holds only beside a people word: patients recover, a gun is recovered.
        only: The nouns without which it is no outcome: "people", or a family; "" for any.
    """

    key: str
    role: str
    rest: tuple[str, ...]
    people: bool
    persons: bool = False
    only: str = ""


def _forms(role: str, word: str) -> tuple[str, ...]:
    """The forms in which the first word of an outcome may be printed."""
    return verb_forms(word) if role in ("verb", "act") else (word, *_plurals(word)) if role == "noun" else (word,)


def _plurals(noun: str) -> tuple[str, ...]:
    if noun == "life":
        return ("lives",)
    return (noun[:-1] + "ies",) if noun.endswith("y") and noun[-2] not in "aeo" else (noun + "s",)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that name what is counted: those of the package and those of the user.

    Attributes:
        outcomes: Rows of each word that an outcome can begin with, the longest phrase first.
        families: Key of each noun that is counted under another name.
        keys: The keys of the outcomes.
        sufferings: A row of each outcome that people suffer.
    """

    outcomes: Mapping[str, tuple[OutcomeWord, ...]]
    families: Mapping[str, str]
    keys: frozenset[str] = field(init=False)
    sufferings: Mapping[str, OutcomeWord] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the keys, once."""
        rows = [row for rows in self.outcomes.values() for row in rows]
        object.__setattr__(self, "keys", frozenset(row.key for row in rows))
        object.__setattr__(self, "sufferings", {row.key: row for row in reversed(rows) if row.people})

    def outcome_of(self, word: str) -> tuple[str, str]:
        """Key and role of an outcome word in lower case; ("", "") where the table has none.

        >>> known = vocabulary_of(Lexicon())
        >>> known.outcome_of("killing"), known.outcome_of("fatalities"), known.outcome_of("dead")
        (('deaths', 'verb'), ('deaths', 'noun'), ('deaths', 'adjective'))
        """
        row = next((row for row in self.outcomes.get(word, ()) if not row.rest and not row.only), None)
        return (row.key, row.role) if row else ("", "")

    def suffered(self, key: str) -> OutcomeWord | None:
        """A row of an outcome that people suffer; None where the key is none."""
        return self.sufferings.get(key)

    def is_outcome(self, key: str) -> bool:
        """Whether a measure's key is that of an outcome."""
        return key in self.keys

    def key_of(self, noun: str) -> str:
        """The key under which a noun is counted: its family, else the noun."""
        return self.families.get(noun, noun)


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The words of the package, with those of the user before them."""
    if not lexicon.outcomes and not lexicon.nouns:
        return _plain()
    own = [
        (OutcomeWord(outcome.key, role, tuple(phrase.lower().split()[1:]), outcome.people), phrase.lower().split()[0])
        for outcome in lexicon.outcomes
        for role, phrases in (("verb", outcome.verbs), ("noun", outcome.nouns), ("adjective", outcome.adjectives))
        for phrase in phrases
    ]
    plain = _plain()
    known = [(row, form) for form, rows in plain.outcomes.items() for row in rows]
    return Vocabulary(
        _by_form([*((row, form) for row, first in own for form in _forms(row.role, first)), *known]),
        {**plain.families, **{noun.lower(): key for noun, key in lexicon.nouns.items()}},
    )


@cache
def _plain() -> Vocabulary:
    rows = []
    for line in read_lines("outcomes.tsv"):
        key, role, words, sufferers = line.split("\t")
        first, *rest = words.split()
        only = {"only": "people", "people": "", "persons": "", "things": ""}.get(sufferers, sufferers)
        row = OutcomeWord(key, role, tuple(rest), sufferers != "things", sufferers == "persons" or bool(only), only)
        rows += [(row, form) for form in _forms(role, first)]
    families = (line.split("\t") for line in read_lines("families.tsv"))
    return Vocabulary(_by_form(rows), {noun: key for key, nouns in families for noun in nouns.split()})


def _by_form(rows: Iterable[tuple[OutcomeWord, str]]) -> dict[str, tuple[OutcomeWord, ...]]:
    table: dict[str, list[OutcomeWord]] = {}
    for row, form in rows:
        table.setdefault(form, []).append(row)
    return {form: tuple(sorted(rows, key=lambda row: -len(row.rest))) for form, rows in table.items()}


@cache
def people() -> dict[str, str]:
    """Role of each people word: "any" or "some"."""
    return {
        word: role for role, words in (line.split("\t") for line in read_lines("people.tsv")) for word in words.split()
    }


@cache
def properties() -> dict[str, tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]]:
    """By the first word of its name: key, dimensions and further words of each property, in the order of the file."""
    table: dict[str, list[tuple[str, frozenset[str], tuple[str, ...]]]] = {}
    for line in read_lines("properties.tsv"):
        key, sizes, names = line.split("\t")
        for name in names.split("|"):
            first, *rest = [singular(word) for word in name.split()]
            table.setdefault(first, []).append((key, frozenset(sizes.split(",")), tuple(rest)))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[2]))) for word, rows in table.items()}


@lru_cache(maxsize=16384)
def property_forms(word: str) -> tuple[str, ...]:
    """The word as printed, and the base forms it may have, as far as the properties know one of them.

    >>> property_forms("costs"), property_forms("weighing"), property_forms("table")
    (('cost',), ('weigh',), ())
    """
    base = singular(word)
    forms = [word, base]
    for ending in ("ed", "ing"):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            stem = base[: -len(ending)]
            forms += [stem, stem + "e"]
    return tuple(dict.fromkeys(form for form in forms if form in properties()))
