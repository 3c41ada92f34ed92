"""Decade words in, ranges of years out: ``الثمانينيات``, ``ستينات القرن العشرين``, ``ثمانينيات القرن الرابع عشر الهجري``."""

from __future__ import annotations

from decimal import Decimal

from ..lexicon.marks import DECADE
from ..lexicon.years import YearWords, year_words
from .base import Free, Mention, View
from .changes import between_before


def decades(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``year``, each ten years long; a decade of somebody's age is none."""
    found: list[Mention] = []
    if not view.marks & DECADE:
        return found
    words = year_words()
    for at, word in enumerate(view.words):
        entry = words.decades.get(word)
        if entry is None or free.taken[at] or _of_age(view, words, at):
            continue
        tens, _ = entry
        century, length, hijri = _century(view, words, at + 1)
        start = (century if century is not None else 20) * 100 - 100 + tens
        mention = Mention(
            "year",
            view,
            at,
            at + 1 + length,
            Decimal(start),
            Decimal(start + 9),
            "year-decade",
            {"calendar": "hijri"} if hijri else {},
        )
        free.take(at, mention.j)
        if found and _spans(view, found[-1], mention):
            mention = _joined(view, found.pop(), mention)
        found.append(mention)
    return found


def _spans(view: View, first: Mention, second: Mention) -> bool:
    """بين ستينيات وسبعينيات القرن الماضي is one span of years."""
    return first.j == second.i and view.word(second.i).startswith("و") and between_before(view, first.i)


def _joined(view: View, first: Mention, second: Mention) -> Mention:
    if first.low is None or second.low is None:
        return second
    low = second.low // 100 * 100 + first.low % 100
    return Mention("year", view, first.i, second.j, low, second.high, "year-decade-range", second.fields)


def _century(view: View, words: YearWords, at: int) -> tuple[int | None, int, bool]:
    """The century that is named after the decade, how many tokens that takes, and whether it is Hijri."""
    skip = 1 if view.word(at) == "من" else 0
    named = words.centuries.at(view.words, at + skip)
    if named is None:
        if view.word(at) in words.eras and (era := words.eras.at(view.words, at)) is not None and era[0] == "hijri":
            return 14, era[1], True  # السبعينات الهجرية are of the fourteenth century
        follows = (
            view.is_digits(at)
            and len(view.word(at)) == 4
            and view.word(at).endswith("0")
            and view.word(at)[:2] in ("18", "19", "20")
        )
        return (int(view.word(at)[:2]) + 1, 1, False) if follows else (None, 0, False)
    century, length = named
    era = words.eras.at(view.words, at + skip + length)
    hijri = era is not None and era[0] == "hijri"
    # القرن الماضي is the twentieth, القرن الحالي this one
    number = {0: 20, -1: 21}.get(century, century)
    return number, skip + length + (era[1] if era and era[0] != "before" else 0), hijri


def _of_age(view: View, words: YearWords, at: int) -> bool:
    return view.word(at + 1) == "من" and view.word(at + 2) in words.age or view.word(at + 1) in words.age
