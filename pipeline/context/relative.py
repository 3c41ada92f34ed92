"""A token that opens a relative clause in; where that clause may end out. A clause is part of what it restricts (الأسر التي تملك
سيارة), and without a noun before it stands for one (40% ممن صوتوا, من الذين سجلوا)."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import STOP

RELATIVES: Final = word_set("relative", "pronouns")
FREE: Final = word_set("relative", "free")
PARTITIVES: Final = frozenset(("من", "بين"))
# what leads to a verb of the same clause; what stands before a verb and goes with it
SUBORDINATED: Final = frozenset(("ان", "كانوا", "كانت", "كان"))
PARTICLES: Final = frozenset(("لا", "لم", "لن", "قد", "فقد", "ما"))
LONGEST: Final = 9


def is_free(words: list[str], at: int) -> bool:
    """Whether a relative pronoun stands for those of whom some are told: ممن صوتوا, من الذين سجلوا."""
    word = words[at]
    return word in FREE or word in RELATIVES and at > 0 and words[at - 1] in PARTITIVES


def clause_ends(chunks: Chunks, at: int) -> range:
    """The tokens before which the clause that a token opens may end: after its first word or later, before a stop, a figure, or
    the verb of the main clause (الأسر التي تملك سيارة | لا تستعملها)."""
    words, end, verbs = chunks.view.words, at + 1, 0
    while end < min(len(words), at + LONGEST) and chunks.classes[end] != STOP and not chunks.taken[end]:
        verbs += end in chunks.verbs and words[end - 1] not in SUBORDINATED
        if verbs > 1:
            end -= words[end - 1] in PARTICLES
            break
        end += 1
    return range(at + 2, end + 1)
