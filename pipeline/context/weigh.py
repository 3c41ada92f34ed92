"""Candidates' features in, the likeliest candidate out: sums of weights learnt from annotated text, and a bound on doubt.

A conditional logit: each candidate, and the choice of none, has the exponential of the sum of its features' weights as its share.
``weights.json`` is made by ``make train`` from the texts in ``training/``; the weights are thousandths,
a feature's parts are joined by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path

import orjson

from .sketch import Feature

DATA = Path(__file__).with_name("weights.json")
UNIT = 1000
Table = dict[Feature, int]


class Weights:
    """Of one field: ``start`` weighs where its span begins, ``end`` where it ends; ``least`` is the share, in percent, that the
    best candidate must have; ``sums`` remembers totals that are asked for again and again."""

    __slots__ = ("end", "least", "start", "sums")

    def __init__(self, start: Table, end: Table, least: int) -> None:
        self.start = start
        self.end = end
        self.least = least
        self.sums: dict[tuple[str, ...], int] = {}


@cache
def weights(field: str) -> Weights:
    """The weights of a field, read once."""
    rows = orjson.loads(DATA.read_bytes())[field]
    return Weights(_table(rows["start"]), _table(rows["end"]), rows["least"])


def _table(rows: dict[str, dict[str, int]]) -> Table:
    return {(name, *key.split("\t")): value for name, keys in rows.items() for key, value in keys.items()}


def total(table: Table, features: Iterable[Feature]) -> int:
    """The sum of the weights of some features; a feature without weight says nothing."""
    return sum(map(table.get, features, repeat(0)))


def likeliest(scores: Sequence[int], none: int, least: int) -> int | None:
    """The place of the highest score, None where its share among all and ``none`` is below ``least`` percent.

    >>> likeliest([1000, 3000], 0, 50), likeliest([1000, 1000], 0, 50)
    (1, None)
    """
    if not scores:
        return None
    best = max(scores)
    if best <= none:
        return None
    rest = sum(exp((score - best) / UNIT) for score in scores) + exp((none - best) / UNIT)
    return scores.index(best) if least * rest <= 100 else None
