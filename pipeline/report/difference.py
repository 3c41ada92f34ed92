"""The differences of one document as one list in reading order. In: fixture and extraction; out: Difference rows, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

import orjson

from ..claims import Claim, Document, claim_dict
from ..validate import Comparison, FieldChange, compare

Status = Literal["missing", "unexpected", "changed", "same"]
STATUSES: tuple[Status, ...] = ("missing", "unexpected", "changed", "same")
SIGNS: Mapping[Status, str] = {"missing": "−", "unexpected": "+", "changed": "~", "same": "="}


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: a claim that only the fixture has (missing), only the extraction has (unexpected), or both (changed, same)."""

    status: Status
    fixture: Claim | None
    extracted: Claim | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim to show: the fixture's where there is one."""
        claim = self.fixture or self.extracted
        if claim is None:
            raise ValueError("a difference has a claim on one side at least")
        return claim

    @property
    def key(self) -> str:
        """Names this difference as long as neither side changes; ids are left out, since neighbours may shift them."""
        sides = [_content(self.fixture), _content(self.extracted)]
        return blake2b(orjson.dumps(sides, option=orjson.OPT_SORT_KEYS), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Pair:
    """One document to compare. ``moved``: the fixture was made of another version of the text; its offsets are of that one."""

    name: str
    text: str
    extracted: Document
    fixture: Document
    differences: tuple[Difference, ...]
    moved: bool

    @property
    def path(self) -> str:
        return self.extracted.source.path

    def counts(self) -> dict[Status, int]:
        """Rows of each status, all four named."""
        return {status: sum(row.status == status for row in self.differences) for status in STATUSES}


def pair(name: str, text: str, extracted: Document, fixture: Document) -> Pair:
    """Compares two documents; ``text`` is what the extraction was made of."""
    moved = fixture.source.sha256 != extracted.source.sha256
    return Pair(name, text, extracted, fixture, rows(compare(fixture, extracted), extracted, moved), moved)


def rows(comparison: Comparison, extracted: Document, moved: bool = False) -> tuple[Difference, ...]:
    """The comparison in reading order of the extracted text; of equal claims the extracted one gives the place."""
    found = [Difference("missing", claim, None) for claim in comparison.missing]
    found += [Difference("unexpected", None, claim) for claim in comparison.unexpected]
    found += [Difference("changed", change.fixture, change.extracted, change.fields) for change in comparison.changed]
    by_id = {claim.id: claim for claim in extracted.claims}
    found += [Difference("same", claim, by_id.get(claim.id, claim)) for claim in comparison.same]
    return tuple(sorted(found, key=lambda row: _order(row, moved)))


def _order(row: Difference, moved: bool) -> tuple[int, int, int, str]:
    shown = (row.extracted or row.fixture) if moved else row.claim
    if shown is None:
        raise ValueError("a difference has a claim on one side at least")
    return shown.start, shown.end, STATUSES.index(row.status), shown.kind


def _content(claim: Claim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    content = claim_dict(claim)
    del content["id"]
    return content
