"""A number and a coin named like one of a people in, whether people are counted out: ``3.9 ملايين أفغاني الذين عادوا``."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import View
from .currency import nationalities

BEFORE: Final = word_set("money", "people_before")
AFTER: Final = word_set("money", "people_after")
# a verb's plural, which things do not take
PLURAL: Final = "وا"


@cache
def people_coins() -> frozenset[str]:
    """Nouns of coins that are adjectives of countries too."""
    return frozenset(load_money().nouns) & nationalities()


def people_counted(view: View, number: Number) -> bool:
    """Whether the word after the number names people: what follows is said of them, or what comes, flees or dies is so many."""
    if view.word(number.j) not in people_coins():
        return False
    after = view.word(number.j + 1)
    if after in AFTER or after.endswith(PLURAL) and view.is_word(number.j + 1):
        return True
    at = number.i - 1
    hit = cues().modifier_before.at(view.words, at)
    at = at - hit[1] if hit is not None else at
    lead = view.word(at - 1 if view.word(at).startswith("ال") else at)
    return lead in BEFORE or lead[:1] in ("و", "ف", "ل", "ب") and lead[1:] in BEFORE
