"""Where a phrase that names who speaks begins and ends: it may run over several noun phrases, a title and then a name
(``المحلل | سامي حداد``), and an indefinite one takes in where the speaker comes from (``خبير في أوساكا``)."""

from __future__ import annotations

from typing import Final

from ..lexicon.wordsets import word_set
from ..text.tokens import DIGITS
from .chunks import FIGURE, Chunks, Place
from .complement import COMPLEMENTS, QUOTED, closing
from .lexemes import CONJ, HARD, NOUN, NUMBER, PREP, QUOTES, STOP
from .sayers import ROLES, definite
from .second import ORIGINS, owned, second
from .spelled import foreign, spelled
from .titled import name_after_title

# no part of a name: شددت موسكو مرارا
ADVERBS: Final = word_set("attribution", "adverbs")
NAME_LENGTH: Final = 8


def named(chunks: Chunks, at: int, limit: int, loose: bool = False) -> Place | None:
    """The span of the speaker from a token on, up to ``limit`` at most: nouns and names, one origin of an indefinite noun.

    ``loose``: no أن ends it, so that what the verb is about may follow it. Of a long title and a name, the name.
    """
    view, end, origin = chunks.view, at, 0
    last = min(limit, at + NAME_LENGTH + 2)
    while end < last:
        word = view.word(end)
        if word in QUOTES:
            close = closing(chunks, end, min(last, end + QUOTED))
            if close is None or any(chunks.taken[n] == FIGURE for n in range(end, close)):
                break
            end = close + 1
            continue
        if _in_name(chunks, at, end):
            if second(chunks, at, end, loose):
                break
            end += 1
            continue
        first = not origin and end - at <= 1 + _vague(view.word(end - 1))
        if word in ORIGINS and end > at and (origin == end or first):
            if definite(view.word(at)) or owned(chunks, at):
                break
            end += 1
            origin = end
            continue
        break
    while end > at and view.word(end - 1) in ORIGINS:
        end -= 1
    if end == at:
        return None
    if QUOTES.get(view.word(at)) == view.word(end - 1) and end - at > 2:
        return view.cut.start(at + 1), view.cut.end(end - 2)
    return view.cut.start(at if origin else name_after_title(chunks, at, end)), view.cut.end(end - 1)


def _vague(word: str) -> int:
    """مصدر مقرب من العائلة: an adjective that needs its preposition."""
    return int(word in ("مقرب", "مقربه", "مقربون", "مقربين", "مطلع", "مطلعه", "مطلعين"))


def _in_name(chunks: Chunks, at: int, here: int) -> bool:
    view, kind, word = chunks.view, chunks.classes[here], chunks.view.word(here)
    if chunks.taken[here] == FIGURE or word in HARD:
        return False
    if kind == NUMBER:  # ثلاثة من جيرانها, أربع عاملات
        return not chunks.taken[here] and view.kind(here) != DIGITS
    if word == "علي":
        return here > at and view.source(here, here + 1).endswith("ي")
    if spelled(chunks, here) or here == at + 1 and foreign(chunks, here):
        return True
    if kind in (PREP, CONJ, STOP) or word in ADVERBS:
        return False
    return kind == NOUN or here > at and chunks.classes[here - 1] == NOUN and len(word) > 2 and _a_name(chunks, here)


def _a_name(chunks: Chunks, here: int) -> bool:
    """A verb's form inside a person's name: تمام, يزيد; the word that follows opens what is said."""
    return chunks.view.word(here + 1) in COMPLEMENTS and chunks.view.word(here - 1) in ROLES
