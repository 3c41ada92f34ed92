"""The starts around a figure in; out those that do not tell how it is meant: ``في المتوسط``, ``على الأغلب``, ``كصناعة``."""

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


def measures(near: list[Relation], chunks: Chunks) -> list[Relation]:
    """The starts that tell no manner: without adverbs (في المتوسط alone, and not في المتوسط السنوي) and without what a figure
    after it is told as (كصناعة)."""
    words = chunks.view.words
    told = [phrase for phrase in chunks.phrases if words[phrase.i][0] == AS or phrase.prep in LEADS]
    if not told:
        return near
    adverbs = {phrase.i for phrase in told if phrase.prep in LEADS and _adverbial(words, phrase)}
    likened = {phrase.i for phrase in told if words[phrase.i][0] == AS and _likened(chunks, phrase)}
    return [relation for relation in near if not _manner(relation, adverbs, likened)] if adverbs or likened else near


def _manner(relation: Relation, adverbs: set[int], likened: set[int]) -> bool:
    phrase = relation.start.phrase
    return phrase is not None and (phrase.i in adverbs or relation.side == BEFORE and phrase.i in likened)


def _adverbial(words: list[str], phrase: Phrase) -> bool:
    return phrase.j == phrase.i + 1 and words[phrase.i][phrase.cut :] in ADVERBIAL


def _likened(chunks: Chunks, phrase: Phrase) -> bool:
    """كصناعة, كضمان, كنسبة من الناتج: no word of its own with ك, and one without; what is paid كتعويض has later figures too."""
    word, kinds, known = chunks.view.words[phrase.i], word_kinds(), chunks.lexemes[phrase.i]
    if word in SHARES:
        return True
    if phrase.cut or len(word) <= SHORT or known.measure or known.entity or known.verb or word in kinds:
        return False
    kind = kinds.get(word[1:])
    return kind is not None and kind not in NAMES
