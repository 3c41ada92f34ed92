"""Whether the metric is said to rise or fall, the figure being the change or the level that it reached, not the one it left."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .change_words import course
from .chunks import FIGURE, Chunks
from .direction import change_before
from .governed import COMMAS, EXCEED, REACHED, TO, governed, lead
from .lexemes import HARD
from .outcome import outcome
from .revision import revised_way, revision
from .undone import unchanged
from .verbs import body

EXPLAINING: Final = word_set("figure_direction", "explaining")
SIZED: Final = word_set("figure_direction", "sized")
LEFT: Final = word_set("figure_direction", "left")
COMPARED: Final = word_set("figure_direction", "compared")
COURSES: Final = word_set("figure_direction", "courses")
# what somebody does, and not how far it went: تعهدت القائمة، التي نالت 52%، بخفض الرسوم
DOING: Final = word_set("figure_direction", "doing")
BREAKS: Final = COMMAS | {"-", "–", "—"}
# what may stand between a level and the change that is told after it
PASSED: Final = word_set("figure_direction", "passed")
# the sign of a change, and that of a percentage after its number
SIGNS: Final = {**dict.fromkeys(("+", "زائد"), "up"), **dict.fromkeys(("-", "−", "–", "ناقص"), "down")}
PERCENTS: Final = frozenset(("%", "٪"))
NEAR, COURSE, BRACKET = 4, 12, 9


def figure_direction(chunks: Chunks, mention: Mention, before: list[Mention]) -> tuple[str, str] | None:
    """The context's ``direction``, and why; ``before`` are the mentions of the sentence that precede it."""
    own = mention.fields.get("direction")
    if isinstance(own, str):
        return own, "the percentage is itself the size of the change"
    view = chunks.view
    if (
        mention.rule.endswith("-change")
        or _left(chunks, mention)
        or view.word(mention.i - 1) in COMPARED
        or _negative(mention, view)
    ):
        return None
    revised = revision(chunks, mention)
    if revised is not None:
        way = revised_way(chunks, revised, mention)
        return (way, "the verb that revises the forecast") if way is not None else None
    way = governed(chunks, mention)
    if way is not None:
        return way, "the word of change before the figure"
    way = _sum(chunks, mention, before)
    if way is not None:
        return way, "the change whose size it is"
    size = _size(chunks, mention, before)
    if size is not None:
        return size, "the size of the change before the level that it led to"
    followed = _followed(chunks, mention)
    if followed is not None:
        return followed, "the change is told after the figure"
    come = outcome(chunks, mention, before)
    return None if come is None else (come, "what the metric has come to")


def _negative(mention: Mention, view: View) -> bool:
    """نمو -4%: a size that its sign tells; not ارتفع المؤشر إلى -4%."""
    return mention.kind == "percent" and mention.is_negative and view.word(mention.i - 1) not in REACHED


def _sum(chunks: Chunks, mention: Mention, before: list[Mention]) -> str | None:
    """خفض رواتب الموظفين في البلدية بمقدار 90 دينارا: read as a percentage in its place is; not يزيد بمقدار 90 عن غيره."""
    if mention.kind != "money" or chunks.view.word(lead(chunks.view, mention)) not in SIZED or unchanged(chunks.view, mention):
        return None
    found = change_before(chunks.view, mention, before)
    return found[0] if found and chunks.view.word(found[1]) not in EXCEED and not _explained(chunks, found[1], mention) else None


def _explained(chunks: Chunks, at: int, mention: Mention) -> bool:
    """عزا التراجع إلى تسديد القروض بمقدار 618: the sum is the cause's; not زيادة الصادرات إلى الصين بمقدار 30."""
    words = chunks.view.words
    led = body(words[at - 1]) in EXPLAINING and words[at].startswith("ال")
    return led and not TO.isdisjoint(words[at + 1 : mention.i])


def _size(chunks: Chunks, mention: Mention, before: list[Mention]) -> str | None:
    """نمو الأرباح بنسبة 6% لتصل إلى 214 مليونا: the level that a change has led to, its size said before."""
    size = before[-1] if before else None
    if size is None or not 0 < mention.i - size.j <= NEAR or chunks.view.word(lead(chunks.view, mention)) not in REACHED:
        return None
    way = size.fields.get("direction")
    return way if isinstance(way, str) and COMMAS.isdisjoint(chunks.view.words[size.j : mention.i]) else None


def _left(chunks: Chunks, mention: Mention) -> bool:
    """من 10 …, بعد أن كان 10: the level that the metric left."""
    view, at = chunks.view, lead(chunks.view, mention)
    while view.word(at) in ("ب", "نحو", "حوالي", "مبلغ", "سعر", "مستوي"):
        at -= 1
    return view.word(at) in LEFT and mention.high is None or not COMPARED.isdisjoint(view.words[max(0, at - 1) : mention.i])


def _followed(chunks: Chunks, mention: Mention) -> str | None:
    """بلغ الربح 73 مليونا، بانخفاض قدره 9%; 73 مليونا (20 مليون دولار)، بانخفاض 9%: the change is told after the level."""
    view, words, start = chunks.view, cues(), _past_bracket(chunks.view, mention.j)
    signed = _signed_after(view, mention.j)
    if signed is not None:
        return signed
    at = start
    while at - start <= 5 and view.word(at) in PASSED or at < min(view.size, start + 6) and chunks.taken[at]:
        at += 1
    word = view.word(at)
    if at >= view.size or view.kind(at) != WORD or at - start > 5:
        return _course(chunks, start)
    if word in DOING:
        return None
    if view.word(at - 1).startswith("مسجل") or word.startswith(("ب", "مرتفع", "منخفض", "متراجع", "صاعد", "هابط")):
        if word in words.up:
            return "up"
        if word in words.down:
            return "down"
    return _course(chunks, start)


def _signed_after(view: View, at: int) -> str | None:
    """672 مليونا (+5.9%), 412 مليونا (-3%): the change in brackets after the level, told by its sign."""
    if view.word(at) != "(" or view.word(at + 1) not in SIGNS or not view.is_digits(at + 2) or view.word(at + 3) not in PERCENTS:
        return None
    return SIGNS[view.word(at + 1)]


def _past_bracket(view: View, at: int) -> int:
    """The token past what is told in brackets right after a figure."""
    if view.word(at) != "(":
        return at
    return next((end + 1 for end in range(at + 1, min(at + BRACKET, view.size)) if view.words[end] == ")"), at)


def _course(chunks: Chunks, start: int) -> str | None:
    """بلغ السعر 9 دولارات في مايو، بزيادة …, - ارتفاعا من …: a comma or a dash, and the size or the course of the change."""
    view, words = chunks.view, cues()
    if BREAKS.isdisjoint(view.words[start : start + COURSE]):
        return None
    for at in range(start, min(start + COURSE, view.size)):
        word = view.word(at)
        if word in HARD or chunks.taken[at] == FIGURE:
            return None
        if word in BREAKS:
            told = view.word(at + 1)
            if told in COURSES:
                return course(told, False) or course(told.removesuffix("ا"), False)
            sized = told.startswith("ب") and told not in DOING
            return None if not sized else "up" if told in words.up else "down" if told in words.down else None
    return None
