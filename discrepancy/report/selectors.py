"""Evidence that another program finds again: W3C Web Annotation selectors and a hash of the text they hold for.

https://www.w3.org/TR/annotation-model/#selectors
"""

import hashlib
import json
from typing import Any

from discrepancy.escape import address, json_safe
from discrepancy.model import Article, Claim
from discrepancy.report.report import Report

_CONTEXT = 32  # characters before and after the figure, by which it is found again in a changed text


def to_annotations(report: Report) -> str:
    """Every claim as a Web Annotation, as one JSON-LD collection.

    The position counts characters (code points) of the article's text, half-open; `sha256` says of which text.
    """
    articles = {article.id: article for article in report.articles}
    annotations = [_annotation(claim, articles[claim.article_id]) for claim in report.claims]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": annotations}
    return json.dumps(json_safe(page), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def selectors(claim: Claim, article: Article) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector of a claim's number."""
    text, start, end = article.text, claim.start, claim.end
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start],
            "suffix": text[end : end + _CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits; a lone surrogate counts as U+FFFD."""
    return hashlib.sha256(str(json_safe(text)).encode("utf-8")).hexdigest()


def _annotation(claim: Claim, article: Article) -> dict[str, Any]:
    return {
        "id": f"urn:discrepancy:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "format": "text/plain",
            "value": f"{claim.quantity.in_words()} {claim.measure.key}".strip(),
        },
        "target": {
            "source": address(article.url) or f"urn:discrepancy:article:{digest(article.id)[:16]}",
            "article_id": article.id,
            "sha256": digest(article.text),
            "selector": selectors(claim, article),
        },
    }
