"""Clauses: whether a date governs a figure of its sentence, and whether the figure is told in the present."""

import re

from discrepancy.sentences import Sentence

_HARD = re.compile(r"[;()]|:\s|\s[–—-]\s")
# a colon explains what stands before it, and stays in the time of a date that governs the whole of that
_ENDING = re.compile(r"[;()]|\s[–—-]\s")
_SOFT = re.compile(
    r",\s(?!\d{4}\b)(?P<after>[a-z]+(?:\s[a-z]+)?)?|\s(?P<word>and|while|but|whereas|yet|although|when|after|before)\s(?P<next>\w+)"
)
# a clause that hangs on the one before, and shares its date: "on Sept. 2, killing 11", "in 2022, when 46,000 came"
_HANGING = re.compile(
    r"(?:[a-z]+ing|in which|when|where|with|among|including|of (?:whom|which|them)|most|some|or|that is)\b"
)
_COUNTED = re.compile(r"\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|injur|wound)")
_VERBS, _SHORT = ("says", "shows", "remains", "stands", "expects", "plans"), 3
_FRONT = re.compile(
    r"[\"“]?(?:(?:But|And|Yet|Also|Only|Even|Back|Early|Late|Earlier|Just|So)\s)?"
    r"(?:(?:in|on|at|by|during|over|for|after|throughout)\s)?(?:the\s)?(?:(?:all|whole|course|night|end)\sof\s)?",
    re.IGNORECASE,
)
_FRONT_PHRASE = re.compile(r"(?:In|On|At|After|During|Of|For|With|Over|When|Before|By)\s[^,;:()]{0,80}")
_LABEL = re.compile(r"(?:(?:\)[:,]?|:)?\s[^,;:.()\d]{0,22}|\s\()")
_ASIDE = re.compile(r",\s(?:in|on|at|back\sin)\s$")
_APPOSED = re.compile(
    r",?\s(?:when|which|in\swhich|where|(?:an?|the)\s(?:[\w-]+\s){1,3}(?:in\swhich|that|which|when))\b"
)
_RESUMED = re.compile(r",\sand\s")
_AGAINST = re.compile(
    r"\b(?:than|compared\s(?:with|to)|against|up\son|down\son|as\sin|unlike|versus)(?:\s(?:at|during|for|in|of|on|that|the|this|point|same|stage|time))*\s$"
)
_RECORD = re.compile(
    r"\b(?:(?!latest|northwest|southwest)[a-z]{3,}est|best|worst|record|peak)\s(?:\w+\s)?(?:day|night|week|month|quarter|season|year)\b[^.;,\n]{0,40}\s(?:was|is|came|fell)\s"
    r"(?:on\s|in\s)?(?:the\s)?$"
)
_HABIT = re.compile(r"\b(?:usually|typically|normally|generally|always|often|every\s(?:year|month|week|day))\b")
_STATE = re.compile(
    r"\b(?:was|were)\s(?:still\s|also\s|already\s)?(?:(?!(?:during|including|according|following|regarding)\b)[a-z]{3,}ing\b|in\s(?:shelters?|hospitals?|custody|jail|intensive\scare|police)"
    r"|without\s(?:power|water|electricity|shelter)|homeless|stranded|trapped|unaccounted|cut\soff)"
)
_PRESENT = re.compile(r"\b(?:has|have|is|are|remains?|stands?|now|will)\b")
_POSSESSED = re.compile(r"['’]s?\s[$€£]?")
_OWNED = re.compile(r"['’]s?\s[$€£]?(?=\d)")
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+ly\s)?(?:been|come|gone|risen|fallen|seen|stood|\w+ed)\b")
_HAD_TOLD = re.compile(
    r"\bhad\s(?:\w+ly\s|earlier\s|already\s)?(?:announced|confirmed|counted|given|put|reported|said|spoken\sof|stated)\b[^.;:\d\n]{0,50}$"
)
_INNER = re.compile(r"\b(?:(?<!more )(?<!fewer )(?<!less )than|who|which|whom|that|when|where)\s")
_RELATIVE = re.compile(r"\s(?:who|which|whom|that)\s(?!died\b|ended\b)\w")
# "recalled 300 cars made in 2019": the year is that of the cars; "300 cars were made in 2019" and "300 cars made in 2019" alone are not
_MADE = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:born|bought|built|delivered|imported|issued|made|manufactured|minted|planted|printed|produced|purchased|registered|shipped|sold)\s"
    r"(?:[\w’'-]+\s){0,3}?(?:between|from|in|on|since|during|before|after)\s(?:the\s)?$"
)
_OBJECT = re.compile(
    r"\b(?!(?:his|its|this|as|was|is|has|us|thus|plus|less|across|versus|perhaps)\b)[a-z]{2,}(?:ed|s)\s(?:[\w’'-]+\s){0,3}?[$€£]?$"
)
_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|against|up on|down on|as in|unlike|versus|below|above)\b[^.;,\d\n]{0,30}$",
    re.IGNORECASE,
)
_REACH, _FRONT_REACH = 90, 40
_CLAUSE_REACH, _NOUN_REACH = 140, 24


