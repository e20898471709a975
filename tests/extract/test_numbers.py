"""Numbers and bounds: surface forms, what is no quantity, a round trip in every style, and hostile lines."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.numbers import find_numbers, may_hold_numbers
from discrepancy.extract.passages import split_passages
from discrepancy.extract.words import read_lines
from discrepancy.model import Bound

# the words, the printed number, what they allow, whether it is near rather than exact
BOUNDED = [
    ("83 sheep drowned.", "83", 83, 83, False),
    ("Exactly 83 sheep drowned.", "83", 83, 83, False),
    ("Just 83 sheep drowned.", "83", 83, 83, False),
    ("At least 83 sheep drowned.", "83", 83, None, False),
    ("The storm drowned 83+ sheep.", "83", 83, None, False),
    ("83 or more sheep drowned.", "83", 83, None, False),
    ("83 sheep or more drowned.", "83", 83, None, False),
    ("83 old sheep or fewer drowned.", "83", None, 83, False),
    ("No fewer than 83 sheep drowned.", "83", 83, None, False),
    ("More than 80 sheep drowned.", "80", 81, None, False),
    ("Over 80 sheep drowned.", "80", 81, None, False),
    ("Upwards of 80 sheep drowned.", "80", 81, None, False),
    ("Up to 40 sheep drowned.", "40", None, 40, False),
    ("As many as 40 sheep drowned.", "40", None, 40, False),
    ("At most 40 sheep drowned.", "40", None, 40, False),
    ("Under 40 sheep drowned.", "40", None, 39, False),
    ("Fewer than 40 sheep drowned.", "40", None, 39, False),
    ("Less than 40 sheep drowned.", "40", None, 39, False),
    ("About 100 sheep drowned.", "100", 100, 100, True),
    ("Around 100 sheep drowned.", "100", 100, 100, True),
    ("Some 100 sheep drowned.", "100", 100, 100, True),
    ("Roughly 100 sheep drowned.", "100", 100, 100, True),
    ("An estimated 100 sheep drowned.", "100", 100, 100, True),
    ("Nearly 100 sheep drowned.", "100", None, 99, True),
    ("Almost 100 sheep drowned.", "100", None, 99, True),
    ("Close to 100 sheep drowned.", "100", None, 99, True),
    ("Just under 100 sheep drowned.", "100", None, 99, False),
    ("Just over 100 sheep drowned.", "100", 101, None, False),
    ("Between 10 and 13 sheep drowned.", "10 and 13", 10, 13, False),
    ("10 to 13 sheep drowned.", "10 to 13", 10, 13, False),
    ("10–13 sheep drowned.", "10–13", 10, 13, False),
    ("Dozens of sheep drowned.", "Dozens", 24, None, True),
    ("Scores of sheep drowned.", "Scores", 40, None, True),
    ("Hundreds of sheep drowned.", "Hundreds", 200, None, True),
    ("Tens of thousands of sheep drowned.", "Tens of thousands", 20_000, None, True),
    ("No deaths were reported.", "No", 0, 0, False),
    ("Nobody was hurt.", "Nobody", 0, 0, False),
]
# the words, the printed number, its value
WRITTEN = [
    ("Two dozen sheep drowned.", "Two dozen", 24),
    ("Half a million sheep drowned.", "Half a million", 500_000),
    ("2.3 lakh sheep drowned.", "2.3 lakh", 230_000),
    ("5 crore sheep drowned.", "5 crore", 50_000_000),
    ("1,411 sheep drowned.", "1,411", 1411),
    ("A thousand sheep drowned.", "A thousand", 1000),
    ("Forty-one sheep drowned.", "Forty-one", 41),
    ("Two hundred and six sheep drowned.", "Two hundred and six", 206),
    ("16,000 million sheep drowned.", "16,000 million", 16e9),
    ("1.2m people fled.", "1.2m", 1_200_000),
]
# a sentence, then low and high of each figure in it
FORMS = [
    ("The beam weighs less than 40 kg.", [(None, 40)]),
    ("Rangers counted slightly more than 100 boats.", [(101, None)]),
    ("Prices rose 10–13%.", [(10, 13)]),
    ("Prices rose between 10 and 13 per cent.", [(10, 13)]),
    ("Prices may rise 10 to 13 percent.", [(10, 13)]),
    ("The yard needs four to five thousand bolts.", [(4000, 5000)]),
    ("It lost $1-2 million.", [(1e6, 2e6)]),
    ("It lost $200 to $4 million.", [(200, 4e6)]),
    ("Costs can run from $500,000 to $1 million a year.", [(5e5, 1e6)]),
    ("Down from the $89 to $93 billion it had expected.", [(89e9, 93e9)]),
    ("The toll fell from 13 to 10.", [(13, 13), (10, 10)]),
    ("Output rose 20% to 4.5 million tonnes.", [(20, 20), (4.5e6, 4.5e6)]),
    ("It spent Rs 5 crore.", [(5e7, 5e7)]),
    ("About 1,20,500 voters queued.", [(120500, 120500)]),
    ("Some 15k troops marched.", [(15000, 15000)]),
    ("The dam cost $4.2bn.", [(4.2e9, 4.2e9)]),
    ("A crowd of 816\u202f000 came.", [(816000, 816000)]),
    ("Prices slipped −1.3%.", [(-1.3, -1.3)]),
    ("It was minus 5 degrees Celsius.", [(-5, -5)]),
    ("The balance was $-50.8bn.", [(-50.8e9, -50.8e9)]),
    ("They walked 1 1/2 miles.", [(1.5, 1.5)]),
    ("They walked 3½ miles.", [(3.5, 3.5)]),
    ("A third of the herd died.", [(33.333333, 33.333333)]),
    ("The herd shrank by a third to 40 goats.", [(33.333333, 33.333333), (40, 40)]),
    ("More than 1 in 5 goats limp.", [(20, None)]),
    ("They limped in 9 of 10 games and 3 in 4 races.", [(9, 9), (10, 10), (3, 3), (4, 4)]),
    ("It took two and a half hours.", [(2.5, 2.5)]),
    ("Three and three-quarter hours passed.", [(3.75, 3.75)]),
    ("It holds one and a half million bees.", [(1.5e6, 1.5e6)]),
    ("They rang the bell three times before noon.", [(3, 3)]),
    ("One in five goats limped.", [(20, 20)]),
    ("The well is twice as deep.", [(2, 2)]),
    ("Two hundred and twenty-six goats limped.", [(226, 226)]),
    ("Nine hundred thousand goats limped.", [(9e5, 9e5)]),
    ("The star weighs 2.5×10^30 kilograms.", [(2.5e30, 2.5e30)]),
    ("Just under 300 hp (224 kW) was measured.", [(None, 300), (None, 224)]),
    ("It lasted 11 hours and 30 minutes.", [(11.5, 11.5)]),
    ("It lasted 2 years, 3 months, and 5 days.", [(2, 2), (3, 3), (5, 5)]),
    ("It takes 7- or 8-inch bolts.", [(7, 7), (8, 8)]),
    ("It takes 7 to 8 bolts.", [(7, 8)]),
    ("Rents climbed more than 3%.", [(3, None)]),
    ("Rents climbed over the past year by 3%.", [(3, 3)]),
    ("It holds about 9 B bees.", [(9e9, 9e9)]),
    ("It cost $4.5 B.", [(4.5e9, 4.5e9)]),
    ("It left from platform 8 B.", []),
    ("They ate 2000 - 2500 figs.", [(2000, 2500)]),
    ("Exports were 13% more than 36,566.", [(13, 13), (36566, 36566)]),
    ("The rate edged up to 3.6%.", [(3.6, 3.6)]),
    ("The goats hid under the 40-ton crane.", [(40, 40)]),
]
NO_QUANTITY = [
    "The dam was built in 1987.",
    "The 1990s were dry.",
    "The ferry left at 10:45 and again at 6.30 p.m. on Monday.",
    "At 6.12 on Saturday the alarm rang.",
    "The shop is open from 9 to 5.",
    "She came 3rd.",
    "A Boeing 737 landed.",
    "COVID-19 spread.",
    "They drove down Route 66.",
    "The S&P 500 closed.",
    "City won 3-1 on Sunday.",
    "The tie ended 2-2.",
    "Call 0800 555 019 now.",
    "Call (555) 010-7788 now.",
    "Donate to account 4417 0092.",
    "See section 12 of the law.",
    "He is one of the best.",
    "No one knows.",
    "They hugged one another.",
    "1. Stay calm.",
    "Version 2.0.1 is out.",
    "The bottom three go down.",
    "The names had been counted twice.",
    "Hand over the keys.",
    "The tower stands at 51.5074° N.",
    "The tower stands at 51°30′ N and 4°07′ W.",
    "The reef lies 12.5 degrees south of the equator.",
    "Men aged 18 to 34 ride most.",
    "It asked women aged between 25 and 54.",
    "Pupils ages 5-9 walk.",
    "Those aged 65 and over pay nothing.",
    "The mound was raised between A.D. 1000 and 1260.",
    "Its wall is of 200 BC.",
    "They boarded shortly after six.",
    "It opens at six in the morning.",
    "The lane was shut between junctions 15 and 16.",
    "It asked the 16-24 age group.",
    "It came on 4 / 9 / 2007 at 10 a. m. sharp.",
    "They found a 12-gauge gun.",
    "They drove a four-by-four.",
    "He lives at 49 Alder Grove Road.",
    "The ship sank in the harbour.",
    "Flight AB370 was late.",
    "Highway 66 was closed.",
    "She lives in room 101.",
    "Rovers won 3-1 at home.",
    "It begins at 9.30 am.",
    "See section 4.2 of the act.",
]


def ends(text):
    return [(n.low, n.high) for n in find_numbers(text)]


@pytest.mark.parametrize(("text", "printed", "low", "high", "near"), BOUNDED, ids=[row[0][:28] for row in BOUNDED])
def test_the_words_around_a_number_make_its_bounds(text, printed, low, high, near):
    (number,) = find_numbers(text)
    assert (text[number.start : number.end], number.low, number.high, number.approximate) == (printed, low, high, near)


@pytest.mark.parametrize(("text", "printed", "value"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_a_number_is_read_however_it_is_written(text, printed, value):
    (number,) = find_numbers(text)
    assert (text[number.start : number.end], number.value) == (printed, pytest.approx(value))


@pytest.mark.parametrize(("text", "wanted"), FORMS, ids=[text for text, _ in FORMS])
def test_a_form_means_its_interval(text, wanted):
    found = ends(text)
    assert len(found) == len(wanted), found
    for got, want in zip(found, wanted, strict=True):
        assert got == tuple(None if end is None else pytest.approx(end) for end in want)


BOUNDS = [tuple(line.split("\t")) for line in read_lines("bounds.tsv")]


@pytest.mark.parametrize(("place", "bound", "hedged", "words"), BOUNDS, ids=[f"{row[0]} {row[3]}" for row in BOUNDS])
@pytest.mark.parametrize("link", ["", "a "])
def test_every_bound_of_the_list_is_read(place, bound, hedged, words, link):
    glue = "" if (not words[0].isalpha() and place == "after") or words in ("~", "<", ">", "≥", "sub-") else " "
    text = (
        f"We saw {words}{glue}{link if glue else ''}240 goats."
        if place == "before"
        else f"Of goats we saw 240{glue}{words}."
    )
    (number,) = find_numbers(text)
    assert (number.bound, number.approximate) == (Bound(bound), hedged == "yes"), text
    assert number.bound_text == words


@pytest.mark.parametrize(
    "text",
    [
        "Some 240 people came.",
        "They left. Some 240 stayed.",
        "Over a total of 240 came.",
    ],
)
def test_a_bound_may_open_a_sentence(text):
    assert find_numbers(text)[0].bound is not Bound.EXACT


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_what_is_no_quantity_is_not_read(text):
    assert ends(text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("damage of $4.2bn, at least 5 crore, tens of thousands", ["4.2bn", "5 crore", "tens of thousands"]),
        ("−1.3% and 83+ and ~40", ["1.3", "83", "40"]),
        ("EUR5m or US$ 7 million", ["5m", "7 million"]),
    ],
)
def test_a_span_is_the_number_with_its_magnitude(text, surfaces):
    assert [text[n.start : n.end] for n in find_numbers(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("The toll rose from 13 to 19.", ["from", "to"]),
        ("The toll rose by 5.", ["by"]),
        ("The toll is 5.", [""]),
        ("Growth slowed from 4.8 to 4.7 percent.", ["from", "to"]),
    ],
)
def test_the_ends_and_the_size_of_a_change_are_marked(text, changes):
    assert [n.change for n in find_numbers(text)] == changes


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Orr, 55, resigned.",
        "A woman of 71 fell.",
        "The cook, aged 41, fell.",
        "Their average age is 34.",
        "Children under 16 are ill.",
        "She will be 35 by May.",
    ],
)
def test_a_bare_age_is_an_age(text):
    (number,) = find_numbers(text)
    assert (number.age, number.unit) == (True, "year")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Arrests fell from 13 to 10.", [13, 10]),
        ("Eggs went from $4 to $6 a box.", [4, 6]),
        ("12 died, 30 were hurt and two are missing.", [12, 30, 2]),
        ("The road is 17 miles (27 km) long.", [17, 27]),
    ],
)
def test_two_figures_are_not_one_range(text, values):
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize("words", ["more than 80", "over 80", "at least 80"])
def test_a_bound_on_what_is_measured_begins_at_the_number(words):
    (number,) = find_numbers(f"It burned {words} hectares.")
    assert (number.low, number.high) == (80, None)


# --- a number, written in every style, is read back

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number):
    """The number in English words."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            link = "" if not rest else " and " if rest < 100 else " "
            return f"{spelled(number // scale)} {word}" + (link + spelled(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_UNITS[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")


def indian(number):
    """The number with Indian grouping: 12,34,567."""
    head, tail = divmod(number, 1000)
    groups = []
    while head >= 100:
        head, group = divmod(head, 100)
        groups.insert(0, f"{group:02}")
    return ",".join([str(head), *groups, f"{tail:03}"])


STYLES = {
    "words": spelled,
    "capital": lambda n: spelled(n).capitalize(),
    "digits": lambda n: str(n) if n < 1000 or n > 9999 else f"{n:,}",  # four digits alone may be a year
    "commas": lambda n: f"{n:,}",
    "thin blanks": lambda n: f"{n:,}".replace(",", "\u2009"),
    "no-break blanks": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "Indian grouping": lambda n: indian(n) if n >= 1000 else str(n),
}


@given(number=st.integers(2, 999_999_999_999), style=st.sampled_from(sorted(STYLES)))
def test_a_count_is_read_back_in_every_style(number, style):
    text = f"Rangers found {STYLES[style](number)} beetles there."
    assert ends(text) == [(number, number)], text


@given(
    thousandths=st.integers(1, 999_999),
    scale=st.sampled_from(
        [("", 1), (" million", 10**6), ("m", 10**6), ("bn", 10**9), (" billion", 10**9), (" crore", 10**7), ("k", 1000)]
    ),
    sign=st.sampled_from(["$", "US$", "€", "£", "A$", "HK$", "EUR ", "Rs ", "USD"]),
)
def test_money_is_read_back_with_every_scale(thousandths, scale, sign):
    value = thousandths / 1000
    text = f"The bridge cost {sign}{value:.3f}{scale[0]} in all."
    (number,) = find_numbers(text)
    assert number.value == pytest.approx(value * scale[1])
    assert len(number.unit) == 3


@given(st.text(alphabet="0123456789.,-–−+% $€£kmbnaout()/e\n", max_size=80))
def test_any_text_gives_numbers_in_order_and_apart(text):
    numbers = find_numbers(text)
    for number in numbers:
        assert 0 <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
    assert all(a.end <= b.start for a, b in pairwise(numbers))


# words that begin or make a figure, and others beside them
FIGURE_WORDS = [line.split("\t")[0] for line in read_lines("numbers.tsv")]
OTHER_WORDS = (
    "a an half several few couple of in no none nobody one hurt deaths sheep twofold ½ 8 .5 and the . - $".split()
)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*FIGURE_WORDS, *OTHER_WORDS]), max_size=6).map(" ".join))
def test_no_figure_stands_where_none_is_sought(text):
    if find_numbers(text):
        assert any(may_hold_numbers(passage) for passage in split_passages(text))


HOSTILE = (
    *(
        "7",
        "9,",
        "9 ",
        "9.",
        "1-",
        "1 000 ",
        "1,",
        "(1",
        '"a "a',
        "5 c ",
        "no ",
        "one in ",
        "ten ",
        "twenty-",
        "million ",
        "a hundred and ",
    ),
    *("$", "%", "from 1 to ", "9 to ", "more than ", "5 or more ", "9 or ", "3 years, "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_takes_linear_time(piece):
    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        start = process_time()
        find_numbers(text)
        return process_time() - start

    seconds(2_000)
    small = min(seconds(10_000) for _ in range(2))
    assert seconds(40_000) < 12 * small + 0.1  # quadratic would be sixteen times as long, cubic sixty-four
