"""What stands right beside an amount of an open currency and tells which of its family it is, or which it cannot be.

A money has no price in itself: in ``سعر الريال القطري 1.03 ريال`` the second is another, and the first speaks for no amount of
the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from .lexicon.inflect import adjective_forms, place_forms
from .lexicon.money import load_money
from .lexicon.money_types import Family, Noun
from .lexicon.places import load_places
from .spoken import countries

# the clause before an amount in which its money may be priced, in characters, and what ends that clause
CLAUSE: Final = 80
STOPS: Final = "،؛.!؟\n(,"
DEFINITE: Final = frozenset(("ال", "وال", "فال", "لل"))
# قيمتها من الريال السعودي 500 ريال: so much of it
OF: Final = frozenset(("من", "ب"))
# how far the country is that an amount is beside, and the money that the price is in: 1500 ريال للدولار
BEFORE: Final = 50
AFTER: Final = 30
_MARKS: Final = STOPS + ")«»\"':"
_CUT: Final = str.maketrans(dict.fromkeys("«»\"':-–", " "))


def priced(text: str, start: int, end: int, family: Family) -> str | None:
    """The code of the money that an amount of its own family is the price of; None where it is no price, or one of other money
    (تراجع الريال اليمني إلى 1500 ريال للدولار)."""
    begin = max(0, start - CLAUSE)
    clause = text[max([begin, *(text.rfind(stop, begin, start) + 1 for stop in STOPS)]) : start].translate(_CUT)
    words = clause.split()
    for at in range(len(words) - 1, -1, -1):
        hit = next((family.qualify(words, at + 1) for noun in _main(words[at]) if noun.family == family.name), None)
        if hit is None or not hit.code or at and words[at - 1] in OF:
            continue
        others = any(_main(word) for word in words[at + 1 + hit.length :])
        return None if others or _sold(text[end : _clause_end(text, end, end + AFTER)]) else hit.code
    return None


def _main(word: str) -> list[Noun]:
    """The main units that a definite word names."""
    return [noun for noun in load_money().nouns.get(word, ()) if noun.prefix in DEFINITE and not noun.minor]


def _sold(after: str) -> bool:
    """للدولار, مقابل اليورو: what the price is of."""
    return any(_main(word) for word in after.split()[:2])


def beside(text: str, start: int, end: int, bounds: tuple[int, int], family: Family) -> str | None:
    """The money of the one country of this family that is named within a few words of an amount, in its sentence. Adjectives
    tell who somebody is, not where he pays (نال الشاعر الليبي 6 آلاف دينار)."""
    for low, high in _windows(text, start, end, bounds):
        names = " ".join(word for word in text[low:high].split() if word.strip(_MARKS) not in _adjectives())
        named = {family.by_country[code] for code in countries(names)[0] if code in family.by_country}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


@cache
def _adjectives() -> frozenset[str]:
    forms = {form for each in load_places().adjectives.values() for adjective in each for form in adjective_forms(adjective)}
    return frozenset(each for form in forms for each in (place_forms(form) if form.startswith("ال") else (form,)))


def _windows(text: str, start: int, end: int, bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The words before an amount, then those after it, up to the next clause."""
    low = max(bounds[0], start - BEFORE)
    yield (low if low == bounds[0] else text.find(" ", low, start) + 1), start
    yield end, _clause_end(text, end, min(bounds[1], end + AFTER))


def _clause_end(text: str, start: int, end: int) -> int:
    return min((at for stop in STOPS if (at := text.find(stop, start, end)) >= 0), default=end)
