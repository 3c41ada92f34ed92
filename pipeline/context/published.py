"""A paper that is told of before its figures: نشرت الهيئة مؤشراتها: بلغت البطالة 6%, أصدر البنك نشرته، وفيها أن الدين …; and
estimates that differ: تتباين تقديرات المؤرخين بين 7 و69%."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks, Place
from .complement import is_complement
from .lexemes import PREP
from .papers import paper, speaker
from .sayers import can_speak, subject_at

PUBLISHING: Final = word_set("attribution", "publishing")
# nouns of figures that one publishes
FINDINGS: Final = word_set("attribution", "findings")
INSIDE: Final = frozenset(("فيه", "فيها", "وفيه", "وفيها"))
VARYING: Final = word_set("attribution", "varying")
ESTIMATES: Final = word_set("attribution", "estimates")
LONGEST: Final = 26


def publisher(chunks: Chunks, at: int, end: int) -> Place | None:
    """Who publishes, where the verb of a token does, and a colon or وفيه أن opens what the paper tells."""
    view = chunks.view
    if view.word(at).lstrip("وف") not in PUBLISHING or at + 2 >= end or not subject_at(chunks, at + 1):
        return None
    opened = next((n for n in range(at + 2, min(end, at + LONGEST)) if _opens(chunks, n)), None)
    if opened is None or not any(_findings(view.word(n)) and chunks.classes[n - 1] != PREP for n in range(at + 2, opened)):
        return None
    return speaker(chunks, at + 1, opened) if can_speak(chunks, at + 1) and not _findings(view.word(at + 1)) else None


def _opens(chunks: Chunks, at: int) -> bool:
    word = chunks.view.word
    return word(at) == ":" or word(at - 1) in INSIDE and is_complement(chunks, at, word(at))


def _findings(word: str) -> bool:
    """التقرير, نشرته, حساباتها, مؤشرات."""
    for tail in ("", "ها", "ه", "هم"):
        plain = word.removesuffix(tail)
        if plain != word or not tail:
            closed = plain[:-1] + "ه" if tail and plain.endswith("ت") else plain
            if paper(plain) or paper(closed) or plain.removeprefix("ال") in FINDINGS or closed in FINDINGS:
                return True
    return False


def estimated(chunks: Chunks, at: int, end: int) -> Place | None:
    """تتراوح تقديرات المؤرخين | بين …: whose estimates vary."""
    view = chunks.view
    if view.word(at).lstrip("وف") not in VARYING or view.word(at + 1) not in ESTIMATES or at + 2 >= end:
        return None
    return speaker(chunks, at + 2, end) if can_speak(chunks, at + 2) and subject_at(chunks, at + 2) else None
