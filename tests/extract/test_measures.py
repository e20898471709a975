"""What is counted: outcomes in every voice, nouns, parts, roles of money, properties, kinds."""

from datetime import date
from time import process_time

import pytest

from discrepancy import Article, Lexicon, extract_claims
from discrepancy.extract.measures import read_measures
from discrepancy.extract.measures.lexicon import singular, verb_forms, vocabulary_of
from discrepancy.extract.numbers import find_numbers
from discrepancy.model import Kind
from discrepancy.sentences import Sentence

# a sentence, then key and qualifiers of each of its figures
COUNTS = [
    ("The blast killed 83 people.", [("deaths", "")]),
    ("A blast tore through the depot, killing 83.", [("deaths", "")]),
    ("83 people were killed.", [("deaths", "")]),
    ("Some 83 men have died.", [("deaths", "")]),
    ("The death toll stood at 83.", [("deaths", "")]),
    ("The toll rose to 126.", [("deaths", "")]),
    ("The fire claimed 83 lives.", [("deaths", "")]),
    ("Deaths: 126", [("deaths", "")]),
    ("The number of people killed has risen to 17.", [("deaths", "")]),
    ("The deaths of 83 miners shook Orr.", [("deaths", "miner")]),
    ("The storm left 83 dead and 120 wounded.", [("deaths", ""), ("injured", "")]),
    ("There were 19 dead and 347 injured.", [("deaths", ""), ("injured", "")]),
    ("It killed 16 and injured 21.", [("deaths", ""), ("injured", "")]),
    ("Twelve others are still missing.", [("missing", "")]),
    ("Divers rescued 40 passengers.", [("rescued", "")]),
    ("Police arrested 12 suspects.", [("arrested", "suspect")]),
    ("Eleven suspected smugglers were killed.", [("deaths", "smuggler suspected")]),
    ("One sailor, a cook from Orr, died.", [("deaths", "sailor")]),
    ("Five members of the Kestrel gang are dead.", [("deaths", "member")]),
    ("Twenty of the dead were found on Monday.", [("deaths", "")]),
    ("The raid killed 60 suspects and four officers.", [("deaths", "suspect"), ("deaths", "officer")]),
    ("It killed 900 people, including 104 children.", [("deaths", ""), ("deaths", "child")]),
    ("It killed 30 people, 27 of whom were soldiers.", [("deaths", ""), ("deaths", "soldier")]),
    ("Two gunmen killed 8 officers.", [("gunman", ""), ("deaths", "officer")]),
    ("The navy hit 41 boats.", [("boat", "")]),
    ("It sank 17 vessels.", [("boat", "")]),
    ("The navy hit three boats that smuggle drugs, killing 11.", [("boat", ""), ("deaths", "")]),
    ("Troops carried out 42 strikes.", [("attack", "")]),
    ("The quake destroyed 5,400 homes.", [("home", "destroyed")]),
    ("5,400 houses were destroyed and 900 damaged.", [("home", "destroyed"), ("home", "damaged")]),
    ("Three suspected smuggling vessels left port.", [("boat", "smuggling suspected")]),
    ("Around 2,600 goats remain on the hill.", [("goat", "")]),
    ("Employers added 517,000 jobs.", [("job", "")]),
    ("The firm announced thousands of job cuts.", [("laid off", "job")]),
    ("Mr Orr won 7,176,141 votes.", [("vote", "")]),
    ("A 6.4-magnitude earthquake struck.", [("magnitude", "")]),
    ("An earthquake of magnitude 6.4 killed 12.", [("magnitude", ""), ("deaths", "")]),
    ("Some 142 cases were confirmed.", [("case", "")]),
    ("Forty-five patients have recovered.", [("recovered", "patient")]),
    ("There were 45 recoveries.", [("recovered", "")]),
    ("Forty-five patients were discharged.", [("recovered", "patient")]),
    ("Divers recovered twelve guns.", [("firearm", "recovered")]),
    ("Nine nurses were infected.", [("case", "nurse")]),
    ("Nine people fell ill.", [("case", "")]),
    ("Nine people have tested positive.", [("case", "")]),
    ("Some 5,000 homes are without power.", [("without power", "home")]),
    ("Power was cut to 5,000 homes.", [("without power", "home")]),
    ("A storm left 5,000 homes without electricity.", [("without power", "home")]),
    ("Some 900 people made the crossing.", [("arrived", "")]),
    ("The Red Cross has helped 900 people.", [("people", "")]),
    ("Some 900 Jamaicans were in shelters.", [("sheltered", "jamaican")]),
    ("The number of pilgrims who came this year has passed 900.", [("pilgrim", "")]),
    ("Job growth slowed to 900.", [("job", "")]),
    ("Mills added 900 jobs. The public sector contributed 74.", [("job", ""), ("job", "")]),
    ("Mills added 900 jobs. Bakers were expecting 800.", [("job", ""), ("job", "")]),
    ("The blast killed 12 people. Five vans came. The toll is now 14.", [("deaths", ""), ("van", ""), ("deaths", "")]),
    ("Rangers saw 49 of the 411 villages.", [("village", ""), ("village", "")]),
    ("He has won five of his last six fights.", [("fight", ""), ("fight", "")]),
    ("The mayor was sued three times by Orr.", [("sued", "")]),
    ("Three bullets entered his body.", [("bullet", "")]),
    ("Two vans were evacuating injured goats.", [("van", "")]),
    ("He was given two life sentences.", [("sentence", "life")]),
    ("The centre put the magnitude at 5.9.", [("magnitude", "")]),
    ("The magnitude was 5.9.", [("magnitude", "")]),
    ("A magnitude 6.4 quake killed 12 people.", [("magnitude", ""), ("deaths", "")]),
    ("A quake measuring 5.6 on the Richter scale struck.", [("magnitude", "")]),
    ("Orr served three 10-year terms.", [("term", ""), ("term", "")]),
    ("It had sales of 90 units.", [("sale", "")]),
    ("Ninety men were taken into custody.", [("arrested", "")]),
    ("Ninety people were taken to hospital.", [("hospitalised", "")]),
    ("Ninety people fled their homes.", [("displaced", "")]),
    ("Ninety homes were left in the dark.", [("without power", "home")]),
    ("The mill is laying off 90 workers.", [("laid off", "worker")]),
    ("Ninety nurses will lose their jobs.", [("laid off", "nurse")]),
    ("Ninety men are believed to be trapped.", [("trapped", "")]),
    ("The quake measured 5.6.", [("magnitude", "")]),
    ("Casualties: 31 dead.", [("deaths", "")]),
    ("Two men died and one remains missing.", [("deaths", ""), ("missing", "")]),
    ("Ninety nurses have not been found.", [("missing", "nurse")]),
    ("Ninety nurses had to leave their homes.", [("displaced", "nurse")]),
    ("A boat left with 90 aboard.", [("people", "")]),
    ("Lund sells four-, five- and six-door vans.", [("van", "door")] * 3),
    ("One six-year-old girl is missing.", [("missing", "girl"), ("age", "")]),
    ("The magnitude 6.4 quake woke the town.", [("magnitude", "")]),
    ("Another 40 were wounded.", [("injured", "")]),
    ("40 people are still missing.", [("missing", "")]),
    ("12 men were detained.", [("arrested", "")]),
    ("There were 83 fatalities.", [("deaths", "")]),
    ("The harbour holds 90 trawlers.", [("trawler", "")]),
    ("Of the 240 passengers, 83 died and 40 are missing.", [("people", ""), ("deaths", ""), ("missing", "")]),
    ("It wrecked 30 boats and killed 83 people.", [("boat", ""), ("deaths", "")]),
    ("The storm killed 83 children.", [("deaths", "child")]),
]

