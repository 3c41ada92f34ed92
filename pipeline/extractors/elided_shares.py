"""Shares whose sign is said once: ``إلى 71,4 في المائة، بعد 69,5``, ``35٪ بين الذكور و24 بين الإناث``, ``ثم خفضت إلى 15``.
In: a number and the share before it; out: the rule that makes it a share too."""

from __future__ import annotations

from typing import Final

from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from .base import Mention, View
from .elided_governed import LEVELS, exceeding, moved
from .elision import compared, coordinated, counting, reached
from .open_number import open_after
from .sum_like import BY, STOPS, sum_like

SHARE: Final = word_set("elision", "share")
AGED: Final = word_set("elision", "aged")
INSTEAD: Final = frozenset(("وليس", "عوض", "بدل"))
FAR: Final = 14


def share_beside(view: View, number: Number, before: Mention) -> str | None:
    """Set against the share before it, or beside it; no number but years between the two."""
    if not number.digits or number.scaled or number.value > 100 or counting(view, number):
        return None
    counted = view.word(number.j) == "("  # 14 (27%): the share is told beside what it is of
    told = compared(view, number, before) and open_after(view, number) and not counted or coordinated(view, number, before)
    return "percent-compared" if told or reached(view, number, before) else None


def share_governed(view: View, number: Number, source: Mention) -> str | None:
    """Risen or fallen to, not exceeded, or what a share comes to."""
    if not sum_like(view, number) or number.value > 100 or number.i - source.j > FAR:
        return None
    hit = cues().modifier_before.at(view.words, number.i - 1)
    lead = number.i - 1 - (hit[1] if hit else 0)
    word = view.word(lead)
    if word in AGED or view.word(lead - 1) in AGED or not STOPS.isdisjoint(view.words[source.j : number.i]):
        return None
    if word in LEVELS or word in BY or number.prefix in BY:
        return "percent-level" if moved(view, lead, source.j) else None
    if word in SHARE or word in INSTEAD:
        return "percent-told"
    if lead == source.j and word == "من" and number.digits:
        return "percent-from"
    bound = hit is not None and hit[0] != "approx" or exceeding(view, lead, source.j)
    return "percent-bound" if bound and view.word(number.j) != "الي" else None
