"""A function of a word in; the same function out, which remembers what it has found: less to ask than ``lru_cache``, which keeps
an order of words that nobody needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

V = TypeVar("V")
# how many words are remembered at once
KEPT: Final = 1 << 15


class _Memory(dict[str, Any]):
    """Word → what ``find`` finds."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Any:
        if len(self) >= KEPT:
            self.clear()
        found = self[word] = self.find(word)
        return found


def remembered(find: Callable[[str], V]) -> Callable[[str], V]:
    """A function that gives what ``find`` gives, and finds it once."""
    return _Memory(find).__getitem__
