"""The place of which a figure is said: its own clause first, then the frame of the sentence, then the one before."""

import pytest

from discrepancy import Article
from discrepancy.extract.claims import extract_claims
from discrepancy.model.places import Nearby, around, known_place, nearby

STORM = "The storm killed 12 people in Jamaica, Kingston's mayor said. In Haiti, where rivers rose, at least 30 people died and 9 are missing."


def places(text: str, surface: str) -> tuple[set[str], set[str]]:
    """The place of a figure, and the one carried to it."""
    claim = next(c for c in extract_claims([Article(id="a", text=text)]) if c.quantity.surface == surface)
    return set(claim.scope.places), set(claim.scope.setting)


@pytest.mark.parametrize(
    ("text", "surface", "own", "carried"),
    [
        (STORM, "12", {"jamaica"}, set()),
        (STORM, "30", {"haiti"}, set()),
        (STORM, "9", {"haiti"}, set()),
        ("More than 30 people died in Jamaica and 43 in Haiti.", "43", {"haiti"}, set()),
        ("The floods killed 75 people in Haiti and Jamaica.", "75", {"haiti", "jamaica"}, set()),
        ("Haiti's civil protection office counted 43 dead.", "43", {"haiti"}, set()),
        ("The Dominican Republic reported 4 deaths.", "4", {"dominican republic"}, set()),
        ("The tram killed 16 people in Lisbon, Portugal.", "16", {"lisbon"}, set()),
        ("A dam broke in Orlow Vale. The water killed 16 people.", "16", set(), {"orlow vale"}),
        ("A dam broke in Orlow Vale. Across the country, 16 people died.", "16", {"a wider place"}, set()),
        ("Six of the dead, among them 3 from Britain, were guests.", "3", set(), set()),
        ("A spokesman for Luís Montenegro spoke of 16 dead.", "16", set(), set()),
        ("No U.S. troops were among the 16 dead.", "16", set(), set()),
        ("In December the flu killed 16 people.", "16", set(), set()),
    ],
)
def test_the_place_of_a_figure(text, surface, own, carried):
    assert places(text, surface) == (own, carried)


@pytest.mark.parametrize(
    ("left", "right", "lie"),
    [
        ({"haiti"}, {"haiti"}, Nearby.SAME),
        ({"lisbon"}, {"portugal"}, Nearby.INSIDE),
        ({"haiti"}, {"haiti", "jamaica"}, Nearby.INSIDE),
        ({"haiti"}, {"jamaica"}, Nearby.APART),
        ({"europe"}, {"jamaica"}, Nearby.APART),
        ({"haiti"}, {"orlow vale"}, Nearby.UNKNOWN),
        ({"caribbean"}, {"haiti"}, Nearby.INSIDE),
        ({"atlantic"}, {"haiti"}, Nearby.UNKNOWN),
        ({"kent"}, {"england"}, Nearby.INSIDE),
        ({"kent"}, {"united kingdom"}, Nearby.INSIDE),
        ({"kent"}, {"scotland"}, Nearby.APART),
        ({"kent"}, {"london"}, Nearby.UNKNOWN),
    ],
)
def test_how_places_lie_to_each_other(left, right, lie):
    assert nearby(left, right) is nearby(right, left) is lie


def test_names_are_brought_to_one_and_nested():
    assert known_place("Britain") == known_place("U.K.") == "united kingdom"
    assert {"brazil", "south america"} <= around(known_place("São Paulo"))
    assert known_place("Ronaldo") == ""


@pytest.mark.parametrize(("value", "part"), [(334e6, ""), (281e6, "including")])
def test_the_figure_before_including_is_the_whole(value, part):
    text = "Orlow Chips is to pay $334 million for Mirvan, including $281 million in cash."
    claim = next(c for c in extract_claims([Article(id="a", text=text)]) if c.quantity.value == value)
    assert claim.scope.part == part


def test_figures_of_two_countries_are_two_questions():
    from discrepancy import check

    told = "Storm Orla killed {n} people in {place}, officials said on 4 May 2031."
    figures = (("a", 43, "Haiti"), ("b", 32, "Jamaica"), ("c", 51, "Haiti"))
    report = check([Article(id=i, text=told.format(n=n, place=place)) for i, n, place in figures])
    assert [{c.article_id for c in f.group.claims} for f in report.findings] == [{"a", "c"}]
