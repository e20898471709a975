"""Sentences keep their offsets and are not ended by the dot of a shortened word."""

import pytest

from discrepancy.sentences import sentence_at, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Adm. Ruiz counted 40. None was hurt.", ["Adm. Ruiz counted 40.", "None was hurt."]),
        ("Rose by 2.5 points\nNext line", ["Rose by 2.5 points", "Next line"]),
        ("“Was it 40?” she asked. No.", ["“Was it 40?” she asked.", "No."]),
        ("J. Ortega said so.", ["J. Ortega said so."]),
        ("  \n ", []),
    ],
)
def test_where_sentences_end(text, sentences):
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


def test_the_sentence_at_an_offset():
    text = "One. Two. Three."
    sentences = split_sentences(text)
    assert [sentence_at(sentences, text.index(word)) for word in ("One", "wo.", "Three")] == [0, 1, 2]
