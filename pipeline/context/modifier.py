"""Whether a number is meant exactly: ``حوالي`` before it, ``على الأقل`` after it, ``قدرت كلفته بـ`` around it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .bounds import EVERY as BOUNDING
from .bounds import bounded
from .denial import denied_object, denied_verb
from .undone import NOT

# words that may stand between the cue and the number
LOOSE: Final = word_set("modifier", "loose")
YEAR_NOUNS: Final = word_set("modifier", "year_nouns")
ESTIMATES: Final = word_set("modifier", "estimates")
PEOPLE: Final = word_set("modifier", "people")
# an estimate may have its subject, its time and its object between it and the number
REACH: Final = 22
# how far behind a cue the number is that it leads up to
LEAD: Final = 4
DENIED: Final = {"more": "at_most", "less": "at_least"}
RATES: Final = frozenset(("سنويا", "شهريا", "يوميا", "اسبوعيا"))
ARRIVING: Final = frozenset(("يصل", "تصل"))


def modifier(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The ``modifier`` of a mention; years take ``approx`` only."""
    found = _before(view, mention)
    if found is None:
        after = modifier_after(view, mention) or _after_whole(view, mention)
        found = after[0] if after else _estimated(view, mention, before) or bounded(view, mention, before)
        found = found or _shared(view, mention, before)
    return found if mention.kind != "year" or found == "approx" else None


def modifier_after(view: View, mention: Mention) -> tuple[str, int] | None:
    """The cue right after a mention and its length in tokens."""
    return _cue_after(view, mention.j)


def _cue_after(view: View, at: int) -> tuple[str, int] | None:
    """A cue that follows a number, unless it leads up to the next one: زيادة 15% بحد أقصى 1890 جنيها, 100 مليون وأكثر من 200."""
    hit = cues().modifier_after.at(view.words, at)
    return None if hit is not None and _leads(view, at, at + hit[1]) else hit


def _leads(view: View, at: int, end: int) -> bool:
    """Whether a cue in tokens ``at`` to ``end``, or a longer one that begins there, stands right before another number."""
    place = bisect_left(view.numbers, end, key=lambda number: number.i)
    if place == len(view.numbers) or view.numbers[place].i - end > LEAD:
        return False
    last = view.numbers[place].i - 1
    while last >= at:
        hit = cues().modifier_before.at(view.words, last)
        if hit is not None:
            last -= hit[1]
        elif last >= end and view.word(last) in LOOSE:
            last -= 1
        else:
            return False
    return True


def _after_whole(view: View, mention: Mention) -> tuple[str, int] | None:
    """15% من المرضى لا أكثر, 51 دولارا للفرد كحد أقصى, 21 ألف يورو في السنة تقريبا: its whole or its rate may stand between."""
    word, after = view.word(mention.j), view.word(mention.j + 1)
    if word in ("من", "في", "عن") and after.startswith("ال"):
        return _cue_after(view, mention.j + 2)
    rate = word in RATES or word.startswith("لل") and len(word) > 3
    return _cue_after(view, mention.j + 1) if rate and mention.kind == "money" else None


def _before(view: View, mention: Mention) -> str | None:
    """The cue before a mention, loose words and the noun of a year between at most."""
    at = mention.i - 1
    for _ in range(3):
        hit = cues().modifier_before.at(view.words, at)
        if hit is not None and not (hit[0] == "at_most" and _arrives(view, mention, at - hit[1] + 1)):
            if mention.kind == "year" and hit[1] == 1 and view.word(at) == "حدود":
                return None  # العودة إلى حدود 1967: the borders of that year
            if at < mention.i - 1 and view.word(at + 1) == "بنسبه" and view.word(at) in BOUNDING:
                return None  # يفوق بنسبة 40%: by how much
            return _denied(view, mention, at - hit[1] + 1, hit[0])
        word = view.word(at)
        if word not in LOOSE and not (mention.kind == "year" and word in YEAR_NOUNS):
            return None
        at -= 1
    return None


def _arrives(view: View, mention: Mention, at: int) -> bool:
    """ليصل إلى 5 ملايين and إنفاقه يصل إلى 5 ملايين tell where a figure arrives; ما يصل إلى and مكافأة تصل إلى, how far it can
    go: the verb describes a noun in the indefinite."""
    word, lead = view.word(at), view.word(at - 1)
    if word.startswith(("لي", "لت")):
        return True
    if word == "قد":
        return view.word(at + 1) in ARRIVING
    if word not in ARRIVING:
        return False
    definite = lead.startswith(("ال", "وال", "بال", "لل")) or lead.endswith(("ها", "هم")) or lead.endswith("ته") and len(lead) > 4
    return definite and mention.kind != "number" or lead in ("ان", "حتي", "كي")


def _denied(view: View, mention: Mention, at: int, found: str) -> str:
    """لا يساوي معاشي أكثر من مئتي دولار, لم يكن نصيبه يتعدى 70, لا يصل إلى 70: the cue that begins at a token, turned round by a
    negation."""
    if found == "at_most" and view.word(at) in ARRIVING and view.word(at - 1) in NOT:
        return "less"
    turned = DENIED.get(found)
    if turned is None:
        return found
    word = view.word(at)
    if word in BOUNDING or word[1:] in BOUNDING and word[0] in "وف":
        return turned if denied_verb(view, at) else found
    if mention.kind == "percent" and _persons(view, mention.j):
        return found
    return turned if denied_object(view, at) else found


def _persons(view: View, at: int) -> bool:
    """لا يملك أكثر من 40% من السكان بيتا: the share is of those who do not."""
    word = view.word(at + 1)
    return view.word(at) == "من" and (word in PEOPLE or word.startswith("ال") and word.endswith("ين"))


def _estimated(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """قدرت الشركة كلفته بأربعة ملايين: the verb of estimating holds the number by ب; an aside may stand between."""
    if mention.kind == "year" or not _by(view, mention):
        return None
    last = next((other.j for other in reversed(before) if other.kind != "year"), 0)
    commas = 0
    for at in range(mention.i - 1, max(last - 1, mention.i - REACH, -1), -1):
        word = view.word(at)
        if word in ESTIMATES:
            return "approx" if commas % 2 == 0 else None
        if word in (".", "؛"):
            return None
        commas += word == "،"
    return None


def _by(view: View, mention: Mention) -> bool:
    """Whether ب leads to the number: بمليون, بـ 5, بمبلغ 5, بما بين 4 و6, بما يوازي 5."""
    lead = view.word(mention.i - 1)
    if lead in ("ب", "بمبلغ", "بقيمه") or view.word(mention.i - 2) == "بما" and lead in ("بين", "يوازي", "يعادل"):
        return True
    return view.word(mention.i).startswith("ب") and mention.number is not None and mention.number.prefix == "ب"


def _shared(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The cue before a list holds for its members: نحو 4.4 و4.5 مليار, لا يقل عن 350 ريالا للدبلوم و500 للجامعيين; approx for a
    conversion in brackets too."""
    last = before[-1] if before else None
    if last is not None and mention.rule == "elided-compared" and mention.kind == last.kind and view.word(mention.i - 1) == "و":
        return last.fields.get("modifier")
    if last is not None and last.kind == mention.kind == "money" and view.word(mention.i - 1) == "(" and mention.i - last.j == 1:
        return "approx" if last.fields.get("modifier") == "approx" else None
    if last is not None and last.rule.endswith("-list") and last.kind == mention.kind and mention.i - last.j <= 1:
        return last.fields.get("modifier")
    return None
