"""A sentence's numbers in, its amounts of money out: ``250 مليون دولار``, ``$5bn``, ``47 و55 دولارًا``, ``دولارين``,
``ريال واحد و20 درهما``.

What the currency is may stay open here (a bare ريال): the mention carries what the text says, ``resolve`` settles it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..numbers.scan import HUNDRED, Number, times
from ..text.tokens import WORD
from .base import Amount, Free, Mention, View
from .currency import Unit, described, noun_at, unit_of
from .ranges import groups, negative

PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
ONE = ("واحد", "واحده", "واحدا")
HALVES = ("fraction", "half")


def monies(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``money``, those whose unit is said beside the next number (``elided``) among them."""
    if not _may_hold(view):
        return []
    units = _units(view, free)
    spans = {place: (unit.i, unit.j) for place, unit in units.items()}
    found = _without_number(view, free, bytes(_covered(view, units)))
    for group in groups(view, free, spans, lambda a, b: _alike(units[a].amount, units[b].amount)):
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
            _extend(view, free, mention, number)
        free.take(mention.i, mention.j)
        found.append(mention)
    return found


@cache
def _marks() -> frozenset[str]:
    """Words and signs of money, and the letters of its abbreviations."""
    money = load_money()
    return frozenset((*money.nouns, *money.symbols, *money.minor_symbols, *"$€£¥₪₺₽₹₩⃁﷼", *"درجل"))


def _may_hold(view: View) -> bool:
    return not _marks().isdisjoint(view.words)


def _units(view: View, free: Free) -> dict[int, Unit]:
    units: dict[int, Unit] = {}
    for place, number in enumerate(view.numbers):
        unit = unit_of(view, number.i, number.j) if free(number) and not _one_coin(view, number) else None
        if unit is not None and not any(other.j > unit.i for other in list(units.values())[-1:]):
            units[place] = unit
    return units


def _one_coin(view: View, number: Number) -> bool:
    """أسسوها في 1875 بروبية واحدة: the coin is one, and the number before it a year."""
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
    return (a.code, a.minor) == (b.code, b.minor) and (a.code is not None or a.family == b.family)


# --- what may follow an amount and belongs to it


def _extend(view: View, free: Free, mention: Mention, number: Number | None) -> None:
    """A half after the noun (دينار ونصف), a minor unit (و43 سنتا), the rest of a scaled number (مليون دولار و200 ألف)."""
    scale = number.scale if number is not None and number.scaled else Decimal(1)
    if not (_half(view, mention, scale) or _odd(view, free, mention, number) or number is None):
        _rest(view, free, mention, number)


def _half(view: View, mention: Mention, scale: Decimal) -> bool:
    at = mention.j
    entry = view.entries[at] if at < view.size else None
    if view.word(at) == "الا" and mention.low is not None:
        return _less(view, mention, at + 1)
    if entry is None or entry.role not in HALVES or not entry.joined or entry.definite or mention.low is None:
        return False
    after = view.entries[at + 1] if at + 1 < view.size else None
    named = noun_at(view, at + 1, ("ال",))
    if named is not None and mention.money is not None and named.family in (mention.money.family, mention.money.minor):
        scale, length = Decimal(1), 2  # درهمين ونصف الدرهم
    elif after is not None and after.role == "scale" and after.prefix in ("ال", ""):
        scale, length = after.value, 2
    elif entry.role == "half" or not _names(view, at + 1):
        length = 1
    else:
        return False
    mention.low += times(entry.value, scale) if scale > 1 else entry.value
    _grow(view, mention, at + length)
    return True


def _less(view: View, mention: Mention, at: int) -> bool:
    """دينارين إلا ربع, مليون دولار إلا ربعا: a fraction of the last unit is taken off."""
    entry = view.entries[at] if at < view.size else None
    if entry is None or entry.role not in HALVES or entry.joined or entry.definite or mention.low is None or _names(view, at + 1):
        return False
    number = mention.number
    mention.low -= times(entry.value, number.scale) if number is not None and number.scaled else entry.value
    _grow(view, mention, at + 1)
    return True


def _names(view: View, at: int) -> bool:
    """Whether a definite noun stands there: دولار ونصف الشركة is no amount and a half."""
    word = view.word(at)
    return word.startswith("ال") and word != "الي" or at < view.size and word in load_money().nouns


