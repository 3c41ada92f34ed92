"""Whether a denied verb governs a figure, so that it has not come about: لم تدفع الحكومة 5 ملايين, لم ترتفع الأسعار بنسبة 5%.

What a figure is denied to reach is no such thing, but a bound: لم يبلغ الدين 5 ملايين.
"""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set

NOT: Final = word_set("modality", "not")
# a denial goes through these to the verb: لم يعد يكسب
STILL: Final = word_set("modality", "still")
# what is done with money, and what somebody raises or cuts to a level
PAID, RAISED = (
    frozenset(person + verb + end for verb in word_set("modality", name) for person in "يتنا" for end in ("", "وا", "ون"))
    for name in ("paid", "raised")
)
# before a denial these make it a condition, a purpose or one of a kind
OPEN: Final = word_set("modality", "open")
# between the verb and its figure, besides definite nouns
WITHIN: Final = word_set("modality", "within")
APPOSED: Final = ("البالغ", "المقدر")
SIZED: Final = frozenset(("ب", "بنسبه", "بمقدار", "بواقع", "بنحو", "بحوالي"))
# before the figure or after it these take the denial back: لم تدفع 5 ملايين إلا بعد الحكم, لم تدفع مليونا فقط
EXCEPT: Final = word_set("modality", "only") | word_set("modality", "merely") | word_set("modality", "alone")
STOPS: Final = frozenset((".", "،", "؛", ":"))
GAP, AHEAD = 4, 8


def unpaid(view: View, mention: Mention) -> bool:
    """Whether a denied verb of paying or getting governs the money, or the share that على leads to: لم يحصل على 50%."""
    if mention.kind != "money" and view.word(mention.i - 1) != "علي":
        return False
    return _governed(view, mention.i - 1, PAID) and not _excepted(view, mention.j)


def unchanged(view: View, mention: Mention) -> bool:
    """Whether a denied verb of change governs its size, or a denied raise or cut its level: لن ترفع الحكومة الضريبة إلى 20%."""
    if mention.fields.get("modifier") not in (None, "approx") or view.word(mention.j) == "من":
        return False
    at = mention.i - 1
    while view.word(at) in ("نحو", "حوالي"):
        at -= 1
    level = view.word(at) == "الي"
    verbs = RAISED if level else cues().change
    return _governed(view, at - (level or view.word(at) in SIZED), verbs) and not _excepted(view, mention.j)


def _governed(view: View, end: int, verbs: frozenset[str]) -> bool:
    """Whether a denied verb stands before the token ``end`` or at it, and only nouns that belong to it between."""
    definite = False
    for at in range(end, max(0, end - 1 - GAP), -1):
        word = view.word(at)
        if word in verbs:
            place = at - 1 if view.word(at - 1) not in STILL else at - 2
            return view.word(place) in NOT and view.word(place - 1) not in OPEN
        head = definite and word in context_words().metrics  # لم ترتفع أسعار الوقود
        definite = word.startswith(("ال", "لل")) and view.is_word(at) and word not in EXCEPT
        if word not in WITHIN and not definite and not head or word.startswith(APPOSED):
            return False
    return False


def _excepted(view: View, j: int) -> bool:
    for at in range(j, min(j + AHEAD, view.size)):
        if view.word(at) in STOPS:
            return view.word(at) == "،" and view.word(at + 1) == "بل"
        if view.word(at) in EXCEPT:
            return True
    return False
