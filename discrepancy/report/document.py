"""The JSON door: a report as a document with a schema, written strictly and read back.

The documents are described here once; `json_schema()` is that description for other programs. Nothing is left out but
the pairs beyond the first thousand of a finding, which are counted.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from inspect import getdoc
from itertools import islice
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.json_schema import models_json_schema

from discrepancy.errors import LimitError, ReadError
from discrepancy.escape import json_safe
from discrepancy.model import (
    Article,
    Claim,
    DateContext,
    DateSpan,
    Finding,
    Group,
    Measure,
    Pair,
    Quantity,
    Scope,
    Verdict,
)
from discrepancy.report.report import Report

VERSION = 1
MAX_PAIRS = 1_000  # of one finding; those left out are counted


class PairDocument(BaseModel):
    """Two claims of one finding, by their ids, and how they stand to each other."""

    model_config = ConfigDict(extra="forbid")

    a: str
    b: str
    verdict: Verdict
    rule: str
    reason: str
    flip: str = Field(default="", description="what would turn the verdict")


class FindingDocument(BaseModel):
    """A group of claims with its verdict."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(description="stable across runs: a hash of the claims' ids")
    label: str
    verdict: Verdict
    rule: str
    reason: str
    flip: str
    claim_ids: list[str] = Field(description="in the order of their as-of dates")
    articles: int
    origins: list[list[str]] = Field(description="ids of articles; the copies of one text together")
    latest: str | None = Field(description="the claim with the latest reading")
    figure: float | None
    envelope: tuple[float | None, float | None] | None = Field(description="the values that fit all bounds")
    lagging: list[str] = Field(description="claims that are later in print and older in their reading")
    decisive: PairDocument | None
    pairs: list[PairDocument]
    pairs_left_out: int = Field(description=f"pairs beyond the first {MAX_PAIRS}")


class FindingLine(FindingDocument):
    """One line of a report as JSONL: a finding with its claims in full."""

    claims: list[Claim]


class ReportDocument(BaseModel):
    """What a check found. Offsets are half-open and count the characters (code points) of the article's text."""

    model_config = ConfigDict(extra="forbid", title="discrepancy report")

    version: Literal[1]
    articles: list[Article]
    claims: list[Claim]
    findings: list[FindingDocument]
    dismissed: list[FindingDocument] = Field(default=[], description="laid aside by a person; not shown")


@dataclass(frozen=True, slots=True)
class StoredPairs:
    """The pairs of a finding as they were read back; stands where the judge stood."""

    pairs: tuple[Pair, ...]
    left_out: int

    def __call__(self, group: Group) -> Iterator[Pair]:
        """Yield the pairs that were written.

        Raises:
            LimitError: All of them were yielded, and there were more that the document only counted.
        """
        yield from self.pairs
        if self.left_out:
            raise LimitError(
                f"{self.left_out:,} more pairs of {group.label!r} were counted and not written; check the articles anew"
            )


def json_schema() -> dict[str, Any]:
    """The JSON schema of a report, for other programs; `docs/schema.json` holds it.

    A line of `to_jsonl` is `#/$defs/FindingLine`, a line of claims `#/$defs/Claim`.
    """
    _, definitions = models_json_schema([(ReportDocument, "validation"), (FindingLine, "validation")])
    described = {kind.__name__: getdoc(kind) for kind in (Claim, DateContext, DateSpan, Measure, Quantity, Scope)}
    for name, definition in definitions["$defs"].items():
        if "properties" in definition:  # what versions of pydantic say of a dataclass, or leave out
            definition["additionalProperties"] = False
            definition.setdefault("description", described.get(name))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "discrepancy report",
        "$ref": "#/$defs/ReportDocument",
        **definitions,
    }


def to_json(report: Report) -> str:
    """The report as strict JSON in UTF-8: no NaN, no infinity, no lone surrogate."""
    data = {
        "version": VERSION,
        "articles": [article.model_dump(mode="json") for article in report.articles],
        "claims": [_data(claim) for claim in report.claims],
        "findings": [_finding(finding) for finding in report.findings],
        "dismissed": [_finding(finding) for finding in report.dismissed],
    }
    return _dumped(data, indent=1) + "\n"


