"""The token where somebody's name begins in, the span of the name out: it may run over several noun phrases, a title and then a
name (``المحلل | سامي حداد``), and where an indefinite speaker comes from (``خبير في أوساكا``)."""

from __future__ import annotations

from ..text.tokens import DIGITS
from .chunks import Chunks, Place
from .lexemes import CONJ, NOUN, NUMBER, PREP, QUOTES, STOP
from .name_ends import name_end, quoted
from .spelled import in_name
from .titled import name_after_title


def named(chunks: Chunks, at: int, limit: int) -> Place | None:
    """The span of the speaker from a token on, up to ``limit`` at most; of a long title and a name, the name."""
    view = chunks.view
    if at >= limit or not _begins(chunks, at):
        return None
    if view.words[at] in QUOTES:
        close = quoted(chunks, at, limit)
        return (view.cut.start(at + 1), view.cut.end(close - 2)) if close and close - at > 2 else None
    end = name_end(chunks, at, limit)
    while end > at + 1 and _loose(chunks, end - 1):
        end -= 1
    placed = any(chunks.classes[n] == PREP and not in_name(chunks, n) for n in range(at, end))
    return view.cut.start(at if placed else name_after_title(chunks, at, end)), view.cut.end(end - 1)


def _loose(chunks: Chunks, at: int) -> bool:
    """A particle or a sign that nothing of the name follows."""
    particle = chunks.classes[at] in (PREP, CONJ, STOP) and not in_name(chunks, at)
    return particle and chunks.view.words[at] not in QUOTES.values()


def _begins(chunks: Chunks, at: int) -> bool:
    """A noun, a quotation mark, or people counted in words: ثلاثة من جيرانها."""
    if chunks.classes[at] == NUMBER:
        return not chunks.taken[at] and chunks.view.kind(at) != DIGITS
    return chunks.classes[at] == NOUN or chunks.view.words[at] in QUOTES
