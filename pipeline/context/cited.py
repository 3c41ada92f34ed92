"""وفقا لوزارة المالية, بحسب تقرير, كما قال الخبراء, على ما ذكرته الصحيفة: where a source is cited, and for which figures."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Place
from .lexemes import COMMAS, HARD, NOUN, PREP
from .relative import RELATIVES
from .source import ASKING, INSERTED, POLLS, who
from .turns import CLOSING, turning

# after a comma another clause, of which a source inside it says all
CLAUSES: Final = word_set("attribution", "clauses")
# after a comma they say more of the figure before it
LIGHT: Final = word_set("attribution", "light")
# before a poll
POLLED: Final = frozenset(("في", "وفي", "ففي"))
# after a comma they open the writer's own clause, these two only before أن
OWN: Final = frozenset(("علما", "وقد", "ثم"))
HALF, THAT = frozenset(("مع", "الا")), frozenset(("ان", "انه", "انها", "العلم"))
# what tells more of who speaks
MORE: Final = frozenset(("وهو", "وهي", "وهم"))


def _cites(chunks: Chunks) -> list[tuple[int, int]]:
    """Where the cues of a sentence stand and how long they are; read once."""
    if chunks.by is None:
        table, words = context_words().by, chunks.view.words
        hits = ((at, table.at(words, at)) for at in table.places(words))
        chunks.by = [(at, hit[1] - (words[at + hit[1] - 1] in POLLS)) for at, hit in hits if hit is not None]
    return chunks.by


def cues_before(chunks: Chunks, mention: Mention) -> dict[int, int]:
    """Where the cues before a figure stand, and how long they are."""
    cites = (cite for cite in _cites(chunks) if cite[0] < mention.i)
    return {at: length for at, length in cites if not _unasked(chunks, at, at + length, mention)}


def _unasked(chunks: Chunks, at: int, here: int, mention: Mention) -> bool:
    """في استطلاع: a poll gives shares of those who were asked, and no amounts."""
    return mention.kind != "percent" and chunks.view.word(here) in POLLS and chunks.view.word(at) in POLLED


def cited_before(chunks: Chunks, mention: Mention, at: int, length: int) -> Place | None:
    """Who is cited by a cue before a figure, with no relative clause between."""
    place = who(chunks, at, length)
    if place is None or _in_relative(chunks, place, mention) or at > 1 and _beyond(chunks, place, mention):
        return None
    return place if chunks.view.word(at) not in ASKING or _set_off(chunks, at, place) else None


def _set_off(chunks: Chunks, at: int, place: Place) -> bool:
    """واليوم، يقول الوزير، لا يتعدى الإنتاج …: between commas, inside of what is said; no quotation ends before it."""
    view = chunks.view
    if view.word(at - 1) not in COMMAS or view.word(at - 2) in CLOSING:
        return False
    end = _after(chunks, place)
    if chunks.classes[end : end + 2] == [PREP, NOUN]:
        end += 2  # يقول رئيس الاتحاد في حلب،
    after = view.word(end + 1)
    return view.word(end) in COMMAS and after not in RELATIVES and after not in MORE


def _after(chunks: Chunks, place: Place) -> int:
    """The token after a place."""
    view = chunks.view
    return next((n for n in range(view.size) if view.cut.start(n) >= place[1]), view.size)


def _closed(chunks: Chunks, place: Place) -> bool:
    word = chunks.view.word(_after(chunks, place))
    return word in COMMAS or word in HARD


def _beyond(chunks: Chunks, place: Place, mention: Mention) -> bool:
    """ارتفع الدخل 3%، وفق البنك، علما بأن الأسعار زادت 9%: the writer's own clause after one that is cited."""
    view = chunks.view
    for at in range(mention.i - 1, -1, -1):
        if view.cut.start(at) < place[1]:
            return False
        if view.word(at) in COMMAS and (view.word(at + 1) in OWN or view.word(at + 1) in HALF and view.word(at + 2) in THAT):
            return True
    return False


def _in_relative(chunks: Chunks, place: Place, mention: Mention) -> bool:
    """بحسب التقرير الذي كلف 5 ملايين, وفق البنك، نما الاقتصاد، الذي يستورد 87% …: the figure is in what is told of the paper, or
    of a thing by the way, and no comma has closed it."""
    view, inside = chunks.view, False
    for at in range(mention.i - 1, -1, -1):
        if view.cut.start(at) < place[1]:
            return inside
        if view.word(at) in COMMAS:
            return view.word(at + 1) in RELATIVES
        inside = inside or view.word(at) in RELATIVES
    return False


def cited_after(chunks: Chunks, mention: Mention) -> tuple[Place, str] | None:
    """The first cue after a figure, no stop between."""
    view = chunks.view
    for at, length in _cites(chunks):
        if at < mention.j or _unasked(chunks, at, at + length, mention):
            continue
        if any(view.word(n) in HARD and view.word(n) != "؛" for n in range(mention.j, at)):
            return None
        place = who(chunks, at, length)
        if place is not None and view.word(at) in INSERTED and not _closed(chunks, place):
            continue
        if place is not None and _reaches(chunks, mention, at, place):
            return place, view.word(at)
    return None


def _reaches(chunks: Chunks, mention: Mention, at: int, place: Place) -> bool:
    """A cue at the end of its sentence holds for all of it; one inside, for its clause and the figures counted with it (52%
    منهم …، و61% …، وفق التقرير، …), and not for a clause before (رصد لها 95 مليونا، لم يصرف منها، حسب المدير، سوى …)."""
    view = chunks.view
    after = next((n for n in range(at, view.size) if view.cut.start(n) >= place[1]), view.size)
    while after < view.size and view.word(after) not in COMMAS and view.word(after) not in HARD:
        after += 1
    final = after >= view.size - 1 or view.word(after) in HARD
    commas = [n for n in range(mention.j, at) if view.word(n) in COMMAS]
    if final or not commas:
        return True
    if any(n + 1 in chunks.verbs or view.word(n + 1) in CLAUSES and turning(view, n + 1) for n in commas):
        return False
    more = view.word(commas[0] + 1)
    return more in LIGHT or more[:1] == "ب" or all(FIGURE in chunks.taken[start:end] for start, end in pairwise(commas))
