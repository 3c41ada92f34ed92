"""The starts around a figure in; out those of nouns that can be its whole, or own it.

What is counted right before the brackets of a share is its part: ``18,189 بروتستانتيا (2.4%)`` is 2.4% of all, and theirs only
where they do something (``تملك 3 شركات (51%)``) or something of theirs has changed (``تراجعت أرباح 12 بنكا (15%)``).
"""

from __future__ import annotations

from .chunks import Chunks
from .lexemes import NOUN, VERB
from .relation import Relation


def nominal(near: list[Relation]) -> list[Relation]:
    """The relations of nouns, in their order."""
    return [relation for relation in near if relation.start.phrase is not None]


def wholes(near: list[Relation]) -> list[Relation]:
    """Those of nouns without counted parts."""
    parts = near[0].figure.sketch.counted if near else {}
    return [relation for relation in near if relation.start.end not in parts] if parts else near


def owners(near: list[Relation]) -> list[Relation]:
    """Those of nouns without counted parts that do nothing, and of which nothing is told but their share."""
    if not near or near[0].figure.kind != "percent" or "direction" in near[0].figure.mention.fields:
        return near
    parts, chunks = near[0].figure.sketch.counted, near[0].figure.sketch.chunks
    return [relation for relation in near if (end := relation.start.end) not in parts or _told_of(chunks, parts[end])]


def _told_of(chunks: Chunks, first: int) -> bool:
    """تملك 3 شركات, حصة 5 دول: what is counted from a token on does something, or has a measure."""
    if first == 0:
        return False
    before, kind = chunks.lexemes[first - 1], chunks.classes[first - 1]
    return kind == VERB or kind == NOUN and bool(before.measure) and not chunks.nouns[first - 1].definite
