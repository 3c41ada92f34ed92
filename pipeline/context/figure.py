"""A figure in its sentence in; what all of its candidates are measured against out: the word that leads to it, the word after it,
the verb of its clause; and what can be said of a start by itself."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .lexemes import HARD
from .sketch import Feature, Sketch, Start, prep_of

# words of a modifier, between the word that leads to a figure and the figure
MODIFIERS = word_set("sketch", "modifiers")
REACH = 34
# من بين 712 ألفا من السكان, من أصل 40 عضوا: what shares are of
COUNTED = frozenset(("بين", "اصل"))
BEFORE, AFTER = "<", ">"
LONGEST = 5  # words between a start and its figure that are told one by one


class Figure:
    """``kind``: money, percent or points; ``lead`` and ``after``: the words around; ``verb``: the verb of its clause, -1 if none."""

    __slots__ = ("after", "clause", "i", "j", "kind", "lead", "mention", "sketch", "verb")

    def __init__(self, sketch: Sketch, mention: Mention) -> None:
        view = sketch.chunks.view
        self.sketch = sketch
        self.mention = mention
        self.i, self.j = mention.i, mention.j
        self.kind = "money" if mention.kind == "money" else "percent" if mention.fields["unit"] == "percent" else "points"
        at = mention.i - 1
        while at > 0 and view.words[at] in MODIFIERS:
            at -= 1
        self.lead = view.word(at)
        self.after = view.word(mention.j)
        self.clause = next((at for at in range(mention.i - 1, -1, -1) if sketch.opens[at]), 0)
        self.verb = self._verb()

    def _verb(self) -> int:
        words, verbs = self.sketch.chunks.view.words, self.sketch.chunks.verbs
        for at in range(self.i - 1, max(-1, self.i - REACH - 1), -1):
            if words[at] in HARD:
                return -1
            if at in verbs:
                return at
        return -1

    def between(self, start: Start) -> tuple[str, int, int]:
        """On which side a start of the figure's sentence stands, and the tokens from it to the figure, or back."""
        return (BEFORE, start.end, self.i) if start.i < self.i else (AFTER, self.j, start.i)


def known(start: Start) -> list[Feature]:
    """What can be said of a start by itself: its word, its kind, its preposition, its neighbours."""
    sketch, i = start.sketch, start.i
    kinds, words = sketch.kinds, sketch.chunks.view.words
    phrase, kind = start.phrase, start.kind
    if phrase is None:
        return [("vp", kinds[i - 1] if i else "^", kind)]
    here = sketch.chunks.lexemes[i]
    form = ("D" if here.definite else "I") + ("o" if here.owned else "")
    before = ("^" if not phrase.i else kinds[phrase.i - 1]) if not start.pos else "+"
    found: list[Feature] = [
        ("def", form, kind),
        ("long", str(min(start.end - i, 4)), kind),
        ("next", kinds[start.end] if start.end < len(kinds) else "$"),
        ("prev", before),
        ("place", str(min(sketch.heads[phrase.i], 3)), kind),
        ("prep", prep_of(start), kind),
    ]
    if before in ("P", "C", "X"):
        found.append(("led", words[phrase.i - 1]))
    if not start.pos and not COUNTED.isdisjoint(words[max(0, i - 5) : i]):
        found.append(("counted", kind))
    return found
