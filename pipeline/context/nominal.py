"""The starts around a figure in; out those of nouns that can own it or, of a share, be its whole.

What is counted right before the brackets of a share is neither, but the part: ``18,189 بروتستانتيا (2.4%)`` is 2.4% of all.
"""

from __future__ import annotations

from typing import Final

from .chunks import FIGURE
from .figure import MODIFIERS, Figure
from .lexemes import NUMBER
from .relation import Relation

# 9 من كل 10 أطباء (90%), 3 من أصل 20 يوما (15%): what is counted after these is the whole
WHOLES: Final = frozenset(("من", "كل", "اصل", "بين"))


def nominal(near: list[Relation]) -> list[Relation]:
    """The relations of nouns, in their order, without those of a part that is counted."""
    nouns = [relation for relation in near if relation.start.phrase is not None]
    part = _part(near[0].figure) if near else -1
    return [relation for relation in nouns if relation.start.end != part] if part >= 0 else nouns


def _part(figure: Figure) -> int:
    """The token after a counted part, where the brackets of its share open; -1 where nothing is counted before them."""
    chunks, opens = figure.sketch.chunks, figure.i - 1
    word = chunks.view.word
    while word(opens) in MODIFIERS:
        opens -= 1
    if word(opens) != "(":
        return -1
    phrase = next((phrase for phrase in chunks.phrases if phrase.j == opens), None)
    if phrase is None or phrase.prep:
        return -1
    first = phrase.i
    while first and chunks.classes[first - 1] == NUMBER and chunks.taken[first - 1] != FIGURE:
        first -= 1
    # in words it may be a fraction: خمس السكان (21%)
    counted = first < phrase.i and chunks.view.is_digits(first) and word(first - 1) not in WHOLES
    return opens if counted else -1
