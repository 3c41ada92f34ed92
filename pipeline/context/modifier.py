"""Whether a number is meant exactly: ``حوالي`` before it, ``على الأقل`` after it, ``قدرت كلفته بـ`` around it."""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set

# words that may stand between the cue and the number
LOOSE = word_set("modifier", "loose")
YEAR_NOUNS = word_set("modifier", "year_nouns")
REACH = 9
ESTIMATES = word_set("modifier", "estimates")


def modifier(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The ``modifier`` of a mention; years take ``approx`` only."""
    found = _before(view, mention)
    if found is None:
        after = modifier_after(view, mention)
        found = after[0] if after else _estimated(view, mention) or _bounded(view, mention) or _shared(mention, before)
    return found if mention.kind != "year" or found == "approx" else None


def modifier_after(view: View, mention: Mention) -> tuple[str, int] | None:
    """The cue right after a mention and its length in tokens."""
    return cues().modifier_after.at(view.words, mention.j)


def _before(view: View, mention: Mention) -> str | None:
    at = mention.i - 1
    for _ in range(3):
        hit = cues().modifier_before.at(view.words, at)
        if hit is not None and not (hit[0] == "at_most" and _purpose(view, at - hit[1] + 1)):
            return _negated(view, at - hit[1], hit[0])
        word = view.word(at)
        if word not in LOOSE and not (mention.kind == "year" and word in YEAR_NOUNS):
            return None
        at -= 1
    return None


def _purpose(view: View, at: int) -> bool:
    """ليصل إلى 5 ملايين and أن تصل إلى tell where a figure arrives, تصل إلى how far it can go."""
    word = view.word(at)
    return word.startswith(("لي", "لت")) or word in ("يصل", "تصل") and view.word(at - 1) in ("ان", "حتي", "كي")


def _negated(view: View, at: int, found: str) -> str:
    """لا يساوي معاشي … أكثر من مئتي دولار: a negated verb with the cue turns it round."""
    if found != "more":
        return found
    for place in range(at, max(0, at - 16), -1):
        if view.word(place) in (".", "؛"):
            return found
        if view.word(place) in ("يساوي", "تساوي", "يبلغ", "تبلغ") and view.word(place - 1) in ("لا", "لم"):
            return "at_most"
    return found


def _estimated(view: View, mention: Mention) -> str | None:
    """قدرت الشركة كلفته بأربعة ملايين: the verb of estimating holds the number by ب."""
    led = (
        view.word(mention.i - 1) == "ب"
        or view.word(mention.i).startswith("ب")
        and mention.number is not None
        and mention.number.prefix == "ب"
    )
    if not led or mention.kind == "year":
        return None
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = view.word(at)
        if word in ESTIMATES:
            return "approx"
        if word in (".", "؛", "،"):
            return None
    return None


# verbs of exceeding and falling short: what they say of the number, and what they say of it when negated
BOUNDS = {
    "يتجاوز": ("more", "at_most"), "تتجاوز": ("more", "at_most"), "يتعدي": ("more", "at_most"), "تتعدي": ("more", "at_most"),
    "يزيد": ("more", "at_most"), "تزيد": ("more", "at_most"), "يفوق": ("more", "at_most"), "تفوق": ("more", "at_most"),
    "تجاوز": ("more", "at_most"), "تجاوزت": ("more", "at_most"), "فاق": ("more", "at_most"), "فاقت": ("more", "at_most"),
    "تخطي": ("more", "at_most"), "تخطت": ("more", "at_most"), "قارب": ("approx", "approx"), "قاربت": ("approx", "approx"),
    "ناهز": ("approx", "approx"), "ناهزت": ("approx", "approx"), "يقارب": ("approx", "approx"), "تقارب": ("approx", "approx"),
    "يقل": ("less", "at_least"), "تقل": ("less", "at_least"),
}  # fmt: skip
NEGATIONS = word_set("modifier", "negations")


def _bounded(view: View, mention: Mention) -> str | None:
    """ألا تقل نتيجة المتقدم عن 70%: the subject stands between the verb and the number."""
    if BOUNDS.keys().isdisjoint(view.words[max(0, mention.i - REACH) : mention.i]):
        return None
    led = view.word(mention.i - 1) in ("عن", "علي")
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = view.word(at)
        bound = BOUNDS.get(word)
        if bound is not None:
            takes_object = word not in ("يزيد", "تزيد", "يقل", "تقل")
            if led == takes_object:
                return None
            return bound[1] if view.word(at - 1) in NEGATIONS else bound[0]
        if word in (".", "؛", "،") or view.is_digits(at) or word in ("الي", "بنسبه", "ب"):
            return None
    return None


def _shared(mention: Mention, before: list[Mention]) -> str | None:
    """The cue before a list holds for its members: نحو 4.4 و4.5 مليار."""
    last = before[-1] if before else None
    if last is not None and last.rule.endswith("-list") and last.kind == mention.kind and mention.i - last.j <= 1:
        return last.fields.get("modifier")
    return None
