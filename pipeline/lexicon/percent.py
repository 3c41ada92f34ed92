"""Percent words: ``percent.toml`` in, sets of normalized words out."""

from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
from .affixes import UNDETERMINED, prefixed
from .load import read_toml


class PercentWords(NamedTuple):
    one: frozenset[str]
    after_fi: frozenset[str]
    point_nouns: frozenset[str]
    point_ones: frozenset[str]
    point_duals: dict[str, str]
    point_units: dict[str, str]


def _words(forms: list[str]) -> frozenset[str]:
    return frozenset(normalize(form).text for form in forms)


@cache
def percent_words() -> PercentWords:
    """The tables of the percent extractor; duals carry the prefix that is attached to them (بنقطتين)."""
    rows = read_toml("percent")
    points = rows["points"]
    units = {normalize(form).text: unit for unit in ("percentage_point", "basis_point") for form in points[unit]}
    duals = {key: prefix for form in points["dual"] for key, prefix in prefixed(normalize(form).text)}
    ones = frozenset(form for form, prefix in prefixed(normalize(points["nouns"][0]).text) if prefix in UNDETERMINED)
    return PercentWords(
        _words(rows["one"] + rows["latin"]), _words(rows["after_fi"]), _words(points["nouns"]), ones, duals, units
    )
