"""Equal parts of claims are one object: it is what keeps a large run in memory."""

from dataclasses import fields

from discrepancy import Article, extract_claims

TEXT = "The storm in Lodar killed 31 people. It injured 14 people. The storm in Lodar killed 5 people in March, a mayor said."


def test_equal_parts_are_one_object():
    claims = extract_claims([Article(id=name, text=TEXT) for name in "ab"])
    parts = [claim.measure for claim in claims] + [claim.dates for claim in claims]
    parts += [v for c in claims for f in fields(c.scope) if isinstance(v := getattr(c.scope, f.name), frozenset)]
    assert len(claims) == 6
    # beside those of their stories
    assert len({id(part) for part in parts}) <= len({*parts}) + 1
