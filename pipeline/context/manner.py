"""A start and its figure in; whether it tells how the figure is meant and not what it measures: ``في المتوسط``, ``على الأغلب``,
``يشكل كصناعة 9%``."""

from __future__ import annotations

from typing import Final

from ..lexicon.kinds import word_kinds
from ..lexicon.wordsets import word_set
from .chunks import Chunks, Phrase
from .figure import BEFORE
from .relation import Relation

ADVERBIAL: Final = word_set("sketch", "adverbial")
LEADS: Final = frozenset(("في", "علي", "ب"))
SHARES: Final = word_set("sketch", "as_shares")
AS: Final = "ك"
SHORT: Final = 4
# of these ك may be the first letter of a name
NAMES: Final = frozenset(("place", "name", "particle"))


def manner(relation: Relation) -> bool:
    """Whether a start is an adverb: في المتوسط alone, and not في المتوسط السنوي; or what a figure after it is told as: كصناعة."""
    phrase, chunks = relation.start.phrase, relation.figure.sketch.chunks
    if phrase is None:
        return False
    word = chunks.view.words[phrase.i]
    if phrase.j == phrase.i + 1 and phrase.prep in LEADS:
        return word[phrase.cut :] in ADVERBIAL
    return word[0] == AS and relation.side == BEFORE and _likened(chunks, phrase)


def _likened(chunks: Chunks, phrase: Phrase) -> bool:
    """كصناعة, كضمان, كنسبة من الناتج: no word of its own with ك, and one without; what is paid كتعويض has later figures too."""
    word, kinds, known = chunks.view.words[phrase.i], word_kinds(), chunks.lexemes[phrase.i]
    if word in SHARES:
        return True
    if phrase.cut or len(word) <= SHORT or known.measure or known.entity or known.verb or word in kinds:
        return False
    kind = kinds.get(word[1:])
    return kind is not None and kind not in NAMES
