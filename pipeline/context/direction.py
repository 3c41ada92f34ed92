"""Whether a percentage is itself the size of a rise or a fall, and whether a figure is said to rise or fall to where it is.

``ارتفعت 3%``, ``بزيادة نسبتها 17%``, ``معدل نمو 2%`` are sizes; ``تراجعت إلى 5%`` is a level that was reached.
"""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .change_words import changes, future, its_own, its_size, outermost, since, way
from .comparison import after_number, comparison
from .listed import TO, listed
from .relative import FREE, RELATIVES
from .restated import POINTS, restated
from .undone import unchanged

REACH, FAR = 16, 26
FROM: Final = frozenset(("من", "عن"))
# words between a change and its size that say nothing of their own
SIZES: Final = word_set("direction", "sizes")
# what opens the figure that another is set beside, and what may stand before its number
COMPARED: Final = word_set("figure_direction", "compared")
BESIDE: Final = word_set("figure_direction", "beside")
# verbs that make a figure a level or a share, whatever changed elsewhere in the clause
LEVELS: Final = word_set("direction", "levels")
LEADS: Final = word_set("direction", "leads")
# what a size alone is told by: إلى 15 ريالا، أي بنسبة 25%
LEADS_BY: Final = LEADS - {"نسبتها", "نسبته"}
# between two parties, not two times: بفارق 5%
# after an hour: بحلول 1305 بتوقيت غرينتش
CLOCK: Final = word_set("year", "clock")
APART: Final = frozenset(("بفارق", "فارق"))
# what opens an aside though it begins with و: رفع الأجر، وهو 736 يورو، بنسبة 22%
ASIDES, RANGING = word_set("direction", "asides"), word_set("direction", "ranging")
PRONOUNS: Final = frozenset(("وهو", "وهي", "وهم"))
# لم يرتفع، وفق المعهد، إلا بنسبة 3%
ONLY: Final = frozenset(("الا", "سوي"))
MORE_THAN: Final = word_set("direction", "more_than")
SIGNS: Final = {**dict.fromkeys(word_set("direction", "plus"), "up"), **dict.fromkeys(word_set("direction", "minus"), "down")}
INDEXES: Final = frozenset(("مؤشر", "المؤشر", "لمؤشر", "ومؤشر"))
STOPS: Final = frozenset((".", "؛", "!", "؟", "\n", "•", "فيما", "بينما"))


