"""One part from its slices to its committed file: what a worker does, on every engine. In: a part of the plan; out: a line for
the manifest. The same part gives the same bytes, whoever writes it and however often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from .kernel import extract_batches
from .plan import Part
from .readers import read_slice
from .rows import Row, bad_row
from .schema import FLAT, RESULT, ROWS, TEXTS
from .settings import Settings
from .writers import PartFile, flat_batch, texts_batch

BATCH_ROWS = 256
BATCH_CHARACTERS = 250_000
ERRORS_SHOWN = 20


@dataclass(slots=True)
class Commit:
    """A part that is done: its line of ``manifest.jsonl``. ``shown`` holds its first bad rows as ``file:row: error``."""

    part: int
    documents: int = 0
    characters: int = 0
    errors: int = 0
    claims: dict[str, int] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready, kinds in the order of their names."""
        return {**asdict(self), "claims": dict(sorted(self.claims.items()))}


def write_part(part: Part, out: Path, settings: Settings, tell: Callable[[int], None] = lambda characters: None) -> Commit:
    """Read, extract, write, commit. ``tell`` is given the characters of each batch. Raises OSError when OUT cannot be written."""
    rows = chain.from_iterable(read_slice(piece, settings) for piece in part.slices)
    pages = any(piece.format == "html" for piece in part.slices)
    return _write(part, rows, out, settings, pages or settings.keep_text, tell)


def write_lost_part(part: Part, reason: str, out: Path, settings: Settings) -> Commit:
    """A part that no worker survives: an error row for each of its slices, so that the run can go on and nobody overlooks it."""
    rows = (bad_row(piece.file, piece.row, f"this row and those after it in {part.name}: {reason}") for piece in part.slices)
    return _write(part, rows, out, settings, False, lambda characters: None)


def _write(part: Part, rows: Iterable[Row], out: Path, settings: Settings, keep: bool, tell: Callable[[int], None]) -> Commit:
    """Rows through the kernel to the part's files; ``keep``: their texts too."""
    named = replace(settings, text_column="text", id_column="id", published_column="published", region_column="region")
    schema = FLAT if settings.flat else RESULT
    commit = Commit(part.number)
    with ExitStack() as stack:
        results = stack.enter_context(PartFile(out, "claims", part.name, format=settings.format, schema=schema))
        texts = stack.enter_context(PartFile(out, "texts", part.name, format=settings.format, schema=TEXTS)) if keep else None
        for batch in _batches(rows):
            if texts:
                texts.write(texts_batch(batch))
            for extracted in extract_batches(iter([batch]), named):
                results.write(flat_batch(extracted) if settings.flat else extracted)
                tell(_count(extracted, commit))
        if texts:
            texts.commit()
        results.commit()
    return commit


def _batches(rows: Iterable[Row]) -> Iterator[pa.RecordBatch]:
    held: list[Row] = []
    characters = 0
    for row in rows:
        held.append(row)
        characters += len(row.text or "")
        if len(held) >= BATCH_ROWS or characters >= BATCH_CHARACTERS:
            yield _batch(held)
            held, characters = [], 0
    if held:
        yield _batch(held)


def _batch(rows: list[Row]) -> pa.RecordBatch:
    columns = zip(*rows, strict=True)
    arrays = {name: pa.array(column, ROWS.field(name).type) for name, column in zip(Row._fields, columns, strict=True)}
    return pa.RecordBatch.from_arrays([arrays[name] for name in ROWS.names], schema=ROWS)


def _count(batch: pa.RecordBatch, commit: Commit) -> int:
    """Add a batch of results to the counts; its characters."""
    columns = {name: batch.column(RESULT.get_field_index(name)) for name in ("file", "row", "characters", "claims", "error")}
    characters: int = sum(columns["characters"].drop_null().to_pylist())
    commit.documents += batch.num_rows
    commit.characters += characters
    kinds = Counter(commit.claims)
    kinds.update(columns["claims"].flatten().field("kind").to_pylist())
    commit.claims = dict(kinds)
    for index, error in enumerate(columns["error"].to_pylist()):
        if error is not None:
            commit.errors += 1
            if len(commit.shown) < ERRORS_SHOWN:
                commit.shown.append(f"{columns['file'][index]}:{columns['row'][index]}: {error}")
    return characters
