"""Claims as a table, one row each. In: documents; out: CSV bytes (with a byte order mark, for spreadsheets) or Parquet bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from ..canonical import SPANS
from ..fields import FIELDS, flat
from ..report.place import Lines

WHOLE = ("start", "end", "line", "column", *(f"{span}_{end}" for span in ("sentence", *SPANS) for end in ("start", "end")))
OFFSETS = ("offset", "offset_low", "offset_high", "when_offset", "when_offset_low", "when_offset_high")


def columns() -> tuple[str, ...]:
    """Every column, always all of them, in one order."""
    plain = [_column(field.name) for field in FIELDS if field.input != "span"]
    spans = [f"{name}{end}" for name in ("sentence", *SPANS) for end in ("", "_start", "_end")]
    return ("document", "id", "kind", "text", "start", "end", "line", "column", *plain, *spans)


class Tabled(Protocol):
    """A document that becomes rows: its name, its text, its claims as dicts."""

    @property
    def name(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def claims(self) -> list[dict[str, Any]]: ...


def rows(documents: Iterable[Tabled]) -> Iterator[dict[str, Any]]:
    """Numbers as strings of digits, offsets as integers, what is absent left out."""
    for document in documents:
        lines = Lines(document.text)
        for claim in document.claims:
            at = lines.at(claim["start"])
            row: dict[str, Any] = {"document": document.name, "line": at.line, "column": at.column}
            for name, value in flat(claim).items():
                if isinstance(value, dict):
                    short = name.rpartition(".")[2]
                    row |= {short: value["text"], f"{short}_start": value["start"], f"{short}_end": value["end"]}
                else:
                    row[_column(name)] = "/".join(value) if isinstance(value, list) else value
            yield row


def as_csv(documents: Iterable[Tabled]) -> bytes:
    """RFC 4180, UTF-8 with a byte order mark; words are as in the source, line ends and all."""
    return b"".join(csv_chunks(documents))


def csv_chunks(documents: Iterable[Tabled]) -> Iterator[bytes]:
    """The same, the head first and then a piece a document: a long stream takes no memory."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns(), lineterminator="\r\n")
    writer.writeheader()
    yield out.getvalue().encode("utf-8-sig")
    for document in documents:
        out.seek(0)
        out.truncate()
        writer.writerows({**row, **({"elided": "true"} if row.get("elided") else {})} for row in rows([document]))
        yield out.getvalue().encode("utf-8", "replace")


def as_parquet(documents: Iterable[Tabled]) -> bytes:
    """One row group; strings and 64-bit integers, null where a field is absent. Needs the extra ``corpus``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        name: pa.int64() if name in WHOLE + OFFSETS else pa.bool_() if name == "elided" else pa.string() for name in columns()
    }
    schema = pa.schema(list(kinds.items()))
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows(documents)), schema=schema), out)
    return out.getvalue()


def _column(name: str) -> str:
    """``context.direction`` is ``metric_direction`` here: ``direction`` is the percent's own."""
    if name == "context.direction":
        return "metric_direction"
    return name.removeprefix("context.").replace(".", "_")
