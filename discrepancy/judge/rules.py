"""The verdict on two claims of one group: an ordered table of small rules, the first that speaks decides.

A rule sees a `Case`, in which the earlier reading comes first, so no verdict depends on which claim was named first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from discrepancy.judge.case import Case
from discrepancy.judge.doubts import doubt_of
from discrepancy.judge.slips import slip
from discrepancy.judge.values import Clash
from discrepancy.judge.wording import dated, figure, sentence, speaker
from discrepancy.model import Role, Status, Verdict
from discrepancy.model.behaviours import Behaviour

_OUTLOOK = frozenset({Status.PROJECTED, Status.TARGET})
# slots of which one side alone explains a difference; the others are often left unsaid
_TELLING_SLOTS = frozenset({"deduction", "method", "perpetrator", "reach", "tax", "territory", "votes"})
_SOFT = frozenset({Status.PRESUMED, Status.ESTIMATED})


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says: verdict, reason in one sentence, and what would flip it."""

    verdict: Verdict
    reason: str
    flip: str = ""


Rule = Callable[[Case], Ruling | None]


def units_apart(case: Case) -> Ruling | None:
    """Two units that cannot be brought together say nothing of each other (two currencies)."""
    if case.clash is not None:
        return None
    units = f"{case.early.quantity.unit} and {case.late.quantity.unit}"
    return Ruling(Verdict.AGREE, f"The figures are in {units}, which are not compared.")


def values_meet(case: Case) -> Ruling | None:
    """Values that can both be true as they are meant: equal, rounded, hedged, or an open bound that is met."""
    if case.clash is not Clash.NONE:
        return None
    early, late = figure(case.early), figure(case.late)
    if early == late:
        return Ruling(Verdict.AGREE, f"Both give {early}.")
    return Ruling(Verdict.AGREE, sentence(f"{early} and {late} can both be true, as they are written."))


def within_tolerance(case: Case) -> Ruling | None:
    """Values that differ by no more than the user tolerates for the measure (`Settings.tolerances`)."""
    if case.clash is not Clash.TOLERATED:
        return None
    return Ruling(Verdict.AGREE, sentence(f"{case.figures} differ by no more than is tolerated for the measure."))


def revised(case: Case) -> Ruling | None:
    """A text says that the figure was changed: its words beat the bounds ("corrected to 16")."""
    words = case.late.scope.revision or (case.early.scope.revision if not case.ordered else "")
    if not words or (case.order.same and case.late.article_id != case.early.article_id and not _either_earlier(case)):
        return None
    way = "up" if case.rises else "down"
    return Ruling(
        Verdict.UPDATE,
        f"Revised {way}: {case.figures}; the text itself says so (“{words}”).",
        "would be a conflict if no text spoke of a change and both figures were of one date",
    )


def earlier_reading(case: Case) -> Ruling | None:
    """One article quotes the figure as an earlier reading ("up from 21", "first put at")."""
    if not _either_earlier(case):
        return None
    quoted = case.early if case.early.scope.role is Role.EARLIER else case.late
    return Ruling(
        Verdict.UPDATE,
        f"{sentence(figure(quoted))[:-1]} is quoted as an earlier reading, so {case.figures} are two readings.",
        "would be a conflict if it were given as the standing figure",
    )


def superseded(case: Case) -> Ruling | None:
    """The article of one figure quotes the other itself as an earlier reading ("17 had been reported at first")."""
    if not case.superseded:
        return None
    way = "up" if case.rises else "down"
    return Ruling(
        Verdict.UPDATE,
        f"Corrected {way}: {case.figures}; one of the two articles names the other figure as an earlier one.",
        "would be a conflict if neither article knew of the other figure",
    )


def _either_earlier(case: Case) -> bool:
    return (case.early.scope.role is Role.EARLIER) != (case.late.scope.role is Role.EARLIER)


def open_bound_met(case: Case) -> Ruling | None:
    """At one and the same time an open bound that meets the other value agrees ("at least 75" and 84)."""
    if case.clash is not Clash.PLAUSIBLE or not case.order.same:
        return None
    return Ruling(
        Verdict.AGREE, sentence(f"{case.figures} can both be true: the looser one leaves room for the other.")
    )


