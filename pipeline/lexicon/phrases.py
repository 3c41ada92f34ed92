"""Fixed phrases in, a table out that finds the longest one which ends, or starts, at a token."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Generic, TypeVar

from ..text.normalize import plain_words
from ..text.tokens import cut
from .affixes import PROCLITICS

V = TypeVar("V")


def _rareness(word: str) -> tuple[bool, int]:
    return word.isalpha(), len(word)


class _Node(Generic[V]):
    """What the words so far say, if they are a whole phrase, and the words that may follow. ``group``: the bare word whose
    prefixed forms share this node, None where it has only one form."""

    __slots__ = ("after", "group", "value")

    def __init__(self, group: str | None = None) -> None:
        self.value: V | None = None
        self.after: dict[str, _Node[V]] = {}
        self.group = group

    def add(self, path: Sequence[str], value: V) -> None:
        """The first phrase of several alike has its value."""
        node = self
        for word in path:
            node = node.after.get(word) and _own(node.after, word) or node.after.setdefault(word, _Node())
        if node.value is None:
            node.value = value

    def copy(self) -> _Node[V]:
        """A node of its own, with all below it."""
        made: _Node[V] = _Node()
        made.value = self.value
        made.after = {word: node.copy() for word, node in self.after.items()}
        return made


def _own(table: dict[str, _Node[V]], word: str) -> _Node[V]:
    """The node of a word, a copy where other forms have it too."""
    node = table[word]
    if node.group is not None:
        node = table[word] = node.copy()
    return node


class Phrases(Generic[V]):
    """Phrases by their outer word: the last one of those that stand before a number, the first one of those after."""

    __slots__ = ("_attached", "_rarest", "_roots", "_step")

    def __init__(self, rows: Sequence[tuple[str, V]], *, backward: bool, attached: tuple[str, ...] = PROCLITICS) -> None:
        root: _Node[V] = _Node()
        self._attached = attached
        self._step = -1 if backward else 1
        rarest = set()
        for phrase, (_, value) in zip(plain_words([phrase for phrase, _ in rows]), rows, strict=True):
            first, *others = cut(phrase).words
            rarest.update([max(others, key=_rareness)] if others else [prefix + first for prefix in attached])
            table = root
            if backward:
                for word in reversed(others):
                    table = table.after.get(word) and _own(table.after, word) or table.after.setdefault(word, _Node())
            self._add_forms(table.after, first, () if backward else others, value)
        self._roots = root.after
        self._rarest = frozenset(rarest)

    def _add_forms(self, table: dict[str, _Node[V]], first: str, path: Sequence[str], value: V) -> None:
        """A phrase from its prefixed word on: one node for all forms that no other phrase has."""
        shared: _Node[V] | None = None
        forms = [prefix + first for prefix in self._attached]
        if table.keys().isdisjoint(forms):
            shared = _Node(first)
            shared.add(path, value)
            table.update(dict.fromkeys(forms, shared))
            return
        for form in forms:
            node = table.get(form)
            if node is not None and node.group != first:
                _own(table, form).add(path, value)
            elif shared is None:
                shared = table[form] = node or _Node(first)
                shared.add(path, value)
            else:
                table[form] = shared

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

    def places(self, words: Sequence[str]) -> list[int]:
        """Where an outer word of a phrase stands; most sentences have none."""
        roots = self._roots
        return [place for place, word in enumerate(words) if word in roots]

    def firsts(self) -> frozenset[str]:
        """The words by which the phrases are looked up."""
        return frozenset(self._roots)

    def rarest(self) -> frozenset[str]:
        """A word of each phrase, the longest: a text without any of them holds none of the phrases."""
        return self._rarest

    @property
    def outer(self) -> Container[str]:
        """The words by which the phrases are looked up, for loops that ask for each word of a clause."""
        return self._roots

    def __contains__(self, word: str) -> bool:
        return word in self._roots
