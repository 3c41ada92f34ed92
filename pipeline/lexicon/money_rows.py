"""Enters: rows ``[[family]]`` and ``[[minor]]`` of ``currencies.toml``. Leaves: their nouns in all forms, their families."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import LexiconError
from ..text.normalize import normalize, plain_words
from .inflect import Form, adjective_forms, noun_forms, prefixes_of, with_prefix
from .money_types import Family, Noun
from .places import Places

Row = dict[str, Any]
Nouns = dict[str, tuple[Noun, ...]]

_COMMON_KEYS = frozenset({"name", "also", "two", "many", "default", "words", "weak", "never"})
_KEYS = {
    False: _COMMON_KEYS | {"candidates", "countries", "adjectives", "phrases", "narrow", "noun", "former"},
    True: _COMMON_KEYS | {"parts"},
}


def norm(text: str) -> str:
    return normalize(text).text


def check_row(row: Row, minor: bool, where: str) -> str:
    """The normalized name of the row. Raises LexiconError for a key that such a row does not have."""
    if "name" not in row:
        raise LexiconError(f"{where}: no name; give the singular")
    if unknown := row.keys() - _KEYS[minor]:
        raise LexiconError(f"{where}: unknown key {', '.join(sorted(unknown))}; a row has {', '.join(sorted(_KEYS[minor]))}")
    return norm(row["name"])


def add_nouns(row: Row, minor: bool, where: str, whole: Nouns, prefixed: Nouns) -> None:
    """Puts every form of a row under ``whole``, and with each prefix that it takes under ``prefixed``."""
    family, never = norm(row["name"]), frozenset(plain_words(row.get("never", ())))
    made: dict[tuple[bool, bool, bool, bool], list[tuple[Noun]]] = {}
    for form, weak in _forms(row, where):
        word, elides = form.word, form.word.startswith("ل")
        kind = form.dual, form.plural, form.bare, weak
        if kind not in made:
            made[kind] = [
                (Noun(family, 2 if form.dual else 0, minor, prefix, form.plural, weak),) for prefix in prefixes_of(form, weak)
            ]
        for entry in made[kind]:
            prefix = entry[0].prefix
            key = with_prefix(prefix, word) if elides else prefix + word
            if key not in never:
                table = prefixed if prefix else whole
                table[key] = table[key] + entry if key in table else entry


def _forms(row: Row, where: str) -> Iterator[tuple[Form, bool]]:
    """Each form of a row's words once, and whether it is weak. A listed word wins over a derived one; a spelling beside the usual
    one has no dual of its own, which foreign names look like (بولي بروبيلين)."""
    singulars = plain_words([row["name"], *row.get("also", ())])
    plurals, duals = plain_words(row.get("many", ())), plain_words(row.get("two", ()))
    listed = [*singulars, *plurals, *duals]
    seen = set(listed)
    if len(seen) < len(listed):
        twice = next(word for word in listed if listed.count(word) > 1)
        raise LexiconError(f"{where}: {twice!r} stands in this row twice in normal form; take one out")
    weak = row.get("weak", False)
    weak_words = frozenset(plain_words(weak)) if isinstance(weak, list) else frozenset()
    for place, singular in enumerate(singulars):
        for form in noun_forms(singular) if place else noun_forms(singular, plurals, duals):
            derived = not (form.plural or form.word == singular or form.word in duals)
            if not (derived and (form.word in seen or place and form.dual)):
                seen.add(form.word)
                yield form, weak is True or form.word in weak_words


def _codes_by_adjective(countries: dict[str, str], places: Places, where: str) -> dict[str, str]:
    """Inflected adjectives of the countries → code."""
    found: dict[str, str] = {}
    for country, code in countries.items():
        if country not in places.currency:
            raise LexiconError(f"{where}: country {country} has no row; add one to lexicon/countries.toml")
        for adjective in places.adjectives[country]:
            for form in adjective_forms(adjective):
                if found.setdefault(form, code) != code:
                    raise LexiconError(f"{where}: {form!r} stands for {found[form]} and {code}; take one out")
    return found


def _add_words(table: dict[str, str], words: dict[str, list[str]], where: str) -> None:
    for code, qualifiers in words.items():
        for qualifier in plain_words(qualifiers):
            if " " in qualifier:
                raise LexiconError(f"{where}: {qualifier!r} is more than one word; put it under 'phrases'")
            for form in adjective_forms(qualifier):
                if table.setdefault(form, code) != code:
                    raise LexiconError(f"{where}: {form!r} stands for {table[form]} and {code}; take one out")


def _phrases(row: Row, key: str, name: Any = str) -> dict[tuple[str, ...], str]:
    """Phrases → code or family; a single word among them is inflected."""
    found: dict[tuple[str, ...], str] = {}
    for value, phrases in row.get(key, {}).items():
        for phrase in phrases:
            words = norm(phrase).split()
            for first in adjective_forms(words[0]) if len(words) == 1 else (words[0],):
                found[(first, *words[1:])] = name(value)
    return found


def family_of(row: Row, places: Places, where: str) -> Family:
    """The family of a ``[[family]]`` row."""
    countries: dict[str, str] = row.get("countries", {})
    only_adjectives: dict[str, str] = row.get("adjectives", {})
    for country in only_adjectives:
        if not places.adjectives.get(country):
            raise LexiconError(f"{where}: country {country} has no adjective; give it one in lexicon/countries.toml")
    qualifiers = _codes_by_adjective(countries | only_adjectives, places, where)
    _add_words(qualifiers, row.get("words", {}), where)
    default = row.get("default")
    codes = row.get("candidates") or _unique([default] if default else [], countries.values())
    phrases, narrow = _phrases(row, "phrases"), _phrases(row, "narrow", norm)
    former = {code: int(number) for number, each in row.get("former", {}).items() for code in each}
    return Family(norm(row["name"]), tuple(codes), default, qualifiers, countries, phrases, narrow, former)


def minor_of(row: Row, places: Places, families: Iterable[Family], where: str) -> Family:
    """The family of a ``[[minor]]`` row; its countries and adjectives are those of the currencies that it is a part of."""
    parts = {code: int(number) for number, codes in row.get("parts", {}).items() for code in codes}
    default = row.get("default")
    if not parts or (default and default not in parts):
        raise LexiconError(f"{where}: 'parts' lacks {default or 'its currencies'}; say how many make the main unit")
    countries: dict[str, str] = {}
    for family in families:
        for country, code in family.by_country.items():
            if code in parts:
                countries.setdefault(country, code)
    for country, code in places.currency.items():
        if code in parts:
            countries.setdefault(country, code)
    qualifiers = _codes_by_adjective(countries, places, where)
    _add_words(qualifiers, row.get("words", {}), where)
    codes = tuple(_unique([default] if default else [], parts))
    return Family(norm(row["name"]), codes, default, qualifiers, countries, {}, {}, parts)


def _unique(*groups: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(code for group in groups for code in group))
