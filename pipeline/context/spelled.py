"""What in a name looks like a particle: letters one after another (سي إن إن, آي تي في; إن is one of them only between others or
before them), a foreign article (صحيفة لا ستامبا), علي."""

from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import NOUN
from .nouns import thing
from .sayers import definite, role

LETTERS: Final = word_set("attribution", "letters")
# after these a verb would be denied or supposed
ARTICLES: Final = frozenset(("لا", "لو", "ال"))
# a first name, and the preposition على
ALI: Final = "علي"
# the إن that may open what is said
THAT: Final = "ان"


def in_name(chunks: Chunks, at: int) -> bool:
    """Whether a token that looks like a particle is part of a name."""
    return spelled(chunks, at) or foreign(chunks, at) or chunks.view.words[at] == ALI and _ends_in_ya(chunks, at)


def _ends_in_ya(chunks: Chunks, at: int) -> bool:
    """علي, and not على."""
    return chunks.view.source(at, at + 1).endswith("ي")


def spelled(chunks: Chunks, at: int) -> bool:
    """شبكة سي إن إن, شركة إن بي سي: a letter beside another one, and not the إن that opens what is said."""
    word = chunks.view.word
    if word(at) not in LETTERS or not _letter(chunks, at):
        return False
    before, after = _letter(chunks, at - 1), _letter(chunks, at + 1)
    if word(at) != THAT:
        return before or after
    if after and word(at + 1) != THAT:
        return at > 0 and chunks.lexemes[at - 1].entity and thing(word(at - 1)) == "organisation"  # قناة إن بي سي
    return word(at - 1) == THAT != word(at - 2) and _letter(chunks, at - 2) or word(at + 1) == THAT and before  # سي إن إن


def _letter(chunks: Chunks, at: int) -> bool:
    """إن, إس, آر, and neither أن nor ال."""
    word = chunks.view.word(at)
    return word in LETTERS and (word[0] != "ا" or chunks.view.source(at, at + 1)[0] in "إآ")


def foreign(chunks: Chunks, at: int) -> bool:
    """صحيفة لا ستامبا, عمدة إل باسو: a foreign article between what it is and its name."""
    word = chunks.view.word
    if word(at) not in ARTICLES or not at or definite(word(at - 1)):
        return False
    named = chunks.lexemes[at - 1].institution or role(word(at - 1))
    return named and chunks.classes[at + 1 : at + 2] == [NOUN] and not definite(word(at + 1))