def count_and_outlook(case: Case) -> Ruling | None:
    """A projection, a target or a warning is no count."""
    pair = (case.early, case.late)
    if len({claim.status in _OUTLOOK for claim in pair}) == 1:
        return None
    outlook = next(claim for claim in pair if claim.status in _OUTLOOK)
    return Ruling(
        Verdict.SCOPE,
        f"Status differs: {figure(outlook)} is {outlook.status}, the other figure is a count.",
        "would be compared if both were counts",
    )


def status_differs(case: Case) -> Ruling | None:
    """Confirmed against presumed or estimated is another definition."""
    statuses = {case.early.status, case.late.status}
    if not (statuses & _SOFT and Status.CONFIRMED in statuses):
        return None
    return Ruling(
        Verdict.SCOPE,
        f"Status differs: {figure(case.early)} is {case.early.status}, {figure(case.late)} is {case.late.status}.",
        "would be compared if both were confirmed",
    )


def definition_differs(case: Case) -> Ruling | None:
    """The texts state two definitions of one slot (gross and net; with and without the gunman)."""
    early, late = (dict(part.split("=", 1) for part in sorted(c.scope.basis)) for c in (case.early, case.late))
    slot = next((name for name in sorted(early.keys() & late.keys()) if early[name] != late[name]), "")
    if not slot:
        return None
    return Ruling(
        Verdict.SCOPE,
        f"Definition differs ({slot}): {figure(case.early)} is {early[slot]}, {figure(case.late)} is {late[slot]}.",
        f"would be compared if both were {early[slot]}",
    )


def definition_stated(case: Case) -> Ruling | None:
    """One text states a definition that sets its figure apart ("1,720 MW gross"); the other is silent."""
    early, late = (dict(part.split("=", 1) for part in c.scope.basis) for c in (case.early, case.late))
    slot = next((name for name in sorted(early.keys() ^ late.keys()) if name in _TELLING_SLOTS), "")
    if not slot:
        return None
    stated = case.early if slot in early else case.late
    return Ruling(
        Verdict.SCOPE,
        f"Definition may differ ({slot}): {figure(stated)} is {(early | late)[slot]}, the other text does not say.",
        "would be compared if the other text used the same definition",
    )


def forecasts_differ(case: Case) -> Ruling | None:
    """Two forecasters may expect two things."""
    if not all(claim.status in _OUTLOOK for claim in (case.early, case.late)):
        return None
    early, late = speaker(case.early), speaker(case.late)
    return Ruling(
        Verdict.SCOPE,
        f"Two expectations, not two counts: {early} has {figure(case.early)}, {late} {figure(case.late)}.",
        "would be a conflict if one forecaster had said both of one date",
    )


def parts_add_up(case: Case) -> Ruling | None:
    """The smaller figure and another of the same articles make the larger one (116 and 10 presumed dead are 126)."""
    less, more = sorted((case.early, case.late), key=lambda claim: claim.quantity.value)
    small, large = less.quantity.value, more.quantity.value
    gap = large - small
    if case.ordered or case.early.quantity.unit != "count" or gap < 2 or gap not in case.bridges:
        return None
    if large + gap in case.beside.figures.get(more.article_id, ()):
        return None  # "64 dead: 60 suspects and four officers": the four come on top of the 60
    return Ruling(
        Verdict.SCOPE,
        f"The parts add up: {small:,.0f} and the {gap:,.0f} named beside it make {large:,.0f}.",
        "would be a conflict if both figures covered the same part",
    )


def settled_fact(case: Case) -> Ruling | None:
    """A fact that does not move: two values cannot both be true, whenever they were stated."""
    if not (case.behaviour is Behaviour.SETTLED or case.closed):
        return None
    if case.clash is Clash.PLAUSIBLE:
        return Ruling(Verdict.AGREE, sentence(f"{case.figures} can both be true: the looser one leaves room."))
    what = "a fact that does not change" if case.behaviour is Behaviour.SETTLED else "a count that was closed"
    reason = sentence(f"{figure(case.early)} and {figure(case.late)} are given for {what}, so no date explains it.")
    return _alarm(case, reason, "would be scope if one text named another definition or place")


