"""Candidates' features in, the likeliest candidate out: sums of weights learnt from annotated text, and a bound on doubt.

A conditional logit: each candidate, and the choice of none, has the exponential of the sum of its features' weights as its share.
``weights/*.json`` are made by ``make train`` from the texts in ``training/``; the weights are thousandths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp
from pathlib import Path
from typing import Any, Final

import orjson

from .remember import remembered

Feature = tuple[str, ...]
# what makes features that come together, and the strings that they are made of: asked for again, their sum is remembered
Part = tuple[Any, ...]
DATA: Final = Path(__file__).with_name("weights")
UNIT: Final = 1000
# a small count as a part of a feature
DIGITS: Final = "0123456789"
# a feature, joined by tabs → its weight
Table = dict[str, int]


class Weights:
    """Of one field: ``start`` weighs where its span begins, ``end`` where it ends; ``least`` is the share, in percent, that the
    best candidate must have. ``of`` and ``of_end`` give the sum of the weights of a part's features, remembered."""

    __slots__ = ("end", "least", "of", "of_end", "start")

    def __init__(self, start: Table, end: Table, least: int) -> None:
        self.start = start
        self.end = end
        self.least = least
        self.of = sums(start)
        self.of_end = sums(end)


def sums(table: Table) -> Callable[[Part], int]:
    """Part → the sum of its features' weights, found when first asked for."""
    return remembered(lambda part: total(table, part[0](*part[1:])))


# by field, those that were read
KNOWN: dict[str, Weights] = {}


def weights(field: str) -> Weights:
    """The weights of a field, read once."""
    if field not in KNOWN:
        rows = orjson.loads((DATA / f"{field}.json").read_bytes())
        KNOWN[field] = Weights(rows["start"], rows["end"], rows["least"])
    return KNOWN[field]


def features(parts: Iterable[Part]) -> list[Feature]:
    """All that is weighed of some parts."""
    return [feature for make, *strings in parts for feature in make(*strings)]


def total(table: Table, features: Iterable[Feature]) -> int:
    """The sum of the weights of some features; a feature without weight says nothing."""
    found = 0
    for feature in features:
        name = "\t".join(feature)
        if name in table:
            found += table[name]
    return found


def likeliest(scores: Sequence[int], names: Sequence[str], none: int) -> tuple[int, float]:
    """The place of the highest score and its share among all and ``none``, in percent; the share is 0 where ``none`` is higher.
    Mentions of one name share what they have.

    >>> place, share = likeliest([1000, 3000, 1000], ["a", "b", "b"], 1000)
    >>> place, round(share), likeliest([], [], 0)
    (1, 81, (-1, 0.0))
    """
    best = max(scores, default=none)
    if best <= none:
        return -1, 0.0
    place = scores.index(best)
    name, own, rest = names[place], 0.0, exp((none - best) / UNIT)
    for score, other in zip(scores, names, strict=True):
        if other == name:
            own += exp((score - best) / UNIT)
        else:
            rest += exp((score - best) / UNIT)
    return place, 100 * own / (own + rest)
