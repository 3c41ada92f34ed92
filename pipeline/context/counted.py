"""A sentence's chunks in; what is counted right before brackets with a figure out: ``18,189 بروتستانتيا (2.4%)``."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Phrase
from .lexemes import NUMBER

# 9 من كل 10 أطباء (90%), 3 من أصل 20 يوما (15%): what is counted after these is the whole
WHOLES: Final = word_set("nominal", "wholes")
# and after these and من as many are counted: أكثر من 300 امرأة (40%)
MORE: Final = word_set("nominal", "more")
# what opens a share in its brackets: (أي 12%)
OPENERS: Final = word_set("sketch", "modifiers") | word_set("nominal", "openers")
# number words that count, and are never a fraction as خمس may be; those that make one
COUNTS: Final = frozenset(("teen", "ten", "hundred", "hundreds", "scale"))
FRACTIONS: Final = frozenset(("fraction", "half", "parts"))


def counted(chunks: Chunks) -> dict[int, int]:
    """Of each counted part: the token after it, and the first of its count."""
    if "(" not in chunks.view.words:
        return {}
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
