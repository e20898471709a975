"""Progress is shown on a terminal, when wanted, and nowhere else."""

import io
import sys

import pytest

from discrepancy import Article, check
from discrepancy.progress import counted, shown

STORY = [Article(id=name, text="The quake killed 83 people.") for name in "ab"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def attach(monkeypatch):
    """Attach standard error to a terminal; in the test itself, since pytest sets the streams anew after a fixture."""

    def attach():
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", Terminal())
        return sys.stderr

    return attach


def test_on_a_terminal_it_is_shown_and_taken_away(attach):
    terminal = attach()
    report = check(STORY, progress=True)
    assert "comparing" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[1A\x1b[2K"), "the line is wiped"
    assert report == check(STORY)


def test_not_wanted_it_is_silent(attach):
    terminal = attach()
    check(STORY)
    assert terminal.getvalue() == ""


def test_away_from_a_terminal_it_is_silent(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    check(STORY, progress=True)
    assert sys.stderr.getvalue() == ""


def test_a_process_without_standard_error(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert len(check(STORY, progress=True).claims) == 2


def test_every_item_is_told_and_handed_on():
    told = []
    assert list(counted("ab", "letters", lambda *words: told.append(words))) == ["a", "b"]
    assert told == [("letters", 0, 2), ("letters", 1, 2), ("letters", 2, 2)]


def test_words_are_no_markup(attach):
    terminal = attach()
    with shown(True) as tell:
        tell("[bold]x[/]", 1, 2)
    assert "[bold]x[/]" in terminal.getvalue()
