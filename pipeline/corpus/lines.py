"""Records of a byte stream: lines, or CSV records whose quoted fields hold line ends. In: a stream; out: (number, bytes),
with None for the bytes of a record that is too long, which is read past and never held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

PIECE = 1 << 16


def records(
    stream: BinaryIO, *, longest: int, first: int = 1, length: int | None = None, quoted: bool = False
) -> Iterator[tuple[int, bytes | None]]:
    r"""The records of the next ``length`` bytes (or all), counted from ``first``, their line end still there.

    >>> import io
    >>> list(records(io.BytesIO(b'one\nmuch too long\n"a\nb"\n'), longest=6, quoted=True))
    [(1, b'one\n'), (2, None), (3, b'"a\nb"\n')]
    """
    number, left = first, length
    pieces: list[bytes] = []
    held, quotes, open_record = 0, 0, False
    while left is None or left > 0:
        piece = stream.readline(PIECE if left is None else min(PIECE, left))
        if not piece:
            break
        left = None if left is None else left - len(piece)
        open_record = True
        held += len(piece)
        quotes += piece.count(b'"') if quoted else 0
        if held <= longest + 2:
            pieces.append(piece)
        else:
            pieces.clear()
        if piece.endswith(b"\n") and quotes % 2 == 0:
            yield number, b"".join(pieces) if held <= longest + 2 else None
            pieces.clear()
            number, held, quotes, open_record = number + 1, 0, 0, False
    if open_record:
        yield number, b"".join(pieces) if held <= longest + 2 else None
