"""Whether the metric is said to rise or fall, the figure being the change or the level that it reached, not the one it left."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .chunks import FIGURE, YEAR, Chunks
from .lexemes import CONJ, HARD
from .revision import revised_way, revision

REACH: Final = 30
REACHED: Final = word_set("figure_direction", "reached")
EXCEED: Final = word_set("figure_direction", "exceed")
LEFT: Final = word_set("figure_direction", "left")
NEGATIONS: Final = frozenset(("لا", "الا", "لم", "لن", "بالا", "والا", "ولا", "ولم"))
COMPARED: Final = word_set("figure_direction", "compared")
# a verb of measure nearer than the change: the figure is a plain level, unless it is the change's own (زيادة بلغت)
LEVEL: Final = word_set("figure_direction", "level")
CLOSING: Final = HARD | LEVEL | frozenset(("فيما", "بينما", "كما", "حيث", "التي", "الذي"))
COURSES: Final = word_set("figure_direction", "courses")
# who wins or loses a sum, and what is raised without rising
WINNING: Final = word_set("figure_direction", "winning")
SUITS: Final = word_set("figure_direction", "suits")
COURSE: Final = 12
COMMAS: Final = frozenset(("،", ","))


def figure_direction(chunks: Chunks, mention: Mention) -> tuple[str, str] | None:
    """The context's ``direction``, and why."""
    own = mention.fields.get("direction")
    if isinstance(own, str):
        return own, "the percentage is itself the size of the change"
    view = chunks.view
    if mention.rule.endswith("-change") or _left(chunks, mention) or view.word(mention.i - 1) in COMPARED:
        return None
    revised = revision(chunks, mention)
    if revised is not None:
        way = revised_way(chunks, revised, mention)
        return (way, "the verb that revises the forecast") if way is not None else None
    governed = _governed(chunks, mention)
    if governed is not None:
        return governed, "the word of change before the figure"
    followed = _followed(chunks, mention)
    if followed is not None:
        return followed, "the change is told after the figure"
    return None


def _lead(chunks: Chunks, mention: Mention) -> int:
    """The token before the figure and its modifier: إلى | أقل من 50%."""
    view = chunks.view
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    return mention.i - 1 - (hit[1] if hit and view.word(mention.i - 1) not in REACHED else 0)


def _particle(chunks: Chunks, at: int) -> bool:
    """فقد before a verb is ف and قد, and no loss: فقد شكلت, فقد ارتفع."""
    if chunks.view.words[at] not in ("فقد", "وفقد") or at + 1 == chunks.view.size:
        return False
    following = chunks.lexemes[at + 1]
    return following.verb is not None or following.perhaps


def _left(chunks: Chunks, mention: Mention) -> bool:
    """من 10 …, بعد أن كان 10: the level that the metric left."""
    view, at = chunks.view, _lead(chunks, mention)
    while view.word(at) in ("ب", "نحو", "حوالي", "مبلغ", "سعر", "مستوي"):
        at -= 1
    return view.word(at) in LEFT and mention.high is None or not COMPARED.isdisjoint(view.words[max(0, at - 1) : mention.i])


def _governed(chunks: Chunks, mention: Mention) -> str | None:
    """The word of change that governs the figure, read back through the clause."""
    view, words = chunks.view, cues()
    lead = _lead(chunks, mention)
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = view.words[at]
        if word in CLOSING:
            return None
        moves = word in words.up or word in words.down
        if not moves and word.startswith("و") and chunks.verbs.get(at) in ("measure", "pay"):
            return None  # ارتفع عدد السياح وبلغت الإيرادات: another clause
        if chunks.taken[at] and chunks.taken[at] != YEAR and not _reached(view.word(lead)):
            return None
        if not moves or chunks.classes[at] == CONJ or view.word(at + 1) == "عن":
            continue
        if word in EXCEED and (view.word(at + 1) in ("علي", "عن", "ال") or view.word(mention.i - 1) in ("علي", "عن")):
            continue
        if view.word(at - 1) in NEGATIONS and at in chunks.verbs:
            return None
        if _other(chunks, at, mention):
            continue
        if at in chunks.verbs or _sized(chunks, at, mention) or view.word(lead) in REACHED and mention.i - at <= 9:
            return "up" if word in words.up else "down"
    return None


def _other(chunks: Chunks, at: int, mention: Mention) -> bool:
    """فقد شكلت is no loss, رفعت دعوى no rise; who loses or wins a sum has no measure that moves, unless it is what is traded."""
    view = chunks.view
    word, after = view.word(at), view.word(at + 1)
    if _particle(chunks, at):
        return True
    if after in SUITS or view.word(at + 2) in SUITS and at in chunks.verbs:
        return True
    if word not in WINNING:
        return False
    goods = context_words().goods
    near = range(at + 1, min(at + 4, mention.i))
    return mention.kind == "money" and not any(view.word(n) in goods for n in near)


def _reached(link: str) -> bool:
    """Another figure may stand between: قفز 22% إلى 1.38 مليار, ارتفع من 6 إلى 8."""
    return link in REACHED or link in ("(", "اي", "او")


def _sized(chunks: Chunks, at: int, mention: Mention) -> bool:
    """A noun of change governs only what is told as its size: بزيادة قدرها 5 ملايين."""
    between = range(at + 1, mention.i)
    if any(n in chunks.verbs and chunks.verbs[n] not in ("measure", "copula") for n in between):
        return False
    return mention.i - at <= 6 and not any(chunks.view.word(n) in ("من", "علي", "في", "،", "لا", "لم") for n in between)


def _followed(chunks: Chunks, mention: Mention) -> str | None:
    """بلغ الربح 73 مليونا، بانخفاض قدره 9%: the change is told after the level."""
    view, words, at = chunks.view, cues(), mention.j
    while (
        at - mention.j <= 5
        and view.word(at) in ("،", ",", ")", "للسهم", "و", "مسجلا", "مسجله", "-", "برسم", "سنه", "عام")
        or at < min(view.size, mention.j + 6)
        and chunks.taken[at]
    ):
        at += 1
    word = view.word(at)
    if at >= view.size or view.kind(at) != WORD or at - mention.j > 5:
        return _course(chunks, mention)
    if view.word(at - 1).startswith("مسجل") or word.startswith(("ب", "مرتفع", "منخفض", "متراجع", "صاعد", "هابط")):
        if word in words.up:
            return "up"
        if word in words.down:
            return "down"
    return _course(chunks, mention)


def _course(chunks: Chunks, mention: Mention) -> str | None:
    """بلغ السعر 9 دولارات في مايو، بزيادة …, ارتفاعا من …: a comma, and the size or the course of the change."""
    view, words = chunks.view, cues()
    if COMMAS.isdisjoint(view.words[mention.j : mention.j + COURSE]):
        return None
    for at in range(mention.j, min(mention.j + COURSE, view.size)):
        word = view.word(at)
        if word in HARD or chunks.taken[at] == FIGURE:
            return None
        if word in COMMAS:
            told = view.word(at + 1)
            sized = told.startswith("ب") or told in COURSES
            return None if not sized else "up" if told in words.up else "down" if told in words.down else None
    return None
