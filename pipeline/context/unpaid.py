"""Whether money is said not to have been paid: لم تدفع الحكومة 5 ملايين, لا يتقاضى من الدولة فرنكا. A sentence's view and an
amount's tokens in."""

from __future__ import annotations

from typing import Final

from ..extractors.base import View
from ..lexicon.wordsets import word_set

NOT: Final = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "فلن", "لا", "ولا", "فلا"))
# a denial goes through these to the verb: لم يعد يكسب
STILL: Final = frozenset(("يعد", "تعد", "نعد", "اعد", "يعودوا"))
PAID: Final = frozenset(
    person + verb + end for verb in word_set("modality", "paid") for person in "يتنا" for end in ("", "وا", "ون")
)
# before a denial these make it a condition, a purpose or one of a kind
OPEN: Final = frozenset(("ما", "اذا", "ان", "لو", "كي", "لكي", "حتي", "من", "لمن", "ومن", "ام"))
# between the verb and its money, besides definite nouns
WITHIN: Final = frozenset(("من", "منها", "منه", "له", "لها", "لهم", "علي", "حتي", "الان", "ابدا", "قط"))
APPOSED: Final = ("البالغ", "المقدر")
# before the money or after it these take the denial back: لم تدفع 5 ملايين إلا بعد الحكم, لم تدفع مليونا فقط
EXCEPT: Final = frozenset(("الا", "سوي", "غير", "فقط", "فحسب", "وحسب", "وحدها", "وحده"))
STOPS: Final = frozenset((".", "،", "؛", ":"))
GAP, AHEAD = 4, 8


def unpaid(view: View, i: int, j: int) -> bool:
    """Whether a denied verb of paying governs the money in tokens ``i`` to ``j``."""
    for at in range(i - 1, max(0, i - 2 - GAP), -1):
        word = view.word(at)
        if word in PAID:
            place = at - 1 if view.word(at - 1) not in STILL else at - 2
            return view.word(place) in NOT and view.word(place - 1) not in OPEN and not _excepted(view, j)
        definite = word.startswith(("ال", "لل")) and view.is_word(at) and word not in EXCEPT
        if word not in WITHIN and not definite or word.startswith(APPOSED):
            return False
    return False


def _excepted(view: View, j: int) -> bool:
    for at in range(j, min(j + AHEAD, view.size)):
        if view.word(at) in STOPS:
            return view.word(at) == "،" and view.word(at + 1) == "بل"
        if view.word(at) in EXCEPT:
            return True
    return False
