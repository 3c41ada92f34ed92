"""What opens the words of who speaks, after the verb and its sayer: أن, a colon, a quotation; and where a quotation closes."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import HARD, QUOTES
from .spelled import spelled

COMPLEMENTS: Final = word_set("attribution", "complements")
# أن after these is no complement: بعد أن, إلا أن
UNSAID: Final = word_set("attribution", "unsaid")
QUOTED, AHEAD = 6, 26


def closing(chunks: Chunks, at: int, limit: int) -> int | None:
    """The token that closes the quotation mark at ``at``."""
    close = QUOTES[chunks.view.word(at)]
    return next((n for n in range(at + 1, limit) if chunks.view.word(n) == close), None)


def complement(chunks: Chunks, start: int, end: int, about: str = "") -> int | None:
    """The token that opens what is said, after the verb and its sayer: أن, a colon, a quotation; None before ``end``.

    ``about``: the preposition that opens it too (كشفت الشركة عن …, حذر البنك من …)."""
    view, passed = chunks.view, 0
    for at in range(start, min(start + AHEAD, end)):
        word = view.word(at)
        if at < passed:
            continue
        if word in HARD:
            return None
        if is_complement(chunks, at, word) or word == about:
            return at
        if word in QUOTES:
            close = closing(chunks, at, min(view.size, at + QUOTED))
            if close is None or any(chunks.taken[n] for n in range(at, close)):
                return at
            passed = close + 1
    return None


def is_complement(chunks: Chunks, at: int, word: str) -> bool:
    view = chunks.view
    if word not in COMPLEMENTS or view.word(at - 1) in UNSAID and view.word(at - 2) != "فيما":
        return False
    if spelled(chunks, at):
        return False
    return word not in ("الا", "بالا") or "أ" in view.source(at, at + 1)
