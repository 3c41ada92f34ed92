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
# after a sum in full: فقط لا غير, and the dash that closes its figures
ONLY: Final = frozenset(("فقط", "لا", "غير", "وحسب", "فحسب"))
DASHED: Final = frozenset(("/", "-", "–", "="))
STOPS: Final = frozenset((".", "؛", "!", "؟"))


def alone(view: View, i: int, j: int) -> bool:
    """Whether brackets hold these tokens and nothing else."""
    return view.word(i - 1) == "(" and view.word(j) == ")"


def restated(view: View, number: Number, source: Mention) -> bool:
    """ألف ومئتا دينار (1200/-), 5000 ريال فقط (خمسة آلاف): the sum before is said again in brackets, its unit once."""
    if source.kind != "money" or source.is_range or source.low is None or view.word(number.i - 1) != "(":
        return False
    if not ONLY.issuperset(view.words[source.j : number.i - 1]):
        return False
    end = number.j
    while view.word(end) in DASHED or view.word(end) in ONLY:
        end += 1
    readings = (number.value, number.reading.other if number.reading is not None else None)
    return view.word(end) == ")" and source.low in readings


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
