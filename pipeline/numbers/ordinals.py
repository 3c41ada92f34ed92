"""A number word in, whether it is the greater half of an ordinal out: ``دون الثامنة عشرة``, ``الحادي والعشرين`` count nothing."""

from __future__ import annotations

from typing import Final

from ..lexicon.affixes import DEFINITE, prefixed
from ..lexicon.wordsets import word_set
from .words import Entries

TEN: Final = "عشر"
MASCULINE: Final = prefixed(word_set("scan", "ordinals_m"), DEFINITE)
FEMININE: Final = prefixed(word_set("scan", "ordinals_f"), DEFINITE)


def ordinal_half(words: list[str], entries: Entries, at: int) -> bool:
    """Whether عشر or عشرين at a token goes with the ordinal before it; عشر agrees in gender, or is written short."""
    before, entry = words[at - 1] if at else "", entries[at]
    if entry is None or before not in MASCULINE and before not in FEMININE:
        return False
    if entry.role == "ten":
        return entry.joined and entry.definite
    return entry.role == "ten10" and not entry.prefix and (before in FEMININE or words[at] == TEN)
