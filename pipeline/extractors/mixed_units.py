"""An interval that begins in a minor unit and ends in its main one: ``ما بين 42 سنتا و1.10 دولار``. A sentence's amounts in, the
same with such two made one out."""

from __future__ import annotations

from decimal import Decimal

from ..lexicon.money import load_money
from .base import Amount, Mention, View
from .changes import between_before, from_before
from .ranges import relation


def mixed_units(view: View, found: list[Mention]) -> list[Mention]:
    """Joins a minor amount and the main one right after it where they are the ends of one interval."""
    if not any(mention.money is not None and mention.money.minor for mention in found):
        return found
    out: list[Mention] = []
    for mention in sorted(found, key=lambda each: each.i):
        low = _low(view, out[-1], mention) if out else None
        if low is None:
            out.append(mention)
            continue
        joined = Mention("money", view, out[-1].i, mention.j, low, mention.low, "money-range", mention.fields, out[-1].number)
        joined.money = mention.money
        out[-1] = joined
    return out


def _low(view: View, first: Mention, second: Mention) -> Decimal | None:
    """The minor amount in main units, None where the two make no interval."""
    a, b, number = first.money, second.money, second.number
    if a is None or b is None or number is None or not a.minor or b.minor or b.odd is not None or first.low is None:
        return None
    if first.high is not None or second.high is not None or number.i != second.i and view.word(second.i) != "و":
        return None
    opened = between_before(view, first.i) or from_before(view, first.i) is not None
    if not opened or relation(view, first.i, first.j, number.i, number.joined) != "range":
        return None  # تراجع 84 سنتا إلى 82 دولارا
    parts = _parts(a.minor, b)
    low = first.low.scaleb(1 - len(str(parts))) if parts else None
    return low if low is not None and second.low is not None and low < second.low else None


def _parts(minor: str, main: Amount) -> int:
    """How many of a minor unit make the main one; nought where that cannot be told."""
    money = load_money()
    family = money.families.get(main.family or "")
    codes = [main.code] if main.code else family.codes if family is not None else ()
    parts = {money.minor_units.get(code, {}).get(minor, 0) for code in codes} - {0}
    return parts.pop() if len(parts) == 1 else 0
