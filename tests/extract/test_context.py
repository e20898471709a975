"""The three dates of a figure, and its extent."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import extract_claims
from discrepancy.extract.context import DateReader
from discrepancy.extract.dates import find_dates
from discrepancy.extract.passages import split_passages
from discrepancy.model import Article, Basis, DateContext, Extent, Kind

FRIDAY = date(2025, 12, 5)


def read(text: str, figure: str, published: date | None = FRIDAY) -> tuple[DateContext, Extent]:
    article = Article(id="a", source="Harbour Post", title="", text=text, published=published)
    start = text.index(figure)
    return DateReader(article, split_passages(text)).context(start, start + len(figure))


def days(context: DateContext) -> tuple[str, str]:
    return tuple(str(span.first) if span else "" for span in (context.as_of, context.period))  # type: ignore[return-value]


CASES = [
    ("A ferry fire killed 14 people on Wednesday.", "14", "2025-12-05", "2025-12-03"),
    ("As of Thursday, 14 people were missing.", "14", "2025-12-04", ""),
    ("As of 6 p.m. on Thursday, 14 people were missing.", "14", "2025-12-04", ""),
    ("As of mid-October 14 were missing.", "14", "2025-10-01", ""),
    ("On Thursday the coastguard said 14 people were missing.", "14", "2025-12-04", ""),
    ("A ferry burned on Wednesday, the coastguard said, and 14 died.", "14", "2025-12-05", "2025-12-03"),
    ("The toll rose to 14 on Thursday after Tuesday's ferry fire.", "14", "2025-12-04", "2025-12-02"),
    ("The toll is 14, up from 9 on Wednesday.", "9", "2025-12-03", ""),
    ("The toll is 14, up from 9 on Wednesday.", "14", "2025-12-05", ""),
    ("Fires have killed 140 people since 2 September.", "140", "2025-12-05", "2025-09-02"),
    ("A ferry sank on Wednesday. Divers found 14 bodies.", "14", "2025-12-05", "2025-12-03"),
    ("A ferry sank on Wednesday. In October 2023 a fire killed 90.", "90", "2023-10-01", "2023-10-01"),
    ("OSLO, Dec. 5 — A ferry sank on Wednesday and 14 died.", "14", "2025-12-05", "2025-12-03"),
    ("So far this year 300 boats came, more than in 2024.", "300", "2025-12-05", "2025-01-01"),
    ("Arrivals are 13 higher than in 2024.", "13", "2025-12-05", ""),
    # a past date dates a figure only where it governs its clause, and never a figure told in the present
    ("In 1987, a bad year, a fire killed 52.", "52", "1987-01-01", "1987-01-01"),
    ("The first fire, on 2 June, killed 11 people.", "11", "2025-06-02", "2025-06-02"),
    ("Losses, first seen in March 2020, are 300 tonnes.", "300", "2025-12-05", "2020-03-01"),
    ("After the fires of May 2021, 40 families left.", "40", "2021-05-01", "2021-05-01"),
    ("Fires since the pact of May 2021 have cost 40 jobs.", "40", "2025-12-05", "2021-05-01"),
    ("Doves laid eggs (2019), 65 in all.", "65", "2019-01-01", "2019-01-01"),
    # windows of two dates, and counted back from one
    ("Between January and June 90 boats sank.", "90", "2025-06-30", "2025-01-01"),
    ("In the 12 months to October 90 boats sank.", "90", "2025-10-31", "2024-11-01"),
    ("In the first six months of the year 90 boats sank.", "90", "2025-06-30", "2025-01-01"),
    # days of telling
    ("At Thursday's briefing the mayor said 14 had died.", "14", "2025-12-04", ""),
    ("On Thursday, with half the wards searched, the mayor had counted 14 dead.", "14", "2025-12-04", ""),
    ("On Thursday the toll was cut again, to 14.", "14", "2025-12-04", ""),
    ("The outbreak that the ministry declared on 2 June has killed 14.", "14", "2025-12-05", "2025-06-02"),
    ("By the time of the inquest, on 2 December, 14 had died.", "14", "2025-12-02", ""),
    # levels take the month that they are read for
    ("The unemployment rate slipped to 4.1% in October.", "4.1", "2025-10-01", "2025-10-01"),
    ("Joblessness edged up from October's 4.1%.", "4.1", "2025-10-01", "2025-10-01"),
    ("In October the unemployment rate slipped to 4.1% from 4.3%.", "4.3", "2025-09-01", "2025-10-01"),
    ("The October unemployment rate was 4.1%, up 0.2% on the month.", "0.2", "2025-12-05", "2025-10-01"),
    # a date's possessive belongs to one figure; "to" after a move is where a level has come to
    (
        "The jobless rate, for November, is out. Joblessness fell to 4.1% from October's 4.4%.",
        "4.1",
        "2025-11-01",
        "2025-11-01",
    ),
    ("In October a wider gauge went up 0.2 point to 7.4%.", "7.4", "2025-10-01", "2025-10-01"),
    ("The odds of a rate cut in November were put at 40%.", "40", "2025-12-05", "2025-11-01"),
    # a date that is only compared with is no other figure's; a record holds as of now; what happens every year has no day
    (
        "The port took 40 boats on Monday, up on 2023, when it took 31, and 14 per cent more than it sank.",
        "14",
        "2025-12-05",
        "2025-12-01",
    ),
    ("The busiest night so far was 2 June, when 14 boats came.", "14", "2025-12-05", "2025-06-02"),
    ("Snow usually shuts passes above 14 metres in November.", "14", "2025-12-05", "2025-11-01"),
    # a state that is dated stood so on that day; an event may still be counted later
    ("The camp was holding fewer than 14 on Thursday.", "14", "2025-12-04", "2025-12-04"),
    ("More than 14 people were still missing on Thursday.", "14", "2025-12-04", "2025-12-04"),
    ("More than 14 people were killed on Thursday.", "14", "2025-12-05", "2025-12-04"),
    # a window that its words close is read at its end, whenever it is told
    ("The ministry said on Thursday that 14 boats sank between January and June.", "14", "2025-06-30", "2025-01-01"),
    # a relative clause dates what it tells of, not the count
    ("The recall covers 14 boats that were sold in 2019.", "14", "2025-12-05", "2019-01-01"),
    # the unit last spoken of
    (
        "The coast had 9 fires in 2024. Crews were called 14 times in the year, said the mayor.",
        "14",
        "2024-01-01",
        "2024-01-01",
    ),
    ("In 2019 the toll reached 14 by 31 December.", "14", "2019-12-31", "2019-01-01"),
    # readings that had been told before are those of one figure
    ("The ministry had reported 14 dead on Tuesday; the toll now stands at 21.", "14", "2025-12-02", ""),
    ("The ministry had reported 14 dead on Tuesday; the toll now stands at 21.", "21", "2025-12-05", ""),
    ("Police, who had reported 14 deaths on Monday, raised the toll to 21.", "14", "2025-12-01", ""),
    ("Police, who had reported 14 deaths on Monday, raised the toll to 21.", "21", "2025-12-05", ""),
    # a month that has "in" before it has no day, and a date names no figure
    ("In October 14 boats burned.", "14", "2025-12-05", "2025-10-01"),
    ("In the 12 months to October 14 boats burned.", "14", "2025-10-31", "2024-11-01"),
    ("In the first quarter 14 boats burned.", "14", "2025-01-01", "2025-01-01"),
    # a colon explains the whole of what stands before it
    ("The first fire, on 2 June, was the worst: a dozen cabins burned and 14 died.", "14", "2025-06-02", "2025-06-02"),
    # a past date that opens a paragraph of history governs what follows in the past tense
    ("In 1987 a ferry burned off the cape. It killed 52 people.", "52", "1987-01-01", "1987-01-01"),
    ("In 1987 a ferry burned off the cape. Its owner has paid 52 families.", "52", "2025-12-05", ""),
    ("In 1987 a ferry burned off the cape.\n\nThe mayor met 52 people.", "52", "2025-12-05", ""),
    ("A ferry burned off the cape, as in 1987. The mayor met 52 people.", "52", "2025-12-05", ""),
    # tense: "when" and "which" open a clause with a verb of its own; the past perfect looks back
    ("The sum is up on 2019, when there were 36 fires.", "36", "2019-01-01", "2019-01-01"),
    ("The previous high, in November, had been 106.", "106", "2025-11-01", "2025-11-01"),
    ("More than 40 people were hurt after the vote of 2019.", "40", "2019-01-01", "2019-01-01"),
    ("It was the worst fire since 1999, when 31 died.", "31", "1999-01-01", "1999-01-01"),
    ("Losses stand at 40, above the 36 of 1997.", "36", "1997-01-01", "1997-01-01"),
    # readings counted back, acts, reports named by their day
    ("On Thursday the mayor said 16 had died.\n\nA day earlier she had spoken of 14.", "14", "2025-12-03", ""),
    ("The toll is 16, not the 14 given by police the night before.", "14", "2025-12-04", ""),
    ("Ministers approved on Thursday a fund of 16 million. They hope to help 14 towns.", "14", "2025-12-05", ""),
    ("A report published on Thursday blames the crew.\n\nIn all 14 died.", "14", "2025-12-05", ""),
    (
        "The mayor counts 16 dead.\n\nA day earlier police had spoken of 14. The wave was 9 metres high.",
        "9",
        "2025-12-05",
        "",
    ),
    # the head of a report reads all of its figures, the head of an entry those below it
    ("Data as of 3 December.\n\nDead: 9.\n\nHomes lost: 14, in four towns.", "14", "2025-12-03", ""),
    (
        "As of 3 December, 9 had died.\n\nThe dam held for an hour.\n\nThe town has 14 wards.\n\nA ferry waits.\n\nIt rained on 140 roofs.",
        "140",
        "2025-12-05",
        "",
    ),
    (
        "A tanker leaks.\n\nMonday, 1 December. The slick is 9 km long. Some 14 birds are dead.",
        "14",
        "2025-12-01",
        "2025-12-01",
    ),
    (
        "A tanker leaks. " * 40 + "\n\n1 December\n\nSome 9 birds are dead.\n\nThe slick has 14 arms.",
        "14",
        "2025-12-01",
        "",
    ),
    # a sentence that goes on about the figure before it is of its day; a day's count is the reading of the total that it brings about
    ("The toll was 9 as of Tuesday. That is 14 per cent of the crew.", "14", "2025-12-02", ""),
    ("On Wednesday 9 boats came, which brings the total for the year so far to 14.", "14", "2025-12-03", "2025-01-01"),
    ("A raid on Wednesday killed 9, bringing the toll to 14.", "14", "2025-12-05", "2025-12-03"),
    # a change is told against a month, and happened on a day
    ("The port took 90 boats in October, down 14 per cent on March.", "14", "2025-12-05", "2025-10-01"),
    ("Shares fell 14% on Thursday.", "14", "2025-12-04", ""),
    # the year of a thing is not that of the count
    ("The recall covers 14 boats made between May 2018 and June 2019.", "14", "2025-12-05", "2018-05-01"),
    ("The yard recalled some 14 boats sold in 2019.", "14", "2025-12-05", "2019-01-01"),
    ("In all, 14 boats were sold in 2019.", "14", "2019-01-01", "2019-01-01"),
]


@pytest.mark.parametrize(("text", "figure", "as_of", "period"), CASES)
def test_a_figure_gets_its_as_of_day_and_its_period(text: str, figure: str, as_of: str, period: str) -> None:
    assert days(read(text, figure)[0]) == (as_of, period)


@pytest.mark.parametrize(
    ("text", "figure", "extent"),
    [
        ("A ferry fire killed 14 people on Wednesday.", "14", Extent.INCIDENT),
        ("Fires have killed 140 people since 2 September.", "140", Extent.TOTAL),
        ("This brings the total to 140.", "140", Extent.TOTAL),
        ("The port handles 12 a day.", "12", Extent.RATE),
        ("The port has 12 cranes.", "12", Extent.UNKNOWN),
        ("The jobless rate was 12 per cent.", "12", Extent.LEVEL),
        ("The jobless rate rose 12 per cent.", "12", Extent.UNKNOWN),
        ("On Wednesday a ferry burned. The toll now stands at 14.", "14", Extent.UNKNOWN),
        ("The toll rose to 16 from 14 a day earlier.", "14", Extent.UNKNOWN),
        ("Last year 14 died; so far this year 20 have.", "14", Extent.UNKNOWN),
        ("Last year 14 died; so far this year 20 have.", "20", Extent.TOTAL),
    ],
)
def test_a_figure_is_an_incident_a_total_or_a_rate(text: str, figure: str, extent: Extent) -> None:
    assert read(text, figure)[1] is extent


def test_a_day_from_the_sentence_before_is_marked_carried() -> None:
    context, _ = read("A ferry sank on Wednesday. Divers found 14 bodies.", "14")
    assert context.event is not None
    assert context.event.basis is Basis.CARRIED
    assert context.as_of is not None
    assert context.as_of.basis is Basis.ASSUMED


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Between January and June 90 boats sank.", "2025-01-01/2025-06-30"),
        ("From 7 March to 2 April 2024 90 boats sank.", "2024-03-07/2024-04-02"),
        ("In the 12 months to October 90 boats sank.", "2024-11-01/2025-10-31"),
        ("In the week to Thursday 90 boats sank.", "2025-11-28/2025-12-04"),
        ("In the first six months of the year 90 boats sank.", "2025-01-01/2025-06-30"),
        ("This year 90 boats have sunk.", "2025-01-01/2025-12-05"),
        ("The yard will build 90 boats this year.", "2025-01-01/2025-12-31"),
        ("Since 2 June 90 boats have sunk.", "2025-06-02/2025-12-05"),
    ],
)
def test_a_window_runs_from_its_first_day_to_its_last(text: str, window: str) -> None:
    assert str(read(text, "90")[0].period) == window


@pytest.mark.parametrize(
    "text",
    ["The ministry had reported 14 deaths; it now speaks of 21.", "Police, who had put the toll at 14, speak of 21."],
)
def test_a_figure_that_had_been_told_before_is_of_the_day_of_publication_in_doubt(text: str) -> None:
    earlier, now = (read(text, figure)[0].as_of for figure in ("14", "21"))
    assert earlier is not None
    assert now is not None
    assert (earlier.doubtful, now.doubtful) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday 14 died.",
        "On New Year's Day 14 people were hurt.",
        "So far this year 14 boats burned.",
        "Last week 14 ships burned.",
        "At the end of October 14 ships lay idle.",
        "In early September 14 ships burned.",
    ],
)
def test_a_date_does_not_eat_the_figure_behind_it(text: str) -> None:
    (claim,) = extract_claims([Article(id="a", text=text, published=FRIDAY)])
    assert claim.quantity.surface == "14"


def test_a_total_carried_from_the_start_of_a_count_stays_open_to_its_reading() -> None:
    context, extent = read(
        "The strikes began on Monday. Since 2 September boats have burned.\n\nIn all, 40 were hit.", "40"
    )
    assert extent is Extent.TOTAL
    assert (str(context.period), context.event) == ("2025-09-02/2025-12-05", None)


def test_the_day_of_the_story_is_the_day_on_which_something_happened() -> None:
    text = "The mayor flew home on Thursday. A landslide killed pupils on Tuesday.\n\nThere are 14 dead."
    assert days(read(text, "14")[0]) == ("2025-12-05", "2025-12-02")


@pytest.mark.parametrize(
    ("title", "text", "as_of", "period"),
    [
        ("Landslide on Tuesday kills 14", "There are 14 dead.", "2025-12-05", "2025-12-02"),
        ("Tuesday's landslide", "A cliff fell on Monday. There are 14 dead.", "2025-12-05", "2025-12-01"),
        ("Arrivals in November", "There were 14 boats.", "2025-12-05", "2025-11-01"),
        ("Arrivals: report to 30 November", "There were 14 boats.", "2025-11-30", ""),
        ("Landslide", "OSLO, Dec. 3 — There are 14 dead.", "2025-12-03", ""),
        ("Landslide", "OSLO, Dec. 3 (NN) — On Tuesday 14 died.", "2025-12-03", "2025-12-02"),
    ],
)
def test_the_headline_and_the_dateline_date_what_the_text_leaves_undated(title, text, as_of, period) -> None:
    article = Article(id="a", title=title, text=text, published=FRIDAY)
    start = text.index("14")
    assert days(DateReader(article, split_passages(text)).context(start, start + 2)[0]) == (as_of, period)


def test_a_title_and_a_dateline_tell_the_day_of_an_undated_article() -> None:
    text = "There are 14 dead."
    titled = Article(id="a", title="Landslide: what we know on 3 December 2025", text=text)
    dates, _ = DateReader(titled, split_passages(text)).context(10, 12)
    assert str(dates.as_of) == "2025-12-03"
    dates, _ = read("OSLO, 3 December 2025 — There are 14 dead.", "14", None)
    assert str(dates.as_of) == "2025-12-03"
    assert dates.published is None


@pytest.mark.parametrize(
    "line",
    [
        "3 December 2025",
        "Published: December 3, 2025",
        "DEC. 3, 2025, 8:12 PM",
        "PUBLISHED: 02:31 GMT, 2 December 2025 | UPDATED: 22:19 GMT, 3 December 2025",
        "3 December 2025 Last updated at 11:11 GMT",
        "By Anna Holt, Skarvik, Wed, 3 Dec 2025 02:45 PM",
        "POSTED: 1052 GMT (1852 HKT), December 3, 2025",
    ],
)
def test_a_line_with_nothing_but_a_date_says_when_an_undated_article_was_written(line: str) -> None:
    text = f"Ferry burns off Skarvik\n{line}\nA ferry burned on Monday.\n\nThe coastguard counts 14 dead."
    context, _ = read(text, "14 dead", None)
    assert (days(context), context.published) == (("2025-12-03", "2025-12-01"), None)
    assert context.event is not None
    assert (context.event.basis, context.event.doubtful) == (Basis.CARRIED, True)
    assert context.not_before == date(2025, 12, 3)


@pytest.mark.parametrize(
    "line",
    ["Ferry burned on 3 December 2025", "Fully restored: 3 December 2025", "We forget 3 December 2025.", "2045 GMT"],
)
def test_a_line_with_other_words_says_nothing_of_when_an_article_was_written(line: str) -> None:
    context, _ = read(f"Skarvik\n{line}\nOn Monday 14 people died.", "14 people", None)
    assert (context.as_of, context.event) == (None, None)
    assert [span.text for span in context.unresolved] == ["Monday"]


def test_a_day_ahead_of_the_dateline_is_no_bound_behind() -> None:
    text = "Skarvik\n3 December 2025\nThe 14 sailors must appear in court on 19 January 2026."
    context, _ = read(text, "14", None)
    assert (context.not_before, context.not_after) == (date(2025, 12, 3), date(2026, 1, 19))


def test_an_undated_article_gets_no_day_that_it_does_not_state() -> None:
    context, _ = read("A ferry sank on Wednesday and 14 died.", "14", None)
    assert (context.as_of, context.period, context.event, context.published) == (None, None, None, None)
    assert [span.text for span in context.unresolved] == ["Wednesday"]


def test_an_undated_article_keeps_what_it_states_and_is_bounded_by_it() -> None:
    context, _ = read("A ferry sank on 3 December 2025 and 14 died.", "14", None)
    assert context.period is not None
    assert context.period.first == date(2025, 12, 3)
    assert context.not_before == date(2025, 12, 3)


def test_an_undated_article_lies_between_what_happened_and_what_lies_ahead() -> None:
    text = "The court threw out 3 petitions on 5 September 2022. The winner will be sworn in on 13 September 2022."
    context, _ = read(text, "3", None)
    assert (context.not_before, context.not_after) == (date(2022, 9, 5), date(2022, 9, 13))
    assert context.published is None


def test_what_lies_ahead_is_no_bound_where_it_contradicts_what_happened() -> None:
    text = "On 5 September 2022 the court recalled 3 plans that were due on 2 May 2019."
    context, _ = read(text, "3", None)
    assert (context.not_before, context.not_after) == (date(2022, 9, 5), None)


_PIECES = st.lists(
    st.sampled_from(
        ["On Wednesday", "since 2 May", "14 died", "in 2019,", "from 9", "as of", "the toll rose to 16", "between May", "and June 2020",
         "said on Friday.", "a day earlier", "\n\n", "(", "12 months to October", "which", "In January, 3", "’s 7%", "up to", "last year"]
    ),
    max_size=14,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=60), _PIECES), published=st.one_of(st.none(), st.dates()))
def test_any_text_gives_spans_in_order_and_never_a_guess(text: str, published: date | None) -> None:
    article = Article(id="a", title=text, text=text, published=published)
    dates = find_dates(text, published)
    for claim in extract_claims([article]):
        context = claim.dates
        assert context.published == published
        for _, span in context.found:
            assert span.first is not None
            assert span.last is None or span.first <= span.last
        if published is None:
            # an undated article alone knows only days that it states
            assert all(
                span.basis is not Basis.RESOLVED and span.basis is not Basis.ASSUMED for _, span in context.found
            )
        # only a length of time stands inside a date ("17 years ago")
        apart = all(claim.end <= span.start or span.end <= claim.start for span in dates)
        assert apart or claim.measure.kind is Kind.DURATION


def test_a_window_of_the_past_is_not_the_time_of_an_undated_story() -> None:
    text = "The worst fire since the junta fell in 1974 burned on 3 December 2025.\n\nThe port has 14 cranes."
    assert days(read(text, "14", None)[0]) == ("", "2025-12-03")


def test_a_figure_whose_own_day_is_unknown_takes_no_other() -> None:
    text = "The 14 crews that sailed this week recall a ferry that burned in 1985."
    assert read(text, "14", None)[0].period is None


def test_an_article_of_many_sentences_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "On Wednesday 14 died. They left 9 boats. " * count
        sentences = split_passages(text)
        begin = process_time()
        reader = DateReader(Article(id="a", source="s", title="", text=text, published=FRIDAY), sentences)
        for sentence in sentences:
            reader.context(sentence.start, sentence.start + 2)
        return process_time() - begin

    seconds(10)
    short, long = seconds(300), seconds(1200)
    assert long < 10 * short + 0.05


def test_a_sentence_without_end_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "on 2 May 14 died and 9 fled, "[:count] + "on 2 May 14 died and 9 fled, " * count
        sentences = split_passages(text)
        begin = process_time()
        reader = DateReader(Article(id="a", text=text, published=FRIDAY), sentences)
        for n in range(count):
            reader.context(29 * n + 9, 29 * n + 11)
        return process_time() - begin

    seconds(5)
    short, long = seconds(100), seconds(400)
    assert long < 10 * short + 0.05
