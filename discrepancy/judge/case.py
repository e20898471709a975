"""What the rules see: two claims, the earlier reading first, and what was asked of them beforehand."""

from dataclasses import dataclass, field

from discrepancy.judge.timing import Order, long_apart, order_of, other_time, settled_by
from discrepancy.judge.values import Clash, clash
from discrepancy.judge.wording import dated
from discrepancy.model import Claim, Group, Role
from discrepancy.model.behaviours import Behaviour, behaviour_of
from discrepancy.model.places import can_meet, is_part_of, is_wide
from discrepancy.settings import Settings


@dataclass(frozen=True, slots=True)
class Beside:
    """What else the articles of a group say that bears on its pairs.

    Attributes:
        figures: Article: its other figures of the same measure, for arithmetic (today's incident beside the total).
        earlier: Article: the values that it quotes itself as earlier readings ("17 had been reported at first").
        group: The group of the pairs, which knows the claims that only the others bring together.
    """

    figures: dict[str, tuple[float, ...]] = field(default_factory=dict)
    earlier: dict[str, frozenset[float]] = field(default_factory=dict)
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims and what the rules ask of them.

    Attributes:
        early: The claim with the earlier reading; where the order is not known, the one with the lower value.
        late: The other.
        clash: How far the values exclude each other; None where the units do not meet.
        order: How the two as-of dates stand.
        behaviour: How the measure may move.
        settings: The user's.
        beside: What else the two articles say.
    """

    early: Claim
    late: Claim
    clash: Clash | None
    order: Order
    behaviour: Behaviour
    settings: Settings
    beside: Beside

    # what few rules ask is found when they ask

    @property
    def closed(self) -> bool:
        """Whether what is counted was over and counted when both figures were given."""
        return all(settled_by(claim, self.settings.closed_after) for claim in (self.early, self.late))

    @property
    def bridges(self) -> tuple[float, ...]:
        """Other figures of the two articles, in the same unit, for arithmetic."""
        figures = self.beside.figures
        return figures.get(self.early.article_id, ()) + figures.get(self.late.article_id, ())

    @property
    def superseded(self) -> bool:
        """Whether the article of one claim quotes the value of the other as an earlier reading."""
        return _quotes(self.early, self.late, self.beside) or _quotes(self.late, self.early, self.beside)

    @property
    def firm(self) -> bool:
        """Whether the two would be compared by themselves; else only the other claims bring them together."""
        return self.beside.group is None or self.beside.group.is_firm(self.early, self.late)

    @property
    def rises(self) -> bool:
        """Whether the later figure is the higher one."""
        return self.late.quantity.value >= self.early.quantity.value

    @property
    def other_time(self) -> bool:
        """Whether one of the two is said of another time than the other."""
        return other_time(self.early, self.late)

    @property
    def one_part(self) -> bool:
        """Whether one of the two is marked as a part and the other is not ("$334 million, including $281 million")."""
        return bool(self.early.scope.part) != bool(self.late.scope.part)

    @property
    def other_place(self) -> bool:
        """Whether each is said of a place of its own: they cannot meet, or one lists countries of a region."""
        left, right = self.early.scope.places, self.late.scope.places
        if not left or not right:
            return False
        listed = len(left) != len(right) and left.isdisjoint(right) and all(map(is_wide, left | right))
        return listed or not can_meet(left, right)

    @property
    def unnamed(self) -> bool:
        """Whether nothing says what the two count."""
        return not self.early.measure.key and self.early.quantity.unit == "count"

    @property
    def lower_of_part(self) -> bool:
        """Whether the lower figure is said of a part of the places of the other (a province and its country)."""
        low, high = sorted((self.early, self.late), key=lambda claim: claim.quantity.value)
        return is_part_of(low.scope.places, high.scope.places)

    @property
    def two_measures(self) -> bool:
        """Whether the texts name what they count or measure by two names ("58 people", "36 men")."""
        return self.early.measure.key != self.late.measure.key

    @property
    def another_one(self) -> bool:
        """Whether one text alone speaks of a second one, or of another ("a second quake, of magnitude 6.1")."""
        return self.early.scope.another != self.late.scope.another

    @property
    def long_apart(self) -> bool:
        """Whether both lack days of their own and were given long after one another."""
        return long_apart(self.early, self.late)

    @property
    def ordered(self) -> bool:
        """Whether one reading is known to be later than the other."""
        return self.order.known and not self.order.same

    @property
    def figures(self) -> str:
        """Both figures with their dates: "83 (as of 4 Dec 2025) and more than 110 (as of 2 Jan 2026)"."""
        return f"{dated(self.early)} and {dated(self.late)}"


def case_of(a: Claim, b: Claim, settings: Settings, beside: Beside) -> Case:
    """Lay two claims before the rules, the earlier reading first."""
    order = order_of(a, b)
    first, second = (a, b) if _comes_first(a, b, order) else (b, a)
    return Case(
        early=first,
        late=second,
        clash=clash(first, second, settings),
        order=order,
        behaviour=behaviour_of(first, second, settings.lexicon.behaviours),
        settings=settings,
        beside=beside,
    )


def _quotes(a: Claim, b: Claim, beside: Beside) -> bool:
    """Whether the article of a names the value of b as an earlier reading, and stands by another itself."""
    return b.quantity.value in beside.earlier.get(a.article_id, frozenset())


def _comes_first(a: Claim, b: Claim, order: Order) -> bool:
    if order.known and not order.same:
        return not order.swapped
    if (a.scope.role is Role.EARLIER) != (b.scope.role is Role.EARLIER):
        return a.scope.role is Role.EARLIER
    return (a.quantity.value, a.article_id, a.start) <= (b.quantity.value, b.article_id, b.start)
