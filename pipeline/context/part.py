"""Which part of a year or decade is meant: ``مطلع عام 2024`` early, ``منتصف السبعينيات`` mid, ``أواخر العام الجاري`` late."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from ..lexicon.years import year_words

NOUNS: Final = word_set("part", "nouns")


def part(view: View, mention: Mention) -> str | None:
    """The ``part`` of a year mention."""
    words = year_words()
    at = mention.i - 1
    while view.word(at) in NOUNS and at > mention.i - 4:
        at -= 1
    hit = words.parts.at(view.words, at)
    return hit[0] if hit else None
