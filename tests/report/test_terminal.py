"""The report on a terminal: every finding, figures marked, nothing of an article obeyed."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from discrepancy import Article, check
from discrepancy.report.phrases import MOST_CLAIMS
from discrepancy.report.terminal import claims_to_terminal, to_terminal
from tests.report.test_hostile import FORBIDDEN, POISON, checked, forged

ARTICLES = [
    Article(
        id="a", text="The blast in Orr on 3 May 2025 killed 12 people. It hurt 40 people in Orr.", source="Bell",
        url="https://bell.example/orr", published=date(2025, 5, 9),
    ),
    Article(
        id="b", text="The blast in Orr on 3 May 2025 killed 31 people. It hurt 40 people in Orr.", published=date(2025, 5, 9)
    ),
]  # fmt: skip
CODES = re.compile(r"\x1b\[[0-9;]*m")
LINKS = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


def console(width=100, **more):
    return Console(file=io.StringIO(), width=width, force_terminal=True, color_system="standard", **more)


@pytest.fixture(scope="module")
def report():
    found = check(ARTICLES)
    assert [str(finding.verdict) for finding in found.findings] == ["conflict", "agree"]
    return found


def test_conflicts_in_full_and_agreements_on_one_line(report):
    text = CODES.sub("", LINKS.sub("", to_terminal(report, console())))
    assert "“The blast in Orr on 3 May 2025 killed 31 people.”" in text
    assert "published 2025-05-09" in text
    assert "conflict: " in text
    (line,) = [line for line in text.splitlines() if "injured" in line]
    assert line.rstrip().endswith("40")


def test_the_figure_is_marked_and_the_source_a_link(report):
    text = to_terminal(report, console())
    assert "\x1b[1;7m31\x1b[0m" in text
    assert {link for link in LINKS.findall(text) if link} == {"https://bell.example/orr"}


def test_no_color_leaves_no_colour(report):
    text = to_terminal(report, console(no_color=True))
    codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", text) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "7"}


@pytest.mark.parametrize("draw", [to_terminal, claims_to_terminal])
@pytest.mark.parametrize("width", [20, 80, 200])
@pytest.mark.parametrize("make", [checked, forged])
def test_it_fits_the_terminal_and_obeys_no_article(draw, width, make):
    found = make(POISON)
    assert found.conflicts
    text = draw(found, console(width))
    assert all("evil" not in link and "javascript" not in link for link in LINKS.findall(text))
    rest = CODES.sub("", LINKS.sub("", text))
    assert not FORBIDDEN.search(rest)
    assert "[bold]loud[/] [/]" in " ".join(rest.split()) or width < 80
    assert max(map(len, rest.splitlines())) <= width


def test_a_long_finding_shows_some_claims_and_says_how_many_there_are():
    many = [
        Article(id=f"a{number}", text=f"The quake killed {100 + number} people.", published=date(2025, 5, 9))
        for number in range(30)
    ]
    found = check(many)
    (finding,) = found.findings
    *_, last = finding.pairs()  # of the last two claims, which a list of the first ones would miss
    finding = replace(finding, decisive=last)
    found = replace(found, findings=(finding,))
    for text in (to_terminal(found, console()), found.to_text()):
        assert f"{MOST_CLAIMS} of 30 claims" in text
        assert text.count("“") == MOST_CLAIMS
        for claim in (finding.decisive.a, finding.decisive.b):
            assert str(claim.quantity) in text


def test_what_was_understood_of_every_claim(report):
    text = CODES.sub("", claims_to_terminal(report, console(160)))
    for words in ("2 articles, 4 claims", "deaths (count, incident)", "as of 2025-05-09 (assumed)", "injured"):
        assert words in text
