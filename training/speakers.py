"""A document in; out, of each token beside those who speak in it, whether their name ends there, as choices to fit.

Where the annotated name follows a title, the title is read with it: the extractor reads both, and keeps the name (``titled``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context.chunks import Chunks, Place
from pipeline.context.lexemes import NOUN, QUOTES
from pipeline.context.measured import tokens
from pipeline.context.name_ends import ends_name, parts, quoted, speaking

from .examples import Choice, Page, either
from .texts import Document

HEADS = ("role", "paper")


def speakers(document: Document) -> Iterator[Choice]:
    """The choices at each speaker that is annotated; one who says several figures counts once."""
    spans = {said for claim in document.claims if (said := claim.spans.get("attributed_to")) is not None}
    if not spans:
        return
    page = Page(document)
    for place in filter(None, map(page.place, sorted(spans))):
        chunks = next(sketch.chunks for sketch in page.sketches.values() if place[1] <= sketch.chunks.view.end)
        yield from _choices(chunks, place)


def _choices(chunks: Chunks, place: Place) -> Iterator[Choice]:
    start, stop = tokens(chunks.view, place)
    start = _title(chunks, start)
    if chunks.view.words[start] in QUOTES:
        return
    end = start + 1
    while end <= stop and end < chunks.view.size and not ends_name(chunks, start, end):
        after = quoted(chunks, end, chunks.view.size)
        if after is None:
            yield either(parts(chunks, start, end), end == stop)
        elif after == 0:
            return
        end = after or end + 1


def _title(chunks: Chunks, start: int) -> int:
    """The token of the title, or of the paper, before a name, else the name's own."""
    first = start
    while first and chunks.classes[first - 1] == NOUN and not chunks.taken[first - 1]:
        first -= 1
    return next((at for at in range(first, start) if speaking(chunks.view.words[at]) in HEADS), start)
