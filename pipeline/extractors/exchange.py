"""Exchange rates: 151.3 للدولار, الدولار عند 7.80, اليورو أمام الدولار عند 1.08; what they price and in which currency."""

from __future__ import annotations

from typing import Final

from ..lexicon.money import Noun, load_money
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Amount, View
from .currency import nationalities, noun_at
from .open_number import open_after

RATES: Final = word_set("elision", "rates")
AGAINST: Final = frozenset(("مقابل", "امام"))
THE: Final = ("ال", "وال", "لل")
# money that others are told by, and of it what a dollar is less than
MAJOR: Final = frozenset(("USD", "EUR", "GBP"))
DEARER: Final = frozenset(("EUR", "GBP"))
DOLLAR: Final = "USD"
ADJECTIVES: Final = frozenset(("الاسترليني", "الموحده"))
# no dollar, euro or pound is so many of another of the three
EVEN: Final = 2
THOUSAND: Final = 1000
BACK: Final = 12
PAIR: Final = 6


def rate(view: View, number: Number) -> Amount | None:
    """151.3 للدولار and الدولار عند 7.80 are exchange rates: in the currency that rises or falls in the clause, else in that of
    the amount before (an amount that says nothing)."""
    priced = _priced_after(view, number)
    if number.scaled and not number.digits and (priced is None or number.scale > THOUSAND):
        return None
    before = view.word(number.i - 1)
    if priced is not None and (before in RATES or _noun_before(view, number.i) is not None):
        return _own(view, number, priced)
    if before == "عند" and open_after(view, number) and noun_at(view, number.i - 2, THE) is not None:
        return _paired(view, number) or Amount(None, None)
    return _paired(view, number) if number.digits and open_after(view, number) else None


def counter(view: View, number: Number) -> tuple[str | None, ...]:
    """The currency that a rate prices (للدولار, الدولار عند): it is never the rate's own."""
    noun = _priced_after(view, number) or noun_at(view, number.i - 2, THE)
    return () if noun is None or noun.minor else (load_money().families[noun.family].default,)


def _priced_after(view: View, number: Number) -> Noun | None:
    """The currency of للدولار, مقابل الدولار after a number."""
    against = view.word(number.j) in AGAINST
    noun = noun_at(view, number.j + 1, ("ال", "لل")) if against else noun_at(view, number.j, ("لل",))
    return noun if noun is not None and not noun.minor else None


def _noun_before(view: View, at: int) -> tuple[Noun, int] | None:
    """The currency that ends right before a token, and where it stands: الليرة, الليرة التركية."""
    for place in (at - 1, at - 2):
        noun = noun_at(view, place, THE)
        if noun is not None:
            return (noun, place) if not noun.minor and not noun.plural else None
        if view.word(place) not in ADJECTIVES and view.word(place).removeprefix("ال") not in nationalities():
            return None
    return None


def _own(view: View, number: Number, priced: Noun) -> Amount:
    """The money of a rate whose other money is said after it. A dearer one than the dollar is told in dollars."""
    for at in range(number.i - 1, max(-1, number.i - BACK), -1):
        noun = noun_at(view, at, THE)
        if noun is None or noun.minor or noun.plural or noun.family == priced.family:
            continue
        dearer = _code(view, noun, at) in DEARER and load_money().families[priced.family].default == DOLLAR
        return _amount(priced if dearer and number.value < EVEN else noun)
    return Amount(None, None)


def _paired(view: View, number: Number) -> Amount | None:
    """الدولار أمام الجنيه 50.85, الليرة أمام الدولار إلى 34.5: so many of the lesser money for one of the major."""
    end = number.i - (view.word(number.i - 1) in RATES)
    if end == number.i and number.value % 1 == 0:
        return None
    for at in range(end - 1, max(0, end - PAIR), -1):
        if view.word(at) not in AGAINST:
            continue
        second, before = noun_at(view, at + 1, THE), _noun_before(view, at)
        if before is None or second is None or second.minor or before[0].family == second.family:
            return None
        first = before[0]
        codes = _code(view, *before), _code(view, second, at + 1)
        major = [code in MAJOR for code in codes]
        if all(major):
            dollars = DOLLAR in codes and codes[0] in DEARER and number.value < EVEN
            return Amount(DOLLAR, None) if dollars else None
        if not any(major) or number.value < EVEN:
            return None
        return _amount(second if major[0] else first)
    return None


def _code(view: View, noun: Noun, at: int) -> str | None:
    """The currency that a noun at a token states; الجنيه الإسترليني is the British one."""
    family = load_money().families[noun.family]
    hit = family.qualify([view.word(place) for place in range(at + 1, at + 4)], 0)
    return hit.code if hit is not None else family.default


def _amount(noun: Noun) -> Amount:
    family = load_money().families[noun.family]
    return Amount(family.default, family.name)
