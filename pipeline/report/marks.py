"""The source with its claims marked, as HTML. In: text and marks; out: paragraphs whose pieces know their offset.

Each piece ``<span data-o="160">`` begins at that code point of the source and holds its characters one for one, so that a
selection in the page leads back to offsets. Carriage returns, which HTML would swallow, are left out between pieces, and
control characters are pieces of their own, shown by a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .difference import Difference, Status
from .html import Html, join, tag

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's span in the text; ``number`` is the row that it belongs to."""

    start: int
    end: int
    number: int
    kind: str
    status: Status


def marks_of(differences: Sequence[Difference], moved: bool = False, first: int = 0) -> list[Mark]:
    """Both sides' spans of each row, numbered from ``first``; of another version of the text only the extracted."""
    marks = []
    for number, row in enumerate(differences, first):
        sides = (row.extracted,) if moved else (row.fixture, row.extracted)
        spans = dict.fromkeys((side.start, side.end, side.kind) for side in sides if side)
        marks += [Mark(start, end, number, kind, row.status) for start, end, kind in spans if end > start]
    return marks


def source_html(text: str, marks: Iterable[Mark]) -> Html:
    """One ``<p>`` a line of the source."""
    lines, begin = [], 0
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for end, following in _lines(text):
        here = [mark for mark in ordered if mark.start < end and begin < mark.end]
        pieces = [_piece(text, *piece) for piece in _pieces(text, begin, end, here)]
        lines.append(tag("p", pieces or tag("br"), data_o=begin))
        begin = following
    return join(lines)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        yield match.start(), match.end()
    yield len(text), len(text)


def _pieces(text: str, begin: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    cuts = {begin, end}
    for mark in marks:
        cuts |= {max(mark.start, begin), min(mark.end, end)}
    for match in _CONTROL.finditer(text, begin, end):
        cuts |= {match.start(), match.end()}
    ordered = sorted(cuts)
    for start, stop in pairwise(ordered):
        yield start, stop, [mark for mark in marks if mark.start <= start and stop <= mark.end]


def _piece(text: str, start: int, stop: int, marks: Sequence[Mark]) -> Html:
    words = text[start:stop]
    if _CONTROL.match(words):
        words = "␡" if words == "\x7f" else chr(0x2400 + ord(words))
    if not marks:
        return tag("span", words, data_o=start)
    top = min(marks, key=lambda mark: mark.end - mark.start)
    whole = " whole" if (top.start, top.end) == (start, stop) else ""
    numbers = " ".join(dict.fromkeys(str(mark.number) for mark in marks))
    classes = f"k-{top.kind} s-{top.status}{whole}"
    return tag("mark", words, class_=classes, data_o=start, data_n=numbers, data_kind=top.kind, data_status=top.status)
