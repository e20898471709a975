"""Dates in running text: surface forms, and laws that hold for any text."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.dates import find_dates

FRIDAY = date(2025, 12, 5)

FORMS = [
    ("The dam broke on 3 March 2021.", "2021-03-03", "2021-03-03"),
    ("The dam broke on March 3, 2021.", "2021-03-03", "2021-03-03"),
    ("The dam broke on 2021-03-03.", "2021-03-03", "2021-03-03"),
    ("The ferry sank on Wednesday.", "2025-12-03", "2025-12-03"),
    ("The ferry sank on Friday.", "2025-12-05", "2025-12-05"),
    ("The vote will be held on Tuesday.", "2025-12-09", "2025-12-09"),
    ("The mayor resigned yesterday.", "2025-12-04", "2025-12-04"),
    ("The fair was closed on November 30.", "2025-11-30", "2025-11-30"),
    ("The fair opens on January 4.", "2026-01-04", "2026-01-04"),
    ("Rents have doubled since January 4.", "2025-01-04", "2025-01-04"),
    ("Exports fell in October.", "2025-10-01", "2025-10-31"),
    ("Exports fell in October 2023.", "2023-10-01", "2023-10-31"),
    ("The plant lost money in 2019.", "2019-01-01", "2019-12-31"),
    ("Profits grew last year.", "2024-01-01", "2024-12-31"),
    ("Two mines closed last week.", "2025-11-24", "2025-11-30"),
    ("The lake froze three years ago.", "2022-01-01", "2022-12-31"),
    ("Sales rose in the third quarter.", "2025-07-01", "2025-09-30"),
    ("Sales rose in the third quarter of 2022.", "2022-07-01", "2022-09-30"),
    ("Prices fell over the past three months.", "2025-09-05", "2025-12-05"),
    ("The dyke broke on Saturday, May 31.", "2025-05-31", "2025-05-31"),
    ("The dyke broke on Sunday, May 31.", "2026-05-31", "2026-05-31"),
    ("The dyke broke last Oct. 23.", "2025-10-23", "2025-10-23"),
    ("By SUNDAY 30 NOVEMBER the dyke had gone.", "2025-11-30", "2025-11-30"),
    ("It reached the coast in the first nine months of the year.", "2025-01-01", "2025-09-30"),
    ("The mayor must answer until 9 a.m. Tuesday.", "2025-12-09", "2025-12-09"),
    ("The mill made a loss in 2019-20.", "2019-01-01", "2020-12-31"),
    ("The mill will close at the end of the year.", "2025-01-01", "2025-12-31"),
    ("The mill had 900 workers at year end.", "2025-01-01", "2025-12-31"),
    ("The mill stood empty over the past decade.", "2015-12-05", "2025-12-05"),
]


@pytest.mark.parametrize(("text", "first", "last"), FORMS)
def test_a_surface_form_reads_as_its_days(text: str, first: str, last: str) -> None:
    found = find_dates(text, FRIDAY)
    assert [(str(d.first), str(d.last)) for d in found] == [(first, last)]
    assert all(text[d.start : d.end] == d.text for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "It cost $2019 and weighed 1998 tonnes.",
        "The siege lasted five years.",
        "About 10% of voters may march to the square.",
        "A man of 71 ran 12.5 km.",
        "The 1520 sq m hall burned.",
        "They ate about 2000 - 2500 figs.",
        "Two men in their thirties joined the March of the Mothers.",
        "Jan Olsen and Jun Abad run the ferry.",
    ],
)
def test_figures_and_durations_are_no_dates(text: str) -> None:
    assert find_dates(text, FRIDAY) == []


def test_a_later_year_counts_from_the_date_before_it() -> None:
    first, later = find_dates("A raid in 2021 failed. A year later another did.", FRIDAY)
    assert (str(first), str(later)) == ("2021-01-01/2021-12-31", "2022-01-01/2022-12-31")
    assert later.doubtful


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In 2019 the dam held until 3 March.", "2019-03-03"),
        ("In 2019 the dam broke. On 3 November it was rebuilt.", "2025-11-03"),
        ("The mill closed in 2019, and that May the dam broke.", "2019-05-01/2019-05-31"),
        ("In the first half of 2025 it made 9, against 7 in the same period of 2023.", "2023-01-01/2023-06-30"),
        ("In the third quarter it made 9, against 7 in the same quarter a year earlier.", "2024-07-01/2024-09-30"),
        ("The mill made 7 in 2023. It shed 9 jobs during the year.", "2023-01-01/2023-12-31"),
        ("The mill shed 9 jobs during the year.", "2025-01-01/2025-12-31"),
        ("The mill made 7 in the same period last year.", "2024-01-01/2024-12-31"),
    ],
)
def test_a_date_is_read_by_the_one_before_it(text: str, days: str) -> None:
    assert str(find_dates(text, FRIDAY)[-1]) == days


def test_a_year_that_has_hardly_begun_is_not_the_year() -> None:
    (found,) = find_dates("Crews were called 9 times in the year.", date(2026, 1, 2))
    assert str(found) == "2025-01-01/2025-12-31"
    assert found.doubtful


def test_a_relative_date_stays_open_without_a_reference() -> None:
    (found,) = find_dates("The ferry sank on Wednesday.")
    assert found.first is None
    assert found.last is None
    assert found.text == "Wednesday"


@given(
    weeks=st.integers(-400, 400),
    day=st.sampled_from(
        [
            "Monday",
            "last Sunday",
            "next Friday",
            "yesterday",
            "tonight",
            "last week",
            "this week",
            "two days ago",
            "three weeks ago",
            "over the weekend",
            "Friday of last week",
            "the day before yesterday",
            "the past two weeks",
        ]
    ),
)
def test_whole_weeks_shift_a_relative_date_by_as_much(weeks: int, day: str) -> None:
    (here,), (there,) = (find_dates(f"It fell {day}.", FRIDAY + timedelta(weeks=w)) for w in (0, weeks))
    assert here.first is not None
    assert there.first is not None
    assert there.first - here.first == timedelta(weeks=weeks)


_NEUTRAL = st.lists(
    st.sampled_from(
        ["old", "harbour", "Anna Holt", "boats", "near Osby", "green", "rope", "slowly", "with", "a clerk"]
    ),
    max_size=6,
).map(" ".join)
_PHRASES = [
    "on Wednesday",
    "on 3 December",
    "in October 2023",
    "last week",
    "in 2019",
    "two days ago",
    "in the third quarter",
]


@given(before=_NEUTRAL, after=_NEUTRAL, phrase=st.sampled_from(_PHRASES))
def test_words_that_are_no_cue_leave_a_date_as_it_is(before: str, after: str, phrase: str) -> None:
    (alone,) = find_dates(f"It fell {phrase}.", FRIDAY)
    (among,) = find_dates(f"It fell {before} {phrase} {after}.", FRIDAY)
    assert (among.first, among.last, among.text) == (alone.first, alone.last, alone.text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It fell on Wednesday.", "2025-12-03"),
        ("It will fall on Wednesday.", "2025-12-10"),
        ("It will fall, she said on Wednesday.", "2025-12-03"),
        ("Wednesday's fall will be the last.", "2025-12-03"),
        ("It fell by March.", "2026-03-01"),
        ("It fell in March.", "2025-03-01"),
        ("It has fallen since March 8.", "2025-03-08"),
    ],
)
def test_the_documented_cues_turn_a_date(text: str, first: str) -> None:
    assert str(find_dates(text, FRIDAY)[0].first) == first


_WORDS = st.lists(
    st.sampled_from(
        ["since", "May", "3", "2020", "31 February", "Q3", "last", "the end of", "Friday", "12/31/99", ",", "0"]
    ),
    max_size=12,
).map(" ".join)


@settings(deadline=None)
@given(text=st.one_of(st.text(), _WORDS), reference=st.one_of(st.none(), st.dates()))
def test_any_text_reads_in_order_and_first_is_never_after_last(text: str, reference: date | None) -> None:
    end = 0
    for found in find_dates(text, reference):
        assert found.start >= end
        assert found.end > found.start
        assert found.first is None or found.last is None or found.first <= found.last
        end = found.end


@pytest.mark.parametrize("reference", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["last century", "next year", "tomorrow", "yesterday", "Sunday", "twelve decades ago", "Christmas"]
)
def test_the_edges_of_the_calendar_raise_nothing(reference: date, text: str) -> None:
    find_dates(f"It came {text}.", reference)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "the ",
        "\x00",
        "\ud800",
        "May ",
        "since the ",
        "12/",
        "a",
        "last ",
        "between May and ",
        "1999-",
        "first quarter ",
        "’9",
        "\n",
    ],
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        begin = process_time()
        find_dates(unit * (size // len(unit)), FRIDAY)
        return process_time() - begin

    seconds(1000)
    short, long = min(seconds(20_000) for _ in range(2)), min(seconds(80_000) for _ in range(2))
    assert long < 10 * short + 0.05
