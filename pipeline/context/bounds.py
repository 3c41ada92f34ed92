"""Verbs of exceeding, falling short and coming near, their subject between them and the number: ألا تقل نتيجته عن 70%,
وتجاوزت تكلفته مليار دولار, يقرب القصدير فيها من 13%."""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .denial import denied_verb

REACH = 14
# with an object, or with على or عن; what they say of the number, and what they say of it when denied
EXCEED, EXCEED_BY = word_set("bounds", "exceed"), word_set("bounds", "exceed_by")
FALL_SHORT, SINK = word_set("bounds", "fall_short"), word_set("bounds", "sink")
NEAR, NEAR_TO = word_set("bounds", "near"), word_set("bounds", "near_to")
EVERY = EXCEED | EXCEED_BY | FALL_SHORT | SINK | NEAR | NEAR_TO
EVERY_FORM = EVERY | {head + word for word in EVERY for head in ("و", "ف")}
# the number says what one before it is worth, or by how much, and not what the verb bounds
ELSEWHERE = word_set("bounds", "elsewhere")
# verbs whose past is written as their infinitive, after these words
NOUNS = word_set("bounds", "nouns")
BEFORE_NOUN = word_set("bounds", "before_noun")


def bounded(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The modifier that such a verb gives the mention."""
    if EVERY_FORM.isdisjoint(view.words[max(0, mention.i - REACH) : mention.i]) or _by(view, mention):
        return None
    last = next((other.j for other in reversed(before) if other.kind != "year"), 0)
    dated = {at for other in before if other.kind == "year" for at in range(other.i, other.j)}
    aside = False
    for at in range(mention.i - 1, max(last - 1, mention.i - REACH, -1), -1):
        word = view.word(at)
        if aside or word in ("(", ")"):
            aside = word != "("
            continue
        if word in EVERY_FORM and not (word in NOUNS and view.word(at - 1) in BEFORE_NOUN):
            return _said(view, at, view.word(mention.i - 1))
        if word in (".", "؛", "،") or word in ELSEWHERE or view.is_digits(at) and at not in dated:
            return None
    return None


def _by(view: View, mention: Mention) -> bool:
    """تفوق التضخم بخمس نقاط: by how much, not how much."""
    return view.word(mention.i - 1) in ELSEWHERE or mention.number is not None and mention.number.prefix in ("ب", "وب")


def _said(view: View, at: int, lead: str) -> str | None:
    word = view.word(at)
    verb = word if word in EVERY else word[1:]
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
