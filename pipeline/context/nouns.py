"""A noun in; what the lexicon calls it and what it is without its article out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..lexicon.cues import cues
from ..lexicon.kinds import word_kinds
from ..lexicon.money import load_money
from .lexemes import QUOTES, lexeme

PRONOUNS: Final = ("ها", "هم", "نا", "ه")
PREFIXES: Final = ("وال", "بال", "كال", "فال", "لل", "ال")


def noun_kind(word: str) -> str:
    """What a noun is called by the lexicon: a change, a measure (``M:price``), an entity, a country, or any noun."""
    if word in QUOTES:
        return "Q"
    if word in cues().up or word in cues().down:
        return "M:change"
    known = lexeme(word)
    if known.measure:
        return "M:" + known.measure
    if known.entity:
        return "E"
    return "C" if word in load_money().countries else "n"


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> str:
    """A word without its article, or the one letter attached to it.

    >>> bare("والايرادات"), bare("بقيمه"), bare("سعر")
    ('ايرادات', 'قيمه', 'سعر')
    """
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word[1:] if len(word) > 4 and word[0] in "وبلف" else word


@lru_cache(maxsize=1 << 15)
def thing(word: str) -> str:
    """What kind of thing a word names by the lexicon, past its article and its pronoun, else empty.

    >>> thing("الوزير"), thing("سيارتها"), thing("بلندن")
    ('person', 'thing', 'place')
    """
    kinds, plain = word_kinds(), bare(word)
    found = kinds.get(word) or kinds.get(plain)
    if found is None and plain.endswith(PRONOUNS) and len(plain) > 4:
        owner = plain[:-1] if plain.endswith("ه") else plain[:-2]
        found = kinds.get(owner) or (kinds.get(owner[:-1] + "ه") if owner.endswith("ت") else None)
    return found or ""
