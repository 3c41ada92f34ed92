"""A function of one thing in; the same function out, which remembers what it has found: less to ask than ``lru_cache``, which
makes a tuple of each call and keeps an order that nobody needs."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# how much is remembered at once
KEPT: Final = 1 << 15


class _Memory(dict[Any, Any]):
    """Thing → what ``find`` finds."""

    def __init__(self, find: Callable[[Any], Any]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, thing: Any) -> Any:
        if len(self) >= KEPT:
            self.clear()
        found = self[thing] = self.find(thing)
        return found


def remembered(find: Callable[[K], V]) -> Callable[[K], V]:
    """A function that gives what ``find`` gives, and finds it once."""
    return _Memory(find).__getitem__
