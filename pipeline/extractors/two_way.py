"""A price of buying beside one of selling, the currency said with the second: ``شراء 3.75 وبيع 3.76 ريال``, ``139.8 للشراء و140.2
ريال للبيع``, or with the first: ``شراء 3.75 ريال وبيع 3.76``. In: two numbers, out: whether they are such a pair."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.affixes import prefixed
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Mention, View
from .changes import COMMAS
from .open_number import open_after

BUYING: Final = prefixed(word_set("carried", "buying"))
SELLING: Final = prefixed(word_set("carried", "selling"))
# what else may stand between the two
BETWEEN: Final = word_set("carried", "priced") | {*COMMAS, "و", ":", "-", "/", "ب", "؛", "("}
# no buyer pays more than so many times what the seller gets
SPREAD: Final = Decimal("1.25")
AFTER, FAR = 3, 6


def two_way(view: View, number: Number, later: Number) -> bool:
    """Whether one of the two is for buying, the other for selling, and nothing else is told between them."""
    between = view.words[number.j : later.i]
    if not number.digits or not _near(number, later, between):
        return False
    led = _opposite([view.word(number.i - 1)], between[-1:])
    return led or _opposite(between[:1], view.words[later.j : later.j + AFTER])


def two_way_back(view: View, number: Number, source: Mention) -> str | None:
    """The same where the currency is said with the first, nothing counted after the second."""
    first, between = source.number, view.words[source.j : number.i]
    if source.kind != "money" or source.is_range or first is None or not number.digits or not _near(first, number, between):
        return None
    return "elided-two-way" if _opposite([view.word(source.i - 1)], between[-1:]) and open_after(view, number) else None


def _near(first: Number, second: Number, between: list[str]) -> bool:
    low, high = sorted((first.value, second.value))
    if first.scaled or second.scaled or high > SPREAD * low or len(between) > FAR:
        return False
    return all(word in BUYING or word in SELLING or word in BETWEEN for word in between)


def sided(view: View, number: Number) -> bool:
    """Whether a number may be one of such a pair."""
    words = view.words[max(0, number.i - 1) : number.j + AFTER]
    return not BUYING.isdisjoint(words) or not SELLING.isdisjoint(words)


def _opposite(first: list[str], second: list[str]) -> bool:
    return any(
        not one.isdisjoint(first) and not other.isdisjoint(second) for one, other in ((BUYING, SELLING), (SELLING, BUYING))
    )
