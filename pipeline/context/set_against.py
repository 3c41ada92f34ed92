"""What an expected figure is set against, which holds now or has been: مقابل 6.1%, صعودا من 87, بعد أن كان 40%."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .former import former
from .revision import revision

NEXT: Final = 9
COMPARED: Final = frozenset(("مقارنه", "بالمقارنه", "قياسا", "بالقياس"))
COURSES: Final = ("صعودا", "نزولا", "ارتفاعا", "انخفاضا", "هبوطا", "تراجعا")
# what follows them is how things were: بعد أن كان 40%, بدلا من 40%
FORMER: Final = word_set("modality", "former")
WAS: Final = frozenset(("بعدما", "كان", "كانت"))


def set_against(chunks: Chunks, mention: Mention) -> bool:
    """مقابل 6.1%, صعودا من 87, بعد أن كان 40%: the figure that the expected one is compared with."""
    word, at = chunks.view.word, mention.i - 1
    if word(at) in ("ب", "مع") and word(at - 1) in COMPARED:
        return True
    if word(at) == "مقابل" or word(at) == "من" and (word(at - 1) in COURSES or word(at - 1) in FORMER or _left(chunks, mention)):
        return True
    if former(chunks, mention):
        return True
    near = range(max(0, mention.i - 6), mention.i)
    if WAS.isdisjoint(chunks.view.words[near.start : near.stop]):
        return False
    return any(_before_now(chunks, n) and not _parted(chunks, n, mention.i) for n in near)


def _left(chunks: Chunks, mention: Mention) -> bool:
    """سينخفض من 23 دينارا إلى 15, من 15% من الناتج إلى 14%: another level follows."""
    view = chunks.view
    if revision(chunks, mention) is not None:
        return False
    for at in range(mention.j, min(mention.j + NEXT, view.size - 1)):
        if view.word(at) in ("،", ",") or chunks.taken[at] == FIGURE:
            return False
        if view.word(at) in ("الي", "ل"):
            return FIGURE in chunks.taken[at + 1 : at + 4]
    return False


def _before_now(chunks: Chunks, at: int) -> bool:
    """بعدما, بعد أن كان."""
    word = chunks.view.word
    return word(at) == "بعدما" or word(at) in ("كان", "كانت") and word(at - 1) == "ان" and word(at - 2).endswith("بعد")


def _parted(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in ("،", ",") or chunks.taken[at] == FIGURE for at in range(start, end))
