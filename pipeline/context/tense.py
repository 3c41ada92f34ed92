"""Whether a form is a future or a past, read off its prefixes and endings."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import ARTICLES, CONJ, HARD, NOUN, VERB
from .remember import remembered
from .verbs import FUTURE

PARTICLES: Final = frozenset(("لن", "ولن", "فلن", "سوف", "وسوف", "فسوف"))
PRESENTS: Final = ("ي", "ن", "لي", "لن")
# nouns that look like futures: سيارات, سيولة, ستين
NOUNS: Final = word_set("tense", "nouns")
# futures of verbs of two letters: سيتم, ستصل
SHORT: Final = word_set("tense", "short")
# pasts that begin with the ت of their form: تقاسم, تمكن
PASTS: Final = word_set("tense", "past_in_t")
# what decides, asks or obliges with the أن that follows, what only expects, and what أن stands after in another sense
DECIDING, HOPING, LED = word_set("tense", "deciding"), word_set("tense", "hoping"), word_set("tense", "led")
STOPS: Final = HARD | {"،", ",", "ان"}
GOVERNED, OBLIGED = 10, 5
LONGEST_ENDING: Final = ("ه", "ات", "ين", "يا", "يه")


def future(chunks: Chunks, at: int) -> bool:
    """ستبلغ, سيحرم, لن يدفع: a verb that says what is to come."""
    word = chunks.view.word(at)
    if not future_form(word):
        return False
    if word in PARTICLES:
        return True
    if chunks.classes[at] == VERB:
        return True
    # a name may look like it (سياتل): a verb opens its clause or follows a definite subject
    before = chunks.view.word(at - 1)
    opens = not at or chunks.classes[at - 1] == CONJ or before in ("،", ",", ":", '"', "«") or before.startswith(ARTICLES)
    if _known(word.lstrip("وف").removesuffix("ها").removesuffix("نا")):
        return chunks.classes[at] == NOUN
    return chunks.classes[at] == NOUN and (opens or chunks.lexemes[at - 1].owned)


@remembered
def future_form(word: str) -> bool:
    """Whether a word can say what is to come; a name may look the same."""
    if word in PARTICLES:
        return True
    body = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    if body in SHORT:
        return True
    if not body.startswith(FUTURE) or len(body) < 5 or body in NOUNS:
        return False
    known = _known(body) or any(body.endswith(tail) and _known(body[: -len(tail)]) for tail in ("ها", "هم", "نا", "ه"))
    return known or body.startswith(FUTURE[:2]) and not body.endswith(LONGEST_ENDING)


def _known(form: str) -> bool:
    return form in context_words().verbs or form in cues().change


def wished(chunks: Chunks, start: int, end: int) -> bool:
    """قرر الحزب أن يرشح …, على المشتري أن يدفع …: what is only decided, asked for or owed, whenever it was said."""
    word, verbs = chunks.view.word, chunks.verbs
    if "ان" not in chunks.view.words[start:end]:
        return False
    found = (at for at in range(start + 1, end) if word(at - 1) == "ان" and at in verbs and not past(word(at)))
    return any(_bound(chunks, at - 1) for at in found)


def _bound(chunks: Chunks, that: int) -> bool:
    """Whether what governs أن decides, asks or obliges; not قبل أن, تمكن من أن, استطاع أن, يتوقع أن."""
    word = chunks.view.word
    if word(that - 1) in LED:
        return False
    if word(that - 1) == "علي":
        return word(that - 2) in ("،", ",")
    for at in range(that - 1, max(-1, that - GOVERNED), -1):
        here = word(at)
        if here in DECIDING or here[:1] in ("و", "ف") and here[1:] in DECIDING:
            return True
        if here in ("علي", "وعلي"):
            return that - at <= OBLIGED and word(at + 1) not in HOPING
        if here in STOPS or here in HOPING or at in chunks.verbs:
            return False
    return False


@remembered
def past(word: str) -> bool:
    """بلغت, تجاوز, تقاضت; not يبلغ, تبلغ: a ت is the present's where no present has another before it."""
    body = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    if body.startswith(PRESENTS) or future_form(body):
        return body.startswith(("نم", "نف", "نش", "نق", "نز")) and "ي" + body in context_words().verbs
    if not body.startswith(("ت", "لت")):
        return True
    table = context_words().verbs
    return body.endswith(("ت", "وا")) or body == "تم" or body in PASTS or "ي" + body in table or "ي" + body in cues().change
