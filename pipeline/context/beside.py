"""Who stands beside a verb of saying: its subject after it or before it, or whoever it passes on (نقلت عن مصدر)."""

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import Chunks, Place
from .complement import complement
from .lexemes import NOUN
from .papers import speaker
from .relative import RELATIVES
from .sayers import can_speak, definite, subject_at
from .saying import Verb
from .speakers import before_verb, with_apposition
from .telling import closed, misled, passed, shown, values
from .vowels import accusative

THAT: Final = frozenset(("ان", "بان", "لان", "لكن", "ولكن", "وان"))
# between a verb and its sayer
FILLERS: Final = word_set("attribution", "fillers")
# what a colon opens is said by these, whatever they mean before أن
QUOTING: Final = word_set("attribution", "quoting")


def sayer(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """The subject of a verb, after it or before it; before it where أن leads to it (أن المستشفى أبلغ المرضى بأن …)."""
    if _subject_first(chunks, verb):
        found = before_verb(chunks, verb, end)
        if found is not None:
            return found
    return _after_verb(chunks, verb, end) or before_verb(chunks, verb, end)


def _subject_first(chunks: Chunks, verb: Verb) -> bool:
    """أن, one definite noun, and a verb with no و."""
    at, word = verb.at, chunks.view.word
    return word(at - 2) in THAT and chunks.classes[at - 1] == NOUN and definite(word(at - 1)) and word(at)[:1] not in "وف"


def relayed(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """نقلت الصحيفة عن مصدر أن: who is quoted, not who passes it on."""
    if chunks.view.word(verb.at) not in context_words().relays:
        return None
    opened = complement(chunks, verb.at + 1, end)
    for at in range(verb.at + 1, opened or 0):
        if chunks.view.word(at) == "عن":
            return speaker(chunks, at + 1, end if opened is None else opened)
    return None


def _after_verb(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """The subject of the verb at a token, which stands before the token ``end``."""
    view, start = chunks.view, verb.at + 1
    while view.word(start) in FILLERS:
        start += 1
    opened = complement(chunks, start, end, verb.about)
    told = shown(chunks, verb, start)
    if opened is None and (not told and (not verb.direct or verb.that) or passed(chunks, start, end)):
        return None
    if opened == start or start >= end or opened is not None and misled(chunks, verb, start, opened, end):
        return None
    owned = chunks.lexemes[verb.at].verb is None  # التي يقدرها المدعون بمليون: the pronoun is what is told of
    if opened is None and owned and not told and closed(view, start, end):
        return None
    if opened is None and not owned and view.word(verb.at - 1) in RELATIVES or verb.that and _colon(chunks, verb, opened):
        return None
    if not subject_at(chunks, start) or accusative(view, start):
        return None
    unknown = opened is None and not can_speak(chunks, start)
    valued = values(chunks, verb, start, end) if unknown else None
    if unknown and valued is None:
        return None
    if view.word(start) == "احد" and view.word(verb.at - 1) in ("لا", "لم", "لن"):
        return None
    if verb.kind in ("expect", "hope", "propose", "deny") and not can_speak(chunks, start) and _thing(chunks, start, opened):
        return None
    place = speaker(chunks, start, opened or valued or end)
    return with_apposition(chunks, place, opened) if place is not None else None


def _colon(chunks: Chunks, verb: Verb, opened: int | None) -> bool:
    """سجل السهم تراجعا: …, and not رد البنك: …: what a colon opens is said only by verbs that quote."""
    return chunks.view.word(opened or 0) == ":" and not _quotes(chunks.view.word(verb.at))


def _quotes(word: str) -> bool:
    """رد, فأجابني."""
    verb = word.lstrip("وف")
    return verb in QUOTING or verb.removesuffix("ني").removesuffix("نا") in QUOTING


def _thing(chunks: Chunks, start: int, opened: int | None) -> bool:
    """يتوقع بلوغ الأسعار …: what is expected, no sayer."""
    word = chunks.view.word(start)
    return opened is None or word in context_words().metrics
