"""The names that a document has used: ``البنك`` stands for ``بنك اليابان`` once that has been named."""

from __future__ import annotations

from ..lexicon.context import context_words
from .chunks import Chunks, Place


class Names:
    """The full names of institutions by their head noun, the latest first to be taken."""

    __slots__ = ("_full",)

    def __init__(self) -> None:
        self._full: dict[str, list[Place]] = {}

    def read(self, chunks: Chunks) -> None:
        """Remembers the full names of one sentence."""
        known_as, words = context_words().entities.get, chunks.view.words
        for phrase in chunks.phrases:
            known = known_as(words[phrase.i]) if phrase.j - phrase.i > 1 else None
            if known is None or known[2]:
                continue
            head = _head(words[phrase.i], known[1])
            place = chunks.text(phrase)
            self._full.setdefault(head, []).append(place)

    def full(self, chunks: Chunks, place: Place) -> Place:
        """The full name that a bare definite noun stands for; the place itself where none was read."""
        word = chunks.view.text[place[0] : place[1]]
        if " " in word or not word.startswith("ال"):
            return place
        earlier = [full for full in self._full.get(word[2:], ()) if full[0] < place[0]]
        return earlier[-1] if earlier else place


def _head(word: str, cut: int) -> str:
    return word[cut:].removeprefix("ال")
