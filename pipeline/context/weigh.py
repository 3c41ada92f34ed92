"""Candidates' features in, the likeliest candidate out: sums of weights learnt from annotated text, and a bound on doubt.

A conditional logit: each candidate, and the choice of none, has the exponential of the sum of its features' weights as its share.
``weights/*.bin`` are made by ``make train`` from the texts in ``training/``, and can be read in ``training/weights``; the weights
are thousandths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp
from pathlib import Path
from struct import Struct
from typing import Any, Final

from .packed import Feature as Feature
from .packed import Packed, from_bytes, to_bytes
from .remember import remembered

# what makes features that come together, and the strings that they are made of: asked for again, their sum is remembered
Part = tuple[Any, ...]
DATA: Final = Path(__file__).with_name("weights")
UNIT: Final = 1000
HEAD: Final = Struct("<II")
# a small count as a part of a feature
DIGITS: Final = "0123456789"


class Weights:
    """Of one field: ``start`` weighs where its span begins, ``end`` where it ends; ``least`` is the share, in percent, that the
    best candidate must have. ``of`` and ``of_end`` give the sum of the weights of a part's features, remembered."""

    __slots__ = ("end", "least", "of", "of_end", "start")

    def __init__(self, start: Packed, end: Packed, least: int) -> None:
        self.start = start
        self.end = end
        self.least = least
        self.of = sums(start)
        self.of_end = sums(end)


def sums(table: Packed) -> Callable[[Part], int]:
    """Part → the sum of its features' weights, found when first asked for."""
    return remembered(lambda part: table.total(part[0](*part[1:])))


# by field, those that were read
KNOWN: dict[str, Weights] = {}


def weights(field: str) -> Weights:
    """The weights of a field, read once."""
    if field not in KNOWN:
        KNOWN[field] = read((DATA / f"{field}.bin").read_bytes())
    return KNOWN[field]


def read(data: bytes) -> Weights:
    """The weights of a file: four bytes tell the share and four more where the ends' weights begin."""
    least, end = HEAD.unpack_from(data)
    return Weights(from_bytes(data[HEAD.size : end]), from_bytes(data[end:]), least)


def written(weights: Weights) -> bytes:
    """What ``read`` reads."""
    start = to_bytes(weights.start)
    return HEAD.pack(weights.least, HEAD.size + len(start)) + start + to_bytes(weights.end)


def features(parts: Iterable[Part]) -> list[Feature]:
    """All that is weighed of some parts."""
    return [feature for make, *strings in parts for feature in make(*strings)]


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
