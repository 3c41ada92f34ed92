"""The figures of a sentence with what is told of each in; the time of one given to the other where the two are one change, one
list or one payment."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .again import REACHED, listed
from .chunks import Chunks
from .outcome import RESULTS

# أي ما مجموعه: the whole of what is told by its parts
IN_ALL: Final = word_set("when", "in_all")
FAR: Final = 9


def share_time(chunks: Chunks, mentions: list[Mention], found: list[dict[str, Any]]) -> None:
    """تراجعت الأرباح 8% إلى ملياري دولار في 2023: the size of a change holds for the time of the level that it led to; كان الروس
    9% في 2011، والأرمن 3%: what is only listed after a figure has its time."""
    figures = [at for at, mention in enumerate(mentions) if mention.kind in ("money", "percent")]
    for place, following in pairwise(figures):
        size, level = mentions[place], mentions[following]
        led = level.i - size.j <= 2 and chunks.view.word(size.j) in REACHED and "direction" in size.fields
        if led and "when" in found[following] and "when" not in found[place]:
            found[place]["when"] = found[following]["when"]
        if (
            "when" not in found[following]
            and "when" in found[place]
            and (listed(chunks, size, level) or _come_to(chunks, size, level))
        ):
            found[following]["when"] = found[place]["when"]
        if "when" in found[following] and "when" not in found[place] and _in_all(chunks.view, size, level):
            found[place]["when"] = found[following]["when"]


def _come_to(chunks: Chunks, size: Mention, level: Mention) -> bool:
    """تراجعت في 2025 بنسبة 20%، لتستقر في حدود 310 ملايين: the level that a change of a year has led to."""
    if "direction" not in size.fields or level.i - size.j > FAR:
        return False
    return chunks.view.word(size.j + (chunks.view.word(size.j) == "،")) in RESULTS


def _in_all(view: View, part: Mention, whole: Mention) -> bool:
    """7 فلوس للسهم، أي ما مجموعه 84 مليونا عن عام 2025: one payment, told twice."""
    between = view.words[part.j : whole.i]
    return len(between) <= FAR and not IN_ALL.isdisjoint(between)
