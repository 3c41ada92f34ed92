"""A bare number and the verb over it in, whether it is a sum that is paid (خصصت 97,000 فقط) or people (قصده 1.98 مليون) out."""

from __future__ import annotations

from typing import Final

from ..lexicon.affixes import prefixed
from ..lexicon.cues import cues
from ..lexicon.elision import elision_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..text.tokens import WORD
from .base import Mention, View
from .elided_gaps import yearly
from .elided_scale import same_scale
from .open_number import open_after
from .sum_like import BUT

ONLY: Final = frozenset(("فقط", "وحسب", "فحسب"))
RELATIVES: Final = frozenset(("التي", "الذي", "اللي", "الي", "لي"))
OF_IT: Final = frozenset(("منها", "منه"))
VISITED: Final = prefixed(word_set("elision", "visited"), ("", "و", "ف", "س"))
WATCHED: Final = word_set("elision", "watched")
FIRST: Final = 1500
SMALL, PLAIN, NEAR = 100, 4, 6
LEAST, FAR = 20, 12


def peopled(view: View, number: Number) -> bool:
    """في 2023 قصده 1.98 مليون: what visits, watches or lives there is no money."""
    hit = cues().modifier_before.at(view.words, number.i - 1)
    lead = number.i - 1 - (hit[1] if hit else 0)
    if view.word(lead) in VISITED:
        return True
    return number.scaled and any(view.word(at) in WATCHED for at in range(lead, max(-1, lead - NEAR), -1))


def paid_bare(view: View, number: Number, here: bool) -> bool:
    """فدفعت 850 فقط, ودفعت 1,500.: a verb of paying right before digits and nothing counted after them; across its subject only
    where the amount before is of the same sentence (يمنح غير الدائمين 6,000)."""
    if not number.digits or number.scaled or number.value < SMALL:
        return False
    grouped = number.end - number.start > PLAIN
    if yearly(number, FIRST):
        return False
    if view.word(number.j) not in ONLY and not (grouped and _stops(view, number.j)):
        return False
    return _governed(view, number.i - 1, NEAR if here and grouped else 1)


def left_of_it(view: View, number: Number, source: Mention) -> bool:
    """1.3 مليون دولار، لم تصل منها غير 210,000; 100 مليون، لم يصل منها سوى 28: the only part of the amount before."""
    if not number.digits or view.word(number.i - 1) not in BUT or not open_after(view, number):
        return False
    if source.low is None or number.value < SMALL and same_scale(number, source) == number.value:
        return False
    return same_scale(number, source) < source.low and not OF_IT.isdisjoint(view.words[source.j : number.i - 1])


def paid_out(view: View, number: Number) -> bool:
    """من السبعة مليارات التي خصصت للتنمية: a definite sum, since it is one that is paid."""
    return view.word(number.j) in RELATIVES and view.word(number.j + 1) in elision_words().paying


def part_in_words(view: View, number: Number, source: Mention) -> bool:
    """ربح تسعين دينارا ثم ضاع أربعون منها, بألف وأربعمائة روبية، قبض منها ستمائة: a part of an amount that words tell too."""
    if not number.worded or number.scaled or source.number is None or not source.number.worded or source.low is None:
        return False
    if number.value >= source.low or view.word(number.i).startswith("ال") or number.i - source.j > FAR:
        return False
    if view.word(number.j) in OF_IT:
        return number.value >= LEAST
    return number.value >= SMALL and view.word(number.i - 1) in OF_IT and open_after(view, number)


def _stops(view: View, at: int) -> bool:
    return at >= view.size or view.kind(at) != WORD and view.word(at) in (".", "،", "؛", "!", "؟")


def _governed(view: View, last: int, reach: int) -> bool:
    for at in range(last, max(-1, last - reach), -1):
        if view.word(at) in elision_words().paying:
            return True
        if not view.is_word(at):
            return False
    return False
