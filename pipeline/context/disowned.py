"""A figure that its own clause denies, whoever speaks: وليس 42 ألفا, لم يتسلم فلسا واحدا, لم تكلف 14 مليارا بل ستة."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .denial import denied_object
from .lexemes import NOUN, VERB
from .undone import EXCEPT, NOT, OPEN

IT_IS_NOT: Final = word_set("modality", "it_is_not")
IS_NOT: Final = IT_IS_NOT - {"لا"}
BE: Final = frozenset(("يكن", "تكن", "يكون", "تكون"))
ONE: Final = word_set("modality", "one")
RATHER: Final = word_set("modality", "rather")
# لم يدفع غير مليون واحد, ليس 5 ملايين فحسب: so much, and more too
ONLY, MERELY = word_set("modality", "only"), word_set("modality", "merely")
AHEAD, NEXT, NAMED = 9, 4, 5


def disowned(chunks: Chunks, mention: Mention) -> bool:
    view = chunks.view
    if not MERELY.isdisjoint(view.words[mention.j : mention.j + 2]):
        return False
    if view.word(mention.i - 1) in IT_IS_NOT or _is_not(chunks, mention):
        return True
    small = mention.low == mention.high or mention.high is None
    unit = small and mention.low is not None and mention.low <= 1 and view.word(mention.j - 1) in ONE
    if not unit and not _set_right(chunks, mention):
        return False
    return view.word(mention.i - 1) not in ONLY and "modifier" not in mention.fields and denied_object(view, mention.i)


def _is_not(chunks: Chunks, mention: Mention) -> bool:
    """ليست نسبة البطالة 12%, لم يكن الدين 5 ملايين: the noun that the figure is denied of, and no more; not what a noun with its
    figure is not (لم يكن قرض 5 ملايين كافيا), nor a share of those who are not something (لم يكن 12% منهم)."""
    view, last = chunks.view, chunks.lexemes[mention.i - 1]
    if not (last.definite or last.owned) or mention.j < view.size and chunks.classes[mention.j] in (NOUN, VERB):
        return False
    if view.word(mention.j).startswith("من") or "modifier" in mention.fields or chunks.classes[mention.i - 1] != NOUN:
        return False
    if not EXCEPT.isdisjoint(view.words[mention.j : mention.j + 2] + view.words[mention.i - 1 : mention.i]):
        return False
    at = mention.i - 1
    while at >= max(0, mention.i - NAMED) and chunks.classes[at] == NOUN and at not in chunks.verbs:
        at -= 1
    first = view.word(at + 1)
    if at == mention.i - 1 or not first.startswith("ال") and first not in context_words().metrics:
        return False  # ليس معها 5 دنانير
    was = view.word(at) in BE and view.word(at - 1) in NOT and view.word(at - 2) not in OPEN
    return was or view.word(at) in IS_NOT


def _set_right(chunks: Chunks, mention: Mention) -> bool:
    """14 مليارا كما زعم، بل ستة: another figure instead."""
    view = chunks.view
    for at in range(mention.j, min(mention.j + AHEAD, view.size)):
        if view.word(at) in RATHER:
            return FIGURE in chunks.taken[at + 1 : at + NEXT]
        if chunks.taken[at] == FIGURE or at in chunks.verbs and view.word(at - 1) != "كما":
            return False
    return False
