"""A figure in its sentence in; what all of its candidates are measured against out: the word that leads to it, the word after it,
the verb of its clause."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .asides import closed_aside
from .lexemes import HARD
from .sketch import Sketch

# words of a modifier, between the word that leads to a figure and the figure
MODIFIERS: Final = word_set("sketch", "modifiers")
REACH: Final = 34
BEFORE: Final = "<"
AFTER: Final = ">"
LONGEST: Final = 5  # words between a start and its figure that are told one by one


class Figure:
    """``kind``: money, percent or points; ``lead`` and ``after``: the words around; ``verb``: the verb of its clause, -1 if none,
    and its ``gender``."""

    __slots__ = ("after", "aside", "clause", "gender", "i", "j", "kind", "lead", "mention", "sketch", "verb")

    def __init__(self, sketch: Sketch, mention: Mention) -> None:
        view = sketch.chunks.view
        self.sketch = sketch
        self.mention = mention
        self.i, self.j = mention.i, mention.j
        self.aside = closed_aside(view, mention.i)
        self.kind = "money" if mention.kind == "money" else "percent" if mention.fields["unit"] == "percent" else "points"
        at = mention.i - 1
        while at > 0 and view.words[at] in MODIFIERS:
            at -= 1
        self.lead = view.word(at)
        self.after = view.word(mention.j)
        self.clause = next((at for at in range(mention.i - 1, -1, -1) if sketch.opens[at]), 0)
        self.verb = self._verb()
        self.gender = "f" if self.verb >= 0 and sketch.is_feminine_verb(self.verb) else "m"

    def _verb(self) -> int:
        words, verbs = self.sketch.chunks.view.words, self.sketch.chunks.verbs
        for at in range(self.i - 1, max(-1, self.i - REACH - 1), -1):
            if words[at] in HARD:
                return -1
            if self.aside[0] <= at < self.aside[1]:
                continue
            if at in verbs:
                return at
        return -1
