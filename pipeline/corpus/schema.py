"""The Arrow schemas of rows in and results out; docs/scale.md prints them with a line on every field.

A claim is one struct that has the fields of all kinds, in an order in which every kind keeps its own: an absent field is null,
so that :func:`claims_of` gives back the very dicts of the JSON. Numbers stay decimal strings, as CLAIMS.md has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.json as pj

SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
WHEN = pa.struct(
    [
        ("low", pa.string()),
        ("high", pa.string()),
        ("part", pa.string()),
        ("offset", pa.int64()),
        ("offset_low", pa.int64()),
        ("offset_high", pa.int64()),
        ("anchor", pa.string()),
    ]
)
CONTEXT = pa.struct(
    [
        ("sentence", SPAN),
        ("metric", SPAN),
        ("subject", SPAN),
        ("base", SPAN),
        ("when", WHEN),
        ("direction", pa.string()),
        ("modality", pa.string()),
        ("attributed_to", SPAN),
    ]
)
CLAIM = pa.struct(
    [
        ("id", pa.string()),
        ("kind", pa.string()),
        ("text", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("value", pa.string()),
        ("low", pa.string()),
        ("high", pa.string()),
        ("modifier", pa.string()),
        ("currency", pa.string()),
        ("currency_from", pa.string()),
        ("currency_candidates", pa.list_(pa.string())),
        ("unit", pa.string()),
        ("direction", pa.string()),
        ("elided", pa.bool_()),
        ("per", pa.string()),
        ("offset", pa.int64()),
        ("offset_low", pa.int64()),
        ("offset_high", pa.int64()),
        ("anchor", pa.string()),
        ("calendar", pa.string()),
        ("gregorian_low", pa.string()),
        ("gregorian_high", pa.string()),
        ("part", pa.string()),
        ("context", CONTEXT),
    ]
)
_PLACE = [("id", pa.string()), ("file", pa.string()), ("row", pa.int64()), ("published", pa.string()), ("region", pa.string())]

ROWS = pa.schema([*_PLACE, ("title", pa.string()), ("text", pa.string()), ("error", pa.string())])
"""What the readers give to the kernel; a row that could not be read has ``error`` and no ``text``."""

RESULT = pa.schema([*_PLACE, ("characters", pa.int64()), ("claims", pa.list_(CLAIM)), ("error", pa.string())])
"""One row per document: either ``claims`` (perhaps none) or ``error``."""

FLAT = pa.schema(
    [("document", pa.string()), *_PLACE[1:], ("error", pa.string()), *((field.name, field.type) for field in CLAIM.fields)]
)
"""One row per claim, its fields beside those of its document; a document that failed is one row with ``error``."""

TEXTS = pa.schema([*_PLACE, ("title", pa.string()), ("text", pa.string())])
"""The texts that the offsets of the claims refer to, where the input is not itself that text (HTML, ``--keep-text``)."""

_CLAIMS_ONLY = pa.schema([RESULT.field("claims")])


def claims_array(documents: Sequence[list[dict[str, Any]] | None]) -> pa.Array:
    """Claim dicts of several documents as list<struct>. By way of JSON, which Arrow reads three times as fast as dicts.

    Raises ArrowInvalid for a field that the schema does not have.
    """
    if not documents:
        return pa.array([], _CLAIMS_ONLY.field(0).type)
    data = b"\n".join(orjson.dumps({"claims": claims}) for claims in documents)
    table = pj.read_json(
        pa.BufferReader(data),
        read_options=pj.ReadOptions(block_size=len(data) + 1, use_threads=False),
        parse_options=pj.ParseOptions(explicit_schema=_CLAIMS_ONLY, unexpected_field_behavior="error"),
    )
    return table.column(0).combine_chunks()


def claims_of(claims: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Claims as Arrow or DuckDB give them (every field there, nulls in the absent ones) as the dicts of the JSON."""
    return [without_nulls(claim) for claim in claims]


def without_nulls(fields: dict[str, Any]) -> dict[str, Any]:
    """The same dict without its nulls, at every depth."""
    present = ((name, value) for name, value in fields.items() if value is not None)
    return {name: without_nulls(value) if isinstance(value, dict) else value for name, value in present}


def values(column: pa.Array) -> list[Any]:
    """A column as Python values; where a string is not UTF-8 (files do not forbid it), all of them as bytes."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
        return list(plain.cast(pa.large_binary()).to_pylist())