def _odd(view: View, free: Free, mention: Mention, number: Number | None) -> bool:
    """The minor amount beside the main one; without its noun only after a main unit that itself has no number (بدينار و200)."""
    follower = _follower(view, free, mention.j)
    if (
        follower is None
        or mention.money is None
        or mention.money.minor
        or number is not None
        and number.scaled
        and number.scale > 10**6
    ):
        return False
    noun = noun_at(view, follower.j)
    minor = _minor_name(view, follower.j)
    if minor is not None and _part_of(mention.money, minor):
        mention.money.odd, mention.money.odd_unit = follower.value, minor
        _grow(view, mention, follower.j + 1)
        return True
    hundreds = follower.worded and follower.value >= 100 and not follower.scaled
    small = (follower.digits or hundreds) and follower.value < 1000
    if number is None and noun is None and small and not _names_something(view, follower.j):
        mention.money.odd, mention.money.odd_unit = follower.value, ""
        _grow(view, mention, follower.j)
        return True
    return False


def _names_something(view: View, at: int) -> bool:
    return at < view.size and view.kind(at) == WORD and not view.word(at).startswith(("و", "في", "لل"))


def _minor_name(view: View, at: int) -> str | None:
    money = load_money()
    if view.word(at) in money.minor_symbols:
        return money.minor_symbols[view.word(at)]
    for noun in money.nouns.get(view.word(at), ()):
        if noun.minor and not noun.prefix:
            return noun.family
    return None


def _part_of(amount: Amount, minor: str) -> bool:
    """Whether the minor unit is one of the main unit's, or of one that the open family may turn out to be."""
    money = load_money()
    if amount.code:
        return minor in money.minor_units.get(amount.code, {})
    family = money.families.get(amount.family or "")
    return family is not None and any(minor in money.minor_units.get(code, {}) for code in family.codes)


def _follower(view: View, free: Free, at: int) -> Number | None:
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


def _rest(view: View, free: Free, mention: Mention, number: Number) -> None:
    """مليون دولار و200 ألف: a smaller scale after the noun, with no noun of its own, goes on with the number."""
    follower = _follower(view, free, mention.j)
    if follower is None or mention.low is None or not number.scaled or not follower.scaled or follower.value >= number.scale:
        return
    if follower.scale <= HUNDRED or unit_of(view, follower.i, follower.j) is not None or _names_something(view, follower.j):
        return
    mention.low += follower.value
    _grow(view, mention, follower.j)


def _grow(view: View, mention: Mention, j: int) -> None:
    mention.j = j
    mention.end = view.cut.end(j - 1)


# --- amounts that are said by the noun alone


def _covered(view: View, units: dict[int, Unit]) -> bytearray:
    """The tokens that a number and its currency hold already."""
    covered = bytearray(view.size)
    for unit in units.values():
        covered[unit.i : unit.j] = b"\x01" * (unit.j - unit.i)
    return covered


def _without_number(view: View, free: Free, covered: bytes) -> list[Mention]:
    """دولارين is two, ريال واحد is one, بدينار و200 and ليرة ونصف open with one."""
    found = []
    nouns = load_money().nouns
    for at, word in enumerate(view.words):
        if word not in nouns or free.taken[at] or covered[at]:
            continue
        noun = noun_at(view, at, PREFIXES)
        if noun is None or noun.plural:
            continue
        mention = _counted_noun(view, free, at)
        if mention is not None:
            free.take(mention.i, mention.j)
            found.append(mention)
    return found


def _counted_noun(view: View, free: Free, at: int) -> Mention | None:
    noun = noun_at(view, at, PREFIXES)
    if noun is None:
        return None
    amount, end = described(view, noun, at)
    if noun.weak and end == at + 1 and not _paid(view, at):
        return None
    said_one = any(view.word(place) in ONE for place in range(at + 1, end + 1))
    if said_one and view.word(end) in ONE:
        end += 1
    mention = Mention("money", view, at, end, Decimal(noun.count or 1), None, "money-dual" if noun.count else "money-one", {})
    mention.money = amount
    if any(free.taken[at:end]):
        return None
    _extend(view, free, mention, None)
    bought = noun.prefix in BY and not noun.weak and not noun.minor and _bought(view, at)
    return mention if noun.count or said_one or bought or mention.j > end else None


# a word that is a unit of time or something else as well (سنتين) is money where something is paid
PAYING = word_set("money", "paying")
TRADING = word_set("money", "trading")
BY = ("ب", "وب", "فب")
TRADED = 6


def _bought(view: View, at: int) -> bool:
    """نشتري أربعة أرغفة بدينار: what is bought and sold for a dinar costs one."""
    stops = at + 1 >= view.size or view.kind(at + 1) != WORD
    return stops and not TRADING.isdisjoint(view.words[max(0, at - TRADED) : at])


def _paid(view: View, at: int) -> bool:
    return view.word(at - 1) in PAYING