def breaks_between(text: str, low: int, high: int) -> int:
    """How many clauses end between two places; clauses that hang on the one before are counted with it."""
    hard = sum(1 for _ in _HARD.finditer(text, low, high))
    return hard + sum(1 for match in _SOFT.finditer(text, low, high) if not _is_hanging(match))


def governs(text: str, date: tuple[int, int], figure: tuple[int, int], begin: int) -> bool:
    """Whether a date says when the figure's clause happened.

    Args:
        text: The article's text.
        date: Where the date stands.
        figure: Where the figure stands.
        begin: Where their sentence begins.

    Returns:
        True in one clause ("In 2022 some 900 came"), from the front of the sentence ("In 2022, the record year, 900
        came"), from commas around it ("The first raid, on 2 May, killed 11"), and into a clause that hangs on it
        ("on 3 January, a raid in which 83 died"); not across "and", a colon or brackets.
    """
    (start, end), (low, high) = date, figure
    for match in _HARD.finditer(text, max(begin, start - _REACH), start):
        begin = match.end() + text.startswith(" ", match.end())
    if end <= low:
        if is_label(text, end, low):
            return True
        if _ENDING.search(text, end, low):
            return False
        if is_front(text, start, end, begin) or (_ASIDE.search(text, begin, start) and text.startswith(",", end)):
            return True
        return is_apposed(text, end, low) or breaks_between(text, end, low) == 0
    if _HARD.search(text, high, start) or _RELATIVE.search(text, high, start):
        return False
    if _MADE.match(text, high, start) and _OBJECT.search(text, max(begin, low - _NOUN_REACH), low):
        return False
    return breaks_between(text, high, start) - bool(_ASIDE.search(text, high, start)) <= 0


def is_front(text: str, start: int, end: int, begin: int) -> bool:
    """Whether a date stands in the phrase that opens its sentence ("After the floods of May 2019, ...")."""
    if start - begin < _REACH and text.startswith(",", end) and _FRONT_PHRASE.fullmatch(text, begin, start):
        return True
    return start - begin < _FRONT_REACH and _FRONT.fullmatch(text, begin, start) is not None


def is_apposed(text: str, end: int, start: int) -> bool:
    """Whether a date has a clause of its own that leads to a figure ("in 1999, when 31 died", "in 2012, which killed 117")."""
    if end > start or _APPOSED.match(text, end, start) is None or _RESUMED.search(text, end, start):
        return False
    return breaks_between(text, end, start) <= 1


def is_set_against(text: str, start: int, begin: int) -> bool:
    """Whether the date that starts here is only compared with ("up on 2024", "than at this point last year")."""
    return _AGAINST.search(text, max(begin, start - _FRONT_REACH), start) is not None


def is_possessed(text: str, date: tuple[int, int], start: int) -> bool:
    """Whether a figure follows its date's possessive ("January's 3.4%")."""
    return date[1] <= start and _POSSESSED.fullmatch(text, date[1], start) is not None


