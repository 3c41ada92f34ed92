"""A bare number in a date and the noun after it in, whether the noun is the verb's and none that the number counts out."""

from __future__ import annotations

from typing import Final

from ..lexicon.kinds import word_kinds
from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords
from ..numbers.number import Number
from .base import View

# a bare year before this is told with its noun or era
FIRST_PRINTED: Final = 1500
OWNERS: Final = ("ها", "هم")
VERBAL: Final = word_set("year", "verbal")
IN: Final = frozenset(("في", "وفي", "ففي", "منذ", "ومنذ", "بعد", "قبل"))
# kinds of nouns that stand after what is counted and say nothing of it: في 1800 غارة الشهر الماضي
APART: Final = frozenset(("time",))
PLACES: Final = frozenset(("place",))
SITES: Final = frozenset(("place", "organisation"))


def object_after(view: View, words: YearWords, number: Number) -> bool:
    """أنشأت في 1955 شركة, خسر في 2019 دعوى: a verb before the date lacks its object; في 1848 طالب المالكون: a verb with its
    subject follows. What a place after في counts stays a count (وزعت في 1200 قرية)."""
    if not view.is_word(number.j) or view.word(number.i - 1) not in IN:
        return False
    noun = view.word(number.j)
    if noun in VERBAL and (_numbered(view, number.j + 1) or view.word(number.j + 1).endswith(OWNERS)):
        return True
    if _subject(view, number.j + 1) and not noun.endswith(("ه", "ا")) and not (number.value % 100 == 0 and noun in words.counted):
        return True
    kinds = {word_kinds().get(noun), word_kinds().get(noun.removesuffix("ا"))}
    verb = view.word(number.i - 2)
    if verb.startswith("ال") and view.is_word(number.i - 3):
        verb = view.word(number.i - 3)  # اشترت الحكومة في 2014 أرضا
    return verb in words.founds and PLACES.isdisjoint(kinds) or verb in words.makes and SITES.isdisjoint(kinds)


def _numbered(view: View, at: int) -> bool:
    """في 2018 صوّت 64.8% من: what has a number after it is counted by that."""
    return view.is_digits(at) or at < view.size and view.entries[at] is not None


def _subject(view: View, at: int) -> bool:
    """A definite noun, which never follows the noun that a number counts, adverbs of time apart."""
    word = view.word(at)
    return word.startswith("ال") and len(word) > 4 and view.is_word(at) and word_kinds().get(word[2:]) not in APART
