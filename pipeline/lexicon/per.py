"""Rate words: ``per.toml`` in, tables from normalized words to the thing as it is written out."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
from .affixes import prefixed
from .load import read_toml


class PerWords(NamedTuple):
    adverbs: dict[str, str]
    times: dict[str, str]
    things: dict[str, str]
    tails: frozenset[str]
    bridges: frozenset[str]
    paid: frozenset[str]


def _norm(word: str) -> str:
    return normalize(word).text


def _nouns(noun: str) -> Iterator[str]:
    """A noun with its prefixes and with the pronouns of the third person: أجرهم, بإيراداتها."""
    owned = noun[:-1] + "ت" if noun.endswith("ه") else noun
    for base in (noun, *(owned + pronoun for pronoun in ("ه", "ها", "هم"))):
        yield from (form for form, _ in prefixed(base))


@cache
def per_words() -> PerWords:
    """The tables of the ``per`` linker; ``things`` is keyed without the article."""
    rows = read_toml("per")
    things = rows["things"]
    return PerWords(
        {_norm(form): name for name, forms in rows["adverbs"].items() for form in forms},
        {_norm(form): name for name, forms in rows["times"].items() for form in forms},
        {_norm(word): word for word in things["words"]},
        frozenset(map(_norm, things["tails"])),
        frozenset(map(_norm, things["bridges"])),
        frozenset(form for noun in rows["paid"]["nouns"] for form in _nouns(_norm(noun))),
    )
