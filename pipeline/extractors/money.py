"""A sentence's numbers in, its amounts of money out: ``250 مليون دولار``, ``$5bn``, ``47 و55 دولارًا``, ``دولارين``,
``ريال واحد و20 درهما``.

What the currency is may stay open here (a bare ريال): the mention carries what the text says, ``resolve`` settles it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..lexicon.marks import MONEY, NOUN
from ..lexicon.money import load_money
from ..numbers.number import Number, times
from .amount_tail import extend, extend_end
from .base import Amount, Free, Mention, View
from .coin_ranges import coin_ranges
from .coins import ONE, without_number
from .currency import Unit, unit_of
from .mixed_units import mixed_units
from .peoples import people_counted
from .ranges import groups, negative
from .year_leads import dated_word

# what may stand between a table's head and its first figure
HEAD_STOPS = frozenset((":", "|", "-"))


def monies(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``money``, those whose unit is said beside the next number (``elided``) among them."""
    if not view.marks & MONEY:
        return []
    units = _units(view, free)
    spans = {place: (unit.i, unit.j) for place, unit in units.items()}
    found = without_number(view, free, bytes(_covered(view, units))) if view.marks & NOUN else []
    for group in groups(view, free, spans, lambda a, b: _alike(units[a].amount, units[b].amount), apart=True):
        if free.taken[group.i]:
            continue
        unit, number = units[group.owner], view.numbers[group.owner]
        fields: dict[str, Any] = {"elided": True} if group.elided else {}
        mention = Mention(
            "money", view, group.i, group.j, group.low, group.high, f"money-{group.link}", fields, view.numbers[group.first]
        )
        mention.money = Amount(unit.amount.code, unit.amount.family, unit.amount.minor, full=unit.amount.full)
        if group.link == "single" and _dual_construct(view, number, unit):
            last = view.entries[number.j - 1]
            mention.low = number.value = number.value + last.value if last is not None else number.value
        if unit.power:
            mention.low = times(group.low, Decimal(10) ** unit.power)
            mention.high = times(group.high, Decimal(10) ** unit.power) if group.high is not None else None
        if group.high is None and mention.low is not None and negative(view, mention.i):
            mention.low = -mention.low
            mention.i -= 1
            mention.start = view.cut.start(mention.i)
        if not group.elided and group.high is None:
            extend(view, free, mention, number)
        elif not group.elided:
            extend_end(view, free, mention)
        free.take(mention.i, mention.j)
        found.append(mention)
    return coin_ranges(view, mixed_units(view, found)) if view.marks & NOUN else mixed_units(view, found)


def _units(view: View, free: Free) -> dict[int, Unit]:
    units: dict[int, Unit] = {}
    for place, number in enumerate(view.numbers):
        unit = unit_of(view, number.i, number.j) if free(number) and not _one_coin(view, number) else None
        if unit is not None and not unit.amount.full and (dated_word(view, number) or people_counted(view, number)):
            continue
        last = next(reversed(units.values()), None)
        if unit is not None and not (last is not None and last.j > unit.i) and not _table_head(view, number, unit, last):
            units[place] = unit
    return units


def _table_head(view: View, number: Number, unit: Unit, last: Unit | None) -> bool:
    """صافي الربح (مليون ريال) 45.3: in what the column counts. A number follows, and no amount stands before, of which it
    would be the conversion."""
    if number.value != number.scale or not number.worded or view.word(number.i - 1) != "(" or view.word(unit.j) != ")":
        return False
    follows = view.word(unit.j + 1) in HEAD_STOPS or view.is_digits(unit.j + 1)
    return follows and view.is_word(number.i - 2) and not (last is not None and last.j == number.i - 1)


def _one_coin(view: View, number: Number) -> bool:
    """أسسوها في 1875 بروبية واحدة: the coin is one, and the number before it a year. نقل الطن الواحد برًّا: one of what stands
    before it."""
    if number.worded and number.value == 1 and view.word(number.i).startswith("ال"):
        return True
    return number.digits and number.value > 1 and view.word(number.j + 1) in ONE and view.word(number.j) in load_money().nouns


def _dual_construct(view: View, number: Number, unit: Unit) -> bool:
    """ألفا دينار is two thousand, مئة ألف وألفا دينار two thousand more than a hundred thousand: an alef without tanween right
    before the noun is the dual that lost its nun."""
    last = number.j - 1
    entry = view.entries[last]
    if (
        entry is None
        or entry.role != "scale"
        or last > number.i
        and not entry.joined
        or not view.word(last).endswith("ا")
        or unit.j == number.j
    ):
        return False
    raw = view.page.to_raw(view.cut.start(last), view.cut.end(last))
    return "\N{ARABIC FATHATAN}" not in view.page.raw[raw.start : raw.end]


def _alike(a: Amount, b: Amount) -> bool:
    """Whether two amounts are of one currency, which the last may say in full alone (2 دولار إلى 3 دولارات كندية)."""
    if b.full and not a.full and a.family is not None and (a.family, a.minor) == (b.family, b.minor):
        return True
    return (a.code, a.minor) == (b.code, b.minor) and (a.code is not None or a.family == b.family)


def _covered(view: View, units: dict[int, Unit]) -> bytearray:
    """The tokens that a number and its currency hold already."""
    covered = bytearray(view.size)
    for unit in units.values():
        covered[unit.i : unit.j] = b"\x01" * (unit.j - unit.i)
    return covered
