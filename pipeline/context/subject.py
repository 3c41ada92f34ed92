"""Whose figure it is: the owner in the idafa, the verb's subject, else the nearest mention that names it.

A metric with a pronoun (أرباحها) and a verb without a subject of its own point back; the nearest name of a company, an
institution or a thing that can own the figure is taken.
"""

from __future__ import annotations

from ..extractors.base import View
from .chunks import QUOTES, Chunks, Phrase
from .governor import Governor
from .idafa import Place

ORGANIZED = frozenset(("price", "whole"))


def subject(chunks: Chunks, found: Governor, earlier: Chunks | None) -> tuple[Chunks, Place] | None:
    """The chunks and span of the subject; ``earlier`` is the sentence before."""
    if found.subject is not None:
        return chunks, found.subject
    if not found.owned:
        return None
    start = found.metric[0] if found.metric else 0
    near = antecedent(chunks, start)
    if near is not None:
        return chunks, near
    if earlier is not None:
        named = antecedent(earlier, earlier.view.end)
        if named is not None:
            return earlier, named
    return None


def antecedent(chunks: Chunks, before: int) -> Place | None:
    """The nearest phrase before an offset that names somebody: an institution, a name in quotes or in Latin letters."""
    for phrase in reversed(chunks.phrases):
        start, end = chunks.text(phrase)
        if end <= before and names(chunks.view, phrase):
            return start, end
    return None


def names(view: View, phrase: Phrase) -> bool:
    if phrase.head == "entity" and not phrase.owned:
        return True
    return any(view.word(at) in QUOTES or view.word(at)[:1].isascii() and view.word(at)[:1].isalpha() for at in range(phrase.i, phrase.j))
