"""Papers, polls and data as speakers: who issued them where that is told, else the paper itself; who speaks at a token."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from ..lexicon.years import year_words
from .chunks import YEAR, Chunks, Place
from .lexemes import NOUN, NUMBER, QUOTES
from .named import named
from .nouns import thing
from .sayers import ROLES, bare, definite, role
from .titled import name_past_place

# papers that are known by their year (تعداد عام 1897)
COUNTS: Final = word_set("attribution", "counts")
# words between a paper and who made it: أرقام صادرة عن الوزارة, استطلاع أجرته الصحيفة
ISSUED: Final = word_set("attribution", "issued")
# words before a paper that say nothing of it
LATEST: Final = frozenset(("احدث", "اخر", "ثمه", "عده", "بعض"))
# how far who made a paper may stand from it
NAME_LENGTH: Final = 8
LATER: Final = frozenset(("لاحق", "لاحقه"))
OPINION: Final = "للراي"
# data that speak for nobody when nobody is named
MUTE: Final = word_set("attribution", "mute")


def stem(word: str) -> str:
    """A noun without its article and its ل: لتعداد."""
    found = bare(word)
    return word[1:] if found == word and word.startswith("ل") and len(word) > 4 and word[1:] in COUNTS else found


def speaker(chunks: Chunks, at: int, limit: int) -> Place | None:
    """The span of who speaks from a token on: the issuer of a paper, or the name."""
    if at >= limit:
        return None
    if chunks.view.word(at) in LATEST and paper(chunks.view.word(at + 1)):
        at += 1
    if paper(chunks.view.word(at)):
        return issuer(chunks, at, limit)
    return name_past_place(chunks, at, limit) or named(chunks, at, limit)


def issuer(chunks: Chunks, at: int, limit: int) -> Place | None:
    """Who speaks through a paper: أرقام صادرة عن المكتب, بيانات المكتب, استطلاع أجرته الصحيفة; else the paper itself."""
    maker, limit = _maker(chunks, at, limit)
    if maker is not None:
        return maker
    view, words, head = chunks.view, context_words(), chunks.view.word(at)
    dated = _dated(chunks, at, head)
    if dated is not None:
        return view.cut.start(at), view.cut.end(dated)
    run = named(chunks, at, limit)
    following = view.word(at + 1)
    if following == "ل" and view.word(at + 2) in QUOTES:  # تقرير لـ«بيان للاستثمار»
        owner = named(chunks, at + 2, limit)
        if owner is not None:
            return owner
    owned = following.startswith("لل") or following.startswith("ل") and chunks.classes[at + 1] == NOUN
    known = following in words.entities and following[1:] not in words.entities
    asked = thing(bare(following)) == "people" and not role(following) and stem(head) in COUNTS
    owned = owned and not (known or asked or following in LATER)  # تقرير لجنة, مسح للركاب
    if owned and following != OPINION and at + 1 < limit:
        owner = named(chunks, at + 1, limit)
        if owner is not None and not definite(head):
            return owner[0] + (0 if following.startswith("لل") else 1), owner[1]
    attached = at + 1 < view.size and chunks.lexemes[at + 1].cut > 0  # مصدر بوزارة النقل
    if run is None or attached or definite(head) or stem(head) in COUNTS:
        return run
    inner = view.cut.start(at + 1)
    whole = definite(following) and (not _adjective(following) or bare(following) in ROLES)
    plain = whole or following in words.entities
    return (inner, run[1]) if chunks.classes[at + 1 : at + 2] == [NOUN] and plain and inner < run[1] else run


def _maker(chunks: Chunks, at: int, limit: int) -> tuple[Place | None, int]:
    """Who made the paper at a token, where صادر عن or أجراه tells; else how far the paper's own name may go."""
    view = chunks.view
    for here in range(at + 1, min(limit, at + NAME_LENGTH)):
        if view.word(here) in ISSUED:
            after = here + 1 if view.word(here + 1) != "عن" else here + 2
            maker = named(chunks, after, min(view.size, after + NAME_LENGTH))
            return maker, limit if maker is not None else here
        if chunks.classes[here] not in (NOUN, NUMBER) and view.word(here) not in ("التي", "الذي"):
            break
    return None, limit


def _dated(chunks: Chunks, at: int, head: str) -> int | None:
    """The token of the time by which a paper is known: تعداد عام 1897, إحصاء 1910, وثائق القرن السابع عشر."""
    century = year_words().centuries.at(chunks.view.words, at + 1)
    if century is not None:
        return at + century[1]
    for year in (at + 1, at + 2):
        if year < chunks.view.size and chunks.taken[year] == YEAR:
            named_by = year == at + 1 or stem(head) in COUNTS and chunks.view.word(at + 1) in ("عام", "سنه", "العام")
            return year if named_by else None
    return None


def _adjective(word: str) -> bool:
    return word.endswith(("يه", "ي"))


def paper(word: str) -> bool:
    return word in context_words().papers


def nobody(chunks: Chunks, place: Place) -> bool:
    """الأرقام, بيانات رسمية: data whose source is not told."""
    view = chunks.view
    first, *others = view.text[place[0] : place[1]].split(" ")
    return first in MUTE and (not others or first in ("صور", "احدث"))
