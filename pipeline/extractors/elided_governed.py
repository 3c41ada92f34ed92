"""A number after an amount of its sentence, and what governs it: ``ويبيعه بـ 24,300``, ``فقفز إلى 2200``, ``كما يدفع سائق الديزل
60``. In: a number and the amount before it; out: the rule that makes it one too."""

from __future__ import annotations

from typing import Final

from ..lexicon.cues import cues
from ..lexicon.elision import Verbs, elision_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Mention, View
from .sum_like import BUT, BY, same_order, sum_like

LEVELS: Final = frozenset(("الي", "عند"))
# what it was or came to: كانت, صارت, قدرها
BECAME: Final = word_set("elision", "became")
MOVED: Final = word_set("elision", "moved")
EXCEED: Final = word_set("bounds", "exceed") | word_set("elision", "exceed")
GROWS: Final = frozenset(("يزيد", "تزيد", "يقل", "تقل", "يزد", "تزد"))
# how far a verb or a noun governs
CLAUSE, NEAR = 8, 3


def governed(view: View, number: Number, source: Mention, counted: bool) -> str | None:
    """The rule by which the number is an amount like ``source``, the figure right before it; ``counted`` tells that a thing is
    counted before it, which a verb of selling may count again."""
    if not sum_like(view, number) or not same_order(number, source, said_once=True):
        return None
    hit = cues().modifier_before.at(view.words, number.i - 1)
    lead = number.i - 1 - (hit[1] if hit else 0)
    word = view.word(lead)
    if number.prefix in BY or word in BY:
        return "elided-by"
    if word == "اصل":
        return "elided-out-of" if view.word(lead - 1) == "من" else None
    if word == "من":
        return "elided-from" if view.word(source.i - 1) == "الي" and hit is None else None
    verb = _verb(view, lead, source.j, elision_words().costing if counted else elision_words().earning)
    if word in LEVELS:
        return "elided-level" if verb or lead == source.j or moved(view, lead, source.j) else None
    if verb:
        return "elided-verb"
    if word in BUT or exceeding(view, number.i - 1, source.j) or hit is not None and _bounding(view.words[lead + 1 : number.i]):
        return "elided-bound"
    return "elided-noun" if word in BECAME or _sum_noun(view, lead, source.j) else None


def owed(view: View, number: Number) -> bool:
    """كلف الخزانة في 2023 وحدها 43 مليارا, وكلفة المرسى 26 ألفا: a verb or noun of sums over a magnitude, years between."""
    words = elision_words()
    for at in range(number.i - 1, max(-1, number.i - CLAUSE), -1):
        word = view.word(at)
        if word in words.earning or word in words.sums and number.i - at <= NEAR:
            return True
        if not view.is_word(at) and not (view.is_digits(at) and len(word) == 4):
            return False
    return False


def moved(view: View, last: int, stop: int) -> bool:
    """Whether something rises, falls or comes to a level between ``stop`` and ``last``."""
    up, down, verbs = cues().up, cues().down, cues().change
    words = view.words[max(stop, last + 1 - CLAUSE) : last]
    return any(word in up or word in down or word in verbs or word in MOVED or word[1:] in MOVED for word in words)


def exceeding(view: View, last: int, stop: int) -> bool:
    """لا يتعدى متوسطه في القطاع الخاص 870: a level that is not exceeded, across its subject."""
    for at in range(last, max(stop - 1, last - CLAUSE), -1):
        if view.word(at) in EXCEED:
            return True
        if not view.is_word(at):
            return False
    return False


def _bounding(modifier: list[str]) -> bool:
    """لا يزيد على, بأقل من: how far a level goes, where أكثر من alone may count."""
    return modifier[0].startswith("ب") or any(word in EXCEED or word in GROWS for word in modifier)


def _verb(view: View, last: int, stop: int, verbs: Verbs) -> bool:
    for at in range(last, max(stop - 1, last - CLAUSE), -1):
        if view.word(at) in verbs:
            return True
        if not view.is_word(at) and view.word(at) not in ("،", "»", "«"):
            return False
    return False


def _sum_noun(view: View, last: int, stop: int) -> bool:
    sums = elision_words().sums
    places = range(last, max(stop, last - NEAR) - 1, -1)
    return any(view.word(at) in sums and view.word(at + 1) != "الصرف" for at in places)
