"""Results onto the disk. In: record batches of ``schema.RESULT`` (or of the kept texts); out: one Parquet or JSONL file, made
under ``tmp/`` and moved to its name when it is whole, so that no reader ever sees half a part."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Protocol, Self, cast

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from .schema import FLAT, RESULT, TEXTS, claims_of, without_nulls

ROW_GROUP_BYTES = 8_000_000


class _Sink(Protocol):
    """A file of one format, batch by batch."""

    def write(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


class PartFile:
    """A file that exists only once it is complete: leave the ``with`` block without :meth:`commit` and it is gone."""

    def __init__(self, out: Path, folder: str, name: str, *, format: str, schema: pa.Schema) -> None:
        self._target = out / folder / f"{name}.{format}"
        handle, self._temporary = tempfile.mkstemp(prefix=f"{name}.", dir=out / "tmp")
        self._file = cast(BinaryIO, os.fdopen(handle, "wb"))
        self._sink: _Sink = _Parquet(self._file, schema) if format == "parquet" else _Jsonl(self._file, schema)

    def write(self, batch: pa.RecordBatch) -> None:
        """Raises OSError, for one when the disk is full."""
        self._sink.write(batch)

    def commit(self) -> None:
        """Flush, sync and give the file its name, in place of an older one of the same part."""
        self._sink.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        os.chmod(self._temporary, 0o644)
        self._target.parent.mkdir(exist_ok=True)
        os.replace(self._temporary, self._target)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
        Path(self._temporary).unlink(missing_ok=True)


class _Parquet:
    """Row groups of about ``ROW_GROUP_BYTES``, zstd."""

    def __init__(self, stream: BinaryIO, schema: pa.Schema) -> None:
        self._schema, self._held, self._bytes = schema, list[pa.RecordBatch](), 0
        self._writer = pq.ParquetWriter(stream, schema, compression="zstd")

    def write(self, batch: pa.RecordBatch) -> None:
        self._held.append(batch)
        self._bytes += batch.nbytes
        if self._bytes >= ROW_GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        table = pa.Table.from_batches(self._held, self._schema).combine_chunks()
        self._writer.write_table(table, row_group_size=max(1, table.num_rows))
        self._held, self._bytes = [], 0

    def close(self) -> None:
        if self._held:
            self._flush()
        self._writer.close()


class _Jsonl:
    """A line a row: of results as ``tadqiq extract`` has them, else without nulls."""

    def __init__(self, stream: BinaryIO, schema: pa.Schema) -> None:
        self._stream = stream
        self._line = _document if schema.equals(RESULT) else without_nulls

    def write(self, batch: pa.RecordBatch) -> None:
        for row in batch.to_pylist():
            self._stream.write(orjson.dumps(self._line(row), option=orjson.OPT_APPEND_NEWLINE))

    def close(self) -> None:
        """The stream is the part file's."""


def _document(row: dict[str, Any]) -> dict[str, Any]:
    """``{"id", …, "claims"}`` as ``tadqiq extract --format jsonl`` has it, with the place of the document between."""
    line = {name: value for name, value in row.items() if value is not None and name != "claims"}
    return line if row["claims"] is None else {**line, "claims": claims_of(row["claims"])}


def flat_batch(results: pa.RecordBatch) -> pa.RecordBatch:
    """Results as rows of ``schema.FLAT``: a row per claim, or one for a document with an error."""
    claims = results.column(RESULT.get_field_index("claims"))
    failed = results.column(RESULT.get_field_index("error")).is_valid().to_pylist()
    parents: list[int] = []
    positions: list[int | None] = []
    offsets = claims.offsets.to_pylist()
    for index, (bad, start, end) in enumerate(zip(failed, offsets[:-1], offsets[1:], strict=True)):
        found = [None] if bad else range(start, end)
        parents += [index] * len(found)
        positions += found
    fields = claims.values.take(pa.array(positions, pa.int64()))
    documents = results.take(pa.array(parents, pa.int64()))
    columns = [documents.column(RESULT.get_field_index("id" if name == "document" else name)) for name in FLAT.names[:6]]
    return pa.RecordBatch.from_arrays([*columns, *fields.flatten()], schema=FLAT)


def texts_batch(rows: pa.RecordBatch) -> pa.RecordBatch:
    """The texts of the rows that have one."""
    kept = rows.filter(rows.column(rows.schema.get_field_index("text")).is_valid())
    return pa.RecordBatch.from_arrays([kept.column(kept.schema.get_field_index(name)) for name in TEXTS.names], schema=TEXTS)
