"""Amounts whose currency is said with a later one: ``إلى 320 مليونا من 410 ملايين ريال``, ``من 2.5 مليار في 2022 إلى 3.1 مليار
دولار``, ``1.2 مليار في 2022، 1.4 مليار في 2023، و1.6 مليار ريال``, ``لا تقل عن 500 ولا تزيد على 2000 جنيه``. In: a sentence with
its amounts; out: more amounts.

Only what counts nothing, and only where the words between are all of a change, a comparison, a list, or a bound, and years.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Amount, Free, Mention, View
from .changes import COMMAS
from .elided_gaps import yearly
from .elision import counting
from .open_number import open_after
from .ranges import SPREAD
from .two_way import sided, two_way

# what a level is set against; ب of مقارنة بـ stands before the number
AGAINST = word_set("carried", "against")
IN_YEAR = word_set("carried", "in_year")
DENIALS = ("لا", "ولا", "الا", "والا")
FROM = ("من",)
TO = ("الي",)
# a year and its noun, a joint and its modifier
REACH = 8
FIRST = 1900


def carried(view: View, free: Free, mentions: list[Mention]) -> Iterator[tuple[Number, Amount]]:
    """Numbers that share the currency of an amount after them, from right to left, with that currency."""
    said = {m.number.i: m for m in mentions if m.kind == "money" and m.number is not None and m.high is None}
    after: tuple[Number, Amount] | None = None
    dated = False
    for number in reversed(view.numbers):
        mention = said.get(number.i)
        if mention is not None and mention.money is not None:
            tells = number.scaled and not mention.money.minor or _bounded(view, number) > 0 or sided(view, number)
            whole = mention.i == number.i and tells
            after = (number, mention.money) if whole else None
            dated = view.word(mention.j) in IN_YEAR
        elif _year(number) and after is not None and view.word(number.i - 1) in IN_YEAR:
            continue
        elif after is not None and free(number) and _shares(view, number, after[0], dated):
            yield number, after[1]
            after, dated = (number, after[1]), view.word(number.j) in IN_YEAR
        else:
            after = None


def _shares(view: View, number: Number, later: Number, dated: bool) -> bool:
    if two_way(view, number, later):
        return True
    if later.i - number.j > REACH or not open_after(view, number) or counting(view, number):
        return False
    low, high = sorted((number.value, later.value))
    if high > SPREAD * low:
        return False
    if number.scaled and later.scaled and _joined(view, number, later, dated):
        return True
    return number.scaled == later.scaled and _bounded(view, number) > 0 and _bounded(view, later) == later.i - number.j > 0


def _bounded(view: View, number: Number) -> int:
    """How long the bound is that a number stands after: لا تقل عن 500, ولا تزيد على 2000; nought where there is none."""
    hit = cues().modifier_before.at(view.words, number.i - 1)
    return hit[1] if hit is not None and hit[1] > 1 and view.word(number.i - hit[1]) in DENIALS else 0


def _joined(view: View, number: Number, later: Number, dated: bool) -> bool:
    """Whether a joint that fits what stands before the first is all that there is between the two, but for a year. ``dated``
    tells whether the later one has its year too."""
    at = number.j
    while view.word(at) in IN_YEAR and at < later.i:
        at += 1
    if at == number.j or not view.is_digits(at) or len(view.word(at)) != 4:
        return _comparing(view, number, number.j, later)
    return _comparing(view, number, at + 1, later) or dated and _listed(view, at + 1, later)


def _comparing(view: View, number: Number, at: int, later: Number) -> bool:
    hit = cues().modifier_before.at(view.words, later.i - 1)
    end = later.i - hit[1] if hit is not None and later.i - hit[1] >= at else later.i
    between = tuple(view.words[at:end])
    hit = cues().modifier_before.at(view.words, number.i - 1)
    lead = view.word(number.i - 1 - (hit[1] if hit is not None else 0))
    if between == TO:
        return lead in FROM
    compared = between == FROM or len(between) == 1 and between[0] in AGAINST
    paired = len(between) == 2 and between[0] in AGAINST and between[1] in ("ب", "مع", "من")
    attached = later.prefix == "ب" and len(between) == 1 and between[0] in AGAINST
    return (compared or paired or attached) and lead in TO


def _listed(view: View, at: int, later: Number) -> bool:
    """Amounts of several years in a row, a comma or و between."""
    between = view.words[at : later.i]
    if later.joined and not between:
        return True
    return 0 < len(between) <= 2 and all(word in COMMAS or word == "و" for word in between)


def _year(number: Number) -> bool:
    return yearly(number, FIRST)
