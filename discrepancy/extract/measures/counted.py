"""Counts: what a figure without a unit counts, by its noun, its outcome, or what it hangs on."""

from dataclasses import replace

from discrepancy.extract.measures.frames import Before, Frame, is_aside
from discrepancy.extract.measures.governors import TOTALS
from discrepancy.extract.measures.kinds import kind_of
from discrepancy.extract.measures.lexicon import people, singular
from discrepancy.extract.measures.outcomes import Outcome, nearest_outcome, tied_outcome
from discrepancy.extract.measures.phrases import CONTAINERS, Phrase, past_figure, phrase_at, phrase_before
from discrepancy.extract.measures.words import is_noun, tag_of
from discrepancy.model import Kind, Measure

_BE = frozenset({"is", "are", "was", "were", "be"})
SAYING = frozenset(
    "say says said put puts gave give gives believe believed speak spoke spoken estimate estimated count counts counted know knew"
    " arrive arrives insist insists insisted claim claims claimed maintain maintains maintained report reports reported expect expects expected expecting forecast predict predicted predicts project projected see sees saw".split()
)
# verbs whose subject is what a bare count counts ("arrivals passed 300"); of any other the count is the object ("the firm hired 300")
_REACHING = frozenset(
    "reach reaches reached reaching hit hits exceed exceeds exceeded top tops topped pass passes passed surpass surpassed total totals"
    " totalled totaled totalling number numbers numbered numbering become became remain remains stand stands stood near nears neared"
    " approach approached cross crossed average averaged equal equals equalled match matched come comes came last lasts lasted".split()
)
GAINS = frozenset({"growth", "gain", "increase", "rise"})
LOSSES = frozenset({"cut", "loss", "fall", "drop", "decline", "decrease", "reduction"})
_QUAKES = frozenset({"quake", "earthquake", "tremor", "temblor", "aftershock", "shock"})
_MEASURING = frozenset({"measured", "measuring", "measures", "registered", "registering"})
# what may stand between the parts of a list
_LISTING = frozenset({",", ":", "including", "among", "along", "together", "with", "plus", "well", "as"})
_CLAUSE = 30  # words over which a bare figure may belong to an outcome of its sentence
_INCLUDING = frozenset({"include", "includes", "included", "comprise", "comprised", "are", "were"})
_INCLUDED = 16  # words over which a list of those included may go on
_MARKS = frozenset({"mark", "barrier", "threshold", "milestone"})  # a figure by itself
_LISTS = frozenset({"list", "register", "roll"})
_ENTRIES = frozenset({"name", "entry"})
_UNNAMED = (("unit",), ("copy",), ("piece",))
DEMONYMS = (
    "ans",
    "ean",
    "ian",
    "ese",
    "ish",
    "nis",
    "qis",
)  # Jamaicans, Korean, Canadian, Portuguese, British, Pakistanis, Iraqis


def count_measure(frame: Frame, before: Before) -> Measure:
    """Read what a count counts.

    Args:
        frame: The count in its sentence.
        before: What the article told before it.

    Example:
        "killing 83 people": deaths; "5,412 houses were destroyed": home, destroyed; "31 of them rifles": rifle.
    """
    if _is_magnitude(frame):
        return Measure("magnitude", "magnitude", kind=Kind.LEVEL)
    carried = before.carried
    kind = kind_of(frame.text, frame.number, "count")
    phrase = _counted_phrase(frame)
    outcome = tied_outcome(frame.words, frame.at, phrase, frame.outcomes)
    if outcome is not None and outcome.only:
        outcome = outcome._replace(persons=False) if _befalls(outcome, frame, phrase) else None
    if phrase.words in _UNNAMED and frame.governor.link == "of" and frame.governor.phrase.words:
        phrase = frame.governor.phrase  # "sales of # units" are sales
    if phrase.words == ("time",) and tag_of(frame.governor.verb) not in ("aux", "adv"):
        return Measure(f"times {frame.governor.verb}".strip(), frame.governor.verb or "time", frozenset(), kind)
    if phrase.words:
        outcome = outcome or _listed_outcome(frame, phrase, carried) or _victims(frame, phrase, before)
        return noun_measure(frame, phrase, outcome, kind, before.last)
    if outcome is None and frame.word(1) == "with":
        outcome = _borne(frame)
    label = frame.governor.phrase
    if (
        outcome is not None
        and frame.governor.link == ":"
        and (people().get(label.head) == "some" or (label.words and not outcome.people))
    ):
        return noun_measure(frame, label, outcome, kind)  # "Children among the dead: #"
    if outcome is not None:
        return _of_outcome(frame, outcome, carried, kind)
    if "aboard" in (frame.word(1), frame.word(2)):
        return Measure("people aboard", "people", frozenset(), kind)
    if frame.word(1) == "of" and frame.word(2) in ("them", "whom", "which", "these", "those"):
        return _of_part(frame, carried, kind)
    return _of_nothing(frame, before, kind)


