"""A penalty of a law, which holds for whoever will do the deed: يعاقب كل من … بغرامة, يلزم المورد الذي يتأخر بغرامة 5%."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .lexemes import COMMAS, HARD
from .relative import RELATIVES
from .tense import past

FINES: Final = word_set("modality", "fines")
# verbs and verbal nouns of what a law does to whoever does the deed
PUNISHING: Final = word_set("modality", "punishing")
WHOEVER, EACH = frozenset(("من", "لمن", "ومن")), frozenset(("كل", "لكل", "علي"))
DENYING: Final = frozenset(("لا", "لم"))
NEAR, FAR = 7, 20


def penal(chunks: Chunks, mention: Mention) -> bool:
    """Whether a figure is a fine for a deed that nobody in particular has done."""
    view = chunks.view
    if FINES.isdisjoint(view.words[max(0, mention.i - NEAR + 1) : mention.i]):
        return False
    fine = next(at for at in range(mention.i - 1, -1, -1) if view.words[at] in FINES)
    if any(chunks.taken[at] == FIGURE for at in range(fine, mention.i)):
        return False
    punished = view.word(fine).startswith("ب")
    for at in range(fine - 1, max(-1, fine - FAR), -1):
        word = view.word(at)
        if word in HARD:
            return False
        if punished and word.lstrip("وف") in PUNISHING:
            return True
        if word in WHOEVER and view.word(at - 1) in EACH and at + 1 in chunks.verbs:
            return True
        if word in RELATIVES and view.word(at - 1) not in COMMAS and _will(chunks, at + 1):
            return True
    return False


def _will(chunks: Chunks, at: int) -> bool:
    """الذي يتأخر, الذين لا يلتزمون."""
    at += chunks.view.word(at) in DENYING
    return at in chunks.verbs and not past(chunks.view.word(at))
