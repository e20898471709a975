"""The parts of a question that two claims answer, and the levels at which each can agree.

Each function takes two claims and names a level; none depends on which claim comes first.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from discrepancy.align.backdrop import Backdrop
from discrepancy.align.events import event
from discrepancy.align.figures import NEARNESS, digits, precision, value
from discrepancy.align.measures import measure
from discrepancy.align.overlaps import KINSHIP, OVERLAP, SHARED, Grades, clause, context, sentence, shared, words
from discrepancy.align.windows import window
from discrepancy.model import Claim, Kind, Role, Status, dimension
from discrepancy.model.behaviours import behaviour_of
from discrepancy.model.places import is_part_of, nearby

_NAMED = frozenset({"same", "same outcome", "same, taken over", "spelled alike", "named near"})
NOT_ASKED = "not asked"
_LONG = timedelta(days=183)
_MANY = ("none", "one", "two", "several")
_RANKS = ("first", "second or third", "fourth to sixth", "seventh to twelfth", "later")


def story(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether the two articles tell one story: by the names beside their figures, and the words they come back to."""
    if a.article_id == b.article_id:
        return "one article"
    many = len(backdrop.story(a) & backdrop.story(b))
    told = "eight words or more" if many >= 8 else "five to seven words" if many >= 5 else "few words"
    return f"{('no name', 'one name', 'two names or more')[min(backdrop.shared_names(a, b), 2)]}, {told}"


