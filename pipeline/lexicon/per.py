"""Rate words: ``per.toml`` in, tables from normalized words to the thing as it is written out."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
from .load import read_toml


class PerWords(NamedTuple):
    adverbs: dict[str, str]
    times: dict[str, str]
    things: dict[str, str]
    tails: frozenset[str]
    bridges: frozenset[str]


def _norm(word: str) -> str:
    return normalize(word).text


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
    )
