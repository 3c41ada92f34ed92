"""Files into rows: a slice of the plan in, its documents out, the bad ones as rows with ``error``.

Every reader holds one record at a time. A row's number is its line in JSONL (empty lines count and give no row), its record
after the header in CSV, its row in Parquet, from 1; a .txt or HTML file is row 1.
"""

from __future__ import annotations

import csv
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import orjson

from ..encoding import decode
from ..errors import InputError
from ..known import read_settings
from .files import open_bytes, open_file, stem_of
from .lines import records
from .plan import Slice
from .rows import Place, Row, bad_row, checked_place, checked_text, row_of, too_long
from .settings import Settings

WRAPPING = 3
"""A record may be this many times its text's limit: in JSON an Arabic letter may be six bytes (\\uXXXX) instead of two."""


def read_slice(piece: Slice, settings: Settings) -> Iterator[Row]:
    """The rows of a slice. A file that cannot be read on (gone, cut off, no Parquet) ends with a row that says so."""
    row = piece.row - 1
    try:
        for found in READERS[piece.format](piece, settings):
            row = found.row or row
            yield found
    except READ_FAULTS as error:
        told = " ".join(str(error).split()) or type(error).__name__
        yield bad_row(piece.file, row + 1, f"cannot be read from here on: {told}; restore the file")


def _txt(piece: Slice, settings: Settings) -> Iterator[Row]:
    """A document and, beside it, ``<stem>.toml`` with ``published`` and ``region``, as for ``tadqiq extract``."""
    data = _whole(piece, settings)
    published, region, place_fault = _beside(piece.file)
    text, fault = (None, too_long(settings)) if data is None else checked_text(data, settings, piece.file)
    error = fault or place_fault
    yield Row(stem_of(piece.file), piece.file, 1, published, region, text=None if error else text, error=error)


def _beside(file: str) -> Place:
    """What the file of settings beside a text says of it."""
    if "://" in file:
        return None, None, None
    text_path = Path(file).with_name(f"{stem_of(file)}.txt")
    try:
        settings = read_settings(text_path)
    except InputError as error:
        return None, None, str(error)
    published, region, fault = checked_place(settings.get("published"), settings.get("region"))
    return published, region, fault and f"{text_path.with_suffix('.toml')}: {fault}"


def _html(piece: Slice, settings: Settings) -> Iterator[Row]:
    from .html import page_row

    data = _whole(piece, settings)
    too_big = Row(stem_of(piece.file), piece.file, 1, error=too_long(settings))
    yield too_big if data is None else page_row(piece.file, data, settings)


def _jsonl(piece: Slice, settings: Settings) -> Iterator[Row]:
    with open_bytes(piece.file) as stream:
        if piece.start:
            stream.seek(piece.start)
        length = None if piece.end is None else piece.end - piece.start
        for number, line in records(stream, longest=settings.max_row_bytes * WRAPPING, first=piece.row, length=length):
            if line is None:
                yield bad_row(piece.file, number, too_long(settings))
            elif line.strip():
                yield _json_row(piece.file, number, line.removeprefix(BOM_UTF8) if number == 1 else line, settings)


def _json_row(file: str, number: int, line: bytes, settings: Settings) -> Row:
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return bad_row(file, number, _json_fault(file, line, error))
    if not isinstance(fields, dict):
        return bad_row(file, number, "not a JSON object; write one {…} a line")
    return row_of(file, number, fields, settings)


def _json_fault(file: str, line: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        decode(line, "line", file)
    except InputError as fault:
        return str(fault)
    return f"not JSON at character {error.pos}: {error.msg}; mend the line"


def _csv(piece: Slice, settings: Settings) -> Iterator[Row]:
    longest = settings.max_row_bytes * WRAPPING
    csv.field_size_limit(longest)
    header: list[str] | None = None
    with open_bytes(piece.file) as stream:
        for number, record in records(stream, longest=longest, first=0, quoted=True):
            if record is None:
                yield bad_row(piece.file, number, too_long(settings))
            elif header is None:
                header = _cells(record.removeprefix(BOM_UTF8).decode("utf-8", "replace"))
            elif record.strip():
                yield _csv_row(piece.file, number, record, header, settings)


def _csv_row(file: str, number: int, record: bytes, header: list[str], settings: Settings) -> Row:
    try:
        cells = _cells(decode(record, "record", file))
    except InputError as error:
        return bad_row(file, number, str(error))
    except csv.Error as error:
        return bad_row(file, number, f"not CSV: {error}; mend the record")
    if len(cells) != len(header):
        remedy = "quote the commas in the text" if len(cells) > len(header) else "write one for each, the empty ones too"
        return bad_row(file, number, f"{len(cells)} cells under {len(header)} columns; {remedy}")
    return row_of(file, number, dict(zip(header, cells, strict=True)), settings)


def _cells(record: str) -> list[str]:
    return next(csv.reader([record]), [])


def _parquet(piece: Slice, settings: Settings) -> Iterator[Row]:
    """The rows of the slice's row groups, of the wanted columns alone."""
    import pyarrow.parquet as pq

    from .schema import values

    wanted = (settings.id_column, settings.text_column, settings.published_column, settings.region_column)
    with open_file(piece.file) as stream:
        file = pq.ParquetFile(stream, pre_buffer=False)
        groups = range(piece.start, file.num_row_groups if piece.end is None else piece.end)
        names = file.schema_arrow.names
        columns, number = [name for name in dict.fromkeys(wanted) if name in names], piece.row
        others = {} if settings.text_column in names else dict.fromkeys(names)  # for the complaint
        for batch in file.iter_batches(batch_size=32, row_groups=list(groups), columns=columns, use_threads=False):
            cells = [values(batch.column(index)) for index in range(batch.num_columns)]
            for offset in range(batch.num_rows):
                fields = {name: column[offset] for name, column in zip(columns, cells, strict=True)}
                yield row_of(piece.file, number + offset, others | fields, settings)
            number += batch.num_rows


def _whole(piece: Slice, settings: Settings) -> bytes | None:
    """A file's bytes, None when there are more than a document may have."""
    with open_bytes(piece.file) as stream:
        data = _at_most(stream, settings.max_row_bytes + len(BOM_UTF8) + 1)
    return None if len(data) > settings.max_row_bytes + len(BOM_UTF8) else data


def _at_most(stream: BinaryIO, size: int) -> bytes:
    pieces = []
    while size and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _read_faults() -> tuple[type[Exception], ...]:
    """What a broken or vanished file raises; Arrow's errors are ValueErrors and OSErrors, zstandard has its own."""
    from zstandard import ZstdError

    return (OSError, EOFError, ValueError, zlib.error, ZstdError)


READ_FAULTS = _read_faults()
READERS: dict[str, Callable[[Slice, Settings], Iterator[Row]]] = {
    "txt": _txt,
    "html": _html,
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