def _befalls(outcome: Outcome, frame: Frame, phrase: Phrase) -> bool:
    """Whether an outcome that needs a noun of people, or of one family, beside it has one ("added # workers")."""
    return (
        bool(_kin(frame, phrase)) if outcome.only == "people" else frame.vocabulary.key_of(phrase.head) == outcome.only
    )


def _borne(frame: Frame) -> Outcome | None:
    """Such as "31 with burns and two with the loss of a life": the outcome noun that a figure has with it."""
    near = (frame.outcomes.get(k) for k in range(frame.at + 2, min(len(frame.words), frame.at + 5)))
    return next((outcome for outcome in near if outcome and outcome.role == "noun" and outcome.people), None)


def _is_magnitude(frame: Frame) -> bool:
    """Such as "of magnitude 6.4", "put its magnitude at 5.9", "measuring 5.6 on the Richter scale"."""
    told = frame.governor
    if "magnitude" in (told.phrase.head if told.link in ("label", "of", ":") else "", *frame.phrase.words[:1]):
        return True
    if told.phrase.head == "magnitude" and not frame.phrase.words and (told.link != "verb" or told.verb in _BE):
        return True
    if told.phrase.head in _QUAKES and told.verb in _MEASURING and not frame.phrase.words:
        return True
    return any(word.text == "richter" for word in frame.words[frame.at + 1 : frame.at + 6])


def _listed_outcome(frame: Frame, phrase: Phrase, carried: Measure | None) -> Outcome | None:
    """Such as "killed 60 suspects and four officers": people listed directly behind others share their outcome."""
    if not _kin(frame, phrase):
        return None
    first = frame.at - 1 - 2 * (frame.word(-2) == "of" and frame.word(-1) in ("whom", "which", "them"))
    k = first
    while k >= max(0, frame.at - 8) and (
        frame.words[k].tag in ("conj", "adv", "det") or frame.words[k].text in _LISTING
    ):
        k -= 1
    if k < 0 or k == frame.at - 1:
        return None
    if frame.words[k].text in SAYING:  # "64 people died, police said: 60 suspects"
        k = next((j for j in range(k, max(-1, k - 8), -1) if frame.words[j].text == ","), k)
    reach = 9 if any(word.text == "including" for word in frame.words[k + 1 : frame.at]) else 5
    if carried is None or not any(w.tag == "figure" for w in frame.words[max(0, k - reach) : k + 1]):
        return None
    return _as_outcome(frame, carried.key)


