"""Enters: ``countries.toml``. Leaves: :class:`Places`, the words that tell which country a document speaks of.

A row has the code and the currency, names, adjectives and cities; words that also mean something else stand in ``except``.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ..errors import LexiconError
from ..text.normalize import normalize, plain_words
from .inflect import adjective_forms, place_forms
from .load import read_toml

_Key = TypeVar("_Key", str, tuple[str, ...])
_KEYS = frozenset({"code", "currency", "names", "adjectives", "cities", "except"})


class Places(NamedTuple):
    """Normalized words → country code. ``phrases`` holds names of several words, also those that mislead (code ``""``)."""

    words: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    adjectives: dict[str, tuple[str, ...]]
    """Country code → its adjectives in the masculine singular."""
    currency: dict[str, str]
    """Country code → the code of what it pays with today."""
    shared: dict[str, tuple[str, ...]]
    """Names that more than one country has → their codes: عمان is Oman, and Amman."""


def _row_words(row: dict[str, Any], adjectives: tuple[str, ...], phrases: list[tuple[str, ...]]) -> Iterator[str]:
    """Every name, city and inflected adjective of a row with its prefixes; those of several words go to ``phrases``."""
    for name in plain_words([*row["names"], *row.get("cities", ())]):
        first, *rest = name.split()
        if rest:
            phrases += [(form, *rest) for form in place_forms(first)]
        else:
            yield from place_forms(first)
    for adjective in adjectives:
        for form in adjective_forms(adjective):
            if form.startswith("ال"):
                yield from place_forms(form)
            else:
                yield form


@cache
def load_places() -> Places:
    """The table of countries. Raises LexiconError where a row lacks a key, has an unknown one, or claims another's word."""
    tables = read_toml("countries")
    places = Places({}, {}, {}, {}, {})
    for place, row in enumerate(tables["country"], 1):
        where = f"lexicon/countries.toml: row {place} ({row.get('code', 'no code')})"
        if wrong := (row.keys() ^ _KEYS) - {"except", "cities"}:
            raise LexiconError(
                f"{where}: keys {', '.join(sorted(wrong))} are missing or unknown; a row has {', '.join(sorted(_KEYS))}"
            )
        code = row["code"]
        if code in places.currency:
            raise LexiconError(f"{where}: a second row of this country; join the two")
        places.currency[code] = row["currency"]
        places.adjectives[code] = tuple(plain_words(row["adjectives"]))
        phrases: list[tuple[str, ...]] = []
        words = dict.fromkeys(_row_words(row, places.adjectives[code], phrases), code)
        for word in plain_words(row.get("except", ())):
            words.pop(word, None)
        _claim(places.words, words, where)
        _claim(places.phrases, dict.fromkeys(phrases, code), where)
    for phrase in tables["elsewhere"]["phrases"]:
        places.phrases[tuple(normalize(phrase).text.split())] = ""
    for name, codes in tables["shared"].items():
        where = f"lexicon/countries.toml: shared {name}"
        if missing := set(codes) - places.currency.keys():
            raise LexiconError(f"{where}: {', '.join(sorted(missing))} has no row; add it")
        forms = dict.fromkeys(place_forms(normalize(name).text), tuple(codes))
        if taken := places.words.keys() & forms.keys():
            raise LexiconError(f"{where}: {min(taken)!r} belongs to {places.words[min(taken)]} already; take it out of one")
        places.shared.update(forms)
    return places


def _claim(table: dict[_Key, str], words: dict[_Key, str], where: str) -> None:
    """Put words under their country; two countries with one word are a mistake of the rows."""
    if taken := table.keys() & words.keys():
        word = min(taken)
        raise LexiconError(f"{where}: {word!r} belongs to {table[word]} already; list it under 'except' of one, or take it out")
    table.update(words)