def later_rise(case: Case) -> Ruling | None:
    """A running count that is higher in the later reading."""
    if case.behaviour is not Behaviour.RUNNING or not case.ordered or not case.rises:
        return None
    bridge = case.late.quantity.value - case.early.quantity.value
    through = f"; the {bridge:,.0f} named beside it explain the rise" if bridge > 0 and bridge in case.bridges else ""
    return Ruling(
        Verdict.UPDATE,
        f"Rise: {case.figures}; a running count may have grown in between{through}.",
        "would be a conflict if both figures were of one date",
    )


def looser_later(case: Case) -> Ruling | None:
    """A later and lower figure whose open bound still allows the earlier one ("more than 100" after 145)."""
    if case.clash is not Clash.PLAUSIBLE or not case.ordered:
        return None
    if case.behaviour is Behaviour.RUNNING and not case.rises:
        return Ruling(Verdict.AGREE, sentence(f"{case.figures} can both be true: the later one is only looser."))
    return None


def fall_without_correction(case: Case) -> Ruling | None:
    """A running count cannot fall unless a text says that it was corrected."""
    if case.behaviour is not Behaviour.RUNNING or not case.ordered:
        return None
    if case.long_apart:
        words = f"{case.figures} are of news long apart, and neither text says of which days: the events may be two."
        return Ruling(Verdict.UNCLEAR, sentence(words), "would be a conflict if both were said of one event")
    reason = f"Fall: {case.figures}; a running count cannot fall, and neither text speaks of a correction."
    return _alarm(case, reason, "would be an update if a text said that the figure was corrected")


def moved(case: Case) -> Ruling | None:
    """A level that may move both ways, read on two dates."""
    if case.behaviour is not Behaviour.MOVING or not case.ordered:
        return None
    way = "Rise" if case.rises else "Fall"
    return Ruling(
        Verdict.UPDATE,
        f"{way}: {case.figures}; the figure may move between two dates.",
        "would be a conflict if both figures were of one date",
    )


def same_date(case: Case) -> Ruling | None:
    """Two values that exclude each other, given for one and the same time."""
    if not case.order.same:
        return None
    reason = f"{sentence(case.figures)[:-1]} exclude each other, and both are given for the same time."
    later = dated(case.late).rpartition("as of ")[2].rstrip(")")
    return _alarm(case, reason, f"would be an update if one of them were of another day than {later}")


def presumed_rise(case: Case) -> Ruling | None:
    """A running count whose order is not known is taken in the order in which it rises."""
    if case.behaviour is not Behaviour.RUNNING:
        return None
    return Ruling(
        Verdict.UPDATE,
        f"Presumed rise: {case.figures}; a date is missing, so the order is taken from the running count itself.",
        "would be a conflict if the missing date showed both to be of one day",
    )


def dates_missing(case: Case) -> Ruling | None:
    """The values exclude each other, and the dates that would decide are missing."""
    if case.clash is Clash.PLAUSIBLE:
        return Ruling(Verdict.AGREE, sentence(f"{case.figures} can both be true: the looser one leaves room."))
    return Ruling(
        Verdict.UNCLEAR,
        sentence(f"{case.figures} exclude each other, and the dates that would decide are missing."),
        "would be settled by the day at which each figure was true",
    )


def _alarm(case: Case, reason: str, flip: str) -> Ruling:
    """A conflict, or unclear where something keeps it from being one."""
    if doubt := doubt_of(case):
        return Ruling(Verdict.UNCLEAR, f"{reason[:-1]}; but {doubt.words}.", doubt.settled)
    return Ruling(Verdict.CONFLICT, f"{reason}{slip(case.early.quantity, case.late.quantity)}", flip)


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        units_apart,
        values_meet,
        within_tolerance,
        revised,
        open_bound_met,
        count_and_outlook,
        status_differs,
        definition_differs,
        forecasts_differ,
        earlier_reading,
        superseded,
        parts_add_up,
        later_rise,
        definition_stated,
        settled_fact,
        looser_later,
        fall_without_correction,
        moved,
        same_date,
        presumed_rise,
        dates_missing,
    )
}