def _victims(frame: Frame, phrase: Phrase, before: Before) -> Outcome | None:
    """Such as "the dead include # children", "among the victims were # women": the outcome of those of whom they are a part.

    Victims are the dead where an article has counted dead, else those whom it has counted as injured.
    """
    told = next((key for key in ("deaths", "injured") if key in before.outcomes), "")
    if phrase.head == "victim":
        return _as_outcome(frame, told)
    if not _kin(frame, phrase):
        return None
    verb = next(
        (k for k in range(frame.at - 1, max(-1, frame.at - _INCLUDED), -1) if frame.words[k].text in _INCLUDING), -1
    )
    if verb < 1 or any(frame.words[k].tag in ("verb", "ed", "rel") for k in range(verb + 1, frame.at)):
        return None
    among = any(frame.words[k].text == "among" for k in range(max(0, verb - 4), verb))
    if frame.words[verb].text in _BE and not among:
        return None
    if singular(frame.words[verb - 1].text) == "victim":
        return _as_outcome(frame, told)
    outcome = next(
        (o for o in (frame.outcomes.get(k) for k in range(max(0, verb - 4), verb)) if o and o.stop == verb), None
    )
    return outcome if outcome is not None and outcome.people else None


def _as_outcome(frame: Frame, key: str) -> Outcome | None:
    """The outcome of a key, as if its words stood at the figure; None where it is no outcome of people."""
    row = frame.vocabulary.suffered(key)
    return Outcome(frame.at, frame.at, row.key, row.role, True) if row else None


def _counted_phrase(frame: Frame) -> Phrase:
    """The phrase behind a count; of "thousands of job cuts" what stands behind "of"; none of "the # mark", "a list of # names"."""
    if frame.word(1) == "of" and frame.word(2) not in ("them", "whom", "which"):
        at = past_figure(frame.words, frame.at + 2)  # "39 of the 47 counties" counts counties
        inner = phrase_at(frame.words, at, many=True)
        if inner.words and not (frame.vocabulary.outcome_of(inner.head)[0] and inner.words == (inner.head,)):
            return inner
        return Phrase()
    phrase = frame.phrase
    if len(phrase.words) == 1 and phrase.head in _MARKS | (
        _ENTRIES if frame.governor.phrase.head in _LISTS else frozenset()
    ):
        return Phrase()
    return phrase


def noun_measure(
    frame: Frame, phrase: Phrase, outcome: Outcome | None, kind: Kind, last: Measure | None = None
) -> Measure:
    """The measure of a figure with its noun: the outcome where people suffer it, else the noun, narrowed by outcome and adjectives.

    Args:
        frame: The figure in its sentence.
        phrase: The noun that it counts or is a share of.
        outcome: What grammar says happened to it, None where it says nothing.
        kind: The kind of the measure.
        last: The measure of the figure before it in its sentence.
    """
    head, narrow = phrase.head, frozenset(w for w in phrase.words[:-1] if w not in CONTAINERS)
    key, role = _named_outcome(frame, phrase) or frame.vocabulary.outcome_of(head)
    if key and (
        role == "noun" or outcome is None or outcome.key == key or outcome.at < frame.at
    ):  # "Casualties: 31 dead"
        return Measure(phrase.text, key, frozenset(w for w in narrow if people().get(w) != "any"), kind)
    kin = _kin(frame, phrase)
    if outcome is not None and outcome.people and (kin or not outcome.persons):
        return Measure(phrase.text, outcome.key, narrow | ({head} if kin != "any" else frozenset()), kind)
    if (
        kin == "any" and outcome is None and frame.governor.link == ":"
    ):  # "The number of arrests is the same: 113 people"
        outcome = _last_before(frame, frame.at - 1, 10)
        if outcome is not None:
            return Measure(phrase.text, outcome.key, narrow, kind)
    if kin == "any" and outcome is None and (loose := nearest_outcome(frame.words, frame.at, frame.outcomes)):
        return Measure(phrase.text, loose.key, narrow, kind)
    extra = frozenset({outcome.key}) if outcome is not None else frozenset()
    if kin == "any":
        return Measure(phrase.text, frame.vocabulary.families.get(head, "people"), narrow | extra, kind)
    if (
        kin
        and last is not None
        and frame.vocabulary.is_outcome(last.key)
        and frame.word(-1) == "or"
        and frame.governor.link == "same"
    ):
        return Measure(phrase.text, last.key, narrow, kind)  # "a turnout of 65%, or # voters"
    key, narrow = _key_of(frame, phrase)
    if key == "job" and frame.governor.link == "of" and frame.governor.phrase.head in LOSSES:
        key = "laid off"  # "a reduction of # posts"
    return Measure(phrase.text, key, narrow | extra, kind)


