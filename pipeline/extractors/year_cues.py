"""The words around a number in, what they tell of its being a year out: an era, a cue before it, a label, a counted noun."""

from __future__ import annotations

from typing import Final

from ..lexicon.affixes import prefixed
from ..lexicon.cues import cues
from ..lexicon.kinds import word_kinds
from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords
from ..numbers.number import Number
from ..text.tokens import LATIN, SIGN, WORD
from .base import Mention, View
from .year_leads import added_to, compared_with, dated_back, part_of_year, unit

STRONG: Final = 3
WEAK: Final = 2
BARE: Final = 1
FIRST: Final = 1000
RECENT: Final = 1800
LAST: Final = 2100
# kinds of words that numbers count
COUNTABLE: Final = frozenset(("thing", "place", "unit"))
OPENERS: Final = frozenset(("•", "*", "-", "–", "·", "(", "[", ":", "|"))
CLOCK: Final = word_set("year", "clock")
TIMED: Final = word_set("year", "timed")
ENTERING: Final = word_set("year", "entering")
# what has a number and a part of it for its name: القطعة 18/1987
PLOTS: Final = word_set("year", "plots")
PARTICLES: Final = word_set("year", "particles")
COMPARATIVES: Final = word_set("year", "comparatives")
# near من and what something is made of: تتألف السلة من 1031 مادة
COMPOSED: Final = prefixed(word_set("year", "composed"))
HOMOGRAPHS: Final = word_set("year", "homographs")
DECREES: Final = prefixed(word_set("year", "decrees"))
DEFINITE: Final = ("ال", "وال", "بال", "لل")
CLOSERS: Final = frozenset((")", "]", "،", ",", ".", ":", "؛", "؟", "!", "»", '"', "|", "-", "–", "/", "…", "”"))
# verbs that no noun is written like: بين 1995 و2000 أنجز
PAST: Final = word_set("year", "past")
# words that no number counts, among those that could pass for a noun
FUNCTION: Final = word_set("year", "function")


def era_after(view: View, words: YearWords, number: Number) -> tuple[str | None, int]:
    hit = words.eras.at(view.words, number.j)
    if hit is None:
        return None, number.j
    era, length = hit
    end = number.j + length
    return era, end


def cue_before(view: View, words: YearWords, i: int) -> int:
    """How strongly the words before token ``i`` announce a year."""
    at = i - 1
    word = view.word(at)
    if word in ("ل", "ب") and view.glued(i):
        return WEAK
    if word in ("و", "ال"):
        at -= 1
        word = view.word(at)
    if word in words.nouns or word in words.seasons or word in words.months or word in words.decade_nouns:
        return STRONG
    if word in words.events and not word.startswith(DEFINITE):
        return STRONG
    if word in words.month_tails and view.word(at - 1) in words.months:
        return STRONG
    if word in words.between and (
        view.word(at - 1) in words.nouns or word in ("،", ",", "من") and view.word(at - 1) in words.months
    ):
        return STRONG
    if word == "من" and (view.word(at - 1) in COMPARATIVES or not COMPOSED.isdisjoint(view.words[max(0, at - 2) : at])):
        return 0
    if word == "عن" and unit(view.word(at - 1)):
        return WEAK
    if word in words.weak or word == "الي" and dated_back(view, at):
        return WEAK
    if word == "علي" and view.word(at - 1) in ENTERING:
        return WEAK
    if part_of_year(view, at) or added_to(view, at) or compared_with(view, words, at):
        return BARE
    if word == "(":
        return WEAK
    if at < 0 or word in OPENERS:
        return BARE if view.word(i + 1) in CLOSERS or i + 1 == view.size else 0
    if word in (",", "،") and view.is_digits(at - 1) and view.word(at - 2) in words.months:
        return STRONG
    if view.kind(at) == WORD:
        return 0 if at < i - 1 or _verbal(word) or word in PARTICLES or not _dates(view, words, at) else BARE
    return BARE if word in ("،", ",", ")", "»", '"', "/") else 0


def _dates(view: View, words: YearWords, at: int) -> bool:
    """Whether the chain of nouns that ends at a token can carry a year: an event's name opens in the indefinite (زلزال 1759,
    قانون الجنسية البريطانية 1981), or has its adjective (الانتخابات الرئاسية 2024); a definite noun alone has a label (المركز
    1990, الخط الساخن 1951), and so have decrees (قرار مجلس الأمن 1701)."""
    last = at
    while view.word(at).startswith(DEFINITE):
        if at < last and view.word(at) in words.events:
            return True
        at -= 1
        if at < 0:
            return False
    head = view.word(at)
    if view.word(at - 1) in DECREES or view.word(at) in DECREES:
        return False
    return view.kind(at) == WORD and head not in PARTICLES and head not in words.weak and head not in words.labels


