"""Exchange rates: 151.3 للدولار, الدولار عند 7.80; what they price and in which currency."""

from __future__ import annotations

from typing import Final

from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Amount, View
from .currency import noun_at
from .open_number import open_after

RATES: Final = word_set("elision", "rates")


def rate(view: View, number: Number) -> Amount | None:
    """151.3 للدولار and الدولار عند 7.80 are exchange rates: in the currency that rises or falls in the clause, else in that of
    the amount before (an amount that says nothing)."""
    word = view.word(number.j + 1) if view.word(number.j) == "مقابل" else view.word(number.j)
    if number.scaled and not number.digits:
        return None
    if view.word(number.i - 1) == "عند" and noun_at(view, number.i - 2, ("ال", "وال")) is not None and open_after(view, number):
        return Amount(None, None)
    if (
        not word.startswith(("لل", "ال"))
        or word == view.word(number.j)
        and word.startswith("ال")
        or word not in load_money().nouns
        or view.word(number.i - 1) not in RATES
    ):
        return None
    for at in range(number.i - 1, max(-1, number.i - 12), -1):
        noun = noun_at(view, at, ("ال", "وال", "لل"))
        if noun is not None and not noun.minor and not noun.plural:
            family = load_money().families[noun.family]
            return Amount(family.default, family.name)
    return Amount(None, None)


def counter(view: View, number: Number) -> tuple[str | None, ...]:
    """The currency that a rate prices (للدولار, الدولار عند): it is never the rate's own."""
    priced_by = view.word(number.j).startswith("لل") or view.word(number.j) == "مقابل"
    places = (number.j, number.j + 1) if priced_by else (number.i - 2,)
    nouns = [noun_at(view, at, ("ال", "وال", "لل")) for at in places]
    return tuple(load_money().families[noun.family].default for noun in nouns if noun is not None and not noun.minor)
