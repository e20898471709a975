"""What a figure is a part of, and which figure a revision speaks of."""

import pytest

from discrepancy.extract.claims import extract_claims
from discrepancy.model import Article


def scopes(text):
    claims = extract_claims([Article(id="a", source="The Ledger", text=text)])
    return {claim.quantity.surface: claim.scope for claim in claims}


@pytest.mark.parametrize(
    ("text", "parts", "wholes"),
    [
        ("It killed 30 people, 27 of whom were soldiers.", ["27"], ["30"]),
        ("Police published the names of the 18 people killed.", [], ["18"]),
        ("Three nurses are among the 34 dead.", [], ["34"]),
        ("Of the 40 dead, 12 were children.", ["12"], ["40"]),
        ("The flood killed 61 people, including 14 children.", ["14"], ["61"]),
    ],
)
def test_a_part_and_its_whole(text, parts, wholes):
    found = scopes(text)
    assert [bool(found[figure].part) for figure in parts + wholes] == [True] * len(parts) + [False] * len(wholes)


@pytest.mark.parametrize(
    ("text", "revised"),
    [
        ("The fire killed 16 people. The ministry corrected the number.", {"16": True}),
        ("The fire killed 16 people. At first 19 dead had been reported.", {"16": True, "19": True}),
        ("The fire injured 23 people. At first 19 dead had been reported.", {"23": False, "19": True}),
        ("The fire killed 16 people.\n\nAt first 19 dead had been reported.", {"16": False, "19": True}),
    ],
)
def test_a_revision_speaks_of_the_figures_of_its_measure(text, revised):
    assert {figure: bool(scope.revision) for figure, scope in scopes(text).items()} == revised


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("A second quake, of magnitude 6.1, struck at noon.", True),
        ("The aftershock had a magnitude of 5.8.", True),
        ("The quake had a magnitude of 6.9.", False),
        ("Another 21 people were hurt.", False),
    ],
)
def test_one_more_of_its_kind(text, another):
    assert next(iter(scopes(text).values())).another is another
