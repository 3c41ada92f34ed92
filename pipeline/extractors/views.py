"""The sentences of one document, each read when it is first asked for and kept for a while.

In: a normalized text. Out: :class:`~pipeline.extractors.base.View` by the number of the sentence. Linkers reach the sentences
around a claim's own by ``view.earlier()``; what nobody asks for costs nothing.
"""

from __future__ import annotations

from typing import Final

from ..numbers.settle import Settle
from ..text.normalize import NormalizedText
from ..text.sentences import Sentences
from .base import View

# Views weigh some kilobytes each: a long document's are made again when they are asked for again.
KEPT: Final = 256


class Views:
    """``views[index]``: the view of a sentence, None where it holds nothing but spaces."""

    __slots__ = ("_made", "page", "sentences", "settle")

    def __init__(self, page: NormalizedText, sentences: Sentences | None = None) -> None:
        self.page = page
        self.sentences = Sentences(page.text) if sentences is None else sentences
        self.settle = Settle(page.text)
        self._made: dict[int, View | None] = {}

    def __len__(self) -> int:
        return len(self.sentences.ends)

    def __getitem__(self, index: int) -> View | None:
        made = self._made
        if index in made:
            return made[index]
        if len(made) >= KEPT:
            made.clear()
        cut = self.sentences.cut(index)
        view = made[index] = View(self.page, cut, index, self.settle, self) if cut.words else None
        return view

    def forget(self) -> None:
        """Lets go of the views: they know this object as it knows them, and would wait for the collector of garbage."""
        self._made.clear()

    def earlier(self, view: View, steps: int = 1) -> View | None:
        """The sentence ``steps`` before in the same paragraph, empty ones not counted; None where the paragraph begins."""
        index = view.index
        found: View | None = view
        while steps and index:
            index -= 1
            if self.page.text[self.sentences.ends[index] - 1] == "\n":
                return None
            found = self[index]
            steps -= found is not None
        return found if not steps else None