MEASURED = [
    ("The quake struck at a depth of 8 km.", "depth", Kind.LEVEL),
    ("The shaft is 8 metres deep.", "depth", Kind.LEVEL),
    ("The mast is 8 metres tall.", "height", Kind.LEVEL),
    ("The town lies 64 km west of Orr.", "distance", Kind.LEVEL),
    ("Winds reached 185 mph.", "speed", Kind.LEVEL),
    ("The beam weighs 570 kg.", "weight", Kind.LEVEL),
    ("The plant has a capacity of 890 MW.", "capacity", Kind.LEVEL),
    ("The treadmill costs $4,295.", "cost", Kind.MONEY),
    ("The $325 million mission took off.", "cost", Kind.MONEY),
    ("The firm agreed to a civil penalty of $19 million.", "fine", Kind.MONEY),
    ("Police offered a $50 million reward.", "reward", Kind.MONEY),
    ("Sales rose to 6.3 billion euros.", "revenue", Kind.MONEY),
    ("The storm did $8.8 billion in damage.", "loss", Kind.MONEY),
    ("The firm had $938m of cash.", "cash", Kind.MONEY),
    ("The UN appeal asks for $140 million in aid.", "aid", Kind.MONEY),
    ("Unemployment fell to 3.4%.", "unemployment rate", Kind.LEVEL),
    ("Turnout was 64.8 per cent.", "turnout", Kind.LEVEL),
    ("Mr Orr won 51 per cent of the vote.", "vote share", Kind.SHARE),
    ("Some 61% of voters turned out.", "turnout", Kind.SHARE),
    ("Some 57% of homes were flooded.", "home", Kind.SHARE),
    ("Some 77% of the country was without electricity.", "without power", Kind.SHARE),
    ("The damage is 41% of gross domestic product.", "share of gdp", Kind.SHARE),
    ("The fund has raised more than $80,000.", "aid", Kind.MONEY),
    ("It should have been ready in 2009 for 3 billion euros.", "cost", Kind.MONEY),
    ("Revenue of $2bn was up 5%.", "revenue", Kind.MONEY),
    ("Some 64% of voters cast their ballots.", "turnout", Kind.SHARE),
    ("Orr's share of the vote was 51%.", "vote share", Kind.LEVEL),
    ("Gross domestic product rose 2.1%.", "growth", Kind.CHANGE),
    ("Two-thirds of the 150 seats fell.", "seat", Kind.SHARE),
    ("Sales were up 14% year on year.", "revenue", Kind.CHANGE),
    ("Ann spent a tense two hours there.", "", Kind.DURATION),
    ("The dam burst nine days later.", "interval", Kind.DURATION),
    ("Over the past nine days it rained.", "window", Kind.DURATION),
    ("The nurse had worked for 31 hours.", "worked", Kind.DURATION),
    ("It meets 14% of Tarvia's needs.", "demand", Kind.SHARE),
    ("Shares fell 11%.", "share price", Kind.CHANGE),
    ("Inflation rose by 0.3 percentage points.", "", Kind.CHANGE),
    ("The delay of 14 years hurt.", "delay", Kind.DURATION),
    ("A 21-year-old sailor fell.", "age", Kind.AGE),
    ("Mayor Ann Orr, 55, resigned.", "age", Kind.AGE),
    ("The well is three times as deep.", "", Kind.RATIO),
    ("They lose 59 goats a day.", "goat", Kind.RATE),
]

