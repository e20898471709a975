"""Figures and dates are told apart once: neither eats the other, and only a counted length of time is both."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import Article, extract_claims, find_dates
from discrepancy.model import Kind

FRIDAY = date(2025, 12, 5)
TIME = {"century", "decade", "year", "month", "week", "day", "h", "min", "s"}


def read(text):
    """Give the claims and the dates of a text."""
    return extract_claims([Article(id="a", text=text, published=FRIDAY)]), find_dates(text, FRIDAY)


@pytest.mark.parametrize(
    ("text", "figures", "dates"),
    [
        # a point or unit of the calendar is a date and no figure
        ("It burned on 3 December 2025.", [], ["3 December 2025"]),
        ("It burned on the 3rd.", [], ["the 3rd"]),
        ("It burned in the 2nd quarter of 2024.", [], ["the 2nd quarter of 2024"]),
        ("It burned in the first nine months of 2024.", [], ["the first nine months of 2024"]),
        ("It burned from 3 to 5 December.", [], ["3 to 5 December"]),
        ("It burned at 10:30 on Monday.", [], ["Monday"]),
        ("It burned at 1353 (1023 GMT) on Monday.", [], ["Monday"]),
        ("It burned at 1353 local time.", [], []),
        ("It burned a year ago.", [], ["a year ago"]),
        ("It burned three quarters ago.", [], ["three quarters ago"]),
        # a free length of time is a figure and no date
        ("It burned for three days.", ["three"], []),
        ("The three-day fire was the worst.", ["three"], []),
        ("It burned within 48 hours of the vote.", ["48"], []),
        ("It burned two days after the vote.", ["two"], []),
        ("He was jailed for 17 years.", ["17"], []),
        # a length counted from a day is a date, and its count a figure
        ("It burned 17 years ago.", ["17"], ["17 years ago"]),
        ("It burned four or five days ago.", ["four or five"], ["four or five days ago"]),
        ("It burned for the past three months.", ["three"], ["for the past three months"]),
        ("It burned on Monday. Two days later it rained.", ["Two"], ["Monday", "Two days later"]),
        ("It burned in the 12 months to October.", ["12"], ["October"]),
    ],
)
def test_a_length_of_time_is_a_figure_and_a_point_of_time_a_date(text, figures, dates):
    claims, found = read(text)
    assert [claim.quantity.surface for claim in claims] == figures
    assert [span.text for span in found] == dates
    assert {claim.measure.kind for claim in claims} <= {Kind.DURATION}


_PIECES = st.sampled_from(
    "3 14 1,200 2019 2,000 twelve two 3rd 21st 5% $40 10:30 3-5 12/3/2025 2025-12-03 nine dozens half third first last next past the a of in on"
    " since from to between and by until ago earlier later before after days months years quarter year week hours Monday December Dec. May"
    " fiscal Q3 Easter night people boats died, .".split()
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, min_size=2, max_size=10).map(" ".join))
def test_a_figure_inside_a_date_is_the_count_of_its_length(text):
    claims, found = read(text)
    for claim in claims:
        for span in found:
            if claim.start < span.end and span.start < claim.end:
                assert span.start <= claim.start, text
                assert claim.end < span.end, text
                assert claim.quantity.unit in TIME, text


_DATES = [
    "On Monday",
    "On 3 December",
    "On December 3, 2025,",
    "In 2024,",
    "In the third quarter",
    "Between Monday and Wednesday",
    "From 3 to 5 December",
    "In October",
    "In early September",
    "Last year",
    "So far this year",
    "On the 3rd",
    "Overnight",
    "On New Year's Day",
    "In the late 1990s",
    "Since 2 September",
    "In fiscal 2024,",
    "By the end of the year",
    "In the week of 3 November",
    "Over the weekend",
    "At 5 p.m. on Monday",
]
_FIGURES = [
    "14",
    "1,200",
    "14 per cent of",
    "12 more",
    "3 in 10",
    "more than 40",
    "twelve",
    "2.3 million",
    "dozens of",
    "as many as 19",
    "83+",
]


@pytest.mark.parametrize("figure", _FIGURES)
@pytest.mark.parametrize("when", _DATES)
def test_a_figure_beside_a_date_is_kept_and_the_date_is_as_it_is_alone(when, figure):
    (alone,) = find_dates(f"{when} a loss.", FRIDAY)
    for text in (
        f"{when} {figure} boats were lost.",
        f"A loss of {figure} boats {when[0].lower()}{when[1:]}".rstrip(",") + ".",
    ):
        claims, found = read(text)
        assert [(span.text, span.first, span.last) for span in found] == [
            (text[found[0].start : found[0].end], alone.first, alone.last)
        ]
        (claim,) = claims
        assert claim.quantity.surface in figure