def _last_before(frame: Frame, at: int, reach: int) -> Outcome | None:
    """The last outcome of people that begins before a position, over so many words at most."""
    before = (frame.outcomes.get(k) for k in range(at - 1, max(-1, at - reach), -1))
    return next((outcome for outcome in before if outcome and outcome.people and not outcome.only), None)


def _named_outcome(frame: Frame, phrase: Phrase) -> tuple[str, str] | None:
    """Key and role of the outcome that the last words of a phrase name together ("job cuts"), None where none do."""
    for k in range(phrase.start, phrase.stop - 1):
        if (outcome := frame.outcomes.get(k)) and outcome.role == "noun" and outcome.stop == phrase.stop:
            return outcome.key, outcome.role
    return None


def _kin(frame: Frame, phrase: Phrase) -> str:
    """Whether a noun is a people word: "any", "some", "" for none; who is called by a country is one of "some"."""
    if role := people().get(phrase.head):
        return role
    word = frame.words[phrase.stop - 1]
    return "some" if word.name and word.text.endswith(DEMONYMS) else ""


def _of_outcome(frame: Frame, outcome: Outcome, carried: Measure | None, kind: Kind) -> Measure:
    """A bare count with an outcome: "killing 83"; "176 destroyed" counts what the figure before it counted."""
    if not outcome.people and carried is not None and not frame.vocabulary.outcome_of(carried.key)[0]:
        return Measure(carried.text, carried.key, frozenset({outcome.key}), kind)
    return Measure(outcome.key, outcome.key, frozenset(), kind)


def _of_part(frame: Frame, carried: Measure | None, kind: Kind) -> Measure:
    """Such as "31 of them rifles", "13 of them with injuries", "four of whom were in uniform": a part of what was counted before."""
    k = frame.at + 3
    while k < min(len(frame.words), frame.at + 8) and frame.words[k].tag in ("aux", "adv", "prep", "det"):
        k += 1
    if carried is not None and any(word.text in ("no", "not", "never") for word in frame.words[frame.at + 3 : k]):
        return replace(carried, kind=kind)  # "12 of them did no harm"
    phrase = phrase_at(frame.words, k, many=False)
    key, _ = frame.vocabulary.outcome_of(phrase.head)
    if key:
        return Measure(phrase.text, key, frozenset(), kind)
    predicate = k == frame.at + 4 and frame.words[frame.at + 3].text in _BE and frame.words[phrase.stop - 1].plural
    if phrase.words and (carried is None or phrase.head not in people()) and (k == frame.at + 3 or predicate):
        return Measure(phrase.text, frame.vocabulary.key_of(phrase.head), frozenset(phrase.words[:-1]), kind)
    if carried is None:
        return Measure(phrase.text, phrase.head, frozenset(phrase.words[:-1]), kind)
    told = frozenset(
        phrase.words or ([frame.words[k].text] if k < len(frame.words) and frame.words[k].tag == "adj" else [])
    )
    return Measure(phrase.text or carried.text, carried.key, told, kind)


