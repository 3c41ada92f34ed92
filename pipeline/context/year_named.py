"""A year that is part of a name and dates no figure: رؤية 2030, شريحة 2039, القانون رقم 49 لسنة 2016, سندات تستحق في 2040."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set

# what a year is the name of, and what falls due in one
NAMED, DUE = word_set("when", "named"), word_set("when", "due")
# what is passed in a year, and what a law of money tells of
LAWS: Final = word_set("when", "laws")
MONEY: Final = frozenset(("الماليه", "ماليه", "ميزانيه", "الميزانيه", "موازنه", "الموازنه"))
YEAR_NOUNS: Final = frozenset(("عام", "سنه", "لعام", "لسنه", "العام", "السنه"))
OF_YEAR: Final = frozenset(("لسنه", "لعام", "سنه", "عام"))
# how far back a law's number stands, and what falls due
NUMBER, BACK = 7, 3


def is_name(view: View, year: Mention) -> bool:
    """Whether a year names a plan, a model, a law or an issue."""
    if "anchor" in year.fields:
        return False
    at = year.i - 1
    while at >= 0 and view.words[at] in YEAR_NOUNS:
        at -= 1
    if at < 0:
        return False
    if view.words[at] in NAMED:
        return at == year.i - 1
    if not DUE.isdisjoint(view.words[max(0, at - BACK) : at + 1]):
        return True
    return not OF_YEAR.isdisjoint(view.words[at + 1 : year.j]) and _of_law(view, at)


def _of_law(view: View, at: int) -> bool:
    """القانون رقم 49 لسنة 2016, النظام رقم (14) لسنة 2025, نظام معدل لنظام الرسوم لسنة 2025; not قانون المالية لسنة 2025."""
    before = view.words[max(0, at - NUMBER) : at + 1]
    if "رقم" in before:
        number = at - (view.words[at] == ")")
        return view.is_digits(number) or view.entries[number] is not None
    return view.words[at + 1] == "لسنه" and not LAWS.isdisjoint(before) and MONEY.isdisjoint(before)
