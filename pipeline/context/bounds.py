"""Verbs of exceeding, falling short and coming near, their subject between them and the number: ألا تقل نتيجته عن 70%,
وتجاوزت تكلفته مليار دولار, يقرب القصدير فيها من 13%."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .denial import denied_verb
from .undone import EXCEPT, NOT, OPEN

REACH, FAR = 14, 26
# with an object, or with على or عن; what they say of the number, and what they say of it when denied
EXCEED, EXCEED_BY = word_set("bounds", "exceed"), word_set("bounds", "exceed_by")
FALL_SHORT, SINK = word_set("bounds", "fall_short"), word_set("bounds", "sink")
NEAR, NEAR_TO = word_set("bounds", "near"), word_set("bounds", "near_to")
# what is not reached is less, with an object or with إلى: لم تبلغ 5%, لا تصل إلى 5%
REACH_IT, REACH_TO = word_set("bounds", "reach_it"), word_set("bounds", "reach_to")
REACHING: Final = REACH_IT | REACH_TO
EVERY: Final = EXCEED | EXCEED_BY | FALL_SHORT | SINK | NEAR | NEAR_TO
VERBS: Final = {head + word: word for word in EVERY | REACHING for head in ("و", "ف", "س", "وس", "فس", "")}
# the number says what one before it is worth, or by how much, and not what the verb bounds
ELSEWHERE: Final = word_set("bounds", "elsewhere")
# verbs whose past is written as their infinitive, after these words
NOUNS: Final = word_set("bounds", "nouns")
BEFORE_NOUN: Final = word_set("bounds", "before_noun")


def bounded(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The modifier that such a verb gives the mention."""
    if VERBS.keys().isdisjoint(view.words[max(0, mention.i - FAR) : mention.i]) or _by(view, mention):
        return None
    last = next((other.j for other in reversed(before) if other.kind != "year"), 0)
    dated = {at for other in before if other.kind == "year" for at in range(other.i, other.j)}
    if mention.kind == "year":
        return None
    inside = False
    to = view.word(mention.i - 1) == "الي"
    start = _before_aside(view, mention.i - 1)
    for at in range(start, max(last - 1, mention.i - FAR, -1), -1):
        word = view.word(at)
        if inside or word in ("(", ")"):
            inside = word != "("
            continue
        if start - at > REACH or word in (".", "؛", "،") or word in ELSEWHERE or view.is_digits(at) and at not in dated:
            return None
        if to and VERBS.get(word) not in REACH_TO:
            continue
        if word in VERBS and not (word in NOUNS and view.word(at - 1) in BEFORE_NOUN):
            return _unreached(view, at, mention) if VERBS[word] in REACHING else _said(view, at, view.word(mention.i - 1))
    return None


def _before_aside(view: View, at: int) -> int:
    """لا تتعدى إيراداتها، بحسب الشركة، 20 مليارا: the token before an aside that ends right before the number."""
    if view.word(at) != "،":
        return at
    for place in range(at - 2, max(0, at - REACH), -1):
        if view.word(place) in (".", "؛"):
            return at
        if view.word(place) == "،":
            return at if view.word(place + 1).startswith(("و", "ف")) else place - 1
    return at


def _by(view: View, mention: Mention) -> bool:
    """تفوق التضخم بخمس نقاط: by how much, not how much."""
    lead = view.word(mention.i - 1)
    return lead in ELSEWHERE or mention.number is not None and mention.number.prefix in ("ب", "وب")


def _unreached(view: View, at: int, mention: Mention) -> str | None:
    """لم تبلغ المشاركة 14%, لا يصل الدخل إلى 5 دنانير: less than that; not ما لم يبلغ, لم يبلغ سوى 14%, لا يبلغ عنها 14% منهم."""
    between, before = view.words[at : mention.i], view.words[max(0, at - 2) : at]
    led = VERBS[view.word(at)] in (REACH_TO if between[-1] == "الي" else REACH_IT)
    if not led or not denied_verb(view, at) or not OPEN.isdisjoint(before) or not EXCEPT.isdisjoint(between):
        return None
    told = any(word.startswith("عن") or word in NOT for word in between) or view.word(mention.j) in ("منهم", "منهن")
    return None if told else "less"


def _said(view: View, at: int, lead: str) -> str | None:
    verb = VERBS[view.word(at)]
    led, denied = lead in ("عن", "علي"), denied_verb(view, at)
    if verb in EXCEED_BY:
        return ("at_most" if denied else "more") if led else None
    if verb in FALL_SHORT or verb in SINK:
        return "at_least" if led and denied else "less" if led and verb in FALL_SHORT else None
    if verb in NEAR_TO:
        return "approx" if lead == "من" else None
    if led:
        return None
    return "approx" if verb in NEAR else "at_most" if denied else "more"