def _of_nothing(frame: Frame, before: Before, kind: Kind) -> Measure:
    """A bare count: what it hangs on, the figure before it, an outcome near it, or the sentence before."""
    told, carried, last = frame.governor, before.carried, before.last
    for word in reversed(told.phrase.words):
        if (key := frame.vocabulary.outcome_of(word)[0]) and told.link != "(":
            return Measure(key, key, frozenset(), kind)
    behind = frame.outcomes.get(told.phrase.stop) if told.phrase.words else None
    if behind is not None and behind.people:  # "the number of people killed rose to 17"
        return Measure(behind.key, behind.key, frozenset(), kind)
    if told.link == "same" and carried is not None:
        return replace(carried, kind=kind)
    if last is not None and is_aside(frame):
        return replace(last, kind=kind)
    if (whole := _whole(frame)).words:
        return noun_measure(frame, whole, _outcome_behind(frame, whole), kind)
    loose = nearest_outcome(frame.words, frame.at, frame.outcomes)
    if loose is not None:
        return Measure(loose.key, loose.key, frozenset(), kind)
    if frame.word(1) in ("others", "more") and carried is not None:
        return replace(carried, kind=kind)
    named = told.phrase
    if frame.word(1) in _BE and (predicate := phrase_at(frame.words, frame.at + 2, many=False)).words:
        if carried is None:
            return Measure(
                predicate.text, frame.vocabulary.key_of(predicate.head), frozenset(predicate.words[:-1]), kind
            )
        return Measure(predicate.text, carried.key, frozenset(predicate.words), kind)
    if not any(word.tag == "figure" for word in frame.words[: frame.at][-_CLAUSE:]):
        outcome = _last_before(frame, frame.at, _CLAUSE)  # "how many have died is open; it may be #"
        if outcome is not None and not _names_a_count(frame, named):
            return Measure(outcome.key, outcome.key, frozenset(), kind)
    if carried is not None and not _names_a_count(frame, named):
        return replace(carried, kind=kind)
    if told.verb in SAYING or (told.link == "verb" and told.verb not in _REACHING | _BE):
        return Measure(named.text, "", frozenset(), kind)  # "the firm hired #": its subject is not what is counted
    noun = named if named.words else phrase_before(frame.words, frame.at)
    if told.link == "(":
        return Measure(noun.text, "", frozenset(noun.words), kind)  # "mining (128)": where, not what
    if told.link == ":" and noun.words:
        return noun_measure(frame, noun, _outcome_behind(frame, noun), kind)
    key, narrow = _key_of(frame, noun)
    return Measure(noun.text, key if is_noun(key) or frame.vocabulary.is_outcome(key) else "", narrow, kind)


def _key_of(frame: Frame, noun: Phrase) -> tuple[str, frozenset[str]]:
    """Key and qualifiers of a counted noun; growth in jobs and gains of jobs are jobs, losses and cuts are jobs lost and cut."""
    *narrow, head = [word for word in noun.words if word not in CONTAINERS or word == noun.head] or [""]
    if narrow and head in GAINS:
        return frame.vocabulary.key_of(narrow[-1]), frozenset(narrow[:-1])
    if narrow and head in LOSSES and frame.vocabulary.key_of(narrow[-1]) == "job":
        return "laid off", frozenset(narrow[:-1])
    if narrow and head in LOSSES:
        return frame.vocabulary.key_of(narrow[-1]), frozenset({*narrow[:-1], head})
    return frame.vocabulary.key_of(head), frozenset(narrow)


def _names_a_count(frame: Frame, named: Phrase) -> bool:
    """Whether the phrase a bare count hangs on is the thing counted: no name, no speaker, no mere "number" or "total"."""
    told = frame.governor
    if not named.words or named.head in CONTAINERS or told.verb in SAYING or told.link in ("label", "(", "with"):
        return False
    if told.verb in SAYING or (told.link == "verb" and told.verb not in _REACHING | _BE):
        return False
    return not frame.words[named.stop - 1].name


def _whole(frame: Frame) -> Phrase:
    """What a total told before in the clause is of: "the number of pilgrims who came this year has passed #"."""
    for k in range(frame.at - 1, max(0, frame.at - 25), -1):
        if frame.words[k].tag == "figure" or frame.words[k].text in (";", ":"):
            break
        if frame.words[k].text == "of" and frame.words[k - 1].text in TOTALS:
            return phrase_at(frame.words, k + 1, many=True)
    return Phrase()


def _outcome_behind(frame: Frame, phrase: Phrase) -> Outcome | None:
    """The outcome between a phrase and the figure, if one stands there."""
    between = (frame.outcomes[k] for k in range(phrase.stop, frame.at) if k in frame.outcomes)
    return next((outcome for outcome in between if outcome.people), None)
