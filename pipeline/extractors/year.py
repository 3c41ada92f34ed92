"""A sentence's free numbers in, its calendar years out.

A number is a year by an era after it (``575 م``, ``1445هـ``, ``332 ق.م``), by a word of years, months or events before it, or,
weaker, by a preposition, brackets or the head of a line when nothing is counted after it. A counted noun tells itself by
grammar: after 11–99 it is an accusative singular, so a word that ends in neither alef nor ta marbuta is none (Wright,
Grammar I §322); after round hundreds it may be any noun.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords, year_words
from ..numbers.number import Number
from ..text.tokens import LATIN
from .base import Free, Mention, View
from .year_cues import (
    BARE,
    DEFINITE,
    FIRST,
    LAST,
    RECENT,
    STRONG,
    TIMED,
    WEAK,
    counted,
    counted_plainly,
    cue_before,
    era_after,
    labelled,
    listed_with,
)
from .year_early import lived_in, metres
from .year_leads import event_named, left_level, level_of, since
from .year_objects import FIRST_PRINTED, object_after
from .year_range import modern, year_range

EACH: Final = frozenset(("كل", "لكل", "وكل", "بكل", "فكل"))
POINTING: Final = word_set("year", "pointing")
# years of three digits in the common era, and what they stand after
FIRST_SPOKEN: Final = 100
ROUNDS: Final = word_set("year", "rounds")
# a year that these tell needs no number after them
TOLD: Final = word_set("year", "told")
BORN: Final = word_set("year", "born")
YEARLY: Final = frozenset(("في", "وفي", "ففي", "منذ", "ومنذ"))


def years(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``year`` with a value or a range."""
    words = year_words()
    found: list[Mention] = []
    place, numbers = 0, view.numbers
    while place < len(numbers):
        number = numbers[place]
        step = 1
        if free(number) and _whole(number):
            mention, step = _range_or_year(view, free, words, place, found)
            if mention is not None:
                free.take(mention.i, mention.j)
                found.append(mention)
        place += step
    return found


def _whole(number: Number) -> bool:
    if not (number.worded or number.digits and view_digits(number)):
        return False
    return 1 <= number.value <= 9999 and number.value % 1 == 0


def view_digits(number: Number) -> bool:
    """Years are written without separators."""
    return number.end - number.start <= 4


def _range_or_year(view: View, free: Free, words: YearWords, place: int, found: list[Mention]) -> tuple[Mention | None, int]:
    numbers = view.numbers
    number = numbers[place]
    follower = numbers[place + 1] if place + 1 < len(numbers) and free(numbers[place + 1]) else None
    if follower is not None and (_whole(follower) or follower.digits and view.word(follower.i) == "00"):
        mention = year_range(view, words, number, follower, listed_with(view, number, found))
        if mention is not None:
            return mention, 2
    return _year(view, words, number, found), 1


def _year(view: View, words: YearWords, number: Number, found: list[Mention]) -> Mention | None:
    value, era, end = int(number.value), *era_after(view, words, number)
    cue = max(cue_before(view, words, number.i), listed_with(view, number, found))
    if not _plausible(view, words, number, value, era, cue, end):
        return None
    if (
        value % 10 == 0
        and value >= 100
        and era is None
        and view.word(number.i - 1) in words.decade_nouns
        and not _list_goes_on(view, end)
    ):
        return Mention("year", view, number.i, end, Decimal(value), Decimal(value + 9), "year-decade")
    if number.digits and number.end - number.start == 2 and era is None:
        value = modern(value)
    mention = Mention(
        "year",
        view,
        number.i,
        end,
        Decimal(-value if era == "before" else value),
        None,
        f"year-cue-{cue}" if era is None else f"year-{era}",
    )
    if era == "hijri" or era is None and 1300 <= value <= 1500 and _hijri_month(view, words, number.i):
        mention.fields["calendar"] = "hijri"
    return mention


def _list_goes_on(view: View, at: int) -> bool:
    return view.word(at) in ("و", "،", "او") and view.is_digits(at + 1)


