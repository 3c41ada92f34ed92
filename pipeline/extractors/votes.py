"""Two bare numbers that share one sign of percent in, whether they are the two sides of a vote or of a comparison out:
``52 مقابل 48 بالمئة``, ``58 إلى 42 بالمئة``. Sides are no interval, though إلى may stand between them."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import View
from .changes import from_before

AGAINST: Final = word_set("ranges", "against")
LEADS: Final = word_set("direction", "leads")
VOTES: Final = word_set("ranges", "votes")
PREFIXES: Final = ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل")
ALL: Final = 100
# what rounding or a few blank votes take off
LOST: Final = 2
# how far before or after the vote may be told
REACH: Final = 12


def sides(view: View, first: Number, gap: int, second: Number) -> bool:
    """Whether the first, which ends before token ``gap``, is set against the second, or both make a whole that a vote split."""
    between = view.words[gap : second.i]
    if len(between) != 1 or first.scaled or second.scaled or first.value > ALL or second.value > ALL:
        return False
    whole = ALL - LOST <= first.value + second.value <= ALL
    if between[0] in AGAINST:
        told = bool(first.value % 1 and second.value % 1)  # سجلت 51.6 مقابل 49.8 بالمئة: counts have no tenths
        return told or whole or view.word(first.i - 1) in LEADS or _voted(view, first.i, second.j)
    if between[0] != "الي" or not whole or from_before(view, first.i) is not None:
        return False
    return first.value > second.value or _voted(view, first.i, second.j)


def _voted(view: View, i: int, j: int) -> bool:
    near = view.words[max(0, i - REACH) : i] + view.words[j : j + REACH]
    return any(_vote(word) for word in near)


def _vote(word: str) -> bool:
    if word in VOTES:
        return True
    return any(word.startswith(prefix) and word[len(prefix) :] in VOTES for prefix in PREFIXES)
