"""Rate words: ``per.toml`` in, tables from normalized words to the thing as it is written out."""

from functools import cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import prefixed
from .load import read_toml


class PerWords(NamedTuple):
    """Normalized forms → the thing as it is written out, and words that stand around one."""

    adverbs: dict[str, str]
    times: dict[str, str]
    things: dict[str, str]
    tails: frozenset[str]
    bridges: frozenset[str]
    paid: frozenset[str]


def _owned(noun: str) -> list[str]:
    """A noun, and with the pronouns of the third person: أجرهم, إيراداتها."""
    owned = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return [noun, *(owned + pronoun for pronoun in ("ه", "ها", "هم"))]


def _names(rows: dict[str, list[str]]) -> dict[str, str]:
    """Normalized forms → the name of their row."""
    return {form: name for name, forms in rows.items() for form in plain_words(forms)}


@cache
def per_words() -> PerWords:
    """The tables of the ``per`` linker; ``things`` is keyed without the article."""
    rows = read_toml("per")
    things = rows["things"]
    return PerWords(
        _names(rows["adverbs"]),
        _names(rows["times"]),
        dict(zip(plain_words(things["words"]), things["words"], strict=True)),
        frozenset(plain_words(things["tails"])),
        frozenset(plain_words(things["bridges"])),
        prefixed([form for noun in plain_words(rows["paid"]["nouns"]) for form in _owned(noun)]),
    )
