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

# each has its own rule: a verb with its own subject or place, what goes without saying, and what is set beside another figure
TOLD = [
    # who does something themselves, whatever stands behind the verb
    ("Some 900 people reached Orr in boats.", [("arrived", "")]),
    ("Some 900 migrants poured into Orr.", [("arrived", "migrant")]),
    ("Some 900 goats reached Orr.", [("goat", "")]),
    ("Ninety nurses caught the disease.", [("case", "nurse")]),
    ("83 people in the car died.", [("deaths", "")]),
    ("Aid reached 900 people.", [("people", "")]),
    # hiring
    ("Mills took on more than 900 people.", [("job", "")]),
    ("Mills added 900 workers.", [("job", "worker")]),
    ("The school added 900 pupils.", [("student", "")]),
    ("Public bodies hired 900 people.", [("job", "")]),
    # an outcome with a name inside
    ("Sixty people were taken to the Orr Medical Hospital.", [("hospitalised", "")]),
    # far objects, totals, marks and lists
    (
        "The raid brings the death toll from the campaign against the smuggling boats to at least 148.",
        [("deaths", "")],
    ),
    (
        "On Monday 898 people made the crossing in 13 boats, which brings the total for 2025 so far to 25,436.",
        [("arrived", ""), ("boat", ""), ("arrived", "")],
    ),
    (
        "Some 895 people arrived in 12 boats. The year's total stands at 33,000.",
        [("arrived", ""), ("boat", ""), ("arrived", "")],
    ),
    ("Arrivals in boats smashed through the 25,000 barrier.", [("arrived", "")]),
    ("The storm killed 12 people. Orr's list has 127 names.", [("deaths", ""), ("deaths", "")]),
    # labels with more than one noun
    ("Staff on site: 1,600.", [("worker", "")]),
    ("Deaths in the river: 20.", [("deaths", "")]),
    ("Malaria deaths (2021): 619,000.", [("deaths", "")]),
    ("Shots on target: 8.", [("shot", "")]),
    ("Children among the dead: six.", [("deaths", "child")]),
    # a noun that several figures or adjectives share
    (
        "Orr killed 55 goats. There were 143 confirmed and 22 probable cases.",
        [("deaths", "goat"), ("case", "confirmed"), ("case", "probable")],
    ),
    ("The ward had 246 suspected and confirmed cases.", [("case", "confirmed suspected")]),
    ("Four people died on each of two vessels and three on a raft.", [("deaths", ""), ("boat", ""), ("deaths", "")]),
    # parts of an outcome
    (
        "It killed 12 people. The victims include 7 children and 3 nurses.",
        [("deaths", ""), ("deaths", "child"), ("deaths", "nurse")],
    ),
    ("It killed 12 people. Among the dead were six nurses.", [("deaths", ""), ("deaths", "nurse")]),
    ("It hurt 12 people. Lund has no victims.", [("injured", ""), ("injured", "")]),
    ("At least 64 people died, the mayor said: 60 nurses.", [("deaths", ""), ("deaths", "nurse")]),
    ("Nine soldiers died, it said, along with four nurses.", [("deaths", "soldier"), ("deaths", "nurse")]),
    # set beside another figure
    ("There were 124 vans, not 118.", [("van", ""), ("van", "")]),
    ("Orr saw 124 vans, and 101 of them did no harm, against 97 reported before.", [("van", "")] * 3),
    ("It lowered the number of people killed to 120, from 140 on Monday.", [("deaths", ""), ("deaths", "")]),
    ("Orr ran 610 trains instead of 1,600.", [("train", ""), ("train", "")]),
    # jobs that go
    ("In all 300 jobs were lost.", [("laid off", "job")]),
    ("Orr announced a reduction of 300 posts.", [("laid off", "")]),
    ("They lost 12 matches.", [("match", "")]),
    # further lists, restated and of nothing else in their sentence
    ("Orr had 180 search and 100 arrest warrants.", [("warrant", "search"), ("warrant", "arrest")]),
    ("Nine doctors, nurses and other staff were infected.", [("case", "doctor")]),
    ("The number of arrests is the same: 113 people.", [("arrested", "")]),
    ("Of 118 guns, 91 of which are rifles, none works.", [("firearm", ""), ("rifle", "")]),
    ("Districts affected: eight.", [("district", "affected")]),
    ("Dead: 16, of whom 14 suspects and two nurses.", [("deaths", ""), ("deaths", "suspect"), ("deaths", "nurse")]),
    ("How many have died is open; some believe that it could be 900.", [("deaths", "")]),
    # the figure of a month in a series is of what the article counts first
    (
        "Mills added 900 jobs. They asked 40 bakers. February, put at 311, now stands at 326.",
        [("job", ""), ("baker", ""), ("job", ""), ("job", "")],
    ),
    # a count arrives at a figure
    ("The ferry killed 12 people. Lund arrives at 31.", [("deaths", ""), ("deaths", "")]),
    # a verb is no name of what is counted
    ("The mill insisted on 64.", [("", "")]),
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
    ("Some 61% of voters turned out.", "turnout", Kind.LEVEL),
    ("Some 57% of homes were flooded.", "home", Kind.SHARE),
    ("Some 77% of the country was without electricity.", "without power", Kind.SHARE),
    ("The damage is 41% of gross domestic product.", "share of gdp", Kind.SHARE),
    ("The fund has raised more than $80,000.", "aid", Kind.MONEY),
    ("It should have been ready in 2009 for 3 billion euros.", "cost", Kind.MONEY),
    ("Revenue of $2bn was up 5%.", "revenue", Kind.MONEY),
    ("Some 64% of voters cast their ballots.", "turnout", Kind.LEVEL),
    ("Orr's share of the vote was 51%.", "vote share", Kind.SHARE),
    ("Gross domestic product rose 2.1%.", "growth", Kind.CHANGE),
    ("Two-thirds of the 150 seats fell.", "seat", Kind.SHARE),
    ("Sales were up 14% year on year.", "revenue", Kind.CHANGE),
    ("Ann spent a tense two hours there.", "", Kind.DURATION),
    ("The dam burst nine days later.", "interval", Kind.DURATION),
    ("Over the past nine days it rained.", "window", Kind.DURATION),
    ("A block of 700 tonnes fell.", "weight", Kind.LEVEL),
    ("They climb a 265-metre street.", "length", Kind.LEVEL),
    ("The 1,260-pound craft sank.", "weight", Kind.LEVEL),
    ("Length of the tunnel: 55 km.", "length", Kind.LEVEL),
    ("Cost at completion: 10 million euros.", "cost", Kind.MONEY),
    ("The strike lasted 48 hours.", "attack", Kind.DURATION),
    ("The tail is 300 km, or 180 miles, long.", "length", Kind.LEVEL),
    ("Orr watched from 55 km.", "distance", Kind.LEVEL),
    ("The bridge has a span of 300 metres.", "span", Kind.LEVEL),
    ("It opened 17 months later than planned.", "delay", Kind.DURATION),
    ("The minimum wage has since been raised to 800 euros.", "wage", Kind.MONEY),
    ("The target for yearly savings was lifted to 720 euros.", "saving", Kind.MONEY),
    ("Only 67 per cent or so went to the polls.", "turnout", Kind.LEVEL),
    ("It meets 14% of Tarvia's needs.", "demand", Kind.SHARE),
    ("Shares fell 11%.", "share price", Kind.CHANGE),
    ("Inflation rose by 0.3 percentage points.", "", Kind.CHANGE),
    ("The delay of 14 years hurt.", "delay", Kind.DURATION),
    ("A 21-year-old sailor fell.", "age", Kind.AGE),
    ("Mayor Ann Orr, 55, resigned.", "age", Kind.AGE),
    ("The well is three times as deep.", "", Kind.RATIO),
    ("They lose 59 goats a day.", "goat", Kind.RATE),
]

