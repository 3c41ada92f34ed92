"""Cues of modality that say nothing where they stand: قد before a past, طلب the noun, استبعد the player, مرشح the candidate."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .complement import complement
from .denial import denied_verb
from .lexemes import COMMAS, NOUN
from .tense import past

AHEAD: Final = 16
NEAR, BACK = 5, 7
# يخشى المزارعون أن تبلغ …, and not يخشى الدائنين
FEARS: Final = ("يخشي", "تخشي", "يخشون")
READY: Final = "مستعد"
VALUED: Final = ("المقدره", "المقدر")
# what they ask is a price
ASKS: Final = ("يطلب", "يطلبون")
# after these an أن is needed, and these charge somebody
NARRATING: Final = word_set("modality", "narrating")
CHARGES: Final = tuple(sorted(word_set("modality", "charges")))
# Illinois, and no intention
STATES: Final = ("الينوي",)
THEREFORE: Final = frozenset(("وهو", "هو", "وهذا", "هذا", "الامر", "وهي", "بسبب", "ب"))
CANNOT: Final = frozenset(("لا", "ولا", "لم", "ولم"))
WERE: Final = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "يكن", "تكن"))


def empty(chunks: Chunks, at: int, name: str, end: int) -> bool:
    """Whether a cue at a token says nothing of how sure the figure at the token ``end`` is."""
    if name == "reported":
        return _tells_nothing(chunks, at, end) or _charge_over(chunks, at, end)
    check = CHECKS.get(name)
    return check is not None and check(chunks, at)


def _tells_nothing(chunks: Chunks, at: int, end: int) -> bool:
    """يروي النهر الحقول, فيلم يحكي قصة, قط يدعى ميشو: no أن opens what is told."""
    word = chunks.view.word
    return word(at).lstrip("وف") in NARRATING and word(at - 1) != "ما" and complement(chunks, at + 1, end) is None


def _charge_over(chunks: Chunks, at: int, end: int) -> bool:
    """اعتقل بتهمة التزوير، وصودر من بيته …: what has been done besides."""
    words = chunks.view.words
    if not words[at].endswith(CHARGES):
        return False
    opened = (n for n in range(at + 2, end) if words[n - 1] in COMMAS and words[n].startswith("و"))
    return any(n in chunks.verbs and chunks.verbs[n] != "say" and past(words[n]) for n in opened)


def _hopes_nothing(chunks: Chunks, at: int) -> bool:
    """طلب the noun, يطلب أصحاب الجرافات 400, أوصى بألف لبستانيه: a price that is asked, a legacy."""
    word = chunks.view.word(at)
    if word.endswith(("اوصي", "اوصت")):
        return FIGURE in chunks.taken[at + 1 : at + 3]
    return chunks.classes[at] == NOUN and word.endswith("طلب") or word.endswith(ASKS) or word.endswith(STATES)


def _expects_nothing(chunks: Chunks, at: int) -> bool:
    """النفقات المقدرة بـ5 ملايين, a value; يخشى الدائنين without أن; ينتظر somebody; مرشح الحزب, and not مرشح للارتفاع."""
    word, following = chunks.view.word(at), chunks.view.word(at + 1)
    if word.endswith(FEARS):
        return "ان" not in chunks.view.words[at + 1 : at + 1 + AHEAD]
    if word.endswith(VALUED):
        return following.startswith("ب")
    waits = word.endswith("ينتظر") and following not in ("ان", "،", ",")
    return waits or word.endswith(("المرشح", "المرشحه")) or word.endswith(("مرشح", "مرشحه")) and following[:1] != "ل"


def _denies_nothing(chunks: Chunks, at: int) -> bool:
    """لم ينف الوزير أن: who does not deny."""
    return excludes(chunks, at) or at in chunks.verbs and denied_verb(chunks.view, at)


def excludes(chunks: Chunks, at: int) -> bool:
    """استبعد العداء من السباق, استبعدت الشركة 19% من موظفيها: put out, and no doubt of what أن or a measure tells."""
    view = chunks.view
    if not view.word(at).lstrip("وف").startswith("استبعد"):
        return False
    near = view.words[at + 1 : at + 1 + AHEAD]
    return "ان" not in near and not any(word in context_words().metrics or word in cues().change for word in near[:NEAR])


def _no_condition(chunks: Chunks, at: int) -> bool:
    """قد and إن before a past say that it is so: قد بلغت, إن الإيرادات بلغت, كان قد تخلى."""
    word, before, following = chunks.view.word(at), chunks.view.word(at - 1), chunks.view.word(at + 1)
    if word == "ما" and before in THEREFORE or word.endswith("يمكن") and before in CANNOT:
        return True  # وهو ما لم يمنع خسارة 5 ملايين, لا يمكن تأجيله
    if word.startswith(READY):
        return following[:1] != "ل" and following != "ان"
    if word == "وشرط":
        return True  # وشرط أن يصرف من ريعها 50 قرشا: a verb
    if word.endswith("خيار"):
        chosen = FIGURE in chunks.taken[at + 1 : at + 3]  # خيار 38% من الناخبين
        return word.endswith("الخيار") or chosen or following in ("سوي", "الا", "غير", "اخر")
    if word.endswith("ان"):
        return word != "ان" or not (at + 1 in chunks.verbs and chunks.view.source(at, at + 1).lstrip("وف").startswith("إ"))
    return word.endswith("قد") and (not following.startswith(("ي", "ت")) or past(following) or _had(chunks, at))


def _had(chunks: Chunks, at: int) -> bool:
    """كان الجزء الأول قد تكلف 5 ملايين."""
    for place in range(at - 1, max(-1, at - BACK), -1):
        if chunks.view.word(place) in WERE:
            return chunks.view.word(at) == "قد"
        if chunks.view.word(place) in COMMAS or place in chunks.verbs:
            return False
    return False


CHECKS: Final = {
    "hoped": _hopes_nothing,
    "expected": _expects_nothing,
    "denied": _denies_nothing,
    "conditional": _no_condition,
}
