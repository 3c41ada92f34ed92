"""Years of three digits without a noun (توفي في 852), and metres that look like years (جبل الشيخ (1854 م)), by what stands
beside them; and spans with م after both ends. A sentence's number in, yes or no out."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ..lexicon.affixes import prefixed
from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords
from ..numbers.number import Number
from .base import View

LIVED: Final = prefixed(word_set("year", "lived"), ("", "و", "ف", "ب", "ل"))
HEIGHTS: Final = prefixed(word_set("year", "heights"), ("", "و", "ف"))
YEARLY: Final = frozenset(("في", "وفي", "ففي", "منذ", "ومنذ"))
LENGTHS: Final = HEIGHTS | prefixed(word_set("year", "lengths"), ("", "و", "ف"))
STOPS: Final = frozenset(("،", ",", ".", "؛", ":", "(", ")", "؟", "!"))
METRE: Final = "م"
FIRST, LAST = 101, 999
LATEST: Final = 2100
BACK, NAME, NEIGHBOURS = 6, 5, 2
# how far before a span of metres what is measured may stand
LENGTHY: Final = 10
# races, walls and towers are measured in round numbers
ROUND: Final = 5


def lived_in(view: View, number: Number) -> bool:
    """توفي البخاري في 870, حتى سقوطها في 651: في after a life, a reign or a building, and nothing that the number counts."""
    if not number.digits or not FIRST <= number.value <= LAST or view.word(number.i - 1) not in YEARLY:
        return False
    after = view.word(number.j)
    if number.j < view.size and after not in STOPS and not (after[:1] == "و" and after in LIVED):
        return False
    for at in range(number.i - 2, max(-1, number.i - 2 - BACK), -1):
        if view.word(at) in LIVED:
            return True
        if not view.is_word(at):
            return False
    return False


def metres(view: View, words: YearWords, number: Number) -> bool:
    """جبل سمعان (876 م), قمة كاترين (2070 م) beside (2285 م): a height before the bracket, or a neighbour that is no year."""
    place = bisect_left(view.numbers, number.i, key=lambda other: other.i)
    near = view.numbers[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
    if any(other.value > LATEST and view.word(other.j) == METRE for other in near):
        return True
    high = False
    for at in range(number.i - 2, max(-1, number.i - 2 - NAME), -1):
        word = view.word(at)
        if word in words.events or word in LIVED:
            return False
        if not view.is_word(at):
            break
        high = high or word in HEIGHTS
    return high


def eras_agree(view: View, words: YearWords, first: Number, second: Number) -> bool:
    """(577م - 644م), من 661م حتى 750م: with م after both, what is no span of metres (بين 200م و400م, ارتفاع من 661م إلى 752م)."""
    if view.word(first.j) != METRE or view.word(second.j) != METRE:
        return True
    if min(first.value, second.value) < FIRST:
        return False
    if view.word(first.i - 1) == "(" and view.word(second.j + 1) == ")" and not metres(view, words, first):
        return LENGTHS.isdisjoint(view.words[max(0, first.i - NAME) : first.i])
    near = view.words[max(0, first.i - LENGTHY) : first.i] + view.words[second.j + 1 : second.j + 1 + NEIGHBOURS]
    if not view.glued(first.j) or not view.glued(second.j) or not LENGTHS.isdisjoint(near):
        return False
    return first.value % ROUND != 0 or second.value % ROUND != 0 or not LIVED.isdisjoint(near)