# the key and the unit of the last figure
BESIDE = [
    ("The trip became 33 minutes shorter, not 32 as first announced.", "change", "min"),
    ("The gap is 100 metres wide, up from 60 at first.", "width", "m"),
    ("Turnout was 58 per cent, against 63 in May.", "turnout", "percent"),
    ("The bill came to 134 million euros, not the 90 once hoped for.", "cost", "EUR"),
    ("Turnout was 58 per cent, against 63 vans.", "van", "count"),
]

SHARES = [
    ("Orr took 900 decisions, 41% of which were kind.", "decision", Kind.SHARE),
    ("The storm killed 900 people. Of these, 64% were nurses.", "deaths", Kind.SHARE),
    ("The share of pupils rose to 21.4%.", "student", Kind.SHARE),
    ("Lund won 900 votes. Orr got 12 votes. It saw 50.49 per cent for Mr Orr.", "vote share", Kind.SHARE),
    ("Shares of Kestrel crashed 18%.", "share price", Kind.CHANGE),
    ("On Friday Orr's share was 31%.", "share", Kind.LEVEL),
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


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[text for text, _ in TOLD])
def test_what_a_count_counts_by_what_is_told_around_it(text, wanted):
    assert [(m.key, " ".join(sorted(m.qualifiers))) for m in measures(text)] == wanted


@pytest.mark.parametrize(("text", "key", "unit"), BESIDE, ids=[text for text, _, _ in BESIDE])
def test_a_figure_set_beside_another_has_its_measure_and_unit(text, key, unit):
    last = extract_claims([Article(id="a", text=text)])[-1]
    assert (last.measure.key, last.quantity.unit) == (key, unit)


@pytest.mark.parametrize(("text", "key", "kind"), SHARES, ids=[text for text, _, _ in SHARES])
def test_a_percentage_is_of_what_was_told(text, key, kind):
    last = measures(text)[-1]
    assert (last.key, last.kind) == (key, kind)


@pytest.mark.parametrize(
    "text", ["The nurse had worked for 31 hours.", "Ann was seen for two hours.", "It took 11 days."]
)
def test_a_length_of_time_that_names_nothing_has_no_key(text):
    assert measures(text)[0].key == ""


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
    assert (votes.key, share.key, change.kind) == ("vote", "vote share", Kind.CHANGE)


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


def test_what_a_figure_takes_over_is_said():
    text = "The flood in Orlow injured 40 people on Monday. By the evening the figure stood at 58."
    named, taken = extract_claims([Article(id="a", source="The Ledger", text=text)])
    assert (named.measure.key, taken.measure.key) == ("injured", "injured")
    assert (named.measure.is_taken_over, taken.measure.is_taken_over) == (False, True)
    assert dict(taken.facts())["counted"] == "taken over from the words before"
