"""وفقا لوزارة المالية, بحسب تقرير, كما قال الخبراء, على ما ذكرته الصحيفة: whoever is cited around a figure."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Place
from .lexemes import CONJ, HARD, NOUN, NUMBER, PREP, QUOTES, STOP
from .papers import COUNTS, speaker, stem
from .sayers import COMPLEMENTS, can_speak, definite
from .saying import saying
from .speakers import RELATIVES, subject_here
from .turns import turning

AFTER_VERB = word_set("attribution", "after_verb")
ASKING = word_set("attribution", "asking")
CLAUSES = frozenset(("لكن", "ولكن", "فيما", "بينما", "غير"))
FAR = 16

Cite = tuple[int, Place, str]  # where the cue stands, who is cited, the cue


def _cites(chunks: Chunks) -> list[tuple[int, int]]:
    """Where the cues of a sentence stand and how long they are; read once."""
    if chunks.by is None:
        table, words = context_words().by, chunks.view.words
        hits = ((at, table.at(words, at)) for at in table.places(words))
        chunks.by = [(at, hit[1]) for at, hit in hits if hit is not None]
    return chunks.by


def cues_before(chunks: Chunks, mention: Mention) -> dict[int, int]:
    """Where the cues before a figure stand, and how long they are."""
    return {at: length for at, length in _cites(chunks) if at < mention.i and chunks.view.word(at) not in ASKING}


def cited_before(chunks: Chunks, mention: Mention, at: int, length: int) -> Place | None:
    """Who is cited by a cue before a figure, with no relative clause between."""
    place = _who(chunks, at, length)
    return place if place is not None and not _in_relative(chunks, place, mention) else None


def _in_relative(chunks: Chunks, place: Place, mention: Mention) -> bool:
    """بحسب التقرير الذي كلف 5 ملايين: the figure is in what is told of the paper."""
    view = chunks.view
    for at in range(mention.i - 1, -1, -1):
        if view.cut.start(at) < place[1] or view.word(at) in ("،", ","):
            return False
        if view.word(at) in RELATIVES:
            return True
    return False


def cited_after(chunks: Chunks, mention: Mention) -> tuple[Place, str] | None:
    """The first cue after a figure, no stop between."""
    view = chunks.view
    for at, length in _cites(chunks):
        if at < mention.j:
            continue
        if any(view.word(n) in HARD and view.word(n) != "؛" for n in range(mention.j, at)):
            return None
        place = _who(chunks, at, length)
        if place is not None and _reaches(chunks, mention, at, place):
            return place, view.word(at)
    return None


def _reaches(chunks: Chunks, mention: Mention, at: int, place: Place) -> bool:
    """A cue at the end of its sentence holds for all of it; one inside a clause, for that clause."""
    view = chunks.view
    after = next((n for n in range(at, view.size) if view.cut.start(n) >= place[1]), view.size)
    while after < view.size and view.word(after) not in ("،", ",") and view.word(after) not in HARD:
        after += 1
    final = after >= view.size - 1 or view.word(after) in HARD
    commas = [n for n in range(mention.j, at) if view.word(n) in ("،", ",")]
    if final or not commas:
        return True
    return not any(n + 1 in chunks.verbs or view.word(n + 1) in CLAUSES and turning(view, n + 1) for n in commas)


def _who(chunks: Chunks, at: int, length: int) -> Place | None:
    """Who is cited by the cue at a token: after its verb where it has one."""
    view, cue = chunks.view, chunks.view.word(at)
    here, spoken = at + length, False
    verbal = context_words().by.at(view.words, at)
    if cue in ASKING:
        here, spoken = at, True
        if at and chunks.classes[at - 1] != STOP:
            return None
    while view.word(here) in ("ما", "لما", "قد"):
        here += 1
    verb = saying(chunks, here) if here < view.size else None
    if verb is not None:
        here, spoken = here + 1, True
        if verb.kind not in ("say", "expect"):
            return None
        while view.word(here) in AFTER_VERB:
            here += 1
    elif verbal is not None and not verbal[0]:
        return None
    nameless = here >= view.size or chunks.classes[here] in (PREP, STOP, CONJ) and view.word(here) not in QUOTES
    if spoken and cue not in ASKING and nameless:
        return subject_here(chunks, here - 1)
    if here >= view.size or chunks.taken[here] == FIGURE:
        return None
    if chunks.classes[here] not in (NOUN, NUMBER) and view.word(here) not in QUOTES:
        return None
    return _named(chunks, here, spoken)


def _named(chunks: Chunks, here: int, spoken: bool) -> Place | None:
    view, words = chunks.view, context_words()
    word = view.word(here)
    if view.word(here - 1) == "بموجب" and stem(word) not in COUNTS:
        return None
    if word in words.speechless or not spoken and not (can_speak(chunks, here) or _person(chunks, here)):
        return None
    place = speaker(chunks, here, min(view.size, here + FAR), True)
    if place is None:
        return None
    end = next((n for n in range(here, view.size) if view.cut.start(n) >= place[1]), view.size)
    if spoken and view.word(end) in COMPLEMENTS and view.word(end) not in (":", "«", '"'):
        return None
    attached = word.startswith("ل") and not word.startswith("لل") and len(word) > 4 and place[0] == view.cut.start(here)
    return place[0] + int(attached and word not in words.entities or attached and word[1:] in words.entities), place[1]


def _person(chunks: Chunks, here: int) -> bool:
    """A name of several words, none of them definite or of measure: بحسب سامي حداد, وفق متعاملين اثنين."""
    view, words = chunks.view, context_words()
    word = view.word(here)
    named = chunks.classes[here + 1 : here + 2] == [NOUN] and not definite(view.word(here + 1))
    if definite(word) and named and word not in words.metrics and view.word(here + 1) not in words.metrics:
        return word.endswith("ي")  # المعماري سامي حداد
    if word in words.metrics or definite(word):
        return word.startswith(("ال", "لل")) and word.endswith(("ين", "ون", "ات", "در", "ف")) and word not in words.metrics
    return chunks.classes[here + 1 : here + 2] == [NOUN] and not view.word(here).endswith(("ه", "ات")) or word.endswith("هم")