def unit(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether the two are given in units of one dimension (acres with hectares; never euros with dollars)."""
    return "one dimension" if dimension(a.quantity.unit) == dimension(b.quantity.unit) else "other"


def kind(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether both are counts, levels, changes, shares (a rise of 5 is no level of 5)."""
    if a.measure.kind == b.measure.kind:
        # two ages are two people; one person's age is told alike
        apart = a.measure.kind is Kind.AGE and a.quantity.value != b.quantity.value
        return "two ages" if apart else f"both {a.measure.kind}"
    pair = {a.measure.kind, b.measure.kind}
    if Kind.CHANGE in pair and pair & {Kind.LEVEL, Kind.SHARE, Kind.AGE, Kind.DURATION}:
        return "change against level"
    if pair & {Kind.RATIO, Kind.AGE}:
        return "other"
    return "near"


def ground(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """What two counts of equal value have in common beside it: a value may support a match, and never makes one."""
    level = value(a, b)
    if NEARNESS[level] != "alike" or dimension(a.quantity.unit) != "count":
        return NOT_ASKED
    if measure(a, b, backdrop) in _NAMED:
        return "measure"
    if a.scope.words & b.scope.words:
        return "words"
    return "a telling figure" if level == "telling and equal" else "nothing"


def behaviour(a: Claim, b: Claim, _: Backdrop) -> str:
    """How the figure of their measure moves: tolls that lie apart may be one toll, two magnitudes are two quakes."""
    return str(behaviour_of(a, b, {})) if a.measure.key == b.measure.key else "two measures"


def qualifiers(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether the counted thing is narrowed alike (children; police officers; houses)."""
    left, right = a.measure.qualifiers, b.measure.qualifiers
    if left == right:
        return "same" if left else "none"
    if not left or not right:
        return "one narrowed"
    return "shared" if left & right else "other"


def part(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether one is marked as a part ("27 of whom", "each boat"), or as one more of its kind, and the other is not."""
    left, right = bool(a.scope.part), bool(b.scope.part)
    if a.scope.each != b.scope.each:
        return "one of each"
    if a.scope.another != b.scope.another:
        return "one of another"
    if left and right:
        return "both parts"
    return "one part" if left or right else "neither"


def extent(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether both are incidents, totals, levels or rates."""
    return " against ".join(sorted({str(a.scope.extent), str(b.scope.extent)}))


def place(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How the places of the two lie to each other; a place may be carried from the sentences before."""
    left, right = a.scope.places or a.scope.setting, b.scope.places or b.scope.setting
    if not left and not right:
        return "none"
    carried = "" if a.scope.places and b.scope.places else ", carried"
    if left and right:
        return f"{nearby(left, right)}{carried}"
    known = backdrop.names_place(b if left else a, left or right)
    return f"one {'named' if known else 'foreign'}{', carried' if not (a.scope.places or b.scope.places) else ''}"


def whole(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether the lower of two figures is said of a part of the places of the other ("61 in Bavaria")."""
    if not _are_peers(a, b):
        return NOT_ASKED
    if a.quantity.unit != b.quantity.unit or a.quantity.value == b.quantity.value:
        return "no part of the other"
    low, high = sorted((a, b), key=lambda claim: claim.quantity.value)
    if is_part_of(low.scope.places, high.scope.places):
        return "the lower of a part"
    less = is_part_of(low.scope.places or low.scope.setting, high.scope.places or high.scope.setting)
    return "the lower of a part, carried" if less else "no part of the other"


def names(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether the sentences hold the same proper names, or names of which the other article knows nothing."""
    left, right = a.scope.named, b.scope.named
    if not left or not right:
        return _one_sided(a, b, left, right, backdrop)
    if left & right:
        return OVERLAP.name(backdrop.overlap(a, b, left, right))
    return _apart(a, b, left, right, backdrop)


def _one_sided(a: Claim, b: Claim, left: frozenset[str], right: frozenset[str], backdrop: Backdrop) -> str:
    """Whether names that one claim alone has are known to the article of the other."""
    if not left and not right:
        return "none"
    return "one named" if backdrop.knows(b if left else a, left or right) else "one foreign"


def _apart(a: Claim, b: Claim, left: frozenset[str], right: frozenset[str], backdrop: Backdrop) -> str:
    """Whether two sets of names without one in common are at least known to the other article."""
    return "other" if backdrop.knows(a, right) or backdrop.knows(b, left) else "foreign"


def _are_peers(a: Claim, b: Claim) -> bool:
    """Whether two articles give figures of one measure, so that the places of the two can be compared."""
    return a.measure.key == b.measure.key and a.article_id != b.article_id


def standing(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether both are the first figures of their measure: articles of one story lead with one figure."""
    if not _are_peers(a, b):
        return NOT_ASKED
    first = backdrop.standing(a).first + backdrop.standing(b).first
    return ("neither first", "one first", "both first")[first]


def rank(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """How soon each article comes to its figure: two articles of one story open with the same ones."""
    if a.article_id == b.article_id:
        return "one article"
    early, late = sorted((backdrop.rank(a), backdrop.rank(b)))
    return f"{_RANKS[early]} against {_RANKS[late]}"


def size(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether both are the largest figures of their measure: a whole is larger than its parts."""
    if not _are_peers(a, b):
        return NOT_ASKED
    largest = backdrop.standing(a).largest + backdrop.standing(b).largest
    return ("neither largest", "one largest", "both largest")[largest]


def rivals(a: Claim, b: Claim, backdrop: Backdrop) -> str:
    """Whether the articles have other figures of the measure, with which the two could be meant to stand."""
    if not _are_peers(a, b):
        return NOT_ASKED
    few, many = sorted((backdrop.standing(a).figures, backdrop.standing(b).figures))
    return f"{_MANY[min(few, 3)]} against {_MANY[min(many, 3)]}"


def reading(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether each figure was news when it was printed, or was read long before."""
    return " against ".join(sorted({_age(a), _age(b)}))


def _age(claim: Claim) -> str:
    published, as_of = claim.dates.published, claim.dates.as_of
    if published is None or as_of is None or as_of.first is None:
        return "unknown"
    return "long past" if published - as_of.first > _LONG else "news"


def speaker(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether the texts say from whom they have the figures."""
    return ("neither named", "one named", "both named")[bool(a.attribution) + bool(b.attribution)]


def status(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether a count meets a projection or a target, and how firmly the two are stated."""
    outlook = {Status.PROJECTED, Status.TARGET}
    if (a.status in outlook) != (b.status in outlook):
        return "count against projection"
    return "same" if a.status == b.status else "firmer against weaker"


def role(a: Claim, b: Claim, _: Backdrop) -> str:
    """Whether both are the main figures of their sentences, or earlier readings, or given to compare."""
    return " against ".join(sorted({str(a.scope.role), str(b.scope.role)}))


def article(a: Claim, b: Claim, _: Backdrop) -> str:
    """Within one article, two figures are two things unless one is an earlier reading or they agree."""
    if a.article_id != b.article_id:
        return "two"
    if Role.EARLIER in (a.scope.role, b.scope.role):
        return "one, earlier reading"
    if Role.CONVERSION in (a.scope.role, b.scope.role):
        return "one, converted"
    return "one, restated" if a.quantity.value == b.quantity.value else "one, another figure"


PartOf = Callable[[Claim, Claim, Backdrop], str]
PARTS: Mapping[str, PartOf] = {
    "story": story,
    "unit": unit,
    "kind": kind,
    "measure": measure,
    "event": event,
    "ground": ground,
    "behaviour": behaviour,
    "qualifiers": qualifiers,
    "window": window,
    "extent": extent,
    "part": part,
    "status": status,
    "digits": digits,
    "reading": reading,
    "precision": precision,
    "speaker": speaker,
    "role": role,
    "article": article,
    "place": place,
    "whole": whole,
    "names": names,
    "clause": clause,
    "sentence": sentence,
    "context": context,
    "shared": shared,
    "words": words,
    "rank": rank,
    "standing": standing,
    "size": size,
    "rivals": rivals,
}
# parts whose levels rise: a weight is fitted for each step up
ORDERED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("clause", "sentence", "context"), OVERLAP.names),
    "shared": SHARED.names,
    "words": KINSHIP.names,
}
# parts that grade a number, which may be known beforehand
GRADED: Mapping[str, Grades] = {
    **dict.fromkeys(("clause", "sentence", "context"), OVERLAP),
    "shared": SHARED,
    "words": KINSHIP,
}
# parts that are asked only of some pairs, and the level of the others
ASKED_OF: Mapping[str, tuple[str, str]] = {
    "ground": ("alike", NOT_ASKED),
    "behaviour": ("one measure", "two measures"),
    "article": ("one article", "two"),
    **dict.fromkeys(("whole", "standing", "size", "rivals"), ("one measure", NOT_ASKED)),
}
GATES: Mapping[str, frozenset[str]] = {
    "measure": frozenset({"another outcome"}),
    "unit": frozenset({"other"}),
    "kind": frozenset({"other", "two ages"}),
    "event": frozenset({"another"}),
    "ground": frozenset({"nothing"}),
    "place": frozenset({"apart"}),
}
