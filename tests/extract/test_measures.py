"""What a figure counts or measures: surface forms."""

import pytest

from discrepancy import Article, extract_claims

# the sentence, the printed figure, the measure's key, its kind
FORMS = [
    ("The storm killed 83 people.", "83", "deaths", "count"),
    ("83 people were killed.", "83", "deaths", "count"),
    ("83 people died in the storm.", "83", "deaths", "count"),
    ("The storm left 83 dead.", "83", "deaths", "count"),
    ("The death toll rose to 83.", "83", "deaths", "count"),
    ("There were 83 fatalities.", "83", "deaths", "count"),
    ("The storm, killing 83, moved east.", "83", "deaths", "count"),
    ("The storm injured 40 people.", "40", "injured", "count"),
    ("Another 40 were wounded.", "40", "injured", "count"),
    ("40 people are still missing.", "40", "missing", "count"),
    ("Police arrested 12 men.", "12", "arrested", "count"),
    ("12 men were detained.", "12", "arrested", "count"),
    ("The harbour holds 90 trawlers.", "90", "trawler", "count"),
    ("The quake had a magnitude of 6.4.", "6.4", "magnitude", "level"),
    ("The magnitude 6.4 quake woke the town.", "6.4", "magnitude", "level"),
    ("It struck at a depth of 8 km.", "8", "depth", "level"),
    ("Turnout was 61 percent.", "61", "turnout", "level"),
    ("The unemployment rate was 3.4 percent.", "3.4", "unemployment rate", "level"),
    ("The reward of $50 million was paid.", "50 million", "reward", "money"),
    ("A 71-year-old woman was rescued.", "71", "age", "age"),
]


@pytest.mark.parametrize(("text", "printed", "key", "kind"), FORMS, ids=[row[0][:32] for row in FORMS])
def test_a_figure_knows_what_it_counts(text, printed, key, kind):
    claim = next(c for c in extract_claims([Article(id="a", text=text)]) if c.quantity.surface == printed)
    assert (claim.measure.key, claim.measure.kind) == (key, kind)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The storm killed 83 people and injured 40.", {"83": "deaths", "40": "injured"}),
        ("Of the 240 passengers, 83 died and 40 are missing.", {"83": "deaths", "40": "missing"}),
        ("It wrecked 30 boats and killed 83 people.", {"30": "boat", "83": "deaths"}),
    ],
)
def test_each_figure_of_a_sentence_has_its_own(text, measures):
    found = {c.quantity.surface: c.measure.key for c in extract_claims([Article(id="a", text=text)])}
    assert {printed: found[printed] for printed in measures} == measures


@pytest.mark.parametrize(
    ("text", "narrow"),
    [("The storm killed 83 children.", "children"), ("The storm killed 83 police officers.", "officer")],
)
def test_a_part_of_the_people_narrows_the_count(text, narrow):
    (claim,) = extract_claims([Article(id="a", text=text)])
    assert claim.measure.key == "deaths"
    assert any(word.startswith(narrow[:5]) for word in claim.measure.qualifiers)
