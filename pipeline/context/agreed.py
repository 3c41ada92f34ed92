"""What somebody agrees to, which is still to be done: وافق البنك على إقراض البلاد مليونا."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import YEAR, Chunks

AGREEING, AGREED = word_set("modality", "agreeing"), word_set("modality", "agreed")
NEXT: Final = 4


def agreed(chunks: Chunks, at: int, end: int) -> bool:
    """Whether who agrees by the verb at a token agrees to pay or to change something; with a year it is told as history."""
    view = chunks.view
    if YEAR in chunks.taken[:end] or view.word(at - 1) == "قد":
        return False
    return any(view.word(n) == "علي" and view.word(n + 1) in AGREED for n in range(at + 1, min(end - 1, at + NEXT)))
