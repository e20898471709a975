"""The gold stories are well formed, and the reader says so when they are not."""

import copy
import json

import pytest

from tests.gold.stories import find_faults, read_story, story_files

FILES = story_files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_story_is_well_formed(path):
    story = read_story(path)
    assert story.name == path.stem
    texts = {article.id: article.text for article in story.articles}
    assert all(texts[claim.article][claim.start : claim.end] == claim.number for claim in story.claims)


def _break_quote(data):
    data["claims"][0]["quote"] = "words that stand nowhere"


def _repeat_member(data):
    data["groups"][1].append(data["groups"][0][0])


def _drop_pair(data):
    data["pairs"].pop()


def _invent_verdict(data):
    data["pairs"][0]["verdict"] = "perhaps"


def _turn_bounds(data):
    data["claims"][0].update(low=5, high=4)


@pytest.mark.parametrize("spoil", [_break_quote, _repeat_member, _drop_pair, _invent_verdict, _turn_bounds])
def test_a_spoiled_story_is_refused(spoil):
    data = json.loads(FILES[0].read_text(encoding="utf-8"))
    assert not list(find_faults(data))
    spoiled = copy.deepcopy(data)
    spoil(spoiled)
    assert list(find_faults(spoiled))
