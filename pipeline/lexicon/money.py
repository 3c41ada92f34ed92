"""Enters: ``currencies.toml``, ``countries.toml``, ``cldr.json``. Leaves: :class:`MoneyLexicon`, frozen tables of words.

Every key is a normalized word with what is attached to it, so money is found by one look into a dictionary:

>>> load_money().nouns["بالدينار"]
(Noun(family='دينار', count=0, minor=False, prefix='بال', plural=False, weak=False),)
>>> load_money().families["دينار"].qualify(["الكويتي", "امس"])
Qualifier(code='KWD', family='دينار', length=1)
>>> load_money().minor_units["KWD"]
{'فلس': 1000}
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ..errors import LexiconError
from .inflect import adjective_forms
from .load import data_path, read_toml
from .money_rows import Nouns, Row, add_nouns, check_row, family_of, minor_of, norm
from .money_signs import add_cldr, add_codes, read_symbols
from .money_types import Family, MoneyLexicon, Noun, Qualifier, Symbol
from .places import Places, load_places

__all__ = ["Family", "MoneyLexicon", "Noun", "Qualifier", "Symbol", "build_money", "load_money"]

_FILE = "lexicon/currencies.toml"


@cache
def load_money() -> MoneyLexicon:
    """The lexicon of this package, read once. Raises LexiconError, which names the file and the row."""
    cldr = json.loads(data_path("cldr.json").read_bytes())
    return build_money(read_toml("currencies"), load_places(), cldr)


def build_money(tables: dict[str, Any], places: Places, cldr: dict[str, Any]) -> MoneyLexicon:
    """The lexicon of these tables (as parsed from TOML and JSON). Raises LexiconError for rows that contradict each other."""
    if unknown := tables.keys() - {"family", "minor", "sign"}:
        raise LexiconError(f"{_FILE}: unknown table {', '.join(sorted(unknown))}; there are family, minor and sign")
    whole: Nouns = {}
    prefixed: Nouns = {}
    families: dict[str, Family] = {}
    minors: dict[str, Family] = {}
    for row, name, where in _rows(tables["family"], False):
        families[name] = family_of(row, places, where)
        if row.get("noun", True):
            add_nouns(row, False, where, whole, prefixed)
    for row, name, where in _rows(tables["minor"], True):
        minors[name] = minor_of(row, places, families.values(), where)
        add_nouns(row, True, where, whole, prefixed)
    _check_narrow(families)
    _add_cldr_names(whole, families, cldr["names"])
    signs = tables["sign"]
    symbols = read_symbols(signs, families, _FILE)
    add_codes(symbols, _codes(families, minors, places), signs["words"]["ISO"])
    add_cldr(symbols, cldr["symbols"])
    return MoneyLexicon(
        nouns=prefixed | whole,
        families=families,
        minors=minors,
        minor_units=_minor_units(minors),
        symbols=symbols,
        minor_symbols={norm(sign): norm(unit) for unit, texts in signs["minor"].items() for sign in texts},
        spelled={text: code for code, texts in signs["spelled"].items() for text in texts},
        countries=places.words,
        country_phrases=places.phrases,
        currency_of_country=places.currency,
    )


def _rows(rows: Iterable[Row], minor: bool) -> Iterator[tuple[Row, str, str]]:
    """Each row with its normalized name and where it stands. Raises LexiconError where two rows have one name."""
    seen: set[str] = set()
    for place, row in enumerate(rows, 1):
        where = f"{_FILE}: {'minor' if minor else 'family'} {place} ({row.get('name', 'no name')})"
        name = check_row(row, minor, where)
        if name in seen:
            raise LexiconError(f"{where}: a second row of this word; join the two")
        seen.add(name)
        yield row, name, where


def _check_narrow(families: dict[str, Family]) -> None:
    """Raises LexiconError where a row's ``narrow`` leads to no row."""
    for family in families.values():
        for target in family.narrow.values():
            if target not in families:
                raise LexiconError(f"{_FILE}: {family.name}: 'narrow' names {target!r}, which has no row; add it")


def _minor_units(minors: dict[str, Family]) -> dict[str, dict[str, int]]:
    """Code → the minor units of its money → how many of each make the main one."""
    found: dict[str, dict[str, int]] = {}
    for unit in minors.values():
        for code, number in unit.parts.items():
            found.setdefault(code, {})[unit.name] = number
    return found


def _codes(families: dict[str, Family], minors: dict[str, Family], places: Places) -> list[str]:
    """Every code that some row speaks of, in order."""
    found: dict[str, None] = dict.fromkeys(places.currency.values())
    for family in (*families.values(), *minors.values()):
        for codes in (family.codes, family.by_qualifier.values(), family.by_phrase.values()):
            found.update(dict.fromkeys(codes))
    return sorted(code for code in found if code)


def _add_cldr_names(whole: Nouns, families: dict[str, Family], names: dict[str, list[str]]) -> None:
    """CLDR's full names qualify their noun (دولار بربادوسي → BBD) where the rows are silent."""
    for code, texts in names.items():
        for text in texts:
            noun, *words = norm(text).split()
            family = next((families[entry.family] for entry in whole.get(noun, ()) if not entry.minor), None)
            if family is None or not words:
                continue
            if len(words) > 1:
                family.by_phrase.setdefault(tuple(words), code)
                continue
            if words[0] not in family.by_qualifier:
                for form in adjective_forms(words[0]):
                    family.by_qualifier.setdefault(form, code)
