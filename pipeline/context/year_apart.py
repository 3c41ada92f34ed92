"""What sets a figure apart from a year beside it: the year is one of comparison, of publication, of a mere agreement; a sign or
another figure stands between."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set

# a year after these is the one that the figure is compared with, or the one that something else was agreed for
COMPARED: Final = word_set("when", "compared")
SINCE: Final = frozenset(("منذ", "ومنذ", "فمنذ"))
# what was only made known in a year: a study at once, what else may be issued when it is a writing
PUBLISHED, ISSUED, WRITINGS = (word_set("when", name) for name in ("published", "issued", "writings"))
ELSEWHEN: Final = COMPARED | SINCE | PUBLISHED
NOW, ENDS = word_set("when", "now"), word_set("when", "ends")
TURNED: Final = frozenset(("قبل", "بعد", "بعدما"))
WAS: Final = frozenset(("كان", "كانت", "كانوا"))
UNTIL: Final = frozenset(("حتي", "وحتي"))
# what was only agreed, offered or planned in a year does not hold for it
AGREED: Final = word_set("when", "agreed")
COMMAS: Final = frozenset(("،", ","))
# signs that part a figure from a year
CLAUSE: Final = frozenset(("،", ",", "؛", ";", ":", ".", "(", ")"))
BESIDE, BACK, LONG, FAR, DATE = 4, 8, 12, 60, 7


def apart(view: View, year: Mention, mention: Mention) -> bool:
    """A year before the figure that it is compared with, or from which it counts, or at which it was only agreed or told."""
    before = view.words[max(0, year.i - BESIDE) : year.i]
    if not ELSEWHEN.isdisjoint(before) or not UNTIL.isdisjoint(before[-2:]) and ENDS.isdisjoint(before[-1:]):
        return True
    if any(pair == ("من", "تاريخ") for pair in pairwise(view.words[max(0, year.i - DATE) : year.i])):
        return True
    if not ISSUED.isdisjoint(before[-2:]) and not WRITINGS.isdisjoint(view.words[max(0, year.i - BACK) : year.i]):
        return True
    if now(view, year.j, mention.i) or agreed(view, max(0, year.i - LONG), mention.i):
        return True
    if TURNED.isdisjoint(view.words[year.j : mention.i]):
        return False
    return any(_another_time(view, at) for at in range(_past_aside(view, year, mention), mention.i))


def _past_aside(view: View, year: Mention, mention: Mention) -> int:
    """في 2012، قبل أن تندلع الحرب، بلغ …: the token past an aside between commas right after the year."""
    if view.word(year.j) not in COMMAS or view.word(year.j + 1) not in TURNED:
        return year.j
    return next((at for at in range(year.j + 1, mention.i) if view.words[at] in COMMAS), year.j)


def _another_time(view: View, at: int) -> bool:
    """بعد أن كانت 88%, قبل أن تهبط 85%: what was before the year, or came after it."""
    word, following = view.word(at), view.word(at + 1)
    if word == "قبل":
        return following == "ان"
    was = at + 1 if word == "بعدما" else at + 2 if word == "بعد" and following == "ان" else at
    return view.word(was) in WAS and was > at and view.word(was + 1) != "قد"


def now(view: View, start: int, end: int) -> bool:
    return not NOW.isdisjoint(view.words[start:end])


def agreed(view: View, start: int, end: int) -> bool:
    return not AGREED.isdisjoint(view.words[start:end])


def parted(view: View, start: int, end: int) -> bool:
    return not CLAUSE.isdisjoint(view.words[start:end])


def figure_between(mentions: list[Mention], start: int, end: int) -> bool:
    return any(other.kind != "year" and start <= other.i < end for other in mentions)


def of_comparison(view: View, year: Mention, mention: Mention) -> bool:
    """9 ملايين في 2012 مقابل 7 في العام السابق، بزيادة مليونين: the year of what the figure before was compared with."""
    if not 0 <= mention.i - year.j <= FAR:
        return False
    for at in range(year.i - 1, max(-1, year.i - LONG), -1):
        if view.word(at) in ("مقابل", "مقارنه", "قياسا"):
            return True
        if view.word(at) in CLAUSE:
            return False
    return False
