"""A figure that its own clause denies, whoever speaks: وليس 42 ألفا, لم يتسلم فلسا واحدا, لم تكلف 14 مليارا بل ستة."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .denial import denied_object

IT_IS_NOT: Final = word_set("modality", "it_is_not")
ONE: Final = word_set("modality", "one")
RATHER: Final = word_set("modality", "rather")
# لم يدفع غير مليون واحد, ليس 5 ملايين فحسب: so much, and more too
ONLY, MERELY = word_set("modality", "only"), word_set("modality", "merely")
AHEAD, NEXT = 9, 4


def disowned(chunks: Chunks, mention: Mention) -> bool:
    view = chunks.view
    if not MERELY.isdisjoint(view.words[mention.j : mention.j + 2]):
        return False
    if view.word(mention.i - 1) in IT_IS_NOT:
        return True
    small = mention.low == mention.high or mention.high is None
    unit = small and mention.low is not None and mention.low <= 1 and view.word(mention.j - 1) in ONE
    if not unit and not _set_right(chunks, mention):
        return False
    return view.word(mention.i - 1) not in ONLY and "modifier" not in mention.fields and denied_object(view, mention.i)


def _set_right(chunks: Chunks, mention: Mention) -> bool:
    """14 مليارا كما زعم، بل ستة: another figure instead."""
    view = chunks.view
    for at in range(mention.j, min(mention.j + AHEAD, view.size)):
        if view.word(at) in RATHER:
            return FIGURE in chunks.taken[at + 1 : at + NEXT]
        if chunks.taken[at] == FIGURE or at in chunks.verbs and view.word(at - 1) != "كما":
            return False
    return False
