"""Whether a number without a unit is a price where no amount came before, or whatever else its clause counts: ب and a verb of
selling, a noun of price or of sums before it."""

from __future__ import annotations

from typing import Final

from ..lexicon.elision import elision_words
from ..numbers.number import Number
from .base import View
from .elision import CLAUSE, NEAR, counting
from .exchange import rate
from .open_number import open_after
from .sum_like import STOPS

# before a noun whose number follows: رقم القسط 12
NUMBER_OF: Final = frozenset(("رقم", "ورقم", "برقم", "الرقم"))
BY: Final = ("ب", "وب")


def priced(view: View, number: Number) -> bool:
    """ب or a noun of price before a magnitude with nothing counted after it, or a rate, where no amount came before:
    المطلوب 3 ملايين."""
    if not number.scaled:
        return rate(view, number) is not None
    by = _by(view, number) and (sold(view, number) or not counting(view, number, view.size))
    return (by or _price_before(view, number) or _flowing(view, number)) and open_after(view, number)


def _flowing(view: View, number: Number) -> bool:
    """تحويلات المغتربين إلى 7 مليارات, عجزا يناهز 9,8 مليار: a noun of sums that a magnitude is led up to from, no other figure
    between the two that would count a thing."""
    words = elision_words()
    if counting(view, number, view.size):
        return False
    if view.word(number.i - 1) in words.flows:
        return True
    if words.scaled_leads.at(view.words, number.i - 1) is None:
        return False
    for at in range(number.i - 2, max(-1, number.i - CLAUSE), -1):
        if view.word(at) in words.flows:
            return True
        if view.word(at) in STOPS:
            return False
    return False


def alternative(view: View, number: Number) -> bool:
    """المطلوب مليون كاش، أو مليون ومئتين بصك: one price more, beside one that waits for its currency."""
    return view.word(number.i - 1) in ("او", "بل") and number.scaled and open_after(view, number)


def price_of(view: View, number: Number) -> bool:
    """التأمين 500: bare digits right after a noun of price."""
    phone = view.word(number.i).startswith("0") and number.value >= 1
    priced = number.digits and number.value >= 10 and not phone
    return priced and _price_before(view, number) and open_after(view, number)


def _price_before(view: View, number: Number) -> bool:
    """المعاش 3200, راتب ثابت 200: a noun of price, its adjective between at most."""
    words = elision_words()
    at = number.i - 1
    if view.word(at) in words.adjectives:
        at -= 1
        return view.word(at) in words.prices or view.word(at) in words.sums
    return view.word(at) in words.prices and view.word(at - 1) not in NUMBER_OF


def _by(view: View, number: Number) -> bool:
    return number.prefix in BY or view.word(number.i - 1) == "ب"


def sold(view: View, number: Number) -> bool:
    """المقاعد بيعت سلفا بـ 100 مليون, تشتري الطن من الفلاح بـ 850 ألفا: a magnitude that ب joins to a verb of buying and selling
    is a price, whatever is counted or measured before it."""
    return number.scaled and _by(view, number) and open_after(view, number) and _traded(view, number)


def bought(view: View, number: Number) -> bool:
    """باعه هذا الأسبوع بثلاثمئة: hundreds that ب attaches to a verb of buying and selling."""
    if number.prefix not in BY or number.value < 100 or not open_after(view, number):
        return False
    return _traded(view, number)


def _traded(view: View, number: Number) -> bool:
    trading = elision_words().trading
    return any(view.word(at) in trading for at in range(number.i - 1, max(-1, number.i - NEAR), -1))
