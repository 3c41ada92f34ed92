"""Fixed phrases in, a table out that finds the longest one which ends, or starts, at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from ..text.normalize import normalize
from ..text.tokens import Token, tokenize
from .affixes import PROCLITICS

V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases by their outer word: the last one of those that stand before a number, the first one of those after."""

    __slots__ = ("_backward", "_table")

    def __init__(self, rows: Iterable[tuple[str, V]], *, backward: bool, attached: tuple[str, ...] = PROCLITICS) -> None:
        table: dict[str, dict[tuple[str, ...], V]] = {}
        for phrase, value in rows:
            words = [token.text for token in tokenize(normalize(phrase).text)]
            firsts = [prefix + words[0] for prefix in attached]
            for first in firsts:
                form = (first, *words[1:])
                inner = table.setdefault(form[-1] if backward else form[0], {})
                inner.setdefault(tuple(reversed(form)) if backward else form, value)
        self._backward = backward
        self._table = {
            key: sorted(inner.items(), key=lambda item: (-len(item[0]), item[0])) for key, inner in table.items()
        }

    def at(self, tokens: Sequence[Token], place: int) -> tuple[V, int] | None:
        """The longest phrase whose outer word is token ``place``: its value and how many tokens it has."""
        if not 0 <= place < len(tokens):
            return None
        step = -1 if self._backward else 1
        for words, value in self._table.get(tokens[place].text, ()):
            last = place + step * (len(words) - 1)
            if 0 <= last < len(tokens) and all(tokens[place + step * n].text == word for n, word in enumerate(words)):
                return value, len(words)
        return None

    def firsts(self) -> frozenset[str]:
        """The words by which the phrases are looked up."""
        return frozenset(self._table)

    def rarest(self) -> frozenset[str]:
        """The longest word of each phrase: a text without any of them holds none of the phrases."""
        return frozenset(max(words, key=len) for rows in self._table.values() for words, _ in rows)

    def __contains__(self, word: str) -> bool:
        return word in self._table
