"""Fixed phrases in, a table out that finds the longest one which ends, or starts, at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from ..text.normalize import normalize
from ..text.tokens import tokenize
from .affixes import PROCLITICS

V = TypeVar("V")


def _rareness(word: str) -> tuple[bool, int]:
    return word.isalpha(), len(word)


class _Node(Generic[V]):
    """What the words so far say, if they are a whole phrase, and the words that may follow."""

    __slots__ = ("after", "value")

    def __init__(self) -> None:
        self.value: V | None = None
        self.after: dict[str, _Node[V]] = {}


class Phrases(Generic[V]):
    """Phrases by their outer word: the last one of those that stand before a number, the first one of those after."""

    __slots__ = ("_rarest", "_roots", "_step")

    def __init__(self, rows: Iterable[tuple[str, V]], *, backward: bool, attached: tuple[str, ...] = PROCLITICS) -> None:
        self._roots: dict[str, _Node[V]] = {}
        self._step = -1 if backward else 1
        rarest = set()
        for phrase, value in rows:
            words = [token.text for token in tokenize(normalize(phrase).text)]
            rarest.update([prefix + words[0] for prefix in attached] if len(words) == 1 else [max(words[1:], key=_rareness)])
            for prefix in attached:
                form = [prefix + words[0], *words[1:]]
                self._add(form[:: self._step], value)
        self._rarest = frozenset(rarest)

    def _add(self, path: list[str], value: V) -> None:
        table = self._roots
        for word in path:
            node = table.get(word)
            if node is None:
                node = table[word] = _Node()
            table = node.after
        if node is not None and node.value is None:
            node.value = value

    def at(self, words: Sequence[str], place: int) -> tuple[V, int] | None:
        """The longest phrase whose outer word is the word ``place``: its value and how many words it has."""
        size = len(words)
        if not 0 <= place < size:
            return None
        node = self._roots.get(words[place])
        found, length = None, 0
        while node is not None:
            length += 1
            if node.value is not None:
                found = node.value, length
            place += self._step
            node = node.after.get(words[place]) if node.after and 0 <= place < size else None
        return found

    def firsts(self) -> frozenset[str]:
        """The words by which the phrases are looked up."""
        return frozenset(self._roots)

    def rarest(self) -> frozenset[str]:
        """A word of each phrase, the longest: a text without any of them holds none of the phrases."""
        return self._rarest

    def __contains__(self, word: str) -> bool:
        return word in self._roots
