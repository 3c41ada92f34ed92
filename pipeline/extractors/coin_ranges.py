"""An interval of which an end is said by the coin's noun alone: ``بين دينارين ودينارين ونصف``, ``بين دينار وأربعة دنانير``; or in
two units: ``بين 5 دنانير و600 مليم و6 دنانير``. A sentence's amounts in, the same with the two ends made one out."""

from __future__ import annotations

from decimal import Decimal

from .base import Amount, Mention, View
from .changes import between_before, changes, from_before
from .currency import described, noun_at
from .ranges import relation

AND = ("و",)
JOINTS = ("و", "الي", "او")


def coin_ranges(view: View, found: list[Mention]) -> list[Mention]:
    """Joins the ends of an interval that opens with بين or من; a lone coin right after these is one."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda each: each.i):
        first = out[-1] if out else None
        if first is not None and _ends(view, first, mention):
            out[-1] = _joined(view, first.i, first.low, mention, first.money)
        elif (coin := _lone_coin(view, mention)) is None:
            out.append(mention)
        elif (opening := from_before(view, coin)) is not None and changes(view, opening, sums=True):
            out += _one(view, coin), mention
        else:
            out.append(_joined(view, coin, Decimal(1), mention))
    return out


def _joined(view: View, i: int, low: Decimal | None, second: Mention, first: Amount | None = None) -> Mention:
    mention = Mention("money", view, i, second.j, low, second.low, "money-range", second.fields, second.number)
    mention.money = second.money
    if first is not None and second.money is not None:
        second.money.odd, second.money.odd_high = first.odd, second.money.odd
        second.money.odd_unit = first.odd_unit or second.money.odd_unit
    return mention


def _one(view: View, at: int) -> Mention:
    """ارتفع من دينار إلى دينارين: the level that was left."""
    mention = Mention("money", view, at, at + 1, Decimal(1), None, "money-one")
    noun = noun_at(view, at)
    mention.money = described(view, noun, at)[0] if noun is not None else None
    return mention


def _ends(view: View, first: Mention, second: Mention) -> bool:
    """Whether two amounts of one coin, one of them with no number or with its minor unit, are the ends of an interval."""
    numbered = first.number is not None and second.number is not None
    if not _fit(first.money, second.money) or numbered and not (_odd(first.money) or _odd(second.money)):
        return False
    if first.high is not None or second.high is not None or first.low is None or second.low is None or first.low > second.low:
        return False
    if first.low == second.low and not _odd(second.money):
        return False
    opened = between_before(view, first.i) or from_before(view, first.i) is not None
    return opened and relation(view, first.i, first.j, second.i, _and(view, second), sums=True) == "range"


def _and(view: View, mention: Mention) -> bool:
    """Whether و is attached to the first word of an amount."""
    if mention.number is not None:
        return mention.number.joined and mention.number.i == mention.i
    return noun_at(view, mention.i, AND) is not None


def _lone_coin(view: View, second: Mention) -> int | None:
    """The token of دينار in بين دينار وأربعة دنانير, دينار أو دينارين."""
    if second.high is not None or second.low is None or second.low <= 1:
        return None
    gap = second.i if _and(view, second) else second.i - 1
    noun = noun_at(view, gap - 1)
    if noun is None or noun.count or noun.plural or noun.weak or gap < second.i and view.word(gap) not in JOINTS:
        return None
    opened = view.word(gap) == "او" or between_before(view, gap - 1)
    opened = opened or from_before(view, gap - 1) is not None and view.word(gap) == "الي"
    return gap - 1 if opened and _fit(described(view, noun, gap - 1)[0], second.money) else None


def _odd(amount: Amount | None) -> bool:
    return amount is not None and amount.odd is not None


def _fit(a: Amount | None, b: Amount | None) -> bool:
    """The same coin; the end may name its country and the beginning not, and both the same minor unit."""
    if a is None or b is None or a.minor != b.minor or a.odd_unit and b.odd_unit and a.odd_unit != b.odd_unit:
        return False
    return a.code == b.code and a.family == b.family or a.family is not None and a.family == b.family and not a.full
