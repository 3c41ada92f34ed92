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
# how an infinitive of the derived stems begins after ل
PURPOSES: Final = word_set("elision", "purposes")


def open_after(view: View, number: Number) -> bool:
    """Whether nothing is counted by the number: a stop, a preposition, a word of time or a definite noun follows, or the
    magnitude has the tanween that no counted noun stands after (44 مليونا)."""
    at, words = number.j, elision_words()
    if at >= view.size:
        return True
    word, kind = view.words[at], view.kind(at)
    if kind == WORD:
        if _people(view, at):
            return False
        attached = word.startswith("و") and len(word) > 2 or word.startswith(("لل", "بال", "فال"))
        definite = word.startswith("ال") and len(word) > 4 and view.entries[at] is None
        told = attached or definite or word in words.followers or word in AFTER_SHARES
        return told or _uncountable(word) or absolute(view, number)
    return kind not in (DIGITS, LATIN) and word not in ("%", "/", "-", ":", "°", "×")


def absolute(view: View, number: Number) -> bool:
    """Whether the number ends in a magnitude with tanween."""
    entry = view.entries[number.j - 1]
    return entry is not None and entry.role == "scale" and number.j - number.i > 1 and view.word(number.j - 1).endswith("ا")


def _uncountable(word: str) -> bool:
    """What is counted is an indefinite noun: none with a pronoun (رصدتها), no verb (طلبت), no infinitive after ل (لتمويل)."""
    if len(word) > 4 and word.endswith("ها") or len(word) > 3 and word.endswith("ت") and not word.endswith("ات"):
        return True
    return len(word) > 4 and word[:3] in PURPOSES and not word.startswith("لاعب")


def _people(view: View, at: int) -> bool:
    """ثمانية آلاف من المدعين: من and a plural of persons are what is counted."""
    following = view.word(at + 1)
    if view.word(at) != "من":
        return False
    return following in PEOPLE or following.startswith("ال") and following.endswith("ين")
