"""Who is cited: what stands after وفقا لـ, بحسب and their like, or after the verb in كما قال, وفق ما نشره."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Place
from .complement import COMPLEMENTS
from .lexemes import COMMAS, CONJ, NOUN, NUMBER, PREP, QUOTES, STOP
from .nouns import thing
from .papers import COUNTS, speaker, stem
from .sayers import can_speak, definite
from .saying import saying
from .speakers import subject_here
from .vowels import accusative

POLLS: Final = word_set("attribution", "polls")
AFTER_VERB: Final = word_set("attribution", "after_verb")
# between a verb of any sense after ما and who does it: بحسب ما ورد في, وفق ما رشح عن
AFTER_ANY: Final = AFTER_VERB.union(("في", "عن", "لدي"))
# verbs of saying inside what is said: the others only where a comma or a stop closes them
INSERTED: Final = word_set("attribution", "inserted")
ASKING: Final = word_set("attribution", "asking") | INSERTED
FILLERS: Final = frozenset(("ما", "لما", "قد"))
# وفق ما نشره المكتب: any verb tells by whom; على ما يرام and هذا ما حدث are no citations
WHAT, AS = frozenset(("ما", "لما")), frozenset(("علي", "وعلي", "هذا", "وهذا"))
# by a rule, which says nothing
RULES: Final = frozenset(("بموجب", "وبموجب", "في"))
OWNED: Final = ("ها", "هم", "ات")
MEASURING: Final = frozenset(("time", "measure", "unit", "particle"))
FAR: Final = 16


def who(chunks: Chunks, at: int, length: int) -> Place | None:
    """Who is cited by the cue at a token: after its verb where it has one."""
    view, cue = chunks.view, chunks.view.word(at)
    if cue in ASKING and at and chunks.classes[at - 1] != STOP:
        return None
    here = at if cue in ASKING else at + length
    while view.word(here) in FILLERS:
        here += 1
    named = _past_verb(chunks, at, here)
    if named is None:
        return None
    spoken, here = named > here or cue in ASKING, named
    if here < view.size and spoken and accusative(view, here):
        return None  # كما أكد خططا …
    nameless = here >= view.size or chunks.classes[here] in (PREP, STOP, CONJ) and view.word(here) not in QUOTES
    if spoken and cue not in ASKING and nameless:
        return subject_here(chunks, here - 1)
    if here >= view.size or chunks.taken[here] == FIGURE:
        return None
    if chunks.classes[here] not in (NOUN, NUMBER) and view.word(here) not in QUOTES:
        return None
    return _named(chunks, here, spoken)


def _past_verb(chunks: Chunks, at: int, here: int) -> int | None:
    """The token after the verb of a citation (كما قال, وفق ما نشره), the same where it has none and needs none."""
    view, cue = chunks.view, chunks.view.word(at)
    verb = saying(chunks, here) if here < view.size else None
    if verb is not None:
        if verb.kind not in ("say", "expect"):
            return None
        return _after(chunks, here + 1, AFTER_VERB)
    if view.word(here - 1) in WHAT and cue not in AS and here in chunks.verbs:
        return _after(chunks, here + 1, AFTER_ANY)
    table = context_words().by.at(view.words, at)
    return here if cue in ASKING or table is None or table[0] else None


def _after(chunks: Chunks, here: int, words: frozenset[str]) -> int:
    while chunks.view.word(here) in words:
        here += 1
    return here


def _named(chunks: Chunks, here: int, spoken: bool) -> Place | None:
    """Who is cited by the noun at a token; ``spoken``: a verb of saying leads to it, so that any noun may speak."""
    view, words = chunks.view, context_words()
    word = view.word(here)
    if view.word(here - 1) == "بموجب" and stem(word) not in COUNTS:
        return None
    if word in words.speechless:
        return None
    if not spoken and not (can_speak(chunks, here) or _person(chunks, here) or _unknown(chunks, here)):
        return None
    place = speaker(chunks, here, min(view.size, here + FAR))
    if place is None:
        return None
    end = next((n for n in range(here, view.size) if view.cut.start(n) >= place[1]), view.size)
    if spoken and view.word(end) in COMPLEMENTS and view.word(end) not in (":", "«", '"'):
        return None
    attached = word.startswith("ل") and not word.startswith("لل") and len(word) > 4 and place[0] == view.cut.start(here)
    return place[0] + int(attached and word not in words.entities or attached and word[1:] in words.entities), place[1]


def _unknown(chunks: Chunks, here: int) -> bool:
    """وفقا لإبسوس, حسب خدمة كوبرنيكوس: after a comma, what names no measure, no time and nothing that is counted or done; before
    another comma any thing without an owner (بحسب الجمارك، …)."""
    view, word = chunks.view, chunks.view.word(here)
    kind = thing(word)
    if not (here < 3 or COMMAS & set(view.words[here - 3 : here])) or word in context_words().metrics or word.endswith(OWNED):
        return False
    if kind in ("", "place"):
        return True
    end = next((n for n in range(here + 1, min(view.size, here + 6)) if chunks.classes[n] != NOUN), here)
    closed = view.word(end) in COMMAS or view.word(end) == "."
    owned = word.endswith("ه") and here not in chunks.closed
    return closed and kind not in MEASURING and not owned and view.word(here - 1) not in RULES


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
