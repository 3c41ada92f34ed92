"""Percent words: ``percent.toml`` in, sets of normalized words out."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import PROCLITICS, UNDETERMINED, prefixed
from .load import read_toml


class PercentWords(NamedTuple):
    """Words of percent (alone, and after في), and those of points: their nouns, one of them and two, their units and parts."""

    one: frozenset[str]
    after_fi: frozenset[str]
    point_nouns: frozenset[str]
    point_ones: frozenset[str]
    point_duals: dict[str, str]
    point_units: dict[str, str]
    point_parts: dict[str, Decimal]


def _words(forms: list[str]) -> frozenset[str]:
    return frozenset(plain_words(forms))


@cache
def percent_words() -> PercentWords:
    """The tables of the percent extractor; duals carry the prefix that is attached to them (بنقطتين)."""
    rows = read_toml("percent")
    points = rows["points"]
    units = {word: unit for unit in ("percentage_point", "basis_point") for word in plain_words(points[unit])}
    duals = {prefix + word: prefix for word in plain_words(points["dual"]) for prefix in PROCLITICS}
    ones = prefixed(plain_words(points["nouns"])[:1], UNDETERMINED)
    parts = {prefix + word: Decimal(part) for word, part in points["parts"].items() for prefix in PROCLITICS}
    nouns = _words(points["nouns"])
    return PercentWords(_words(rows["one"] + rows["latin"]), _words(rows["after_fi"]), nouns, ones, duals, units, parts)
