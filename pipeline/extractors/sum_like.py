"""Whether a bare number may be a sum that its unit is left out of: no name, no fraction, no year, nothing it could count."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..text.tokens import WORD
from .base import Mention, View
from .elided_gaps import yearly
from .open_number import open_after

BY: Final = frozenset(("ب", "وب", "فب"))
# لم يتسلم سوى 1,500, غير 210,000
BUT: Final = frozenset(("سوي", "الا", "غير"))
STOPS: Final = frozenset((".", "؛", ":", "?", "؟", "!"))
# words that a number follows as a name, not as a sum
NUMBERED: Final = word_set("elision", "numbered")
# what may follow a sum besides a stop: its time, what it is paid for
PAID_FOR: Final = word_set("elision", "paid_for")
OUT_OF: Final = frozenset(("الالف", "المئه", "المائه"))
ENDS: Final = frozenset(("", ".", "،", ","))
FIRST: Final = 1300
# how many times as much one sum may be as another
SPREAD: Final = 60


def named(view: View, number: Number) -> bool:
    """القانون 515, والطابق 12: the number is its thing's name."""
    before = view.word(number.i - 1)
    return before in NUMBERED or before.removeprefix("و") in NUMBERED


def sum_like(view: View, number: Number) -> bool:
    """ستة في الألف, رقم 515, عشر المبلغ and 2018 are none."""
    before = view.word(number.i - 1)
    if number.scaled or not open_after(view, number) or named(view, number) or "ال" in number.prefix:
        return False
    if before == "من" and view.word(number.j) not in ENDS:
        return False
    if number.digits:
        dated = yearly(number, FIRST)
        return not (dated and number.prefix not in BY and before not in BY) and _closed(view, number)
    return number.value >= 3 and not number.joined and not view.word(number.i).startswith("ال") and _closed(view, number)


def _closed(view: View, number: Number) -> bool:
    word = view.word(number.j)
    if number.j >= view.size or view.kind(number.j) != WORD:
        return word not in ("(", "«")
    if word in ("سنه", "عام"):
        return view.is_digits(number.j + 1)
    if view.word(number.j + 1) in OUT_OF:
        return False
    return word in PAID_FOR or number.digits and word.startswith("و")


def same_order(number: Number, source: Mention, said_once: bool = False) -> bool:
    """Whether an amount may stand beside ``source``; ``said_once`` tells that they may share the magnitude of the first."""
    first = source.number.value if source.number is not None else source.low
    firsts = [first] if first is not None else []
    if said_once and source.number is not None and source.number.scaled and number.value < 1000:
        firsts.append(source.number.value / source.number.scale)
    return any(0 < max(first, number.value) <= SPREAD * min(first, number.value) for first in firsts)
