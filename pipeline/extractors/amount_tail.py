"""What may follow an amount and belongs to it: a half (دينار ونصف), a minor unit (و43 سنتا), the rest of a scaled number."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.elision import elision_words
from ..lexicon.kinds import word_kinds
from ..lexicon.money import load_money
from ..numbers.number import HUNDRED, Number, times
from ..text.tokens import WORD
from .base import Amount, Free, Mention, View
from .changes import between_before
from .currency import described, noun_at, unit_of
from .open_number import absolute
from .shillings import follower_of, grow, minor_name, shillings

HALVES: Final = ("fraction", "half")


def extend(view: View, free: Free, mention: Mention, number: Number | None) -> None:
    """A half after the noun (دينار ونصف), a minor unit (و43 سنتا), the rest of a scaled number (مليون دولار و200 ألف)."""
    scale = number.scale if number is not None and number.scaled else Decimal(1)
    told = _half(view, mention, scale) or shillings(view, free, mention) or _odd(view, free, mention, number)
    if not told and number is not None:
        _rest(view, free, mention, number)


def _half(view: View, mention: Mention, scale: Decimal) -> bool:
    at = mention.j
    entry = view.entries[at] if at < view.size else None
    if view.word(at) == "الا" and mention.low is not None:
        return _less(view, mention, at + 1)
    if entry is None or entry.role not in HALVES or not entry.joined or entry.definite or mention.low is None:
        return False
    after = view.entries[at + 1] if at + 1 < view.size else None
    if mention.money is not None and _own_unit(view, at + 1, mention, (mention.money.family, mention.money.minor)):
        scale, length = Decimal(1), 2
    elif after is not None and after.role == "scale" and after.prefix in ("ال", ""):
        if _another(view, mention, at):
            return False
        scale, length = after.value, 2
    elif entry.role == "half" and not _of_another(view, at + 1) or not _names(view, at + 1):
        length = 1
    else:
        return False
    mention.low += times(entry.value, scale) if scale > 1 else entry.value
    grow(view, mention, at + length)
    return True


def _own_unit(view: View, at: int, mention: Mention, families: tuple[str | None, ...]) -> bool:
    """درهمين ونصف الدرهم, 5 سنتات ونصف سنت; بين درهم ونصف درهم are two."""
    named = noun_at(view, at, ("ال",) if between_before(view, mention.i) else ("ال", ""))
    if named is None or named.family not in families or named.plural or named.count:
        return False
    return not described(view, named, at)[0].full


def _of_another(view: View, at: int) -> bool:
    """ونص المبلغ مقدم: half of another sum, which the word of sums tells."""
    word = view.word(at)
    return word.startswith("ال") and (word in elision_words().sums or word in elision_words().flows)


def _another(view: View, mention: Mention, at: int) -> bool:
    """مليون دولار ونصف مليون يورو: a fraction of a magnitude with another currency of its own is another amount."""
    unit, money = unit_of(view, at, at + 2), mention.money
    if unit is None or money is None or unit.i < at:
        return False
    own = unit.amount
    if own.code and own.code == money.code:
        return False
    return own.family != money.family or own.full and money.code is not None


def _less(view: View, mention: Mention, at: int) -> bool:
    """دينارين إلا ربع, مليون دولار إلا ربعا: a fraction of the last unit is taken off."""
    entry = view.entries[at] if at < view.size else None
    if entry is None or entry.role not in HALVES or entry.joined or entry.definite or mention.low is None or _names(view, at + 1):
        return False
    number = mention.number
    mention.low -= times(entry.value, number.scale) if number is not None and number.scaled else entry.value
    grow(view, mention, at + 1)
    return True


def _names(view: View, at: int) -> bool:
    """Whether a definite noun stands there: دولار ونصف الشركة is no amount and a half; ونصف الأسبوع الماضي is one."""
    word = view.word(at)
    if view.word(at + 1).startswith("ال") and word_kinds().get(word.removeprefix("ال")) == "time":
        return False
    return word.startswith("ال") and word != "الي" or at < view.size and word in load_money().nouns


def _odd(view: View, free: Free, mention: Mention, number: Number | None) -> bool:
    """The minor amount beside the main one; without its noun only after a main unit that itself has no number (بدينار و200)."""
    follower = follower_of(view, free, mention.j)
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
    minor = minor_name(view, follower.j)
    if minor is not None and _part_of(mention.money, minor):
        mention.money.odd, mention.money.odd_unit = follower.value, minor
        grow(view, mention, follower.j + 1)
        _part_of_odd(view, mention, minor)
        return True
    hundreds = follower.worded and follower.value >= 100 and not follower.scaled
    small = (follower.digits or hundreds) and follower.value < 1000
    if number is None and noun is None and small and not _names_something(view, follower.j):
        mention.money.odd, mention.money.odd_unit = follower.value, ""
        grow(view, mention, follower.j)
        return True
    return False


def extend_end(view: View, free: Free, mention: Mention) -> None:
    """من 5 دنانير إلى 6 دنانير و200 مليم: the minor unit of an interval's end."""
    follower, money = follower_of(view, free, mention.j), mention.money
    minor = minor_name(view, follower.j) if follower is not None else None
    if follower is None or minor is None or money is None or money.minor or not _part_of(money, minor):
        return
    money.odd_high, money.odd_unit = follower.value, minor
    grow(view, mention, follower.j + 1)


def _part_of_odd(view: View, mention: Mention, minor: str) -> None:
    """و97 قرشا ونصف, و5 قروش وربع القرش: a fraction of the minor unit."""
    at, money = mention.j, mention.money
    entry = view.entries[at] if at < view.size else None
    if entry is None or entry.role not in HALVES or not entry.joined or entry.definite or money is None or money.odd is None:
        return
    own = _own_unit(view, at + 1, mention, (minor,))
    scaled = at + 1 < view.size and view.entries[at + 1] is not None
    if own or not scaled and not _names(view, at + 1):
        money.odd += entry.value
        grow(view, mention, at + 1 + own)


def _names_something(view: View, at: int) -> bool:
    return at < view.size and view.kind(at) == WORD and not view.word(at).startswith(("و", "في", "لل"))


def _part_of(amount: Amount, minor: str) -> bool:
    """Whether the minor unit is one of the main unit's, or of one that the open family may turn out to be."""
    money = load_money()
    if amount.code:
        return minor in money.minor_units.get(amount.code, {})
    family = money.families.get(amount.family or "")
    return family is not None and any(minor in money.minor_units.get(code, {}) for code in family.codes)


def _rest(view: View, free: Free, mention: Mention, number: Number) -> None:
    """مليون دولار و200 ألف: a smaller scale after the noun, with no noun of its own, goes on with the number."""
    follower = follower_of(view, free, mention.j)
    if follower is None or mention.low is None or not number.scaled or not follower.scaled or follower.value >= number.scale:
        return
    if follower.scale <= HUNDRED or unit_of(view, follower.i, follower.j) is not None:
        return
    if _names_something(view, follower.j) and not absolute(view, follower):
        return
    mention.low += follower.value
    grow(view, mention, follower.j)
