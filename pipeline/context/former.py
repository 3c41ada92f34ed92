"""What went before the figure that is told: ينمو الناتج 4.2%، بعد نمو بلغ 2.4% في العام الماضي; 8 مليارات قبل عام."""

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, YEAR, Chunks

AFTER: Final = frozenset(("بعد", "عقب", "اثر"))
# before or after a time that the text has named
AGO: Final = frozenset(("قبل", "وقبل", "بعد", "وبعد"))
SPANS: Final = word_set("former", "spans")
# a change that the text tells as past
PAST: Final = word_set("former", "past")
NEAR, BACK, BESIDE, REACH = 7, 12, 3, 5
# spans of more than a year
LONG: Final = word_set("former", "long")
# what leads to a span of time
WITHIN: Final = frozenset(("خلال", "غضون", "طوال", "طيله"))
# a change from what was then is of now: بزيادة 4% عما كان قبل سنتين
THAN: Final = frozenset(("عما", "عن", "مما", "من", "مقارنه", "مقابل"))
TERMS, GONE = word_set("when", "terms"), word_set("when", "gone")
COMPARED: Final = word_set("figure_direction", "compared")
STOPS: Final = frozenset(("،", ",", "؛", ".", "(", ")", ":"))


def former(chunks: Chunks, mention: Mention) -> bool:
    """Whether a figure is the size of a change that another figure comes after: 4.2%، بعد نمو بلغ 2.4%."""
    view = chunks.view
    if AFTER.isdisjoint(view.words[max(0, mention.i - NEAR) : mention.i]):
        return False
    for at in range(mention.i - 1, max(0, mention.i - NEAR), -1):
        word = view.word(at)
        if word in STOPS or word == "الي" or chunks.taken[at] == FIGURE:
            return False
        if word in AFTER:
            return _change(view.word(at + 1)) and (_told(chunks, at) or any(view.word(n) in PAST for n in range(at, mention.i)))
    return False


def _change(word: str) -> bool:
    """نمو, ارتفاعه, الانكماش: a change, whoever has it."""
    bare = word.removeprefix("ال")
    stems = (bare, *(bare[: -len(tail)] for tail in ("ها", "ه", "هم") if bare.endswith(tail)))
    return any(stem in cues().up or stem in cues().down for stem in stems)


def _told(chunks: Chunks, end: int) -> bool:
    """A figure before بعد: سيبلغ الراتب بعد زيادة 5% … has none, and its change is still to come."""
    return any(chunks.taken[at] == FIGURE for at in range(max(0, end - BACK), end))


def ago(view: View, mention: Mention, taken: bytearray) -> bool:
    """Whether a figure is of a time that no year names: 8 مليارات قبل عام, سجلتها قبل عامين, 9 بعد ذلك بعشر سنوات; not قبل عام
    2020."""
    if AGO.isdisjoint(view.words[mention.j : mention.j + BESIDE]):
        return _of_term(view, mention)
    for at in range(mention.j, min(mention.j + BESIDE, view.size)):
        if view.word(at) in STOPS or view.word(at) in THAN or taken[at]:
            return False
        if view.word(at) in AGO:
            counted = view.words[at + 1 : at + 4]
            return YEAR not in taken[at : at + 4] and any(word.removeprefix("ب") in SPANS for word in counted)
    return False


def _of_term(view: View, mention: Mention) -> bool:
    """مقارنة بـ 388 مليونا الموسم الماضي, مقابل 3% في الشهر السابق: compared with what no year names."""
    at = mention.j + (view.word(mention.j) in ("في", "خلال"))
    if view.word(at) not in TERMS or view.word(at + 1) not in GONE:
        return False
    return not COMPARED.isdisjoint(view.words[max(0, mention.i - BESIDE) : mention.i])


def lasting(view: View, mention: Mention) -> bool:
    """Whether a figure is told of a span that no year names: 93% خلال ثلاثين عاما, 20% في غضون سبع سنوات."""
    for at in range(mention.j, min(mention.j + REACH, view.size)):
        if view.word(at) in STOPS:
            return False
        if view.word(at) in WITHIN:
            return not LONG.isdisjoint(view.words[at + 1 : at + 4])
    return False