def findings_to_jsonl(report: Report) -> str:
    """One finding a line, the gravest first, each with its claims in full."""
    lines = ({**_finding(f), "claims": [_data(claim) for claim in f.group.claims]} for f in report.findings)
    return "".join(_dumped(line) + "\n" for line in lines)


def claims_to_jsonl(report: Report) -> str:
    """One claim a line, in the order of the articles and the texts."""
    return "".join(_dumped(_data(claim)) + "\n" for claim in report.claims)


def from_json(text: str | bytes) -> Report:
    """Read a report back.

    Args:
        text: What `to_json` wrote.

    Raises:
        ReadError: It is no such document; it names the place.
    """
    try:
        document = ReportDocument.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "document"
        raise ReadError(f"not a report: {where}: {first['msg']}", remedy="write it with to_json()") from None
    claims = {claim.id: claim for claim in document.claims}
    known = {article.id for article in document.articles}
    try:
        for claim in document.claims:
            if claim.article_id not in known:
                raise KeyError(claim.article_id)
        findings = tuple(_finding_from(finding, claims) for finding in document.findings)
        dismissed = tuple(_finding_from(finding, claims) for finding in document.dismissed)
    except KeyError as error:
        raise ReadError(f"not a report: {error.args[0]!r} is missing", remedy="write it with to_json()") from None
    return Report(tuple(document.articles), tuple(document.claims), findings, dismissed)


def _dumped(data: object, indent: int | None = None) -> str:
    return json.dumps(json_safe(data), ensure_ascii=False, allow_nan=False, indent=indent)


def _data(value: object) -> object:
    """Frozen data as plain JSON values; sets are sorted, so that the same report is the same text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _data(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return [_data(item) for item in value] if isinstance(value, tuple) else value


def _finding(finding: Finding) -> dict[str, Any]:
    pairs = finding.pairs()
    shown = [_pair(pair) for pair in islice(pairs, MAX_PAIRS)]
    return {
        "id": finding.group.id,
        "label": finding.group.label,
        "verdict": finding.verdict.value,
        "rule": finding.rule,
        "reason": finding.reason,
        "flip": finding.flip,
        "claim_ids": [claim.id for claim in finding.group.claims],
        "articles": finding.articles,
        "origins": [sorted(origin) for origin in finding.origins],
        "latest": finding.latest.id if finding.latest else None,
        "figure": finding.figure,
        "envelope": finding.envelope,
        "lagging": sorted(finding.lagging),
        "decisive": _pair(finding.decisive) if finding.decisive else None,
        "pairs": shown,
        "pairs_left_out": finding.pair_count - len(shown) if len(shown) == MAX_PAIRS else 0,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    words = {"rule": pair.rule, "reason": pair.reason, "flip": pair.flip}
    return {"a": pair.a.id, "b": pair.b.id, "verdict": pair.verdict.value, **words}


def _finding_from(document: FindingDocument, claims: dict[str, Claim]) -> Finding:
    origins = tuple(frozenset(origin) for origin in document.origins)
    group = Group(document.id, document.label, tuple(claims[name] for name in document.claim_ids), origins)
    return Finding(
        group=group,
        verdict=document.verdict,
        reason=document.reason,
        rule=document.rule,
        flip=document.flip,
        decisive=_pair_from(document.decisive, claims) if document.decisive else None,
        articles=document.articles,
        origins=origins,
        latest=claims[document.latest] if document.latest else None,
        figure=document.figure,
        envelope=document.envelope,
        lagging=frozenset(document.lagging),
        judge_pairs=StoredPairs(tuple(_pair_from(pair, claims) for pair in document.pairs), document.pairs_left_out),
    )


def _pair_from(pair: PairDocument, claims: dict[str, Claim]) -> Pair:
    return Pair(claims[pair.a], claims[pair.b], pair.verdict, pair.reason, pair.rule, pair.flip)
