"""Whether a form is a future or a past, read off its prefixes and endings."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import NOUN, PREP, VERB

FUTURES = ("سي", "ست", "سن", "سا")
PRESENTS = ("ي", "ن", "لي", "لن")
# nouns that look like futures: سيارات, سيولة, ستين
NOUNS = word_set("tense", "nouns")
LONGEST_ENDING = ("ه", "ات", "ين", "يا", "يه")


def future(chunks: Chunks, at: int) -> bool:
    """ستبلغ, سيحرم, لن يدفع: a verb that says what is to come."""
    word = chunks.view.word(at)
    if word in ("لن", "ولن", "فلن", "سوف", "وسوف", "فسوف"):
        return True
    if not _future_form(word):
        return False
    return chunks.classes[at] == VERB or chunks.classes[at] == NOUN and (not at or chunks.classes[at - 1] != PREP)


@lru_cache(maxsize=1 << 13)
def _future_form(word: str) -> bool:
    body = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    if not body.startswith(FUTURES[:3]) or len(body) < 5 or body in NOUNS:
        return False
    known = body in context_words().verbs or body in cues().change
    return known or body.startswith(FUTURES[:2]) and not body.endswith(LONGEST_ENDING)


@lru_cache(maxsize=1 << 13)
def past(word: str) -> bool:
    """بلغت, تجاوز, تقاضت; not يبلغ, تبلغ: a ت is the present's where no present has another before it."""
    body = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    if body.startswith(PRESENTS) or _future_form(body):
        return body.startswith(("نم", "نف", "نش", "نق", "نز")) and "ي" + body in context_words().verbs
    if not body.startswith(("ت", "لت")):
        return True
    table = context_words().verbs
    return body.endswith("ت") or "ي" + body in table or "ي" + body in cues().change
