"""A sentence in; the centuries that it dates by out, as the years from their first to their last: في القرن التاسع عشر.

A century is no claim, and yet the time that a figure holds for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords, year_words
from .lexemes import HARD

ONE, ARTICLE = "القرن", "ال"
LAST: Final = 21
NOUNS: Final = word_set("centuries", "nouns")
TWO: Final = word_set("centuries", "duals")
LEADS: Final = word_set("centuries", "leads")
# مع نهاية القرن, (أوائل القرن): what a part of a century stands after
PART_LEADS: Final = LEADS | word_set("centuries", "part_leads") | HARD | {"،", ",", "("}
# القرن الأول من عمر الدولة: a century of its own
LIVES: Final = word_set("centuries", "lives")


def with_centuries(view: View, mentions: list[Mention], taken: bytearray) -> list[Mention]:
    """The mentions of a sentence and its centuries, in the order of the text."""
    found = centuries(view, taken)
    return sorted([*mentions, *found], key=lambda mention: mention.i) if found else mentions


def centuries(view: View, taken: bytearray) -> list[Mention]:
    """Mentions of kind ``year``, a hundred years long or two hundred, where no year mention has taken their tokens."""
    found: list[Mention] = []
    if NOUNS.isdisjoint(view.words):
        return found
    words = year_words()
    for at, word in enumerate(view.words):
        if word in NOUNS and not taken[at] and (mention := _century(view, words, at)) is not None:
            found.append(mention)
    return found


def _century(view: View, words: YearWords, at: int) -> Mention | None:
    first = words.centuries.at([ONE, *view.words[at + 1 : at + 4]], 0) or _numbered(view, at)
    if first is None or first[0] < 1:
        return None
    low = high = first[0]
    end = at + first[1]
    if view.word(at) in TWO and view.word(end).startswith("و"):
        second = words.centuries.at([ONE, view.word(end)[1:], *view.words[end + 1 : end + 3]], 0)
        if second is not None:
            high, end = second[0], end + second[1] - 1
    era = words.eras.at(view.words, end)
    if era is not None and era[0] == "hijri" or view.word(end) == "من" and view.word(end + 1) in LIVES:
        return None
    part, start = _part(view, words, at)
    if not _dates(view, start, part):
        return None
    years = (low * 100 - 99, high * 100) if era is None or era[0] != "before" else (-low * 100, -high * 100 + 99)
    fields = {"part": part} if part else {}
    return Mention("year", view, start, end + (era[1] if era else 0), Decimal(years[0]), Decimal(years[1]), "century", fields)


def _numbered(view: View, at: int) -> tuple[int, int] | None:
    """القرن الـ19, القرن ال19, القرن 19: which century, and its length in tokens."""
    number = at + 1 + (view.word(at + 1) == ARTICLE)
    digits = view.word(number)
    if view.word(at) in TWO or not view.is_digits(number) or not digits.isdecimal() or not 0 < int(digits) <= LAST:
        return None
    return int(digits), number + 1 - at


def _dates(view: View, start: int, part: str) -> bool:
    """في القرن, وفي أواخر القرن, بنهاية القرن; not مباني القرن, تعود إلى أوائل القرن."""
    if not part:
        return view.word(start - 1) in LEADS
    bare = view.word(start).lstrip("وف")
    by_then = bare.startswith("ب") and not bare.startswith("بد")
    return by_then or not start or view.word(start - 1) in PART_LEADS


def _part(view: View, words: YearWords, at: int) -> tuple[str, int]:
    """أوائل القرن, نهاية القرن: the part of it that is meant, and where that begins."""
    part = words.parts.at(view.words, at - 1) if at else None
    return (part[0], at - 1) if part is not None and part[1] == 1 else ("", at)
