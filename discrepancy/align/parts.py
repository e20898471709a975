"""The parts of a question that two claims answer, and the levels at which each can agree.

Each function takes two claims and names a level; none depends on which claim comes first.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from math import isclose

from rapidfuzz.fuzz import QRatio

from discrepancy.align.rarity import Rarity
from discrepancy.model import Basis, Claim, DateSpan, Extent, Kind, Role, Status, convert, dimension

SLACK = timedelta(days=1)  # one day either way, for the date line


def story(a: Claim, b: Claim, _: Rarity) -> str:
    """How many of the words they come back to the two articles share: whether they tell one story."""
    if a.article_id == b.article_id:
        return "one article"
    shared = len(a.scope.story & b.scope.story)
    if shared >= 8:
        return "eight words or more"
    return "five to seven words" if shared >= 5 else "three or four words" if shared >= 3 else "one or two words"


def unit(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether the two are given in units of one dimension (acres with hectares; never euros with dollars)."""
    if a.quantity.unit == b.quantity.unit:
        return "same"
    return "commensurable" if dimension(a.quantity.unit) == dimension(b.quantity.unit) else "other"


def kind(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether both are counts, levels, changes, shares (a rise of 5 is no level of 5)."""
    if a.measure.kind == b.measure.kind:
        return "same"
    pair = {a.measure.kind, b.measure.kind}
    if Kind.CHANGE in pair and pair & {Kind.LEVEL, Kind.SHARE, Kind.AGE, Kind.DURATION}:
        return "change against level"
    if pair & {Kind.RATIO, Kind.AGE}:
        return "other"
    return "near"


def measure(a: Claim, b: Claim, rarity: Rarity) -> str:
    """Whether both count or measure the same thing ("vessels" and "boats" under one key)."""
    left, right = a.measure, b.measure
    if not left.key or not right.key:
        return "unnamed"
    if left.key == right.key:
        return "same"
    if QRatio(left.key, right.key) >= 85:
        return "spelled alike"
    if left.key in b.scope.near or right.key in a.scope.near:
        return "named near"
    return "other"


def qualifiers(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether the counted thing is narrowed alike (children; police officers; houses)."""
    left, right = a.measure.qualifiers, b.measure.qualifiers
    if left == right:
        return "same" if left else "none"
    if not left or not right:
        return "one narrowed"
    return "shared" if left & right else "other"


def part(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether one is marked as a part ("27 of whom", "each boat") and the other is not."""
    left, right = bool(a.scope.part), bool(b.scope.part)
    if a.scope.each != b.scope.each:
        return "one of each"
    if left and right:
        return "both parts"
    return "one part" if left or right else "neither"


def window(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether both cover the same days (an incident's day, a year, a campaign since its first day)."""
    left, right = a.dates.period or a.dates.event, b.dates.period or b.dates.event
    if left is None or right is None or left.first is None or right.first is None:
        return "unknown"
    if _disjoint(left, right):
        carried = Basis.CARRIED in (left.basis, right.basis) or left.doubtful or right.doubtful
        return "other, carried" if carried else "other"
    if abs(left.first - right.first) <= SLACK:
        return "same"
    return "one inside"


def extent(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether both are incidents, totals, levels or rates."""
    pair = {a.scope.extent, b.scope.extent}
    if len(pair) == 1:
        return "same"
    if Extent.UNKNOWN in pair:
        return "unknown"
    return "incident against total" if pair == {Extent.INCIDENT, Extent.TOTAL} else "other"


def place(a: Claim, b: Claim, rarity: Rarity) -> str:
    """Whether the clauses name the same places."""
    left, right = a.scope.places, b.scope.places
    if left and right:
        return "shared" if left & right else "other"
    return "one named" if left or right else "none"


def names(a: Claim, b: Claim, rarity: Rarity) -> str:
    """Whether the clauses hold the same proper names."""
    left, right = a.scope.names, b.scope.names
    if left and right:
        return _grade(rarity.overlap(a, b, left, right))
    return "one named" if left or right else "none"


def clause(a: Claim, b: Claim, rarity: Rarity) -> str:
    """How far the words of the two clauses are the same, rare ones counting more."""
    return _grade(rarity.overlap(a, b, a.scope.near, b.scope.near))


def sentence(a: Claim, b: Claim, rarity: Rarity) -> str:
    """How far the words of the two sentences are the same, rare ones counting more."""
    return _grade(rarity.overlap(a, b, a.scope.words, b.scope.words))


def value(a: Claim, b: Claim, _: Rarity) -> str:
    """How near the values are: this may support a match, and different values never forbid one."""
    converted = convert(b.quantity, a.quantity.unit)
    if converted is None:
        return "far"
    left, right = a.quantity.value, converted.value
    if isclose(left, right, rel_tol=0.005):
        return "telling and equal" if _is_telling(left) else "equal"
    small, large = sorted((abs(left), abs(right)))
    if small >= 0.8 * large:
        return "near"
    return "within five times" if large <= 5 * small else "far"


def status(a: Claim, b: Claim, _: Rarity) -> str:
    """Whether a count meets a projection, a target or a denial."""
    outlook = {Status.PROJECTED, Status.TARGET}
    return "same" if (a.status in outlook) == (b.status in outlook) else "count against projection"


def article(a: Claim, b: Claim, _: Rarity) -> str:
    """Within one article, two figures are two things unless one is an earlier reading or they agree."""
    if a.article_id != b.article_id:
        return "two"
    if Role.EARLIER in (a.scope.role, b.scope.role):
        return "one, earlier reading"
    if Role.CONVERSION in (a.scope.role, b.scope.role):
        return "one, converted"
    return "one, restated" if a.quantity.value == b.quantity.value else "one, another figure"


def _disjoint(a: DateSpan, b: DateSpan) -> bool:
    if a.first is None or b.first is None:
        return False
    # a difference of two days never leaves the calendar, as a sum may
    return (a.last is not None and b.first - a.last > SLACK) or (b.last is not None and a.first - b.last > SLACK)


def _grade(overlap: float) -> str:
    if overlap >= 0.5:
        return "high"
    if overlap >= 0.25:
        return "middle"
    return "low" if overlap > 0 else "nothing"


def _is_telling(number: float) -> bool:
    """Three significant digits or more: two articles seldom hit on 1,411 by chance."""
    digits = f"{number:.6g}".partition("e")[0].replace(".", "").strip("0-")
    return len(digits) >= 3


PARTS: Mapping[str, Callable[[Claim, Claim, Rarity], str]] = {
    "story": story,
    "unit": unit,
    "kind": kind,
    "measure": measure,
    "qualifiers": qualifiers,
    "window": window,
    "extent": extent,
    "part": part,
    "status": status,
    "article": article,
    "place": place,
    "names": names,
    "clause": clause,
    "sentence": sentence,
    "value": value,
}
GATES: Mapping[str, frozenset[str]] = {
    "unit": frozenset({"other"}),
    "kind": frozenset({"other", "change against level"}),
    "window": frozenset({"other"}),
}
