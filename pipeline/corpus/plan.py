"""Cutting a corpus into parts. In: the files; out: parts, each a fixed slice of the input that one worker reads, extracts
and commits. The cut depends on the files and the part size alone, so a run that goes on finds the same parts again.

JSONL is cut at line ends (one sequential pass counts the lines, so that every slice knows its first row), Parquet at row
groups; a compressed, CSV, text or HTML file is never cut, small files share a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..errors import InputError
from .files import File, open_file

CHUNK = 1 << 20
FILES_A_PART = 2000


class Slice(NamedTuple):
    """Bytes (JSONL) or row groups (Parquet) ``start`` to ``end`` of a file, or all of it where ``end`` is None; ``row`` is the
    number of its first row, ``size`` its bytes as stored."""

    file: str
    format: str
    start: int
    end: int | None
    row: int
    size: int


class Part(NamedTuple):
    """What is committed at once; ``number`` counts from 0."""

    number: int
    slices: tuple[Slice, ...]

    @property
    def size(self) -> int:
        return sum(piece.size for piece in self.slices)

    @property
    def name(self) -> str:
        return f"part-{self.number:06d}"


def plan_parts(files: Iterable[File], part_bytes: int) -> Iterator[Part]:
    """The parts of a corpus, lazily: a million files do not become a list."""
    number, size = 0, 0
    held: list[Slice] = []
    for file in files:
        for piece in _slices(file, part_bytes):
            if held and (size + piece.size > part_bytes or len(held) >= FILES_A_PART):
                yield Part(number, tuple(held))
                number, size, held = number + 1, 0, []
            held.append(piece)
            size += piece.size
    if held:
        yield Part(number, tuple(held))


def _slices(file: File, part_bytes: int) -> Iterator[Slice]:
    if file.format is None:
        raise InputError(f"{file.path}: unknown kind of file; leave it out")
    if file.size <= part_bytes or file.compressed or file.format not in ("jsonl", "parquet"):
        yield Slice(file.path, file.format, 0, None, 1, file.size)
    elif file.format == "parquet":
        yield from _row_groups(file, part_bytes)
    else:
        yield from _line_ranges(file, part_bytes)


def _line_ranges(file: File, part_bytes: int) -> Iterator[Slice]:
    """Slices of JSONL of about ``part_bytes``, each from the beginning of a line to the end of one."""
    start, row, seen, lines = 0, 1, 0, 0
    with open_file(file.path) as stream:
        while chunk := stream.read(CHUNK):
            counted = 0
            while (target := start + part_bytes) < seen + len(chunk):
                cut = chunk.find(b"\n", max(target - 1 - seen, counted)) + 1
                if not cut:
                    break
                lines += chunk.count(b"\n", counted, cut)
                yield Slice(file.path, "jsonl", start, seen + cut, row, seen + cut - start)
                start, row, counted = seen + cut, 1 + lines, cut
            lines += chunk.count(b"\n", counted)
            seen += len(chunk)
    if seen > start:
        yield Slice(file.path, "jsonl", start, seen, row, seen - start)


def _row_groups(file: File, part_bytes: int) -> Iterator[Slice]:
    """Slices of whole row groups of about ``part_bytes``; one of all where the file cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with open_file(file.path) as stream:
            groups = pq.ParquetFile(stream).metadata
            sizes = [(groups.row_group(i).num_rows, groups.row_group(i).total_byte_size) for i in range(groups.num_row_groups)]
    except (pa.ArrowInvalid, OSError):  # the reader reports it, as a row of the result
        sizes = []
    if not sizes:
        yield Slice(file.path, "parquet", 0, None, 1, file.size)
    total = sum(size for _, size in sizes) or 1
    start, row, rows, held = 0, 1, 0, 0
    for index, (count, size) in enumerate(sizes):
        rows, held = rows + count, held + size
        if held >= part_bytes or index == len(sizes) - 1:
            yield Slice(file.path, "parquet", start, index + 1, row, file.size * held // total)
            start, row, rows, held = index + 1, row + rows, 0, 0
