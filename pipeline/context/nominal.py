"""The starts around a figure in; out those of nouns that can be its whole, or own it.

What is counted right before the brackets of a share is its part: ``18,189 بروتستانتيا (2.4%)`` is 2.4% of all, and theirs only
where they do something (``تملك 3 شركات (51%)``) or something of theirs has changed (``تراجعت أرباح 12 بنكا (15%)``).
"""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Phrase
from .figure import MODIFIERS
from .lexemes import NOUN, NUMBER, VERB
from .relation import Relation

# 9 من كل 10 أطباء (90%), 3 من أصل 20 يوما (15%): what is counted after these is the whole
WHOLES: Final = word_set("nominal", "wholes")
# and after these and من as many are counted: أكثر من 300 امرأة (40%)
MORE: Final = word_set("nominal", "more")
# what opens a share in its brackets: (أي 12%)
OPENERS: Final = MODIFIERS | word_set("nominal", "openers")
# number words that count, and are never a fraction as خمس may be; those that make one
COUNTS: Final = frozenset(("teen", "ten", "hundred", "hundreds", "scale"))
FRACTIONS: Final = frozenset(("fraction", "half", "parts"))


def nominal(near: list[Relation]) -> list[Relation]:
    """The relations of nouns, in their order."""
    return [relation for relation in near if relation.start.phrase is not None]


def wholes(near: list[Relation]) -> list[Relation]:
    """Those of nouns without counted parts."""
    parts = _parts(near)
    return [relation for relation in near if relation.start.end not in parts] if parts else near


def owners(near: list[Relation]) -> list[Relation]:
    """Those of nouns without counted parts that do nothing, and of which nothing is told but their share."""
    parts = _parts(near)
    if not parts or "direction" in near[0].figure.mention.fields:
        return near
    chunks = near[0].figure.sketch.chunks
    return [relation for relation in near if relation.start.end not in parts or _told_of(chunks, parts[relation.start.end])]


def _parts(near: list[Relation]) -> dict[int, int]:
    """Of the counted parts in the sentence of a share: the token after each, and the first of its count."""
    if not near or near[0].figure.kind != "percent" or "(" not in near[0].figure.sketch.chunks.view.words:
        return {}
    chunks = near[0].figure.sketch.chunks
    counts = ((phrase.j, _count(chunks, phrase)) for phrase in chunks.phrases if _shared(chunks, phrase))
    return {end: first for end, first in counts if first >= 0}


def _shared(chunks: Chunks, phrase: Phrase) -> bool:
    """Whether brackets with a figure come right after a phrase of an indefinite noun."""
    word, at = chunks.view.word, phrase.j + 1
    if word(phrase.j) != "(" or phrase.prep or chunks.nouns[phrase.i].article:
        return False
    while word(at) in OPENERS:
        at += 1
    return at < chunks.view.size and chunks.taken[at] == FIGURE


def _count(chunks: Chunks, phrase: Phrase) -> int:
    """The first token of the number that counts a phrase, -1 where none does, or it counts a whole."""
    view, first = chunks.view, phrase.i
    while first and chunks.classes[first - 1] == NUMBER and not chunks.taken[first - 1]:
        first -= 1
    roles = {entry.role for entry in view.entries[first : phrase.i] if entry is not None}
    counted = first < phrase.i and (view.is_digits(first) or not COUNTS.isdisjoint(roles))
    if not counted or not FRACTIONS.isdisjoint(roles) or view.word(first - 1) == "/":
        return -1
    before = first - 2 if view.word(first - 1) == "ال" else first - 1  # من الـ50 عضوا
    more = view.word(before) == "من" and view.word(before - 1) in MORE
    return first if more or view.word(before) not in WHOLES else -1


def _told_of(chunks: Chunks, first: int) -> bool:
    """تملك 3 شركات, حصة 5 دول: what is counted from a token on does something, or has a measure."""
    if first == 0:
        return False
    before, kind = chunks.lexemes[first - 1], chunks.classes[first - 1]
    return kind == VERB or kind == NOUN and bool(before.measure) and not chunks.nouns[first - 1].definite
