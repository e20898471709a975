"""Digits that are codes, not amounts: clock times, telephone and account numbers, scores, list numbers, versions."""

import re

_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?::\d\d\b|\.\d\d\s?[ap]\.?m\b|\s?[ap]\.?m\.?(?![\w])|\s?[ap]\.\sm\.|\s?o[’']clock\b|\s(?:GMT|UTC|EST|EDT|CET|IST|BST|ET)\b)",
    re.IGNORECASE,
)
_HOUR_MINUTE = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_HOURS_BEFORE = re.compile(r"(?:(?:^|\n)\s*|\b(?:at|by|until|till|since)\s)$", re.IGNORECASE)
_HOURS_AFTER = re.compile(r"\s(?:on|this|in the|yesterday|today|local|[A-Z])|\s?[,.;\n]|\s?$")
_OPENING = re.compile(r"\bfrom\s$", re.IGNORECASE)
_OPENING_AFTER = re.compile(r"\sto\s(?:[1-9]|1\d|2[0-4])(?:[.,;](?!\d)|$)")
_CLOSING_BEFORE = re.compile(r"\bfrom\s(?:[1-9]|1\d|2[0-4])\sto\s$", re.IGNORECASE)
_CLOSING_AFTER = re.compile(r"[.,;](?!\d)|$")
_MOVED_FROM = re.compile(r"\b(?:rose|fell|went|up|down|grew|rise|fall)\w*\sfrom\s")
_NO_BLANKS = str.maketrans("", "", " \u00a0\u2009\u202f")
_LIST_SIGN = re.compile(r"[.)]\s")
_SCORE_CONTEXT = re.compile(
    r"\b(?:win|wins|won|beat|beats|beating|victory|defeat|defeated|lose|lost|loss|draw|drew|lead|led|score|set|sets|vote|voted|ruling|decision|record)\b",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s?[-–]\s?(\d{1,3})(?![\d,.]*\d|%|\s?(?:per|m|k|b)\b)")
_TRAILING = re.compile(r"(?<![\d,.])(\d{1,3})\s?[-–]\s?$")
_PHONE = re.compile(r"[\s.-]?\(?\d{3}\)?[\s.-]\d{3,4}\b")
_MORE_GROUPS = re.compile(r"[ -]\d{4}\b|-0\d|-\d-\d|\s\d{3,4}\s\d{3,4}\b|\)\s\d{3}-")
_GROUPS_BEFORE = re.compile(r"(?:\d{3}[-. )]\s?|\b\d{2,4}\s\d{4}\s|\b\d{4}\s|\b0\d{1,4}\s|-\d-|(?<![\d-])\d-)$")
_CASE = re.compile(r"-[A-Z]{1,3}\d")
_LIST_ITEM = re.compile(r"(?:^|\n)[ \t]*$")
_VERSION = re.compile(r"\.\d+\.")
# a place on the globe: "51.5° N", "51°30′ N", "12.5 degrees north"
_GLOBE = re.compile(
    r"\s?(?:[°º]|degrees?\b)\s?(?:\d{1,2}(?:\.\d{1,4})?\s?[′’']\s?)?(?:\d{1,2}(?:\.\d{1,4})?\s?[″”\"]\s?)?"
    r"(?:[NSEW]\b|(?:north|south|east|west)(?:ern)?\b|(?:of\s)?(?:latitude|longitude)\b)"
)
_SLASHED = re.compile(r"\d\s?/\s?$")
_CALIBRE = re.compile(r"[ -](?:gauge|caliber|calibre)\b")
_SLASH = re.compile(r"\s?/\s?\d")


def code_of(text: str, start: int, end: int, unit: str) -> str:
    """What code the digits at [start, end) are, "" where they are an amount.

    Args:
        text: The article's text.
        start: Offset of the digits.
        end: Their end, half-open.
        unit: The unit behind them, "" for none: a score or a telephone number has none.

    Returns:
        The name of the rule: "ordinal", "clock time", "telephone" …
    """
    before, after = text[max(0, start - 24) : start], text[end : end + 48]
    digits = text[start:end]
    if _ORDINAL.match(after):
        return "ordinal"
    if _CLOCK.match(after) or before.endswith(":"):
        return "clock time"
    if (
        _VERSION.match(after)
        or (digits[0] == "." and before[-1:].isdigit())
        or (before[-1:] == "." and before[-2:-1].isdigit())
    ):
        return "version"
    if _SLASH.match(after) or _SLASHED.search(before):
        return "fraction or date"
    if _GLOBE.match(after) or before.endswith("°"):
        return "place on the globe"
    if before.endswith(("#", "@", "№", "No. ", "no. ", "Nos. ", "nos. ", "No ")):
        return "number of a thing"
    if unit:
        return ""
    if _CALIBRE.match(after):
        return "name"
    if _HOUR_MINUTE.fullmatch(digits) and _HOURS_BEFORE.search(before) and _HOURS_AFTER.match(after):
        return "clock time"
    # a look ahead is cheap, a search behind is not
    if (_OPENING_AFTER.match(after) and _OPENING.search(before)) or (
        _CLOSING_AFTER.match(after) and _CLOSING_BEFORE.search(before)
    ):
        return "" if _MOVED_FROM.search(text, max(0, start - 40), start) else "opening hours"
    grouped = digits.translate(_NO_BLANKS)
    if grouped.isdigit() and _is_telephone(grouped, before, after):
        return "telephone"
    if _CASE.match(after):
        return "name"
    if _LIST_SIGN.match(after) and _LIST_ITEM.search(before):
        return "list number"
    return "score" if digits.isdigit() and _is_score(text, start, digits, before, after) else ""


def _is_telephone(digits: str, before: str, after: str) -> bool:
    """Digits in groups that group no thousands, or behind a zero or a plus."""
    if before[-1:] == "+" or (len(digits) > 1 and digits[0] == "0"):
        return True
    if before[-1:] in "-." and before[-2:-1].isdigit() and after[:1] in "-." and after[1:2].isdigit():
        return True
    if len(digits) >= 3 and (_PHONE.match(after) or _MORE_GROUPS.match(after)):
        return True
    if after[:1] != "-" and _MORE_GROUPS.match(after):
        return True
    grouped = before.rstrip().rstrip("-. )")[-1:].isdigit()
    return len(digits) >= 3 and grouped and _GROUPS_BEFORE.search(before) is not None


def _is_score(text: str, start: int, digits: str, before: str, after: str) -> bool:
    """Two small numbers with a dash: equal or falling, or where the words are those of a contest."""
    dashed = _DASHED.match(after)
    trailing = _TRAILING.search(before) if before.rstrip()[-1:] in ("-", "–") else None
    if not dashed and not trailing:
        return False
    left, right = (digits, dashed.group(1)) if dashed else (trailing.group(1) if trailing else "", digits)
    if left.isdigit() and right.isdigit() and int(left) >= int(right) and len(left) <= 2:
        return True
    return _SCORE_CONTEXT.search(text[max(0, start - 60) : start + 60]) is not None
