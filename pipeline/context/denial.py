"""Whether a word is denied: لا يكاد يزيد, لم يكن نصيبه يتعدى, ألا تمنح المدعية أكثر من 300 ألف.

A negation turns a bound round: what is not more than a number is at most the number.
"""

from __future__ import annotations

from typing import Final

from ..extractors.base import View
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD

NEGATIONS: Final = word_set("modifier", "negations")
# verbs that a negation goes through: لم يكن … يتعدى
AUXILIARIES: Final = word_set("modifier", "auxiliaries")
# what is denied of these goes on: لا يزال أكثر من 40%
LASTING: Final = word_set("modifier", "lasting")
EXCLUDING: Final = word_set("modality", "excluding")
STOPS: Final = frozenset((".", "؛", ":", "!", "؟", "(", ")", "سوي", "لكن", "بل", "بينما", "فيما"))
REACH, FAR = 12, 18


def denied_verb(view: View, at: int) -> bool:
    """Whether the verb at a token is denied, by a particle or through لم يكن, لم تعد, لا يكاد before its subject."""
    if view.word(at - 1) in NEGATIONS:
        return True
    for place in range(at - 1, max(0, at - REACH), -1):
        word = view.word(place)
        if word in AUXILIARIES and view.word(place - 1) in NEGATIONS:
            return True
        if word in STOPS or word == "،":
            return False
    return False


def denied_object(view: View, at: int) -> bool:
    """Whether a negated verb governs the phrase that begins at a token: لا يسمح للحكومة بأن تسحب أكثر من 4%; an aside between
    commas may stand between."""
    aside = False
    for place in range(at - 1, max(-1, at - FAR), -1):
        word = view.word(place)
        if word == "،":
            aside = not aside
        elif aside:
            continue
        elif word in STOPS or view.is_digits(place):
            return False
        elif word in NEGATIONS:
            verbal = place + 1 < at and view.kind(place + 1) == WORD and view.word(place + 1)[:1] in "يتن"
            return verbal and view.word(place + 1) not in LASTING
    return False


def admitted(view: View, at: int) -> bool:
    """لم يستبعد, لا يستبعد: what is not ruled out may be."""
    return view.words[at].lstrip("وف") in EXCLUDING and denied_verb(view, at)
