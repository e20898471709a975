"""What articles of a run tell of one another's time: an undated article, or one that does not say when it happened."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from discrepancy.extract.context.clause import breaks_between, governs
from discrepancy.extract.context.echoes import date_echoes
from discrepancy.extract.context.reader import DateReader
from discrepancy.extract.dates import Around
from discrepancy.extract.dates.calendar import add_days
from discrepancy.extract.dates.words import number_of
from discrepancy.extract.passages import split_passages
from discrepancy.model import Article, Basis, Claim, DateSpan, Extent

# two articles tell one story when they share so many of their frequent words, and at least half as many as the best
_SHARED, _SHARE, _NEAR_BEST = 4, 1 / 6, 1 / 2
_COMMON = 100  # a word that so many articles hold tells no stories apart
_WITNESSES, _AGREEMENT = 2, 2 / 3
_DAYS_AFTER = re.compile(
    r"\W{0,3}(?P<count>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Tt]en|\d{1,2})\s(?P<unit>day|week)s?\safter\b"
)
_WEEK_SLACK = 3
_RECENT = timedelta(days=60)
_CLAUSE_REACH, _LEAD = 500, 20
_ADVERBIAL = re.compile(r"\b(?:on|in|at|over|during|throughout|between|from)\s(?:the\s)?$")


def date_across(articles: Iterable[Article], claims: Sequence[Claim]) -> list[Claim]:
    """Date claims by what other articles of the same story tell.

    A date word of an undated article is resolved only if it means the same days whichever of its dated partners' days
    it was written on ("on 13 February", between articles of 17 and 24 February), or if they name that day in one year
    only. An article that names no day of what happened takes the one on which its partners agree. Both are marked as
    carried and in doubt; the day of publication stays unknown.

    Args:
        articles: The articles of the run.
        claims: Their claims, each with the dates that its own article gives.

    Returns:
        The claims in the same order; those that need no other article unchanged.
    """
    told = {claim.article_id: claim.scope.story for claim in claims}
    stories = {id_: frozenset(words) for id_, words in told.items()}
    undated = {article.id: article for article in articles if article.published is None and article.id in stories}
    silent = _without_event(claims)
    published = {claim.article_id: claim.dates.published for claim in claims if claim.dates.published is not None}
    partners = _partners({id_: stories[id_] for id_ in stories if id_ in undated or id_ in silent}, stories, published)
    readers = _readers(undated, partners, claims, published)
    redated = [_redated(c, readers[c.article_id]) if c.article_id in readers else c for c in claims]
    days, still_silent = _event_days(redated), _without_event(redated)
    agreed = {id_: _agreed_day(near, days) for id_, near in partners.items() if id_ in still_silent}
    presents = {id_: _present(article.text, agreed.get(id_) or days.get(id_)) for id_, article in undated.items()}
    completed = (_with_event(claim, agreed.get(claim.article_id)) for claim in redated)
    present = [_with_present(claim, presents.get(claim.article_id)) for claim in completed]
    read = [
        _with_reading(claim, undated[claim.article_id].text, agreed.get(claim.article_id) or days.get(claim.article_id))
        if claim.article_id in undated
        else claim
        for claim in present
    ]
    return date_echoes(read)


def _readers(
    undated: Mapping[str, Article],
    partners: Mapping[str, list[str]],
    claims: Sequence[Claim],
    published: Mapping[str, date],
) -> dict[str, DateReader]:
    """Readers of the undated articles that have partners, told what is known of their time."""
    near = {id_: partners[id_] for id_ in undated if id_ in partners}
    named = _named_days(claims, frozenset().union(*near.values()))
    readers = {}
    for id_, others in near.items():
        days = [published[other] for other in others]
        around = Around(min(days), max(days), frozenset().union(*(named[other] for other in others)))
        readers[id_] = DateReader(undated[id_], split_passages(undated[id_].text), around)
    return readers


def _redated(claim: Claim, reader: DateReader) -> Claim:
    dates, extent = reader.context(claim.start, claim.end)
    return replace(claim, dates=dates, scope=replace(claim.scope, extent=extent))


def _named_days(claims: Iterable[Claim], articles: frozenset[str]) -> dict[str, set[date]]:
    """The days that the claims of some articles are dated by."""
    named: dict[str, set[date]] = {id_: set() for id_ in articles}
    for claim in claims:
        if claim.article_id in named:
            spans = [span for _, span in claim.dates.found]
            named[claim.article_id] |= {day for span in spans for day in (span.first, span.last) if day}
    return named


def _partners(
    wanting: Mapping[str, frozenset[str]], stories: Mapping[str, frozenset[str]], dated: Iterable[str]
) -> dict[str, list[str]]:
    """For each article the dated ones that share most of its names and words."""
    holders: dict[str, list[str]] = defaultdict(list)
    wanted = frozenset[str]().union(*wanting.values())
    for id_ in dated:
        for word in stories[id_] & wanted:
            holders[word].append(id_)
    found = {}
    for id_, story in wanting.items():
        lists = (holders[word] for word in story if word in holders and len(holders[word]) <= _COMMON)
        shared = Counter(other for others in lists for other in others if other != id_)
        least = max(_SHARED, len(story) * _SHARE, max(shared.values(), default=0) * _NEAR_BEST)
        near = [other for other, count in shared.items() if count >= least]
        if near:
            found[id_] = near
    return found


def _without_event(claims: Iterable[Claim]) -> set[str]:
    """The articles none of whose claims knows a day of an event."""
    ids, dated = set(), set()
    for claim in claims:
        ids.add(claim.article_id)
        if claim.dates.event is not None:
            dated.add(claim.article_id)
    return ids - dated


def _event_days(claims: Iterable[Claim]) -> dict[str, date]:
    """The day that most claims of an article count by, where they count by a day."""
    counts: dict[str, Counter[date]] = defaultdict(Counter)
    for claim in claims:
        event = claim.dates.event
        if event and event.first and event.first == event.last:
            counts[claim.article_id][event.first] += 1
    return {id_: min(days, key=lambda day: (-days[day], day)) for id_, days in counts.items()}


def _agreed_day(near: Iterable[str], days: Mapping[str, date]) -> date | None:
    """The day of the event on which most partners agree, and at least two."""
    votes = Counter(days[other] for other in near if other in days)
    if not votes:
        return None
    day = min(votes, key=lambda day: (-votes[day], day))
    return day if votes[day] >= max(_WITNESSES, votes.total() * _AGREEMENT) else None


def _present(text: str, event: date | None) -> DateSpan | None:
    """The day on which an undated article is told that opens with its distance from what happened ("Two days after ...")."""
    match = _DAYS_AFTER.match(text)
    if match is None or event is None:
        return None
    slack = 0 if match["unit"] == "day" else _WEEK_SLACK
    day = add_days(event, number_of(match["count"]) * (1 if match["unit"] == "day" else 7))
    first, last = (add_days(day, -slack), add_days(day, slack)) if day else (None, None)
    return DateSpan(first, last, basis=Basis.CARRIED, doubtful=True) if first and last else None


def _with_present(claim: Claim, present: DateSpan | None) -> Claim:
    if present is None or claim.dates.as_of is not None:
        return claim
    return replace(claim, dates=replace(claim.dates, as_of=present))


def _with_reading(claim: Claim, text: str, event: date | None) -> Claim:
    """The claim of an undated article that says no day of reading: read, in doubt, on the last day that it covers.

    A total since a day is read on the day of the event that its article tells of; a count of a closed window on the
    last of its days, a day's incident on that day where they are told in one clause ("on 3 May a raid killed 14").
    Without any of this the day stays unknown, and only the bounds of the article's day hold.
    """
    window = claim.dates.window
    if claim.dates.as_of is not None or window is None:
        return claim
    last = window.last or event
    if window.first is None or last is None or last < window.first:
        return claim
    if claim.scope.extent is not Extent.TOTAL and not _is_told_with(text, window, claim):
        return claim
    as_of = DateSpan(last, last, basis=Basis.CARRIED, doubtful=True)
    return replace(claim, dates=replace(claim.dates, as_of=as_of, period=replace(window, last=last)))


def _is_told_with(text: str, window: DateSpan, claim: Claim) -> bool:
    """Whether a day stands in the clause of a figure, or a longer window before it in its paragraph."""
    low, high = (window.end, claim.start) if window.end <= claim.start else (claim.end, window.start)
    if not window.text or high - low > _CLAUSE_REACH or "\n" in text[low:high]:
        return False
    is_day, begin = window.first == window.last, claim.quote_start
    if window.start > claim.start:
        within = window.end <= begin + len(claim.quote) and governs(
            text, (window.start, window.end), (claim.start, claim.end), begin
        )
        return within and _ADVERBIAL.search(text, max(begin, high - _LEAD), high) is not None
    return not is_day or (window.start >= begin and breaks_between(text, low, high) <= text.startswith(",", low))


def _with_event(claim: Claim, day: date | None) -> Claim:
    """The claim with a day of the event from its partners, unless its own dates speak against it."""
    dates = claim.dates
    if day is None or dates.period is not None:
        return claim
    as_of = dates.as_of.last if dates.as_of else None
    if as_of is not None and not timedelta() <= as_of - day <= _RECENT:
        return claim
    span = DateSpan(day, day, basis=Basis.CARRIED, doubtful=True)
    return replace(claim, dates=replace(dates, period=span, event=span))