def _plausible(view: View, words: YearWords, number: Number, value: int, era: str | None, cue: int, end: int) -> bool:
    size = number.end - number.start if number.digits else 4
    if era in ("hijri", "before", "after_christ"):
        return not (era == "hijri" and value > 1600) and (size >= 2 or cue == STRONG)
    if era == "common":
        return _common_era(view, words, number, value, cue, end)
    if labelled(view, words, number):
        return False
    if cue == STRONG:
        return _strong(view, words, number, value, size)
    if number.worded:
        return cue >= WEAK and FIRST < value < LAST and value % 1000 != 0 and not counted(view, words, number.j, value)
    if lived_in(view, number):
        return True
    if size != 4 or not (FIRST <= value <= LAST) or view.kind(number.i) == LATIN:
        return False
    if since(view, number):
        return True
    if left_level(view, number):
        return False
    if cue == BARE and not 1700 <= value <= 2099 and not level_of(view, number):
        return False
    timed = view.word(number.i - 1) in TIMED or event_named(view, words, number.i)
    if timed and FIRST_PRINTED <= value <= LAST and object_after(view, words, number):
        return True
    return cue > 0 and not counted(view, words, number.j, value, timed)


def _strong(view: View, words: YearWords, number: Number, value: int, size: int) -> bool:
    """After عام and its like any number of two to four digits is a year, unless it counts something."""
    if number.worded and value < 100 or size < 2:
        return False
    if size == 2:
        return (
            _timely(view, words, number.i)
            and view.word(number.j) not in words.months
            and not counted_plainly(view, words, number.j)
            and not counted(view, words, number.j, value)
            and view.word(number.i - 1) not in ROUNDS
        )
    before = view.word(number.i - 1)
    if value < RECENT and (before in words.events or before in words.months) and counted_plainly(view, words, number.j):
        return False  # زلزال 1200 قتيل, من أبريل 1364 مخالفة; مونديال 2030 فرصة is a year
    if view.word(number.i - 2) in EACH:
        return False  # كل عام 360 وزنة
    if value >= FIRST:
        return value <= LAST
    return _early(view, words, number) and not counted_plainly(view, words, number.j)


def _early(view: View, words: YearWords, number: Number) -> bool:
    """Years of three digits stand right after سنة and the like, not after an event, a round (الدورة 299), a month of our own
    calendar, a year told already (العام الجاري 817 متهما), nor after صفر, which is nought too."""
    before = view.word(number.i - 1)
    if before in words.events or before in ROUNDS or before in TOLD or before in ("و", "،", ","):
        return False
    if number.i > 1 and (view.is_digits(number.i - 2) or view.entries[number.i - 2] is not None):
        return False  # بخبرة 3 سنوات 550
    return not (before in words.months and before not in words.hijri_months or view.entries[number.i - 1] is not None)


def _timely(view: View, words: YearWords, i: int) -> bool:
    """After these, and no more than these, two digits make a year: عام 67, صيف 82; not after what has been told or is itself
    counted (هذا الصيف 82 حالة, بعد عشرين سنة 18 ناديا), nor after one of a row (الدفعة 35)."""
    if view.word(i - 1) == "ال" and view.word(i - 2) in BORN:
        return True  # من مواليد الـ 74
    before = view.word(i - 1)
    counted = not before.startswith("و") and i > 1 and (view.entries[i - 2] is not None or view.is_digits(i - 2))
    if counted or view.word(i - 2) in POINTING:
        return False
    return before in words.nouns or before in words.seasons and not before.startswith(DEFINITE)


def _common_era(view: View, words: YearWords, number: Number, value: int, cue: int, end: int) -> bool:
    """م after a number is metres as well as the common era."""
    spelled = view.word(number.j) != "م"
    if spelled or cue == STRONG:
        return True
    if labelled(view, words, number) or value > LAST:
        return False
    lead = number.i - 2 if view.word(number.i - 1) in ("ل", "ب") else number.i - 1
    if FIRST_SPOKEN < value < FIRST and value % 10 and view.word(number.i - 1) in YEARLY:
        return True  # في 301 م; races and pools are of round metres (في 200 م حرة)
    if view.word(lead) == "(" and metres(view, words, number):
        return False
    near = view.word(lead) in ("(", "/", "الموافق", "يوافق") or view.word(number.i - 2) in ("ه", "هجري", "هجريه")
    return value >= FIRST and (view.glued(number.j) and cue >= WEAK or near) or near and value >= 100


def _hijri_month(view: View, words: YearWords, at: int) -> bool:
    return (
        view.word(at - 1) in words.hijri_months
        or view.word(at - 2) in words.hijri_months
        and view.word(at - 1) in words.month_tails
    )
