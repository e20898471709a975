"""The grammar of dates: which words make a date, tried only where one of its first words can begin."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.extract.dates.feasts import feast_names
from discrepancy.extract.dates.words import ORDINALS

_FULL_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FULL_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH = (
    rf"(?:{_FULL_MONTHS}|{_FULL_MONTHS.upper()}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = rf"(?:{_FULL_DAYS}|{_FULL_DAYS.upper()}|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.)(?!s\b|\w)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[:.,]\d|\s?%|\sper\s?cent|/)"
_DAY_OR_NAMED = rf"(?:{_DAY}|(?:{'|'.join(ORDINALS)})(?=\sof\s))"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d|,\d|\.\d|[-–]\d\d\d(?!\d))"
_SMALL = (
    r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty"
    r"|\d{1,3}|[Aa] few|[Ss]everal|[Aa] couple of)"
)
_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_NTH = r"(?:first|second|third|fourth|final|last(?=[\s-](?:quarter|half)\sof\b)|1st|2nd|3rd|4th)"
_PART = (
    r"(?:(?:[Ee]arly|[Ee]arlier|[Mm]id-?|[Ll]ate|[Ll]ater)[ -]?(?:in\s)?(?:the\s)?"
    r"|(?:[Tt]he\s)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose)\sof\s(?:the\s)?|[Yy]ear[- ]end\s|[Ee]nd-(?:of-)?)"
)
_FEAST = "|".join(re.escape(name).replace("'", "[’']?").replace(r"\ ", r"\s") for name in feast_names())
_PLURAL = (
    r"(?:people|men|women|children|(?!(?:was|is|has|as|its|his|this|across|towards|afterwards|unless|thus)\b)[a-z]+s)\b"
)
# "in October 14 boats burned" counts boats; a day of October has "on" before it
_COUNTED = rf"(?:\s?%|\sper\s?cent|\s(?:[a-zA-Z]+\s)?{_PLURAL}|\s(?:million|billion|thousand|km|in\s(?:ten|\d+)|had|have|were|are|died)\b)"
_NOT_COUNTED = (
    r"(?!(?:(?<=[Ii]n\s)|(?<=[Dd]uring\s)|(?<=[Ee]arly\s)|(?<=[Ll]ate\s)|(?<=mid-)|(?<=end\sof\s)|(?<=months\sto\s))"
    rf"{_MONTH}\s\d\d?{_COUNTED})(?!(?:(?<=mid-)|(?<=[Mm]id\s)|(?<=end\sof\s)){_MONTH}\s\d)"
)
_TIME_OF_DAY = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night))?"

# the order is that of precision: what stands first eats what could begin a shorter date
_RULES = {
    "iso": r"(?P<iso>\d{4}(?P<i_sep>[/.-])(?:0[1-9]|1[0-2])(?P=i_sep)(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    "numeric": r"(?P<numeric>(?:0?[1-9]|[12]\d|3[01])(?P<n_sep>[/.-])(?:0?[1-9]|[12]\d|3[01])(?P=n_sep)(?:\d{4}|\d\d))(?![\d/])",
    "month_day_year": rf"(?P<month_day_year>(?:{_WEEKDAY},?\s)?(?P<mdy_m>{_MONTH})\s(?P<mdy_d>{_DAY}),?\s(?P<mdy_y>{_YEAR}))",
    "day_month_year": rf"(?P<day_month_year>(?:{_WEEKDAY},?\s)?(?:[Tt]he\s)?(?P<dmy_d>{_DAY_OR_NAMED})\s(?:of\s)?(?P<dmy_m>{_MONTH}),?\s(?P<dmy_y>{_YEAR}))",
    "month_year": rf"(?P<month_year>(?P<my_part>{_PART})?(?P<my_m>{_MONTH})(?:,?\s(?:of\s)?(?P<my_y>{_YEAR})|\s[’'](?P<my_yy>\d\d)\b))",
    "month_day": rf"(?P<month_day>(?:(?P<md_w>{_WEEKDAY}),?\s)?(?P<md_a>[Ll]ast\s)?(?P<md_k>[Tt]he\sweek\s(?:of|beginning|starting)\s)?{_NOT_COUNTED}(?P<md_m>{_MONTH})\s(?P<md_d>{_DAY})(?:\s?(?:-|–|to|and)\s?(?P<md_e>{_DAY})(?!\s[a-z]+s\b))?(?:\s(?P<md_r>last|this|next)\syear)?)",
    "day_month": rf"(?P<day_month>(?:(?P<dm_w>{_WEEKDAY}),?\s)?(?P<dm_k>[Tt]he\sweek\s(?:of|beginning|starting)\s)?(?:[Tt]he\s)?(?P<dm_d>{_DAY_OR_NAMED})(?:\s?(?:-|–|to|and)\s?(?:the\s)?(?P<dm_e>{_DAY}))?\s(?:of\s)?(?P<dm_m>{_MONTH})(?:\s(?P<dm_r>last|this|next)\syear)?)(?!\w)",
    "quarter": (
        rf"(?P<quarter>(?:[Tt]he\s)?(?P<q_part>{_PART})?(?P<q_rel>last\syear[’']s\s|this\syear[’']s\s)?(?P<q_f0>[Ff]iscal[\s-])?(?:(?P<q_q>[QH][1-4])(?!\w)|(?P<q_n>{_NTH})[\s-](?P<q_f>fiscal[\s-])?(?P<q_u>quarter|half)(?!s|\w))"
        rf"(?:,?\s(?:of\s|in\s)?(?:(?P<q_fy>fiscal\s(?:year\s)?|FY\s?)?(?P<q_y>{_YEAR})|(?P<q_w>last|this|next|the)\s(?P<q_fy2>fiscal\s)?year))?)"
    ),
    "rel_quarter": r"(?P<rel_quarter>(?P<rq_a>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s(?:latest|current|previous|prior|year-earlier|year-ago)|[Yy]ear-earlier|[Yy]ear-ago)\s(?:fiscal\s)?quarter\b)",
    "season": rf"(?P<season>(?P<s_part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-](?:in\s)?(?:the\s)?)(?:(?P<s_a3>last|this|next)\s)?(?P<s_n3>{_SEASON})(?:\s(?:of\s)?(?P<s_y3>{_YEAR})(?:[-–/]\d\d)?)?|(?P<s_a>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|[Ii]n|[Ss]ince)\s(?:the\s)?(?P<s_n>{_SEASON})(?:\s(?:of\s)?(?P<s_y>{_YEAR})(?:[-–/]\d\d)?)?|(?P<s_n2>{_SEASON})\s(?:of\s)?(?P<s_y2>{_YEAR})(?:[-–/]\d\d)?)\b",
    "weekend": r"(?P<weekend>(?:(?P<we_a>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|[Oo]ver\sthe|[Aa]t\sthe|[Tt]he\spast|[Tt]his\spast|[Tt]his\scoming)\s)(?:long\s|holiday\s|bank\sholiday\s)?weekend)\b",
    "ago": (
        rf"(?P<ago>(?:[Aa]bout\s|[Ss]ome\s|[Mm]ore\sthan\s|[Nn]early\s|[Aa]lmost\s|[Oo]ver\s)?(?P<a_h>[Hh]alf\s)?(?:(?P<a_n0>{_SMALL})(?:-|–|\s(?:to|or)\s))?(?P<a_n>{_SMALL})(?:[\s-])(?P<a_u>hour|{_UNIT})s?[\s-]"
        r"(?P<a_w>ago|earlier|previously|later|from\snow|(?:before|after)(?=[.,;:)’”\"]|$))(?:[\s-]quarter|[\s-]period)?)(?!\w)"
    ),
    "span": rf"(?P<span>(?:[Tt]he\s|[Ii]n\s|[Oo]ver\s|[Ff]or\s|[Dd]uring\s)?(?:the\s)?(?P<sp_a>past|last|next|previous|coming)\s(?:(?:(?P<sp_n0>{_SMALL})(?:-|–|\s(?:to|or)\s))?(?P<sp_n>{_SMALL})\s)(?P<sp_u>hour|{_UNIT})s(?!\sof\s(?:{_MONTH})))\b",
    "unit": rf"(?P<unit>(?P<u_part>{_PART})?(?P<u_a>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s(?:past|last|previous|current|coming|following|same|prior|next)|[Pp]ast|[Pp]revious|[Cc]urrent|[Tt]hat|[Tt]he\sfull)\s(?P<u_f>fiscal\s|calendar\s|financial\s)?(?P<u_u>week|fortnight|month|year|decade|century)(?![-\w]))",
    "same_unit": (
        r"(?P<same_unit>[Tt]he\s(?P<su_s>same|corresponding|equivalent|comparable)\s(?P<su_u>period|day|week|month|quarter|half|months)"
        rf"(?:\s(?:of|in))?\s(?:(?P<su_y>{_YEAR})|(?P<su_l>last\syear|the\s(?:previous|prior)\syear|an?\syear\s(?:earlier|ago|before)|the\syear\sbefore)))\b"
    ),
    "this_unit": (
        r"(?P<this_unit>(?:(?<=[Ii]n\s)|(?<=[Dd]uring\s)|(?<=[Oo]ver\s)|(?<=[Tt]hroughout\s)|(?<=[Ff]or\s))the\s(?:full\s|whole\s|entire\s)?(?P<th_u>year|month|quarter))"
        r"(?=[.,;:)]|\s(?:as\sa\swhole|and|but|was|were|is|as|with|from|said)\b|$)"
    ),
    "part_unit": (
        r"(?P<part_unit>(?:[Tt]he\s)?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose)\sof\s(?:the\s)?(?P<pu_u>week|month|quarter|year)"
        r"|(?:[Mm]id|(?P<pu_u2>[Yy]ear|[Mm]onth|[Qq]uarter))(?:[’']s)?[\s-](?:[Ee]nd|year))(?![-\w])"
    ),
    "first_units": (
        rf"(?P<first_units>(?:[Tt]he\s)?(?P<fu_a>[Ff]irst|[Ll]ast|[Ff]inal)\s(?P<fu_n>{_SMALL})\s(?P<fu_u>week|month|quarter)s\sof\s"
        rf"(?:(?P<fu_y>{_YEAR})|(?P<fu_w>the|this|last)\syear))(?![-\w])"
    ),
    "month_weeks": (
        rf"(?P<month_weeks>(?:[Tt]he\s)?(?P<mw_a>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)\s(?:(?P<mw_n>{_SMALL})\s)?(?P<mw_u>day|week|weekend)s?\s"
        rf"of\s(?P<mw_m>{_MONTH})(?:,?\s(?P<mw_y>{_YEAR}))?)(?!\w)"
    ),
    "unit_before": r"(?P<unit_before>[Tt]he\s(?P<ub_u>week|month|quarter|year)\s(?:(?P<ub_l>before\slast)\b|(?:before|earlier)(?=[.,;:)’”\"]|$)))",
    "to_date": r"(?P<to_date>(?:[Ss]o\sfar\s)?(?P<td_a>this)\s(?P<td_u>year|month|week)|[Yy]ear[\s-]to[\s-]date|[Tt]he\syear\sso\sfar)\b",
    "fiscal": rf"(?P<fiscal>(?:[Tt]he\s)?(?:(?P<f_y>{_YEAR})(?P<f_to>[-–/]\d\d(?:\d\d)?)?\s(?:fiscal|financial)\syear|(?:(?:[Ff]iscal|[Ff]inancial\syear|[Ff]iscal\syear)\s|FY\s?)(?P<f_y2>{_YEAR})(?P<f_to2>[-–/]\d\d(?:\d\d)?)?(?!\d)|FY\s?[’']?(?P<f_yy>\d\d)\b))",
    "feast": rf"(?P<feast>(?P<fe_a>[Ll]ast\s|[Nn]ext\s)?(?P<fe_n>{_FEAST})(?:,?\s(?P<fe_y>{_YEAR}))?)(?!\w)",
    "month": rf"(?P<month>(?P<m_part>{_PART})?(?P<m_a>[Ll]ast\s|[Tt]his\s|[Nn]ext\s|[Pp]ast\s|[Tt]hat\s(?!may\b))?(?P<m_m>{_MONTH})(?:\s(?P<m_r>last|this|next)\syear)?)(?!\w|[’']?\d|\s[0-3]?\d(?!\d|[.,]\d|{_COUNTED}))",
    "weekday": rf"(?P<weekday>(?P<w_a>(?:[Tt]his\s|[Tt]he\s)?(?:[Ll]ast|[Pp]ast)\s|(?:[Tt]his\s|[Tt]he\s)?(?:[Nn]ext|[Cc]oming)\s|[Tt]his\s|[Tt]he\sfollowing\s)?(?:[Oo]vernight\s(?:on|into|from)\s)?(?P<w_d>{_WEEKDAY}){_TIME_OF_DAY}(?:\s(?P<w_w>last|next)\sweek|\sof\s(?P<w_o>last|this|next)\sweek)?)",
    "today": r"(?P<today>(?P<t_w>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\snight|(?:[Tt]he\s)?day\s(?:before\syesterday|after\stomorrow))(?:[’']s\b)?(?:\s(?:morning|afternoon|evening|night))?)\b",
    "day_before": r"(?P<day_before>[Tt]he\s(?:previous\s(?:day|night|evening)|(?:day|night|evening)\s(?:before|earlier)))(?=[.,;:)’”\"]|$)",
    "day_after": r"(?P<day_after>(?:[Tt]he\s(?P<da_n>next|following)|(?:(?:[Ee]arlier|[Ll]ater)\s)?(?:[Tt]hat|(?:[Tt]he\s)?[Ss]ame))\s(?:day|night|morning|afternoon|evening))\b(?!\sor\b)",
    "decade": r"(?P<decade>(?P<d_part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:[Tt]he\s)?(?:(?P<d_y>1[5-9]\d0|20\d0)[’']?s|[’'](?P<d_yy>\d0)s|(?P<d_w>[Tt]wenties|[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies|[Ee]ighties|[Nn]ineties)))(?!\w)",
    "century": r"(?P<century>(?P<c_part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:[Tt]he\s)?(?P<c_n>\d\d?)(?:st|nd|rd|th)[\s-][Cc]entury)\b",
    "nth_day": r"(?P<nth_day>[Tt]he\s(?P<nd_d>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?:\sof\s(?P<nd_m>the|this|last|next|that)\smonth)?)(?!\w)",
    "year": rf"(?P<year>(?P<y_part>{_PART})?(?P<y_y>{_YEAR})(?P<y_to>[-–/](?:\d\d|(?:19|20)\d\d)(?![\d/–-]))?)(?![\w%’']|\s?(?:%|percent|per\scent))",
}
# A date is sought where one of its words stands, and where words that lead to one stand before it without a break: the
# grammar itself is tried at one word in twenty.
_KEYS = (
    "day|hour|week|fortnight|month|quarter|period|year|end$|decade|centur|half|spring|summer|autumn|fall|winter|fiscal|financial|today|tomorrow|tonight|yesterday|overnight"
    "|morning|afternoon|evening|night|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
)
_TAILS = "days|months|quarters|years|(?:hour|week|fortnight|period|decade|centur|morning|afternoon|evening|night)[a-z]*"
_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Q$|H$|FY"
_NAMES += "".join(f"|{first}" for first in sorted({re.split(r"\W", name)[0] for name in feast_names()}))
_LEADS = (
    "a|about|almost|an|at|beginning|close|coming|current|during|early|earlier|eight|eleven|fifteen|fifth|final|first|five|for|four|fourth|in|late|later"
    "|last|mid|middle|more|nearly|next|nine|one|over|past|previous|second|seven|several|since|six|so|some|start|ten|that|the|third|thirty|this|three"
    "|same|twelve|twenty|two"
)
_LEADS += "".join(f"|{name}" for name in ORDINALS if "-" not in name)
_BETWEEN = "and|bank|calendar|comparable|corresponding|couple|entire|equivalent|far|few|following|full|holiday|latest|long|nd|of|or|prior|rd|same|st|th|than|to|whole"
_KEY = re.compile(rf"\d{{4}}$|\d+\D|['’]|(?i:{_KEYS})|{_NAMES}|{_NAMES.upper()}")
_TAIL = re.compile(_TAILS, re.IGNORECASE)  # a date ends in one of these, and begins before it
_LEAD = re.compile(rf"\d{{1,3}}|{_LEADS}", re.IGNORECASE)
_INNER = re.compile(_BETWEEN, re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z]+|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[/.-]\d{1,2}[/.-](?=\d)|\d+|['’](?=\d)")
# the ends of dates that a hyphen joins to the next ("January-March", "Nov. 30-Dec. 2", "Monday-to-Friday")
_ENDS = "|".join(f"(?<={end}-)" for end in r"day uary arch pril May June July gust mber ober \. to through".split())
_BEFORE = rf"(?:(?<![\w$€£¥.,/-])|(?<=\d{{4}}[-–])|(?<=post-)|(?<=mid-)|(?<=pre-)|(?<=/)(?=[QH]\d)|(?:{_ENDS})(?=\d|{_MONTH}|{_WEEKDAY})|(?<=\d-)(?={_MONTH}))"
_OF_DIGITS = frozenset(
    ["iso", "numeric", "day_month_year", "day_month", "quarter", "ago", "fiscal", "decade", "century", "year"]
)
_ONLY_OF_DIGITS = frozenset(["iso", "numeric"])


@cache
def _grammar(of_digits: bool) -> re.Pattern[str]:
    """The rules of what begins with a digit, or of what begins with a word, as one pattern; compiled at the first use."""
    kinds = _OF_DIGITS if of_digits else _RULES.keys() - _ONLY_OF_DIGITS
    return re.compile(rf"{_BEFORE}(?:{'|'.join(rule for kind, rule in _RULES.items() if kind in kinds)})")


_FIELDS = {kind: tuple(re.findall(r"\(\?P<(\w+)>", rule)) for kind, rule in _RULES.items()}
_ZONES = r"(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]T|IST|HKT|JST|AES?T|SGT|MSK)\b"
# the first digit leads, and looks back from behind it: so that the engine leaps from digit to digit
_CLOCK = re.compile(
    r"\d(?:(?<![\w$€£.,:]\d)\d?(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|(?:hours\s)?" + _ZONES + r")"
    r"|(?<=[0-2])(?<![\w$€£.,:]\d)\d[0-5]\d\s?(?:(?:hours|hrs|local\stime)\b|(?=\([0-2]\d[0-5]\d\s"
    + _ZONES
    + r")|"
    + _ZONES
    + r")"
    r"|(?<![\w:$]\d)\d?:\d\d(?::\d\d)?(?![\d:]))"
)


class Mention(NamedTuple):
    """A date of a text, not yet resolved.

    Attributes:
        start: Where it starts.
        end: Where it ends, half-open.
        kind: The rule that read it: "weekday", "month_day", "ago" …
        fields: The named parts of the rule that are present.
        ends: For a window of two dates: the date that opens it and the one that closes it.
    """

    start: int
    end: int
    kind: str
    fields: dict[str, str]
    ends: tuple["Mention", ...] = ()

    @property
    def is_length(self) -> bool:
        """Whether it counts two units of time or more: a length as well as a date ("17 years ago", "the past 8 weeks").

        Not where it counts quarters: "three quarters" is no length.
        """
        if (self.fields.get("a_u") or self.fields.get("sp_u")) == "quarter":
            return False
        count = (self.fields.get("a_n") or self.fields.get("sp_n") or "").lower()
        return count.isalnum() and count not in ("", "a", "an", "one", "1", "several")

    @property
    def closed(self) -> tuple[tuple[int, int], ...]:
        """Where no figure can stand: its words, unless they count a length of time, which is a figure beside the date."""
        if self.ends:
            return tuple(span for end in self.ends for span in end.closed)
        return () if self.is_length else ((self.start, self.end),)


def scan(text: str) -> Iterator[Mention]:
    """Yield what reads as a date, in order."""
    end = 0
    for at in _spots(text):
        if at < end:
            continue
        match = _grammar(not text[at].isalpha()).match(text, at)
        kind = match and match.lastgroup  # the group of a rule closes last
        if match and kind:
            end = match.end()
            fields = {name: value for name in _FIELDS[kind] if (value := match[name]) is not None}
            yield Mention(at, end, kind, fields)


def _spots(text: str) -> Iterator[int]:
    """Where a date may begin, in order."""
    leads: list[int] = []
    for word in _WORDS.finditer(text):
        role = _role(word.group())
        if role == "lead":
            leads.append(word.start())
        elif role in ("key", "tail"):
            yield from leads
            leads.clear()
            if role == "key":
                yield word.start()
        elif not role:
            leads.clear()


@lru_cache(maxsize=16384)
def _role(word: str) -> str:
    """What a word or number may be in a date: its own ("key"), its last ("tail"), what leads to one ("lead"), what stands between ("inner")."""
    if _KEY.match(word):
        return "tail" if _TAIL.fullmatch(word) else "key"
    if _LEAD.fullmatch(word):
        return "lead"
    return "inner" if _INNER.fullmatch(word) else ""


def clock_times(text: str) -> list[tuple[int, int]]:
    """Spans of clock times ("5 p.m.", "11:30", "0900 GMT")."""
    return [match.span() for match in _CLOCK.finditer(text)]
