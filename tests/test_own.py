"""Words, units, parts, rules and tolerances of the user's own: handed in as objects, gone with the call."""

import pickle
from datetime import date

import pytest

from discrepancy import (
    Article,
    Lexicon,
    OwnOutcome,
    OwnPart,
    Settings,
    SettingsError,
    Verdict,
    align_claims,
    check,
    extract_claims,
    judge_groups,
)
from discrepancy.align import GATE
from discrepancy.engines import LocalEngine
from discrepancy.judge import RULES, Ruling
from discrepancy.model import Bound

FURLOUGH = OwnOutcome("furloughed", verbs=("furlough",), nouns=("furlough",), adjectives=("on leave",), people=True)
POULTRY = Lexicon(nouns={"hen": "poultry", "bird": "poultry"})
PITCH = Lexicon(units={"football pitch": (0.714, "ha")})


def articles(*texts, days=(4, 4, 4)):
    return [
        Article(id=f"text-{n}", text=text, source=f"Paper {n}", published=date(2026, 3, day))
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]


def told(texts, settings=None, days=(4, 4, 4)):
    return [(finding.verdict, finding.rule) for finding in check(articles(*texts, days=days), settings).findings]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The mill furloughed 340 workers on Monday.", "340"),
        ("At the mill, 340 miners were furloughed on Monday.", "340"),
        ("The mill announced 340 furloughs on Monday.", "340"),
        ("At the mill, 340 are on leave.", "340"),
    ],
)
def test_an_own_outcome_is_read_in_every_voice(text, number):
    (plain,), (own,) = (extract_claims(articles(text), s) for s in (None, Settings(lexicon=Lexicon((FURLOUGH,)))))
    assert plain.measure.key != "furloughed"
    assert (own.measure.key, own.quantity.surface) == ("furloughed", number)


def test_an_own_noun_is_counted_under_another_name():
    given = articles(
        "Flu on a farm in Orr: 12,400 hens fell ill.", "Flu on a farm in Orr: 15,700 young birds fell ill."
    )
    assert [claim.measure.key for claim in extract_claims(given)] == ["hen", "bird"]
    assert [claim.measure.key for claim in extract_claims(given, Settings(lexicon=POULTRY))] == ["poultry", "poultry"]


def test_an_own_word_wins_over_that_of_the_package():
    own = Settings(lexicon=Lexicon((OwnOutcome("culled", verbs=("kill",)),)))
    (claim,) = extract_claims(articles("The flu killed 83 on Monday."), own)
    assert claim.measure.key == "culled"


@pytest.mark.parametrize(
    ("words", "value", "bound"),
    [
        ("three football pitches", 2.142, Bound.EXACT),
        ("3 football pitches", 2.142, Bound.EXACT),
        ("one football pitch", 0.714, Bound.EXACT),
        ("more than 10 Football Pitches", 7.14, Bound.MORE_THAN),
    ],
)
def test_an_own_unit_is_multiplied_out(words, value, bound):
    text = f"The fire burned {words} of forest."
    (claim,) = extract_claims(articles(text), Settings(lexicon=PITCH))
    assert claim.quantity.value == pytest.approx(value)
    assert (claim.quantity.unit, claim.quantity.bound, claim.quantity.approximate) == ("ha", bound, True)
    assert text[claim.start : claim.end] == claim.quantity.surface


def test_an_own_unit_is_compared_with_the_known_ones():
    texts = (
        "The fire near Orr burned three football pitches of forest.",
        "The fire near Orr burned 2 hectares of forest.",
    )
    assert told(texts) == []
    assert told(texts, Settings(lexicon=PITCH)) == [(Verdict.AGREE, "values_meet")]


def test_an_own_spelling_is_no_approximation():
    own = Settings(lexicon=Lexicon(units={"stremma": (1.0, "stremma")}))
    (claim,) = extract_claims(articles("The fire burned 40 stremma."), own)
    assert (claim.quantity.value, claim.quantity.unit, claim.quantity.approximate) == (40, "stremma", False)


@pytest.mark.parametrize("size", [(0.0, "ha"), (-1.0, "ha"), (float("inf"), "ha"), (float("nan"), "ha"), (1.0, "")])
def test_a_unit_of_no_size_is_refused(size):
    with pytest.raises(SettingsError, match="pitch"):
        extract_claims([], Settings(lexicon=Lexicon(units={"pitch": size})))


