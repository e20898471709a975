"""How a figure, a date and a speaker are named in a reason."""

from discrepancy.model import Claim


def figure(claim: Claim) -> str:
    """A claim's figure in words: "more than 110", "10 to 13 percent", "tens of thousands"."""
    return claim.quantity.in_words()


def dated(claim: Claim) -> str:
    """A figure with the day at which it is true: "more than 110 (as of 2 Jan 2026)", "83 (no date)"."""
    day = claim.dates.as_of.in_words() if claim.dates.as_of else ""
    return f"{figure(claim)} ({f'as of {day}' if day else 'no date'})"


def speaker(claim: Claim) -> str:
    """Who gives the figure: the attribution, else the outlet, else the article."""
    return claim.attribution or claim.source or claim.article_id


def sentence(text: str) -> str:
    """Text with a capital first letter and a full stop."""
    return text[:1].upper() + text[1:].rstrip(".") + "."
