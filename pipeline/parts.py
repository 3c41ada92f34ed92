"""Main and minor units: how many parts a money has, and an amount told in them, as one in the main unit."""

from __future__ import annotations

from decimal import Decimal

from .extractors.base import Amount, Mention
from .lexicon.money import Family, load_money
from .numbers.number import times


def divide(mention: Mention, parts: int) -> None:
    """80 شلنا are four pounds."""
    mention.low = times(mention.low, 1 / Decimal(parts)) if mention.low is not None else None
    mention.high = times(mention.high, 1 / Decimal(parts)) if mention.high is not None else None


def parted(family: Family, minor: str | None) -> list[str]:
    """The codes of a family whose money has this minor unit; all of them where none is told."""
    units = load_money().minor_units
    return [code for code in family.codes if minor in (None, "") or minor in units.get(code, {})]


def with_odd(main: Decimal | None, odd: Decimal | None, amount: Amount, code: str | None) -> Decimal | None:
    """5 دنانير و250 فلسا: the minor amount added to the main one."""
    if main is None or odd is None:
        return main
    power = odd_power(amount, code, odd)
    return main + odd.scaleb(-power) if power else main


def odd_power(amount: Amount, code: str | None, odd: Decimal) -> int:
    """Of the minor unit beside a main one. 5 دنانير و250 فلسا: where all money that it may be has a thousand of these, the
    amount is told though the currency is not."""
    if not amount.odd_unit:
        return default_power(code, odd)
    family = load_money().families.get(amount.family or "")
    if code or family is None:
        return power_of(amount.odd_unit, code)
    powers = {power_of(amount.odd_unit, each) for each in parted(family, amount.odd_unit)}
    return powers.pop() if len(powers) == 1 else 0


def power_of(minor: str | None, code: str | None) -> int:
    """How many decimal places a minor unit is worth: 2 for a cent, 3 for a fils of Kuwait."""
    money = load_money()
    family = money.minors.get(minor or "")
    if family is None:
        return 0
    parts = family.parts.get(code or "") or (next(iter(family.parts.values())) if len(set(family.parts.values())) == 1 else 0)
    return len(str(parts)) - 1 if parts else 0


def default_power(code: str | None, odd: Decimal) -> int:
    """Of an unnamed minor unit (دينار و200): hundreds are of thousands."""
    parts = load_money().minor_units.get(code or "", {})
    return len(str(max(parts.values()))) - 1 if parts else 3 if odd >= 100 else 2


def in_main(value: Decimal, power: int, scaled: bool) -> Decimal:
    number = value.scaleb(-power)
    whole = number.to_integral_value()
    return whole if scaled and whole == number else number