def is_label(text: str, end: int, start: int) -> bool:
    """Whether a figure is set right beside its date: "2024: 31", "in 2024 (31)"."""
    return end <= start and _LABEL.fullmatch(text, end, start) is not None


def is_record(text: str, start: int, begin: int) -> bool:
    """Whether a date is only the time of a record, which holds as of now ("the busiest day so far was 31 May")."""
    return _RECORD.search(text, max(begin, start - _REACH), start) is not None


def is_habit(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the clause of a figure tells what happens time and again ("snow usually shuts 14 passes in November")."""
    low, high = _verb_reach(text, start, end, sentence)
    return _HABIT.search(text, low, high) is not None


def is_state(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the clause of a figure tells how things stood, not what happened ("14 people were still missing")."""
    low, high = _verb_reach(text, start, end, sentence)
    return _STATE.search(text, low, high) is not None


def is_owned(text: str, end: int, start: int) -> bool:
    """Whether the possessive of a date that ends here belongs to a figure other than the one that starts there."""
    owned = _OWNED.match(text, end)
    return owned is not None and owned.end() != start


def clause_of(text: str, place: tuple[int, int], sentence: Sentence) -> tuple[int, int]:
    """The clause of a date: what stands before it, or what follows where it opens the clause or is a possessor."""
    start, end = place
    low, high = max(sentence.start, start - _CLAUSE_REACH), min(sentence.end, end + _CLAUSE_REACH)
    for match in _HARD.finditer(text, low, start):
        low = match.end()
    for match in _SOFT.finditer(text, low, start):
        low = low if _is_hanging(match) else match.start()
    after = next((m.start() for m in _SOFT.finditer(text, end, high) if not _is_hanging(m)), high)
    if _FRONT.fullmatch(text, max(low, sentence.start), start) or text.startswith(("'s", "’s"), end):
        return low, after
    return low, min(end + _NOUN_REACH, after)


def is_present(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the clause of a figure is in the present or the perfect ("has killed", "are in shelters")."""
    low, high = _verb_reach(text, start, end, sentence)
    return _PRESENT.search(text, low, high) is not None


def is_pluperfect(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the clause of a figure looks back from the past ("the previous high had been 106")."""
    low, high = _verb_reach(text, start, end, sentence)
    return _PLUPERFECT.search(text, low, high) is not None


def is_told_earlier(text: str, start: int, sentence: Sentence) -> bool:
    """Whether a figure is one that had been told before ("had reported 17", "which had put the toll at 17")."""
    return _HAD_TOLD.search(text, max(sentence.start, start - _REACH), start) is not None


def _verb_reach(text: str, start: int, end: int, sentence: Sentence) -> tuple[int, int]:
    """Where the verb of a figure's clause may stand; "when", "which" and "than" open a clause with a verb of its own."""
    low, high = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    for match in _SOFT.finditer(text, low, start):
        low = low if _is_hanging(match) else match.start()
    for pattern in (_HARD, _INNER):
        for match in pattern.finditer(text, low, start):
            low = match.end()
    after = next((m.start() for m in _SOFT.finditer(text, end, high) if not _is_hanging(m)), high)
    hard = _HARD.search(text, end, after)
    return low, hard.start() if hard else after


def is_compared(text: str, start: int, end: int) -> bool:
    """Whether the words between a figure and a date make the date another figure's ("more than in 2024")."""
    return _COMPARED.search(text, max(start, end - _REACH), end) is not None


def _is_counted(word: str) -> bool:
    """Whether "and" goes on with a figure or a plural noun, not with a new clause."""
    return _COUNTED.match(word) is not None or (word.endswith("s") and len(word) > _SHORT and word not in _VERBS)


def _is_hanging(match: re.Match[str]) -> bool:
    if match["word"]:
        return match["word"] in ("when", "before", "after") or _is_counted(match["next"])
    after = match["after"] or ""
    if after.startswith("and "):
        return _COUNTED.match(after, 4) is not None
    return _HANGING.match(after) is not None
