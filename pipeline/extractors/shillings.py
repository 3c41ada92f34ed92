"""Old pounds: ``5 جنيهات و10 شلنات و6 بنسات`` is one amount, twenty shillings of twelve pence a pound. What may follow an amount
and goes on with it, in tokens."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.money import load_money
from ..numbers.number import Number
from .base import Amount, Free, Mention, View
from .currency import described, noun_at

SHILLING: Final = "شلن"
PENNY: Final = "بنس"
PENCE: Final = 12
# pence are no even part of a pound: 7 of them to this place
PLACES: Final = Decimal("0.0001")


def shillings(view: View, free: Free, mention: Mention) -> bool:
    """Adds the shillings beside pounds, and the pence beside shillings."""
    amount = mention.money
    if amount is None or mention.low is None:
        return False
    if amount.family == SHILLING:
        return not amount.full and _pence(view, free, mention, 1)
    follower = follower_of(view, free, mention.j)
    noun = noun_at(view, follower.j) if follower is not None else None
    parts = _in_pound(amount) if noun is not None and noun.family == SHILLING else 0
    if follower is None or noun is None or follower.value >= parts or described(view, noun, follower.j)[0].full:
        return False
    mention.low += follower.value / parts
    grow(view, mention, follower.j + 1)
    _pence(view, free, mention, parts)
    return True


def _pence(view: View, free: Free, mention: Mention, parts: int) -> bool:
    """Adds pence to an amount of which a shilling is one of ``parts``."""
    pence = follower_of(view, free, mention.j)
    if pence is None or mention.low is None or minor_name(view, pence.j) != PENNY or pence.value >= PENCE:
        return False
    mention.low += (pence.value / (PENCE * parts)).quantize(PLACES).normalize()
    grow(view, mention, pence.j + 1)
    return True


def _in_pound(amount: Amount) -> int:
    """How many shillings the main unit of an amount had, nought where it had none."""
    money = load_money()
    family = money.families.get(amount.family or "")
    codes = [amount.code] if amount.code else family.codes if family is not None and not amount.minor else ()
    return next((parts for code, parts in money.families[SHILLING].parts.items() if code in codes), 0)


def minor_name(view: View, at: int) -> str | None:
    money = load_money()
    if view.word(at) in money.minor_symbols:
        return money.minor_symbols[view.word(at)]
    for noun in money.nouns.get(view.word(at), ()):
        if noun.minor and not noun.prefix:
            return noun.family
    return None


def follower_of(view: View, free: Free, at: int) -> Number | None:
    """The number that و joins to what ends at token ``at``, or that a sign's amount is followed by (20$ 43c)."""
    for number in view.numbers:
        if number.i >= at:
            joined = (
                number.i == at
                and (number.joined or view.word(at - 1) in ("$", "€", "£"))
                or number.i == at + 1
                and view.word(at) == "و"
            )
            return number if joined and free(number) else None
    return None


def grow(view: View, mention: Mention, j: int) -> None:
    mention.j = j
    mention.end = view.cut.end(j - 1)