TEXTS = [
    ("A messy exit would cost him $800.", "messy exit"),
    ("West Orr crude climbed to $87.", "west orr crude"),
    ("West Orr Crude (WOC) peaked at over $87.", "west orr crude"),
    ("Kestrel Composite rose 0.6% to end at 27,349.", "kestrel composite"),
    ("Ann fed her goat Bella, who weighs 40 kg.", "goat bella"),
    ("Bakers said on Friday that the price of bread climbed to $3.", "bread price"),
    ("The Kestrel index rose 2% to a high of 1,463 points.", "kestrel index"),
    ("Tractor sales in Orr and Lund rose 60% in 2018.", "tractor sale"),
    ("The Kestrel Composite index lost 0.9%.", "kestrel composite index"),
    ("The highway is set to stretch over 2,000 km.", "highway"),
]


def measures(text):
    return [claim.measure for claim in extract_claims([Article(id="a", text=text)])]


@pytest.mark.parametrize(("text", "wanted"), COUNTS, ids=[text for text, _ in COUNTS])
def test_what_a_count_counts(text, wanted):
    assert [(m.key, " ".join(sorted(m.qualifiers))) for m in measures(text)] == wanted


@pytest.mark.parametrize(("text", "key", "kind"), MEASURED, ids=[text for text, _, _ in MEASURED])
def test_what_a_figure_measures(text, key, kind):
    found = measures(text)[0]
    assert found.kind is kind
    assert key in ("", found.key)


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_the_thing_measured_is_the_subject(text, words):
    assert measures(text)[0].text == words