def test_an_own_behaviour_turns_a_fall_into_a_conflict():
    texts = ("The camp near Orr has 940 tents, the mayor said.", "The camp near Orr has 710 tents, the mayor said.")
    assert told(texts, days=(2, 6)) == [(Verdict.UPDATE, "moved")]
    own = Settings(lexicon=Lexicon(behaviours={"tent": "running"}))
    assert told(texts, own, days=(2, 6)) == [(Verdict.CONFLICT, "fall_without_correction")]
    with pytest.raises(SettingsError, match="running, moving, settled"):
        told(texts, Settings(lexicon=Lexicon(behaviours={"tent": "jumping"})), days=(2, 6))


def ward(a, b):
    """Which ward of the town the two sentences name."""
    left, right = (next((w for w in ("north ward", "south ward") if w in c.quote.lower()), "") for c in (a, b))
    return "unnamed" if not left or not right else "same" if left == right else "other"


WARDS = ("The storm killed 12 people in the North Ward of Orr.", "The storm killed 31 people in the South Ward of Orr.")


def test_an_own_part_may_decide_alone():
    claims = extract_claims(articles(*WARDS))
    own = Settings(parts=(OwnPart("ward", ward, {"other": GATE}),))
    assert [len(group.claims) for group in align_claims(claims, Settings(match_weight=-50.0))] == [2]
    assert [len(group.claims) for group in align_claims(claims, Settings(match_weight=-50.0, parts=own.parts))] == [
        1,
        1,
    ]


def test_an_own_part_is_weighed_and_told():
    report = check(articles(*WARDS), Settings(parts=(OwnPart("ward", ward, {"other": 4.5}),)))
    levels = {level.part: level for level in report.compare(report.claims, *report.claims)}
    assert (levels["ward"].name, levels["ward"].weight) == ("other", 4.5)


def embargo(case):
    """A figure of a paper that withdraws what it prints settles nothing."""
    if "Paper 1" not in (case.early.source, case.late.source):
        return None
    return Ruling(Verdict.UNCLEAR, "Paper 1 has withdrawn the story.")


FIRE = ("The fire in Orr on Monday killed 12 people.", "The fire in Orr on Monday killed 31 people.")


def test_an_own_rule_stands_where_it_is_put():
    assert told(FIRE) == [(Verdict.CONFLICT, "same_date")]
    assert told(FIRE, Settings(rules={"embargo": embargo, **RULES})) == [(Verdict.UNCLEAR, "embargo")]
    assert told(FIRE, Settings(rules={**RULES, "embargo": embargo})) == [(Verdict.CONFLICT, "same_date")]


def test_a_table_in_which_no_rule_speaks_is_an_error():
    with pytest.raises(SettingsError, match="no rule speaks"):
        told(FIRE, Settings(rules={"silent": lambda case: None}))


@pytest.mark.parametrize(
    ("tolerance", "expected"),
    [(0.0, "same_date"), (0.05, "same_date"), (0.2, "within_tolerance"), (0.5, "within_tolerance")],
)
def test_a_tolerance_holds_for_its_measure_alone(tolerance, expected):
    texts = ("The march in Orr on Sunday drew 510 people.", "The march in Orr on Sunday drew 590 people.")
    assert [rule for _, rule in told(texts, Settings(tolerances={"people": tolerance}))] == [expected]
    assert told(texts, Settings(tolerances={"deaths": tolerance})) == [(Verdict.CONFLICT, "same_date")]


def test_a_tolerance_of_nothing_changes_nothing():
    texts = ("Fewer than 500 people died in the Orr flood.", "More than 500 people died in the Orr flood.")
    assert told(texts, Settings(tolerances={"deaths": 0.0})) == told(texts)


def test_what_is_own_is_gone_with_the_call():
    own = Settings(lexicon=POULTRY, rules={"embargo": embargo, **RULES}, tolerances={"deaths": 0.9})
    before = check(articles(*FIRE)).to_json()
    check(articles(*FIRE), own)
    assert check(articles(*FIRE)).to_json() == before


def test_what_is_own_travels_to_other_processes():
    own = Settings(
        lexicon=POULTRY, parts=(OwnPart("ward", ward, {"other": GATE}),), rules={"embargo": embargo, **RULES}
    )
    here = check(articles(*FIRE), own)
    there = check(articles(*FIRE), own, engine=LocalEngine(workers=2))
    assert there.to_json() == here.to_json()
    assert [pair.rule for pair in pickle.loads(pickle.dumps(here)).pairs()] == ["embargo"]


def test_each_stage_takes_the_settings():
    own = Settings(lexicon=POULTRY, rules={"embargo": embargo, **RULES})
    claims = extract_claims(articles(*FIRE), own)
    (finding,) = judge_groups(align_claims(claims, own), own)
    assert finding.rule == "embargo"
