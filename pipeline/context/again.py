"""A figure that goes on with the one before it: a conversion, a comparison, the size of a change, a new level."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.cues import cues
from .chunks import VERB, Chunks
from .governor import HARD

FIGURES = ("money", "percent")
REACHED = frozenset(("الي", "ليصل", "لتصل", "ليبلغ", "لتبلغ"))
COMPARED = frozenset(("مقابل", "مقارنه", "قياسا", "بدلا", "بدل", "كان", "كانت", "من"))


def _last(before: list[Mention]) -> int | None:
    return next((n for n in range(len(before) - 1, -1, -1) if before[n].kind in FIGURES), None)


def told_again(chunks: Chunks, mention: Mention, before: list[Mention]) -> int | None:
    """The place of the figure that this one tells once more: a conversion in brackets, أي and يعني after a comma."""
    place = _last(before)
    if place is None:
        return None
    between = [chunks.view.word(at) for at in range(before[place].j, mention.i)]
    if "(" in between and ")" not in between and len(between) <= 5:
        return place
    same = before[place].kind == mention.kind or mention.kind == "percent"
    return place if same and between and len(between) <= 7 and {"اي", "يعني", "او"} & set(between[:4]) else None


def continued(chunks: Chunks, mention: Mention, before: list[Mention]) -> int | None:
    """The place of the figure whose sentence goes on to this one with no noun or verb of its own."""
    place = _last(before)
    if place is None:
        return None
    start = before[place].j
    for at in range(start, mention.i):
        word = chunks.view.word(at)
        if word in HARD:
            return None
        if chunks.classes[at] == VERB and chunks.verbs[at] not in ("measure", "copula") and word not in cues().change:
            return None
    for phrase in chunks.phrases:
        if start <= phrase.i < mention.i and (not phrase.prep or phrase.prep in ("و", "ف")) and not _aside(chunks, phrase.i):
            return None
    return place


def _aside(chunks: Chunks, at: int) -> bool:
    word = chunks.view.word(at)
    return word in cues().up or word in cues().down or word in ("نفسه", "وقت", "سابق")


def inherited(chunks: Chunks, mention: Mention, source: Mention) -> tuple[str, ...]:
    """Which fields hold for both: a conversion shares all, the size of a change its time, a comparison neither."""
    between = {chunks.view.word(at) for at in range(source.j, mention.i)}
    if "(" in between or {"اي", "يعني", "او"} & between:
        return ("base", "when", "direction")
    if between & COMPARED:
        return ("base",) if "مقابل" in between else ()
    if between <= {"و", "،"}:
        return ("base", "when", "direction")
    return ("when", "direction") if between & REACHED else ("when",)
