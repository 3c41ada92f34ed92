"""Closed classes of words: ``wordsets.toml`` in, one frozen set for each of its keys out."""

from __future__ import annotations

from functools import cache
from typing import Any

from .load import read_toml


@cache
def _tables() -> dict[str, Any]:
    return read_toml("wordsets")


def word_set(module: str, name: str) -> frozenset[str]:
    """The words that a module's constant goes by, in normal form.

    >>> "لتصل" in word_set("figure_direction", "reached")
    True
    """
    return frozenset(_tables()[module][name])
