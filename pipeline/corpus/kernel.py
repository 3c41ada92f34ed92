"""The one kernel of all engines: record batches of documents in, record batches of results out.

No state, bounded memory, and no exception for a bad row: what cannot be extracted becomes a row with ``error``.
It fits Spark's ``mapInArrow`` as it is; :func:`extract_table` is its form for Ray Data, Hugging Face datasets and Daft,
which hand over a table at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa

from ..errors import TadqiqError
from .rows import Place, as_string, checked_place, checked_text, no_column, shortened
from .schema import RESULT, claims_array, values
from .settings import DEFAULT, Settings, load_extractor

ROWS_AT_ONCE = 64
"""Documents whose claims are held in memory together."""

Extractor = Callable[..., list[dict[str, Any]]]
Extracted = tuple[list[dict[str, Any]] | None, int | None, str | None]


def extract_batches(batches: Iterator[pa.RecordBatch], settings: Settings = DEFAULT) -> Iterator[pa.RecordBatch]:
    """Results (schema ``RESULT``) of documents, in their order, batch by batch.

    A batch needs the column ``settings.text_column`` (string, or binary that is UTF-8); ``id``, ``published`` (a string or
    a date) and ``region`` are used where they are there, ``file``, ``row`` and ``error`` are handed through.
    """
    extractor = load_extractor(settings.extractor)
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS_AT_ONCE):
            yield _extract(batch.slice(start, ROWS_AT_ONCE), extractor, settings)


def extract_table(table: pa.Table, settings: Settings = DEFAULT) -> pa.Table:
    """The kernel for engines that pass tables: ``dataset.map_batches(extract_table, batch_format="pyarrow")``."""
    return pa.Table.from_batches(extract_batches(iter(table.to_batches()), settings), RESULT)


def _extract(batch: pa.RecordBatch, extractor: Extractor, settings: Settings) -> pa.RecordBatch:
    """The results of one batch, a row for each of its own, in the order of RESULT."""
    size = batch.num_rows
    texts = _values(batch, settings.text_column)
    errors = _values(batch, "error")
    published, regions = _values(batch, settings.published_column), _values(batch, settings.region_column)
    places = [checked_place(day, region) for day, region in zip(published, regions, strict=True)]
    has_text = settings.text_column in batch.schema.names
    results: list[Extracted] = []
    for row in range(size):
        if not has_text:
            results.append((None, None, no_column(settings.text_column, batch.schema.names)))
        elif fault := errors[row] or places[row][2]:
            results.append((None, None, str(fault)))
        else:
            results.append(_row(texts[row], places[row], extractor, settings))
    columns = {
        "id": _strings(_values(batch, settings.id_column)),
        "file": _strings(_values(batch, "file")),
        "row": pa.array(_values(batch, "row"), pa.int64()),
        "published": pa.array([day for day, _, _ in places], pa.string()),
        "region": pa.array([region for _, region, _ in places], pa.string()),
        "characters": pa.array([characters for _, characters, _ in results], pa.int64()),
        "claims": claims_array([claims for claims, _, _ in results]),
        "error": pa.array([shortened(fault) for _, _, fault in results], pa.string()),
    }
    return pa.RecordBatch.from_arrays([columns[name] for name in RESULT.names], schema=RESULT)


def _row(value: object, place: Place, extractor: Extractor, settings: Settings) -> Extracted:
    text, fault = checked_text(value, settings)
    if text is None:
        return None, None, fault
    published, region, _ = place
    try:
        claims = extractor(
            text,
            published=published or settings.published,
            region=region or settings.region,
            kinds=settings.kinds,
            context=settings.context,
        )
    except TadqiqError as error:
        return None, None, str(error)
    except Exception as error:  # noqa: BLE001 - a fault of the extractor costs its document, not the corpus
        return None, None, f"extractor failed: {type(error).__name__}: {error}"
    return claims, len(text), None


def _values(batch: pa.RecordBatch, name: str) -> list[Any]:
    """A column as Python values, all None where the batch does not have it."""
    if name not in batch.schema.names:
        return [None] * batch.num_rows
    return values(batch.column(batch.schema.get_field_index(name)))


def _strings(found: list[Any]) -> pa.Array:
    return pa.array([as_string(value) for value in found], pa.string())