def size_direction(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """``direction`` of a percentage that is the size of a change, or of a difference; None for a level."""
    led = view.word(_skip(view, _cue_start(view, mention)))
    signed = _signed(view, mention)
    if signed is not None:
        return signed
    if led in TO or _sunk_to(view, mention, led) or led in FROM and not mention.is_range or mention.rule.endswith("-change"):
        return None
    if mention.i and mention.rule == "percent-single" and _reached(view, mention, before):
        return None
    after = view.word(mention.j)
    if view.word(mention.i - 1) in APART or after in cues().up and view.word(mention.j + 1) == "او":
        return None
    if after in cues().up and not after.startswith(("ال", "و")) and view.kind(mention.j) == WORD and after.endswith(("ه", "ا")):
        return "up"
    than = after_number(view, mention)
    if than is not None or compared_with(view, mention) or unchanged(view, mention):
        return than
    again = restated(view, mention, before)
    if again is not None:
        level = view.word(_skip(view, _cue_start(view, again))) in TO
        if level and LEADS_BY.isdisjoint(view.words[max(0, mention.i - 3) : mention.i]):
            return None  # ليبلغ 42 مليارا أو ما نسبته 90%: a level told again
        told = None if level or _share(view, mention) else _told(view, again, before)
        if told is not None:
            return told
    found = None if _part(view, mention) else change_before(view, mention, before)
    if found is not None and view.word(found[1] + 1) not in LEADS:
        return found[0]
    compared = comparison(view, mention, _cue_start(view, mention))
    if compared is not None or found is not None:
        return compared or (found[0] if found else None)
    return listed(view, mention, before)


def compared_with(view: View, mention: Mention) -> bool:
    """مقارنة بـ 15%, قياسا بنسبة 15%: what the figure is set beside has not moved; not مقارنة بنمو نسبته 15%."""
    at = _cue_start(view, mention)
    while view.word(at) in BESIDE:
        at -= 1
    return view.word(at) in COMPARED


def _signed(view: View, mention: Mention) -> str | None:
    """(+4.5%), (زائد 4.5%): a sign tells a change; not the sum 3+4%, the level إلى +4% nor the share +65% من السكان."""
    if mention.is_negative and not mention.is_range and view.word(mention.i - 1) == "(" and view.word(mention.j) in (")", "،"):
        return "down"
    sign, before = view.word(mention.i - 1), view.word(mention.i - 2)
    if before == "(" and sign in SIGNS:
        return SIGNS[sign]
    if sign != "+" or not view.glued(mention.i) or view.is_digits(mention.i - 2):
        return None
    return "up" if before not in TO and not _share(view, mention) else None


def _sunk_to(view: View, mention: Mention, led: str) -> bool:
    """نزل التضخم لـ14%: in speech ل after a change is إلى."""
    return led == "ل" or mention.number is not None and mention.number.prefix == "ل" and mention.number.i == mention.i


def _part(view: View, mention: Mention) -> bool:
    """خفضت 58% من الأسر استهلاكها: a part of those who change something, not by how much."""
    if not _share(view, mention):
        return False
    attached = mention.number is not None and mention.number.prefix == "ب"
    lead = _cue_start(view, mention)
    return not attached and view.word(lead) not in SIZES and LEADS.isdisjoint(view.words[max(0, lead - 2) : lead + 1])


def _share(view: View, mention: Mention) -> bool:
    """40% من الأسر; not من قيمته, من الشهر السابق."""
    after = view.word(mention.j + 1)
    return view.word(mention.j) == "من" and not its_own(after) and not since(view, mention.j + 1)


def _cue_start(view: View, mention: Mention) -> int:
    """The token before the mention and before its modifier: بنسبة أكثر من 83%."""
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    return mention.i - 1 - (hit[1] if hit else 0)


def _skip(view: View, at: int) -> int:
    while at >= 0 and view.word(at) in ("نحو", "حوالي", "قرابه", "مستوي", "ال", "ما", "يقارب", "نسبته", "يقرب"):
        at -= 1
    return at


def _reached(view: View, mention: Mention, before: list[Mention]) -> bool:
    """The second number of a change is the level that was reached."""
    last = before[-1] if before else None
    return last is not None and last.rule.endswith("-change") and view.word(mention.i - 1) in TO


def change_before(view: View, mention: Mention, before: list[Mention]) -> tuple[str, int] | None:
    """The word of rising or falling that governs the mention, and its token."""
    level_at: int | None = None
    lead = _cue_start(view, mention)
    sized = _sized(view, mention, lead)
    stop = max(-1, mention.i - FAR, before[-1].j - 1 if before and before[-1].kind != "year" and not sized else -1)
    outside = mention.i
    for at in range(mention.i - 1, stop, -1):
        word = view.word(at)
        if at >= outside:
            continue
        if at <= mention.i - REACH and not sized and outside == mention.i or not sized and _other_figure(view, at, before):
            return None
        if changes(view, at, mention, sized):
            if level_at is not None and level_at - at > 1 and not its_size(view, at, level_at):
                return None
            changed = outermost(view, at) if sized else at
            return way(view, changed), changed
        if word == "،":
            opening = _aside(view, at, mention, sized)
            if opening is None and not _goes_on(view, at):
                return None
            outside = opening if opening is not None else outside
            continue
        if _closed(view, at, mention, sized):
            return None
        if (word in LEVELS or future(word) and not view.entries[at]) and level_at is None:
            level_at = at
    return None


def _sized(view: View, mention: Mention, lead: int) -> bool:
    """بنسبة 5%, بنسبة تصل إلى 5%, بأكثر من 5%, بنسب تتراوح بين 5 و7%: what can only be the size of something."""
    if lead == mention.i - 1 and view.word(lead) in ("علي", "عن"):
        return False
    if view.word(lead) == "بين":
        lead -= 2 if view.word(lead - 1) in RANGING else 1
    near = (view.word(lead), view.word(lead - 1), view.word(mention.i - 2))
    return not LEADS.isdisjoint(near) or view.word(lead) == "بنسب" or view.word(lead + 1) in MORE_THAN and lead < mention.i - 1


def _closed(view: View, at: int, mention: Mention, sized: bool) -> bool:
    """Whether what stands before a token says nothing of the mention: another sentence, a relative clause, another level."""
    word = view.word(at)
    if word in STOPS or word == ":" and at < mention.i - 1:
        return True
    if sized or at == mention.i - 1:
        return False
    if word in RELATIVES or word in FREE:
        return view.word(at + 1) not in SIZES
    return word in TO and not view.entries[at + 1] and not view.is_digits(at + 1)


def _other_figure(view: View, at: int, before: list[Mention]) -> bool:
    """خسر نحو 30,000 شخص وظائفهم، أي ما يعادل 12%: a number that is no claim is what the verb governs, unless it too is the size
    of the change (منخفضا 412 نقطة، أو 1.2%; سينمو بمقدار مليون برميل، أي 1.2%)."""
    if not view.is_digits(at) or view.word(at + 1) in CLOCK or any(other.i <= at < other.j for other in before):
        return False
    if not INDEXES.isdisjoint(view.words[max(0, at - 5) : at]) and view.word(at + 1) not in POINTS:
        return False  # مؤشر نيكي 225: a number that is a name
    lead = view.word(at - 1)
    return lead not in LEADS and lead not in cues().up and lead not in cues().down


def _aside(view: View, at: int, mention: Mention, sized: bool) -> int | None:
    """The comma that opens the aside which the comma at a token closes: رفع السعر، وهو 736 يورو، بنسبة 6%; a pronoun opens one
    though the clause goes on with its object (خفضت الشركة، وهي الأكبر، سعر البرميل بنسبة 5%)."""
    only = at + 1 if view.word(at + 1) in ONLY else at
    beside = at == mention.i - 1 or view.word(only + 1) in LEADS
    if not beside and (not sized or view.word(at + 1).startswith(("و", "ف"))):
        return None
    for place in range(at - 2, max(0, at - REACH), -1):
        word = view.word(place)
        if word in (".", "؛"):
            return None
        if word == "،":
            opening = view.word(place + 1)
            if not beside:
                return place if opening in PRONOUNS else None
            return None if opening.startswith(("و", "ف")) and opening not in ASIDES else place
    return None


def _goes_on(view: View, at: int) -> bool:
    """A comma that sets the size apart from the change: ارتفع سعره، أي بنسبة 50%."""
    return view.word(at + 1) in SIZES


def _told(view: View, size: Mention, before: list[Mention]) -> str | None:
    """خسر 23 سنتا، أو 0.26 بالمئة: the change whose size the mention tells once more."""
    if view.word(_skip(view, _cue_start(view, size))) in FROM:
        return None
    found = change_before(view, size, [other for other in before if other.j <= size.i])
    return found[0] if found else None
