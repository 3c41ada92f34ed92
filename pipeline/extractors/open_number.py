"""Whether a number counts nothing: what follows it is a stop, a preposition, a word of time, or no noun that could be counted."""

from __future__ import annotations

from typing import Final

from ..lexicon.elision import elision_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..text.tokens import DIGITS, LATIN, WORD
from .base import View

AFTER_SHARES: Final = word_set("elision", "after_shares")
PEOPLE: Final = word_set("modifier", "people")
# and nouns that end in ت, as verbs of hers do
ENDING_IN_T: Final = word_set("elision", "ending_in_t")
ONE_OF: Final = frozenset(("واحد", "بواحد", "واحده", "بواحده"))
# people with a pronoun: مواطنيها, سكانها
THEIRS: Final = word_set("elision", "theirs")
OWNED: Final = ("ها", "هم")
# nouns whose own first letter is و: وظيفة, وجبة, والد
ROOTED: Final = word_set("elision", "rooted")
YEAR_NOUNS: Final = frozenset(("سنه", "عام"))
# and nouns whose own first letter is ي
ROOTED_IN_YA: Final = word_set("elision", "rooted_in_ya")
# how nouns whose own first letter is ل begin: لاعب, لتر
ROOTED_IN_LAM: Final = tuple(word_set("elision", "rooted_in_lam"))


def open_after(view: View, number: Number) -> bool:
    """Whether nothing is counted by the number: a stop, a preposition, a word of time or a definite noun follows, or the
    magnitude has the tanween that no counted noun stands after (44 مليونا). واحد من مئة ألف are odds."""
    if view.word(number.i - 1) == "من" and view.word(number.i - 2) in ONE_OF:
        return False
    at = number.j
    if at >= view.size:
        return True
    kind = view.kind(at)
    if kind == WORD:
        return _open_word(view, number, at)
    return kind not in (DIGITS, LATIN) and view.words[at] not in ("%", "/", "-", ":", "°", "×")


def _open_word(view: View, number: Number, at: int) -> bool:
    word, words = view.words[at], elision_words()
    if _people(view, at):
        return False
    if word in YEAR_NOUNS:
        return not number.scaled or view.is_digits(at + 1) or absolute(view, number)
    definite = word.startswith("ال") and len(word) > 4 and view.entries[at] is None
    told = definite or word in words.followers or word in AFTER_SHARES or word.startswith(("لل", "بال", "فال"))
    return told or _and(view, number, at) or _uncountable(word) or absolute(view, number)


def _and(view: View, number: Number, at: int) -> bool:
    """Whether the word begins with و as the conjunction, and no number follows it whose noun is for both."""
    word = view.words[at]
    if word == "و":
        return number.scaled or not view.is_digits(at + 1)
    return word.startswith("و") and len(word) > 2 and (word not in ROOTED or view.word(at + 1) == "نقد")


def absolute(view: View, number: Number) -> bool:
    """Whether the number ends in a magnitude with tanween."""
    entry = view.entries[number.j - 1]
    return entry is not None and entry.role == "scale" and number.j - number.i > 1 and view.word(number.j - 1).endswith("ا")


def _uncountable(word: str) -> bool:
    """What is counted is an indefinite noun: none with a pronoun (رصدتها), no verb (طلبت, يفرض), nothing after ل (لتمويل)."""
    if word in ENDING_IN_T:
        return False
    if len(word) > 4 and word.endswith("ها") or len(word) > 3 and word.endswith("ت") and not word.endswith("ات"):
        return True
    if word[0] == "ي" and len(word) > 3 and not word.endswith(("ي", "يا")) and word not in ROOTED_IN_YA:
        return True
    return word.startswith("ل") and len(word) > 3 and not word.startswith(ROOTED_IN_LAM)


def _people(view: View, at: int) -> bool:
    """ثمانية آلاف من المدعين, من مواطنيها, 4 من كل 10: من and persons, or a whole, are what is counted."""
    following = view.word(at + 1)
    if view.word(at) != "من":
        return False
    owned = following.endswith(OWNED) and following[:-2] in THEIRS
    return owned or following == "كل" or following in PEOPLE or following.startswith("ال") and following.endswith("ين")