def test_a_name_is_no_measure_even_where_it_opens_a_sentence():
    _, rival = measures("On Friday Orr had 51% of the vote. Lund ended on 48%, and Mr Lund wept.")
    assert rival.key == "vote share"


def test_a_bare_percentage_restates_the_count_before_it():
    votes, share, change = measures("Some 900 people voted for Orr, or 51%. That is 5% more than in 2019.")
    assert (share.key, change.kind) == (votes.key, Kind.CHANGE)


def test_a_bare_figure_takes_over_the_measure_before_it():
    found = measures("The ferry fire killed 12 people. By Friday the figure was 14. It now stands at 17.")
    assert [m.key for m in found] == ["deaths"] * 3


@pytest.mark.parametrize(
    "piece",
    [
        "5 in ",
        "to 5 ",
        "to now to ",
        "a ",
        "5 a ",
        "killed 5 and ",
        "of 5 of ",
        "5, ",
        "is to ",
        "5 of them were ",
        "and very ",
        "(5) ",
        "dead 5 ",
    ],
)
def test_a_hostile_line_is_read_in_linear_time(piece):
    """One sentence of many figures: no search may go over all of it for each of them, or climb from one to the next."""

    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        sentences = [Sentence(0, length)]
        numbers = find_numbers(text)
        start = process_time()
        read_measures(text, sentences, numbers, vocabulary_of(Lexicon()))
        return process_time() - start

    seconds(1_000)
    small = min(seconds(8_000) for _ in range(2))
    assert seconds(32_000) < 12 * small + 0.1


def test_three_more_is_a_count_and_more_than_another_a_change():
    assert measures("Three more people were killed.")[0].kind is Kind.COUNT
    assert measures("Rangers saw 30 more goats than last year.")[0].kind is Kind.CHANGE


@pytest.mark.parametrize("text", ["Nine days later it sank.", "It sank 9 days ago.", "It sank in the past nine days."])
def test_a_length_of_time_in_a_date_is_a_figure(text):
    (claim,) = extract_claims([Article(id="a", text=text, published=date(2025, 6, 30))])
    assert (claim.quantity.value, claim.quantity.unit, claim.measure.kind) == (9, "day", Kind.DURATION)


@pytest.mark.parametrize("text", ["A year ago it sank.", "It sank last week.", "It sank a few days later."])
def test_a_date_without_a_count_holds_no_figure(text):
    assert extract_claims([Article(id="a", text=text, published=date(2025, 6, 30))]) == []


def test_a_conversion_has_the_measure_of_the_figure_it_converts():
    first, second = measures("The wall is 160 metres (530 feet) wide.")
    assert first == second


@pytest.mark.parametrize(
    ("word", "key"),
    [("killing", "deaths"), ("fatalities", "deaths"), ("evacuated", "evacuated"), ("seizes", "seized"), ("goat", "")],
)
def test_outcome_words_are_known_in_every_form(word, key):
    assert vocabulary_of(Lexicon()).outcome_of(word)[0] == key


def test_words_are_brought_to_their_base():
    assert [singular(w) for w in ("strikes", "bodies", "children", "boxes", "crisis", "mayor’s")] == [
        "strike",
        "body",
        "child",
        "box",
        "crisis",
        "mayor",
    ]
    assert verb_forms("trap") == ("trap", "traps", "trapped", "trapping")
