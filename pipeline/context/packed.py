"""A table of features with their weights, in the few bytes and the little time that a start can afford, which a dictionary of
strings is not.

A feature is known by the CRC-32 of its name, kept in a table of fixed slots (open addressing, linear probing). One of 100,000
features that nobody has learnt is taken for a learnt one.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping
from typing import Final
from zlib import crc32

Feature = tuple[str, ...]
# the parts of a feature's name
BETWEEN: Final = "\t"


class Packed:
    """Slots of keys, and of weights beside them; an empty slot has the key 0. There are a power of two of them, twice as many as
    features, so that a look-up that finds nothing soon ends."""

    __slots__ = ("keys", "last", "weights")

    def __init__(self, keys: array[int], weights: array[int]) -> None:
        self.keys = keys
        self.weights = weights
        self.last = len(keys) - 1

    def total(self, features: Iterable[Feature]) -> int:
        """The sum of the weights of some features; a feature without weight says nothing."""
        keys, last, found = self.keys, self.last, 0
        for feature in features:
            key = crc32(BETWEEN.join(feature).encode())
            at = key & last
            while kept := keys[at]:
                if kept == key:
                    found += self.weights[at]
                    break
                at = at + 1 & last
        return found


def pack(table: Mapping[str, int]) -> Packed:
    """The slots of a table of names, the parts of a name joined by tabs, with their weights, which have 16 bits. Of two names
    with one key the last holds.

    >>> pack({"word\\tسعر": 1200, "kind\\tN": -300}).total([("word", "سعر"), ("kind", "N"), ("kind", "V")])
    900
    """
    slots = 1 << (2 * len(table)).bit_length()
    keys, weights = array("I", bytes(4 * slots)), array("h", bytes(2 * slots))
    for name, weight in table.items():
        key = crc32(name.encode())
        at = key & slots - 1
        while keys[at] not in (0, key):
            at = at + 1 & slots - 1
        keys[at], weights[at] = key, weight
    return Packed(keys, weights)


def to_bytes(table: Packed) -> bytes:
    """Keys, then weights, the low byte first."""
    return _lowest_first(table.keys).tobytes() + _lowest_first(table.weights).tobytes()


def from_bytes(data: bytes) -> Packed:
    """What ``to_bytes`` gave."""
    slots = len(data) // 6
    keys, weights = array("I", data[: 4 * slots]), array("h", data[4 * slots :])
    return Packed(_lowest_first(keys), _lowest_first(weights))


def _lowest_first(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
