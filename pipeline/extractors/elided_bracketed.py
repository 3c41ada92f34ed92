"""Figures in brackets after the things that they are told of: ``تليها فرنسا (271 مليون دينار) فألمانيا (164) وقطر (61)``.
In: a number and the figure before it; out: that figure if they share a unit."""

from __future__ import annotations

from typing import Final

from ..numbers.number import Number
from .base import Mention, View
from .elided_gaps import yearly
from .sum_like import same_order

FIRST: Final = 1300
FAR: Final = 10
STOPS: Final = frozenset((".", "؛", "!", "؟"))


def alone(view: View, i: int, j: int) -> bool:
    """Whether brackets hold these tokens and nothing else."""
    return view.word(i - 1) == "(" and view.word(j) == ")"


def bracketed_like(view: View, number: Number, source: Mention) -> Mention | None:
    """``source``, the figure before a number in brackets of its own, where it is in brackets too or the number has decimals."""
    if not alone(view, number.i, number.j) or yearly(number, FIRST):
        return None
    if source.low is None or number.i - source.j > FAR or not STOPS.isdisjoint(view.words[source.j : number.i]):
        return None
    if not alone(view, source.i, source.j) and (source.kind == "percent" or not number.value % 1):
        return None
    if source.kind == "percent":
        return source if number.digits and number.value <= 100 else None
    return source if same_order(number, source, said_once=True) or number.scaled else None
