"""An interval whose unit is left out: ``تتراوح قيمته بين 23 و28 مليارا`` after an amount. In: the mention of the number
that closes it; out: the mention of both."""

from __future__ import annotations

from bisect import bisect_left

from ..numbers.number import times
from .base import Free, Mention, View
from .changes import between_before, from_before
from .ranges import relation, shared_scale


def widened(view: View, free: Free, mention: Mention) -> Mention:
    """The interval that the mention's number closes, or the mention as it is."""
    number = mention.number
    place = bisect_left(view.numbers, mention.i, key=lambda other: other.i)
    if number is None or not place or mention.low is None or number.i != mention.i:
        return mention
    first = view.numbers[place - 1]
    if not free(first) or not (between_before(view, first.i) or from_before(view, first.i) is not None):
        return mention
    low = times(first.value, shared_scale(first, number))
    if relation(view, first.i, first.j, number.i, number.joined) != "range" or low >= mention.low:
        return mention
    whole = Mention(mention.kind, view, first.i, mention.j, low, mention.low, mention.rule, mention.fields, number)
    whole.money = mention.money
    return whole