def _verbal(word: str) -> bool:
    """A past in the feminine or a present of the third person: no noun that a year could date."""
    if word.startswith(DEFINITE):
        return False
    return (
        word.endswith("ت")
        and not word.endswith("ات")
        or word.startswith(("ي", "وي", "سي"))
        or word.startswith("وت")
        and word.endswith("ي")
    )


def listed_with(view: View, number: Number, found: list[Mention]) -> int:
    """A year that و or a comma joins to a year before it."""
    if not found or found[-1].high is not None and found[-1].fields.get("calendar"):
        return 0
    last = found[-1]
    if number.i - last.j > 2:
        return 0
    between = [view.word(at) for at in range(last.j, number.i)]
    return (
        WEAK
        if last.kind == "year" and between in (["و"], ["،"], [","], ["،", "و"], ["او"], [",", "و"], ["وعام"], ["وسنه"])
        else 0
    )


def labelled(view: View, words: YearWords, number: Number) -> bool:
    """رقم 1917, 1200 بتوقيت, القرار (1846), NP-2000, «1984»: a label, a model, a title."""
    at = number.i - 1
    word = view.word(at)
    if view.glued(number.i) and (
        view.kind(at) == LATIN or word in ("-", "–", "_", "#", "№", "+", ".", "×", "$", "€", "£") and view.glued(at)
    ):
        return True
    if word == "/" and view.is_digits(at - 1) and view.word(at - 2) in PLOTS:
        return True
    if view.word(number.j) in CLOCK or view.glued(number.j) and number.j < view.size and view.kind(number.j) == LATIN:
        return True
    if word in ("(", "«", '"', "“", ":", "،", "[") and view.word(number.j) in (")", "»", '"', "”", "]") or word == ":":
        if word in ("«", '"', "“"):
            return True
        at -= 1
        word = view.word(at)
    if word in HOMOGRAPHS:
        return False
    if view.word(at - 1) in ("رقم", "ورقم", "برقم"):
        return True
    return word in words.labels or word[:1] in ("و", "ب", "ل") and word[1:] in words.labels or word in ("×", "x", "*", "+")


def counted_plainly(view: View, words: YearWords, j: int) -> bool:
    return view.word(j) in words.counted and view.word(j) not in ("سي", "ايام") and not _alone(view, j)


def _alone(view: View, j: int) -> bool:
    """2023 وحده: that year alone, no unit (وحدة)."""
    return view.word(j) == "وحده" and view.source(j, j + 1).endswith("ه")


def counted(view: View, words: YearWords, j: int, value: int, timed: bool = False) -> bool:
    """Whether the word after the number is what it counts; ``timed`` where a word of time stands before the number."""
    if j >= view.size:
        return False
    word, kind = view.words[j], view.kind(j)
    if kind == SIGN:
        return word in ("%", "$", "€", "£", "×", "°", "²", "#", "+")
    if kind != WORD:
        return word in words.counted
    if view.entries[j] is not None:
        return False  # في 2018 مليونا: an amount of its own
    if word in words.counted:
        return not _alone(view, j)
    if word.endswith("وا") and word_kinds().get(word[:-1]) not in COUNTABLE:
        return False  # في 1816 كانوا
    if word.startswith(("ال", "و", "لل")) or word in words.weak or len(word) < 3:
        return False
    rest = value % 100
    if word.endswith("ا") and (rest == 0 or 11 <= rest <= 99) and _uncounted(words, word, timed and RECENT <= value <= LAST):
        return False
    if 11 <= rest <= 99:
        return word.endswith("ا") and not word.endswith(("ها", "هما")) and word not in FUNCTION
    if word in PAST or word in cues().change:
        return False
    return rest == 0 and word not in FUNCTION and not word.endswith("ت") and not word.startswith("ي") and not _by_doing(word)


def _by_doing(word: str) -> bool:
    """تعهدت في 2000 باستثمار: ب and a masdar, which no number counts."""
    kinds = word_kinds()
    return len(word) > 4 and word[0] == "ب" and word not in kinds and kinds.get(word[1:]) == "activity"


def _uncounted(words: YearWords, word: str, timed: bool) -> bool:
    """شهد 2022 تراجعا, في 2023 نما القطاع: no number counts a change; in a word of time's company, none but things that can be
    counted (انتخب في 2011 رئيسا, في 1975 رسميا against في 1975 كتابا)."""
    if word in cues().up or word in cues().down:
        return True
    kinds, plain = word_kinds(), word[:-1]
    return timed and plain not in words.counted and kinds.get(word) not in COUNTABLE and kinds.get(plain) not in COUNTABLE
