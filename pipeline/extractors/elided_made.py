"""A number that shares the unit of a figure near it in, the mention of it out."""

from __future__ import annotations

from ..numbers.number import Number
from .base import Amount, Mention, View
from .elided_scale import spoken


def share_like(view: View, number: Number, before: Mention, rule: str) -> Mention:
    """A share in the unit of the one before it."""
    fields = {"unit": before.fields["unit"], "elided": True}
    return Mention("percent", view, number.i, number.j, number.value, None, rule, fields, number)


def money_like(view: View, number: Number, amount: Amount | None, rule: str) -> Mention:
    """An amount in the currency of another."""
    mention = Mention("money", view, number.i, number.j, number.value, None, rule, {"elided": True}, number)
    if amount is not None:
        mention.money = Amount(amount.code, amount.family, amount.minor, assumed=amount.assumed)
        mention.money.whole = amount.whole
    if number.scaled:
        mention.low = spoken(number)
    return mention


def unit_of_source(source: Mention | None) -> Amount | None:
    """What an amount says of its currency."""
    return source.money if source is not None else None
