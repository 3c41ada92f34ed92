"""The differences for programs. In: pairs; out: JSON bytes, or annotations in the form of GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import orjson

from ..claims import Claim, claim_dict
from .difference import SIGNS, STATUSES, Difference, Pair
from .place import Lines, visible
from .sentence import CLOSE, OPEN, place_of, quote, reading, shown


def as_json(pairs: Sequence[Pair]) -> bytes:
    """``{"schema": "diff/1", "totals", "documents": [{"path", "moved", "counts", "differences"}]}``; equal claims are counted.

    A difference has ``status``, ``line`` and ``column`` (one-based, in code points), ``fixture`` and ``extracted`` where they
    are, and for a changed one ``fields``: ``[{"field", "fixture", "extracted"}]``, null where a side lacks it.
    """
    totals = {status: sum(pair.counts()[status] for pair in pairs) for status in STATUSES}
    documents = [_document(pair) for pair in pairs]
    return orjson.dumps(
        {"schema": "diff/1", "totals": totals, "documents": documents}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )


def as_github(pairs: Sequence[Pair]) -> Iterator[str]:
    """One ``::error`` or ``::warning`` line a difference: missing and changed are errors, an unexpected claim is a warning."""
    for pair in pairs:
        lines = Lines(pair.text)
        for row in pair.differences:
            if row.status != "same":
                yield _annotation(row, pair, lines)


def _document(pair: Pair) -> dict[str, Any]:
    lines = Lines(pair.text)
    rows = [_row(row, pair, lines) for row in pair.differences if row.status != "same"]
    return {"path": pair.path, "name": pair.name, "moved": pair.moved, "counts": pair.counts(), "differences": rows}


def _row(row: Difference, pair: Pair, lines: Lines) -> dict[str, Any]:
    at = place_of(row, pair, lines)
    found: dict[str, Any] = {"status": row.status, "line": at.line, "column": at.column, "fixture": _claim(row.fixture)}
    found["extracted"] = _claim(row.extracted)
    if row.status == "changed":
        found["fields"] = [asdict(change) for change in row.fields]
    return {key: value for key, value in found.items() if value is not None}


def _claim(claim: Claim | None) -> dict[str, Any] | None:
    return claim_dict(claim) if claim else None


def _annotation(row: Difference, pair: Pair, lines: Lines) -> str:
    at = place_of(row, pair, lines)
    if row.status == "changed":
        said = "; ".join(f"{c.field}: {shown(c.fixture, False)} → {shown(c.extracted, False)}" for c in row.fields)
    else:
        said = f"{visible(row.claim.text)} = {reading(row.claim, False)}"
    before, claim, after = quote(row.claim)
    place = f"file={_property(pair.path)},line={at.line},col={at.column}"
    level = "warning" if row.status == "unexpected" else "error"
    title = _property(f"{row.status} {row.claim.kind}")
    body = _message(f"{SIGNS[row.status]} {said}\n{before}{OPEN}{claim}{CLOSE}{after}")
    return f"::{level} {place},title={title}::{body}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(visible(text)).replace(":", "%3A").replace(",", "%2C")
