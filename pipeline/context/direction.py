"""Whether a percentage is itself the size of a rise or a fall, and whether a figure is said to rise or fall to where it is.

``ارتفعت 3%``, ``بزيادة نسبتها 17%``, ``معدل نمو 2%`` are sizes; ``تراجعت إلى 5%`` is a level that was reached.
"""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .change_words import changes, future, its_own, its_size, outermost, way
from .comparison import after_number, comparison

REACH, FAR = 16, 26
TO, FROM = frozenset(("الي", "عند", "لتبلغ", "ليبلغ", "لتصل", "ليصل", "لمستوي", "حتي")), frozenset(("من", "عن"))
# words between a change and its size that say nothing of their own
SIZES: Final = word_set("direction", "sizes")
# verbs that make a figure a level or a share, whatever changed elsewhere in the clause
LEVELS: Final = word_set("direction", "levels")
LEADS: Final = word_set("direction", "leads")
# between two parties, not two times: بفارق 5%
APART: Final = frozenset(("بفارق", "فارق"))
# of a second one that changed: a noun or two, none of these
UNLISTED, NAMED = word_set("direction", "unlisted"), 3
RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "مما"))
STOPS: Final = frozenset((".", "؛", "!", "؟", "\n", "•", "فيما", "بينما"))


def size_direction(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """``direction`` of a percentage that is the size of a change; None for a level."""
    led = view.word(_skip(view, _cue_start(view, mention)))
    if led in TO or led in FROM and not mention.is_range or mention.rule.endswith("-change"):
        return None
    if mention.i and mention.rule == "percent-single" and _reached(view, mention, before):
        return None
    after = view.word(mention.j)
    if view.word(mention.i - 1) in APART or after in cues().up and view.word(mention.j + 1) == "او":
        return None
    if after in cues().up and not after.startswith(("ال", "و")) and view.kind(mention.j) == WORD and after.endswith(("ه", "ا")):
        return "up"
    than = after_number(view, mention)
    if than is not None:
        return than
    found = None if _part(view, mention) else _change_before(view, mention, before)
    if found is not None and view.word(found[1] + 1) not in LEADS:
        return found[0]
    compared = comparison(view, mention, _cue_start(view, mention))
    if compared is not None or found is not None:
        return compared or (found[0] if found else None)
    return _alternative(view, mention, before) or _listed(view, mention, before)


def _part(view: View, mention: Mention) -> bool:
    """خفضت 58% من الأسر استهلاكها: a part of those who change something, not by how much."""
    if view.word(mention.j) != "من" or its_own(view.word(mention.j + 1)):
        return False
    attached = mention.number is not None and mention.number.prefix == "ب"
    lead = _cue_start(view, mention)
    return not attached and view.word(lead) not in SIZES and LEADS.isdisjoint(view.words[max(0, lead - 2) : lead + 1])


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


def _change_before(view: View, mention: Mention, before: list[Mention]) -> tuple[str, int] | None:
    """The word of rising or falling that governs the mention, and its token."""
    level_at: int | None = None
    lead = _cue_start(view, mention)
    bounded = lead == mention.i - 1 and view.word(lead) in ("علي", "عن")
    sized = not bounded and (view.word(lead) in LEADS or view.word(lead - 1) in LEADS or view.word(mention.i - 2) in LEADS)
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
            return way(view.word(changed)), changed
        if word == "،":
            opening = _aside(view, at, mention)
            if opening is None and not _goes_on(view, at):
                return None
            outside = opening if opening is not None else outside
            continue
        if _closed(view, at, mention, sized):
            return None
        if (word in LEVELS or future(word) and not view.entries[at]) and level_at is None:
            level_at = at
    return None


def _closed(view: View, at: int, mention: Mention, sized: bool) -> bool:
    """Whether what stands before a token says nothing of the mention: another sentence, a relative clause, another level."""
    word = view.word(at)
    if word in STOPS or word == ":" and at < mention.i - 1:
        return True
    if sized or at == mention.i - 1:
        return False
    if word in RELATIVE:
        return view.word(at + 1) not in SIZES
    return word in TO and not view.entries[at + 1] and not view.is_digits(at + 1)


def _other_figure(view: View, at: int, before: list[Mention]) -> bool:
    """خسر نحو 30,000 شخص وظائفهم، أي ما يعادل 12%: a number that is no claim is what the verb governs, unless it too is the size
    of the change (منخفضا 412 نقطة، أو 1.2%; سينمو بمقدار مليون برميل، أي 1.2%)."""
    if not view.is_digits(at) or any(other.i <= at < other.j for other in before):
        return False
    lead = view.word(at - 1)
    return lead not in LEADS and lead not in cues().up and lead not in cues().down


def _aside(view: View, at: int, mention: Mention) -> int | None:
    """The comma that opens the aside which the comma at a token closes: نمت الأجور، باستثناء المكافآت، بنسبة 6%."""
    if at != mention.i - 1 and view.word(at + 1) not in LEADS:
        return None
    for place in range(at - 2, max(0, at - REACH), -1):
        word = view.word(place)
        if word in (".", "؛"):
            return None
        if word == "،":
            return None if view.word(place + 1).startswith(("و", "ف")) else place
    return None


def _listed(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """بنمو 32% في القيمة و20% في العدد, بنسبة 9% ثم 11%: a second size of the change."""
    last = before[-1] if before else None
    if last is None or last.kind != "percent" or not 0 < mention.i - last.j <= 5:
        return None
    between = view.words[last.j : mention.i]
    if between[-1] != "و" and _gapped(between):
        return last.fields.get("direction")
    same = between[-1] == "و" and (len(between) == 1 or view.word(mention.j) == view.word(last.j))
    named = len(between) == 1 and between[0].startswith("وال") or _named(view, mention, between)
    return last.fields.get("direction") if same or named or between[-1] == "ثم" else None


def _goes_on(view: View, at: int) -> bool:
    """A comma that sets the size apart from the change: ارتفع سعره، أي بنسبة 50%."""
    return view.word(at + 1) in SIZES


def _alternative(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """خسر 23 سنتا، أو 0.26 بالمئة: the same change told once more."""
    last = before[-1] if before else None
    if last is None or mention.i - last.j > 3:
        return None
    between = {view.word(at) for at in range(last.j, mention.i)}
    if between & {"او", "اي"} and last.kind == "money":
        found = _change_before(view, last, before[:-1])
        return found[0] if found else None
    if "ونسبتها" in between or "ونسبته" in between:
        found = _change_before(view, last, before[:-1])
        return found[0] if found else None
    return None


def _named(view: View, mention: Mention, between: list[str]) -> bool:
    """نمت أرباح المصارف 19%، والرعاية الصحية 8%، والتأمين 3%: another that changed, a noun or two, and its size alone."""
    words = between[1:] if between[0] == "،" else between
    if words and words[-1] == "ب":
        words = words[:-1]
    if not 0 < len(words) <= NAMED or not words[0].startswith("و") or not UNLISTED.isdisjoint(words):
        return False
    ends = view.word(mention.j) in ("", "،", ".", "؛") or view.word(mention.j).startswith("و")
    return ends and not _verbal(words[0][1:]) and not any(word in LEVELS or word in cues().change or word in TO for word in words)


def _verbal(word: str) -> bool:
    return word[:1] in "يتس" or word.endswith("ت") and not word.endswith("ات")


def _gapped(between: list[str]) -> bool:
    """زادت الإيجارات 68%، وأسعار البيع بمقدار 38%: nouns alone stand between, the verb is said once."""
    words = between[1:] if between[0] == "،" else between
    if len(words) < 3 or not words[0].startswith("و") or words[-1] not in LEADS:
        return False
    first = words[0][1:]
    told = any(word in LEVELS or word in cues().change or word in TO or word in "،(" for word in (first, *words))
    return not told and not _verbal(first)
