"""A bare number that is the next entry of a tariff or a menu: ``الدرجة الأولى 300 درهم، الثانية 150``, ``شاي 5 جنيهات، قهوة 10``.
In: a number and the figure before it; out: whether both are entries, each a name of a few nouns and its price, commas between.
"""

from __future__ import annotations

from typing import Final

from ..lexicon.affixes import prefixed
from ..lexicon.cues import cues
from ..lexicon.elision import elision_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..numbers.ordinals import FEMININE, MASCULINE
from .base import Mention, View
from .changes import COMMAS
from .ranges import AGES, LABELS
from .sum_like import named, same_order, sum_like

OPENS: Final = frozenset((*COMMAS, ":", "؛", "-", "•", "|", "*"))
CLOSES: Final = frozenset((*COMMAS, ".", "؛", "!", "؟", ")", "|", ""))
# what else is told of a thing beside its price: rooms, floors, age
ATTRIBUTES: Final = prefixed(word_set("elision", "attributes"))
ORDINALS: Final = MASCULINE | FEMININE | {"الاولي", "الاول"}
ARTICLE: Final = "ال"
NAME: Final = 3


def entry(view: View, number: Number, source: Mention) -> str | None:
    """The rule by which the number is a price like ``source``, the figure right before it."""
    if source.kind != "money" or source.is_range or view.word(source.j) not in COMMAS or view.word(number.j) not in CLOSES:
        return None
    if not number.digits or number.prefix or number.joined or not sum_like(view, number) or not same_order(number, source):
        return None
    own, first = _name(view, number.i), _name(view, source.i)
    if own != source.j + 1 or first is None or not _thing(view, own, number.i) or not _thing(view, first, source.i):
        return None
    alike = view.word(own).startswith(ARTICLE) == view.word(first).startswith(ARTICLE)
    return "elided-tariff" if alike and not named(view, number) else None


def _name(view: View, stop: int) -> int | None:
    """Where the nouns right before a price begin, after a comma, a colon or nothing."""
    for at in range(stop - 1, max(-1, stop - NAME - 2), -1):
        if view.word(at) in OPENS:
            return at + 1 if at + 1 < stop else None
        if not view.is_word(at) and not _ordinal(view, at):
            return None
    return 0 if stop <= NAME else None


def _ordinal(view: View, at: int) -> bool:
    """الثانية, and الدرجة before الأولى: a rank counts nothing."""
    return any(view.word(place) in ORDINALS for place in (at, at + 1))


def _thing(view: View, first: int, stop: int) -> bool:
    """Whether the words name what has a price: no sum itself (راتب 900), nothing that is counted or measured, no verb."""
    words = elision_words()
    for at in range(first, stop):
        word = view.word(at)
        if _ordinal(view, at):
            continue
        if word in words.sums or word in words.prices or word in words.counting:
            return False
        if at == stop - 1 and word in words.measured and not word.startswith(ARTICLE):
            return False
        if word in AGES or word in LABELS or word in ATTRIBUTES or word in words.paying or word in words.earning:
            return False
        if word in cues().change or word in words.followers:
            return False
    return True
