"""Accusative participles by which the subject of a verb before says more: نفى الوزير التهمة قائلا إن الكلفة …."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .beside import sayer
from .chunks import Chunks, Place
from .complement import complement
from .lexemes import HARD, NOUN
from .papers import speaker
from .relative import RELATIVES
from .sayers import can_speak, subject_at
from .saying import saying
from .speakers import subject_here, with_apposition

PARTICIPLES: Final = word_set("attribution", "participles")
KINDS: Final = {
    **dict.fromkeys(PARTICIPLES, "say"),
    **dict.fromkeys(word_set("attribution", "expecting"), "expect"),
    **dict.fromkeys(word_set("attribution", "proposing"), "propose"),
    **dict.fromkeys(word_set("attribution", "denying"), "deny"),
}
SPAN, BESIDE = 60, 9
THAT: Final = frozenset(("ان", "الا"))
CITING: Final = frozenset(("كما", "مثلما", "حسبما", "ما", "بحسبما", "وفقما"))


def participle(chunks: Chunks, at: int, mention: Mention, last: Callable[[], Place | None]) -> Place | None:
    """نفى الوزير التهمة قائلا إن الكلفة …: who does what a verb before says, one of saying before any other."""
    word = chunks.view.word(at)
    kind = KINDS[word]
    opened = complement(chunks, at + 1, min(mention.i, at + BESIDE))
    # متوقعا عودة الأسعار إلى 5
    foreseen = kind == "expect" and not word.startswith("مقدر") and chunks.classes[at + 1 : at + 2] == [NOUN]
    if opened is None and not foreseen and (kind in ("say", "expect") or not chunks.view.word(at + 1).startswith("ب")):
        return None
    return _said_before(chunks, at) or subject_here(chunks, at) or last()


def _said_before(chunks: Chunks, end: int) -> Place | None:
    """The sayer of the nearest verb of saying before a participle, in its sentence; who is only cited by the way where
    there is no other (نفى الوزير التهمة، كما ذكرت الصحف، قائلا)."""
    cited: Place | None = None
    for at in range(end - 1, max(-1, end - SPAN), -1):
        before = chunks.view.word(at - 1)
        if chunks.view.word(at) in HARD:
            return cited
        verb = saying(chunks, at)
        if verb is None or before in RELATIVES or before in THAT:
            continue
        beside = at + 1 < end and subject_at(chunks, at + 1) and can_speak(chunks, at + 1)
        place = sayer(chunks, verb, end) or (_beside(chunks, at + 1, end) if beside else None)
        if place is not None and before not in CITING:
            return place
        cited = cited or place
    return cited


def _beside(chunks: Chunks, at: int, end: int) -> Place | None:
    """وصف رئيس الجمعية، سامي حداد، ذلك بالكارثة، قائلا: who stands right after a verb, with the name between commas."""
    place = speaker(chunks, at, end)
    return with_apposition(chunks, place, end) if place is not None else None
