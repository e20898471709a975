"""Who gives a figure, how firmly, and what the figure does in its sentence."""

import pytest

from discrepancy import Article, extract_claims
from discrepancy.model import Role, Status


def claims(text):
    return extract_claims([Article(id="a", text=text)])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The blast killed 12 people.", Status.REPORTED),
        ("The ministry confirmed 12 cases.", Status.CONFIRMED),
        ("Some 52 people are presumed dead.", Status.PRESUMED),
        ("An estimate puts the losses at 12 boats.", Status.ESTIMATED),
        ("Output is expected to reach 40 tonnes.", Status.PROJECTED),
        ("The target is 40 tonnes.", Status.TARGET),
        ("The army denied that 40 boats sank.", Status.DENIED),
    ],
)
def test_status(text, status):
    assert claims(text)[0].status is status


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The blast killed 12 people, the health ministry said.", "health ministry"),
        ("According to the coast guard, 12 people drowned.", "coast guard"),
        ("He said 12 people drowned.", ""),
        ("The blast killed 12 people.", ""),
    ],
)
def test_attribution(text, speaker):
    assert claims(text)[0].attribution == speaker


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The toll rose to 19 from 13.", [Role.HEADLINE, Role.EARLIER]),
        ("The toll is 19, up from 13.", [Role.HEADLINE, Role.EARLIER]),
        ("The count was 19, not the 23 first reported.", [Role.HEADLINE, Role.EARLIER]),
        ("They caught 19 goats, compared with 49 in 2020.", [Role.HEADLINE, Role.COMPARISON]),
        ("The wall is 160 metres (530 feet) wide.", [Role.HEADLINE, Role.CONVERSION]),
    ],
)
def test_role(text, roles):
    assert [claim.scope.role for claim in claims(text)] == roles
