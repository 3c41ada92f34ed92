"""A percentage that tells the figure before it once more: ``صعد المؤشر 95 نقطة، أي 0.8%``, ``ارتفع السهم 1.2 ريال (4.5%)``."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set

LEADS: Final = word_set("direction", "leads")
AGAIN: Final = frozenset(("او", "اي"))
WORTH: Final = frozenset(("ما", "يعادل", "نسبته", "ونسبته", "ونسبتها", "يقارب", "نحو", "حوالي"))
POINTS: Final = frozenset(("نقطه", "نقاط", "نقطتين"))


def restated(view: View, mention: Mention, before: list[Mention]) -> Mention | None:
    """The figure that the mention tells again: money, or points that are no claim."""
    link = _link(view, mention)
    if link is None:
        return None
    end = link if view.word(link - 1) != "،" else link - 1
    last = before[-1] if before else None
    if last is not None and last.kind == "money" and last.j == end:
        return last
    if view.word(end - 1) not in POINTS:
        return None
    start = end - 1 if view.word(end - 1) == "نقطتين" else end - 2
    counted = start == end - 1 or view.is_digits(start) or start >= 0 and view.entries[start] is not None
    return Mention("percent", view, start, end, None, None, "points") if counted else None


def _link(view: View, mention: Mention) -> int | None:
    """The token that makes the mention say the same again: أي, أو, ونسبتها, a bracket that closes right after it."""
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    at = mention.i - 1 - (hit[1] if hit and view.word(mention.i - 1) not in AGAIN else 0)
    while view.word(at) in LEADS or view.word(at) in WORTH:
        if view.word(at).startswith("ونسبت"):
            return at
        at -= 1
    word = view.word(at)
    return at if word in AGAIN or word == "(" and view.word(mention.j) == ")" else None
