"""``kinds.toml`` in; out what kind of thing a normalized word names: a person, a place, a good, a time."""

from __future__ import annotations

from functools import cache

from .load import read_toml


@cache
def word_kinds() -> dict[str, str]:
    """Normalized words without their article → ``person``, ``place`` and so on."""
    return {word: kind for kind, words in read_toml("kinds").items() for word in words.split()}
