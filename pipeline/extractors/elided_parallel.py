"""A bare number that stands beside an amount or share as its like: ``والأثاث 11، والدجاج 7 بالمئة``,
``62 سنتا إلى الجوائز و9 إلى التسويق``. In: a number and the figures around it; out: the rule that makes it one of their kind.
"""

from __future__ import annotations

from typing import Final

from ..lexicon.elision import elision_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..text.tokens import DIGITS, WORD
from .base import Mention, View
from .elided_gaps import yearly
from .elision import CLAUSE, counting
from .open_number import ROOTED, open_after
from .sum_like import BUT, STOPS, named, same_order, sum_like

LEADS: Final = frozenset(("ب", "الي", "عند", "علي", "بنسبه", "بسعر", "ل"))
BREAKS: Final = STOPS | {"(", ")"}
MEMBERS: Final = tuple(word_set("elision", "member"))
# between a thing and what is told of it by the way: وهي 14
APPOSED: Final = word_set("elision", "apposed")
# words with و that begin no member of a row: وفقا, وصل
NO_MEMBER: Final = word_set("elision", "no_member")
# what has years to count after it, not money
COUNTED: Final = frozenset(("(", "سنه", "عاما"))
ATTACHED: Final = ("لل", "بال")
# how long a member of a row is, how far the next may stand
MEMBER, SPAN = 5, 12
FIRST: Final = 1300


def parallel(view: View, number: Number, source: Mention, after: Mention | None) -> str | None:
    """``source`` is the figure before the number, ``after`` the one after it."""
    if not _plain(view, number, source) or not _alike(number, source):
        return None
    opening = _member(view, number, source)
    if opening is None:
        return None
    lead = view.word(number.i - 1)
    counted = counting(view, number, min(number.i - source.j, CLAUSE)) and not _unit_priced(view, number)
    if not counted and after is not None and after.kind == source.kind and _joined(view, number, after):
        return "elided-between"
    if lead == "و" or number.joined and opening == number.i:
        return "elided-same-tail" if view.is_word(number.j) and _same_tail(view, number, source) else None
    if counted:
        return None
    if lead in LEADS or number.prefix:
        lead = lead if lead in LEADS else number.prefix.lstrip("و")
        return "elided-same-lead" if lead and _lead_of(view, source, lead) else None
    if not view.is_word(source.i - 1) and view.word(source.i - 1) not in ("»", '"') and not _shared_out(view, opening, source):
        return None
    return "elided-member" if _ends(view, number) and _noun(view, opening, source) else None


def _plain(view: View, number: Number, source: Mention) -> bool:
    """Whether a number may be a sum or a share at all: no name (خصوصي 95»), no year, nothing counted after it."""
    if not open_after(view, number) or view.word(number.j) in COUNTED:
        return False
    if source.kind == "percent" and yearly(number, FIRST):
        return False
    if view.word(number.j) == "»" and view.word(number.i - 1) != "«" or view.word(number.i - 1) in APPOSED or named(view, number):
        return False
    if number.digits or number.scaled:
        return True
    return view.word(number.i - 1) not in BUT and sum_like(view, number)


def _unit_priced(view: View, number: Number) -> bool:
    """والكيلومتر 1500, والطن 900: a unit of measure is what is priced."""
    word = view.word(number.i - 1)
    return word.startswith("وال") and word in elision_words().measured


def _alike(number: Number, source: Mention) -> bool:
    """Whether the two are of one order."""
    if source.kind == "percent":
        return number.value <= 100 and not number.scaled
    return same_order(number, source)


def _lead_of(view: View, source: Mention, lead: str) -> bool:
    return view.word(source.i - 1) == lead or source.number is not None and source.number.prefix.lstrip("وف") == lead


def _same_tail(view: View, number: Number, source: Mention) -> bool:
    """إلى الجوائز و9 إلى التسويق, للمنازل و40 للأعمال: both are told in the same way."""
    follower = view.word(number.j)
    between = view.words[source.j : number.i]
    return follower in between or any(
        follower.startswith(head) and word.startswith(head) for head in ATTACHED for word in between
    )


def _member(view: View, number: Number, source: Mention) -> int | None:
    """Where the member of a row begins that the number closes: at a و, ف or ثم after the amount before."""
    for at in range(number.i - 1, max(source.j, number.i - MEMBER) - 1, -1):
        word = view.word(at)
        if word in BREAKS or view.kind(at) == DIGITS:
            return None
        begins = len(word) > 2 and word.startswith(("و", "فال")) and word not in NO_MEMBER and word not in ROOTED
        if begins or word in ("و", "ثم"):
            return at if at - source.j <= SPAN and BREAKS.isdisjoint(view.words[source.j : at]) else None
    return number.i if number.joined and number.i - source.j <= SPAN else None


def _shared_out(view: View, at: int, source: Mention) -> bool:
    """75,000 يورو للأول وللثاني 45,000: to whom each goes, whatever stands before the first."""
    return view.word(source.j).startswith("لل") and view.word(at).startswith("ولل")


def _noun(view: View, at: int, source: Mention) -> bool:
    """Whether a member begins with a noun, not with what is done: والشعير, و«زين», وكلفة قطافها; وسجل is none."""
    word = view.word(at)
    if word == "و":
        return view.word(at + 1) == "«"
    words = elision_words()
    return word.startswith(MEMBERS) or source.kind == "money" and (word in words.sums or word in words.earning)


def _joined(view: View, number: Number, after: Mention) -> bool:
    between = view.words[number.j : after.i]
    if not between or len(between) > SPAN or not BREAKS.isdisjoint(between):
        return False
    return any(word.startswith("و") for word in between)


def _ends(view: View, number: Number) -> bool:
    at = number.j
    return at >= view.size or view.kind(at) != WORD or view.word(at).startswith("و") or view.word(at) in ("فقط", "فحسب", "وحسب")
