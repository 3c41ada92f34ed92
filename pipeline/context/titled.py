"""A title and then a person's name: where the name begins, right after the title (الباحث | سامي حداد) or past the place or the
office that the title is told with (سفير فرنسا في بيروت | سامي حداد, المشرف على المعرض | سامي حداد)."""

from __future__ import annotations

from typing import Final

from ..text.tokens import SIGN
from .chunks import Chunks, Place
from .lexemes import NOUN, PREP, STOP
from .name_ends import ADVERBS
from .nouns import thing
from .sayers import ROLES, bare, definite, role

# how many words a title with its place has, and a name
LONGEST, NAME = 9, 2
PEOPLE: Final = frozenset(("person", ""))


def name_after_title(chunks: Chunks, at: int, end: int) -> int:
    """الباحث | سامي حداد, وزير الري والزراعة | سامي حداد: where a name of two words or more begins after a title."""
    view = chunks.view
    if bare(view.word(at)) not in ROLES:
        return at
    for here in range(at + 1, end - 1):
        if _closes_title(view.word(here - 1), here - at) and _given(chunks, here):
            return here
    return at


def name_past_place(chunks: Chunks, at: int, limit: int) -> Place | None:
    """The name that ends a title with a place, right before what is said or a comma: سفير فرنسا في بيروت | سامي حداد إن."""
    view = chunks.view
    if bare(view.word(at)) not in ROLES or thing(view.word(at)) not in PEOPLE:
        return None
    stop = min(limit, at + LONGEST + NAME)
    end = next((n for n in range(at + 1, stop) if chunks.classes[n] == STOP), limit)
    place = next((n for n in range(at + 1, min(end, stop)) if _leads(chunks, n)), end)
    inside = range(place + 1, end)
    if end > stop or len(inside) < NAME or any(chunks.classes[n] != NOUN or chunks.taken[n] for n in inside):
        return None
    for here in inside[: 1 - NAME]:
        before = view.word(here - 1)
        closed = (definite(before) or thing(before) == "place") and not role(before)
        if closed and _begins(chunks, here) and not view.word(end - 1).endswith("يه"):
            return view.cut.start(here), view.cut.end(end - 1)
    return None


def _leads(chunks: Chunks, at: int) -> bool:
    """في بيروت, على المعرض, بجامعة حلب: what a title is told with."""
    phrase = chunks.after(at)
    return chunks.classes[at] == PREP or phrase is not None and phrase.i == at and phrase.prep == "ب"


def _begins(chunks: Chunks, here: int) -> bool:
    """A name, if only one that is an adjective too (سعيد, سليم): that of no definite noun, and no adverb."""
    word = chunks.view.word(here)
    return word not in ADVERBS and (_given(chunks, here) or thing(word) == "adjective" and not definite(word))


def _closes_title(word: str, length: int) -> bool:
    """الباحث, رئيس مجلس إدارتها, رئيس غرفة حلب: after these a name begins; not after موقع nor حاكم ولاية."""
    return definite(word) or word.endswith(("ها", "»", "”")) or length > 2 and thing(word) == "place"


def _given(chunks: Chunks, here: int) -> bool:
    """A name by its form: no article but that of ألفونسو, no ل of a field (لألعاب القوى)."""
    word = chunks.view.word(here)
    if chunks.view.kind(here) == SIGN or thing(word) not in ("", "name") and not named_by_place(chunks, here):
        return False
    if word.startswith("ل") and chunks.view.source(here, here + 1).startswith(("لأ", "لإ", "لا")) or word.startswith("لل"):
        return False
    return not definite(chunks.view.word(here)) or chunks.view.source(here, here + 1).startswith(("أل", "إل"))


def named_by_place(chunks: Chunks, here: int) -> bool:
    """مدير السد | رياض عز الدين: a person's name that is a town's too, another name after it."""
    word = chunks.view.word
    alone = thing(word(here)) == "place" and definite(word(here - 1)) and not word(here).startswith("ل")
    return alone and chunks.classes[here + 1 : here + 2] == [NOUN] and not definite(word(here + 1))
