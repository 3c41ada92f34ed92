"""An amount that is paid by the year, the month or the day, as the noun that it is said of tells:
``الأجر الشهري فيها لا يتجاوز 1734``, ``إيجار سنوي يبدأ بمليون``."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.per import per_words
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD

REACH: Final = 10
# what opens another amount between the adjective and the number
OTHERS: Final = word_set("per", "others")
# a comma before these goes on with the noun: المكافأة السنوية المقررة، ومقدارها
GOES_ON: Final = word_set("per", "goes_on")


def paid_by_time(view: View, mention: Mention) -> str | None:
    """The time of the adjective that describes the amount's noun."""
    words = per_words()
    if words.adverbs.keys().isdisjoint(view.words[max(0, mention.i - REACH) : mention.i]):
        return None
    for at in range(mention.i - 1, max(0, mention.i - REACH), -1):
        word = view.word(at)
        if word in words.adverbs:
            return words.adverbs[word] if _describes(view, at) else None
        stopped = view.kind(at) != WORD and not (word == "،" and view.word(at + 1) in GOES_ON)
        other = word in OTHERS and view.word(at - 1) not in words.adverbs
        if stopped or other or view.entries[at] is not None and word != "واحد":
            return None
    return None


def _describes(view: View, at: int) -> bool:
    """الأجر الشهري, بإيجار سنوي, راتبا شهريا: an adjective of a noun of pay; شهريا after another noun is an adverb."""
    noun = view.word(at - 1)
    if view.word(at).endswith("ا") and not noun.endswith("ا"):
        return False
    return noun in per_words().paid or noun.endswith("ا") and noun[:-1] in per_words().paid
