"""Words further before a number in, whether they lead up to a year out: a part of a year, a comparison, what is dated back."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon.kinds import word_kinds
from ..lexicon.money import load_money
from ..lexicon.percent import percent_words
from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords, year_words
from ..numbers.number import Number
from ..text.tokens import WORD
from .base import View
from .currency import nationalities

PARTS = word_set("year", "parts")
MONTHS = word_set("year", "parts_months")
ORDINALS = word_set("year", "parts_ordinals")
COMPARED = word_set("year", "compared")
DATING = word_set("year", "dating")
DATED = word_set("year", "dated")
SINCE, DURATIONS, LEVELS = word_set("year", "since"), word_set("year", "durations"), word_set("year", "levels")
PARTICLES = word_set("year", "particles")
# how long a noun phrase may stand between a verb of dating and its إلى; how far back a figure is compared
PHRASE, NEAR = 6, 14
STOPS = frozenset(("من", "منذ", "حتي", "بعد", "قبل", "خلال"))
LEVELS_AT = frozenset(("الي", "عند"))
# how many words a coin's name takes at most with its من, and how far apart two levels of one thing are
COINS, ORDER = 3, 10
OURS = 1900
SIZES = range(1000, 10_000)
# what a bare year stands after, where the word after it could be a coin as well
DATES = word_set("year", "dates")
FIRST, LAST = 1500, 2035


def part_of_year(view: View, at: int) -> bool:
    """الربع الثالث 2024, النصف الأول 2024, الأشهر الستة الأولى 2024: whether a part of a year ends at a token."""
    if view.word(at) not in ORDINALS:
        return False
    return view.word(at - 1) in PARTS or view.word(at - 1) in MONTHS or view.word(at - 2) in MONTHS


def compared_with(view: View, words: YearWords, at: int) -> bool:
    """مقارنة بـ 2022, قياسا مع 2022, unless a figure of a year's size is what is compared (1980 إصابة مقارنة بـ 2022)."""
    if view.word(at) not in ("ب", "مع") or view.word(at - 1) not in COMPARED:
        return False
    place = bisect_left(view.numbers, at, key=lambda number: number.i) - 1
    if place < 0 or view.numbers[place].i < at - NEAR:
        return True
    before = view.numbers[place]
    after = view.word(before.j)
    return before.value not in SIZES or after not in words.counted and not unit(after)


def unit(word: str) -> bool:
    """بزيادة 17% عن 2022, بمليون دولار عن 2023: what a change is told in, before the year that it is measured from."""
    words = percent_words()
    return word == "%" or word in words.one or word in words.after_fi or word in words.point_units or word in load_money().nouns


def added_to(view: View, at: int) -> bool:
    """بزيادة 12% على 2022, بزيادة 3 ملايين ريال على 2022; a price rises by 12 dollars over a level."""
    scaled = view.entries[at - 2] is not None if at > 1 else False
    return view.word(at) == "علي" and unit(view.word(at - 1)) and (scaled or view.word(at - 1) not in load_money().nouns)


def dated_back(view: View, at: int) -> bool:
    """يعود إلى 1890, يعود تاريخ المبنى إلى 1890: a verb of dating before the إلى at a token, its subject between; an index and
    a price return to a level."""
    if view.word(at - 1) in DATING:
        return True
    for place in range(at - 1, max(-1, at - 1 - PHRASE), -1):
        word = view.word(place)
        if word in DATED:
            head = view.word(place + 1)
            return word_kinds().get(head.removeprefix("ال")) != "measure"
        if view.kind(place) != WORD or word in PARTICLES or word in STOPS:
            return False
    return False


def since(view: View, number: Number) -> bool:
    """يسكن منذ 1978 شقة: what منذ is said of is a time, so that a number of no time after it is a year."""
    return view.word(number.i - 1) in SINCE and view.word(number.j) not in DURATIONS


def level_of(view: View, number: Number) -> bool:
    """يتجاوز مستويات 1346: levels that no round number tells are those of a year."""
    return view.word(number.i - 1) in LEVELS and number.value % 10 != 0


def left_level(view: View, number: Number) -> bool:
    """تضاعف السعر إلى 3000 دينار من 1500: من right after a level in coins leads back to the one before, of its order; a year of
    our time may be one still."""
    if OURS < number.value <= LAST or view.word(number.i - 1) != "من":
        return False
    named = number.i - 2 - (view.word(number.i - 2) in nationalities())
    if view.word(named) not in load_money().nouns:
        return False
    place = bisect_left(view.numbers, number.i, key=lambda other: other.i) - 1
    level = view.numbers[place] if place >= 0 else None
    if level is None or level.scaled or view.word(level.i - 1) not in LEVELS_AT or number.i - level.j > COINS:
        return False
    return max(level.value, number.value) <= ORDER * min(level.value, number.value)


def event_named(view: View, words: YearWords, at: int) -> bool:
    """أولمبياد مونتريال 1976: whether the name before token ``at`` opens with an event and has one or two words more."""
    for place in (at - 2, at - 3):
        if not view.is_word(place + 1) or view.word(place + 1) in PARTICLES:
            return False
        if view.word(place) in words.events:
            return True
    return False


def dated_word(view: View, number: Number) -> bool:
    """في 2020 بات مصنع: after a word of dates a bare number of a year's size is no count of a coin whose name is another word
    as well (بات, ليو, سوم)."""
    if not number.digits or number.scaled or number.end - number.start != 4 or not FIRST <= number.value <= LAST:
        return False
    nouns = load_money().nouns.get(view.word(number.j))
    if nouns is None or not all(noun.weak for noun in nouns):
        return False
    words, before = year_words(), view.word(number.i - 1)
    dated = before in words.nouns or before in words.months or before in words.seasons or before in DATES
    return dated or before in words.month_tails and view.word(number.i - 2) in words.months
