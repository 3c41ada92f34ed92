"""Whether the metric is said to rise or fall, the figure being the change or the level that it reached, not the one it left."""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .change_words import course
from .chunks import FIGURE, YEAR, Chunks
from .lexemes import CONJ, HARD
from .revision import revised_way, revision
from .tense import past

REACH = 30
REACHED = word_set("figure_direction", "reached")
EXCEED = word_set("figure_direction", "exceed")
LEFT = word_set("figure_direction", "left")
NEGATIONS = frozenset(("لا", "الا", "لم", "لن", "بالا", "والا", "ولا", "ولم"))
COMPARED = word_set("figure_direction", "compared")
# a verb of measure nearer than the change: the figure is a plain level, unless it is the change's own (زيادة بلغت)
LEVEL = word_set("figure_direction", "level")
COURSES = word_set("figure_direction", "courses")
# who wins or loses a sum, and what is raised without rising
WINNING = word_set("figure_direction", "winning")
SUITS = word_set("figure_direction", "suits")
RELATIVE = frozenset(("التي", "الذي", "الذين"))
# what something else is measured by, told of the same subject (بسعر يقل 23%)
BOUNDS = word_set("figure_direction", "bounds")
# وفق البيان: an aside, whatever it begins with
BY = frozenset(("وفق", "وفقا"))
ASIDE = 12
# whose value a market gives and takes
MARKET = frozenset(("السوقي", "السوقيه", "القيمه"))
# إلى ما نسبته 130%
WORTH = word_set("figure_direction", "worth")
NEAR, COURSE = 4, 12
COMMAS = frozenset(("،", ","))


def figure_direction(chunks: Chunks, mention: Mention, before: list[Mention]) -> tuple[str, str] | None:
    """The context's ``direction``, and why; ``before`` are the mentions of the sentence that precede it."""
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
    size = _size(chunks, mention, before)
    if size is not None:
        return size, "the size of the change before the level that it led to"
    followed = _followed(chunks, mention)
    if followed is not None:
        return followed, "the change is told after the figure"
    return None


def _size(chunks: Chunks, mention: Mention, before: list[Mention]) -> str | None:
    """نمو الأرباح بنسبة 6% لتصل إلى 214 مليونا: the level that a change has led to, its size said before."""
    size = before[-1] if before else None
    if size is None or not 0 < mention.i - size.j <= NEAR or chunks.view.word(_lead(chunks, mention)) not in REACHED:
        return None
    way = size.fields.get("direction")
    return way if isinstance(way, str) and COMMAS.isdisjoint(chunks.view.words[size.j : mention.i]) else None


def _lead(chunks: Chunks, mention: Mention) -> int:
    """The token before the figure and its modifier: إلى | أقل من 50%."""
    view = chunks.view
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    at = mention.i - 1 - (hit[1] if hit and view.word(mention.i - 1) not in REACHED else 0)
    while view.word(at) in WORTH:
        at -= 1
    return at


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
    return (
        view.word(at) in LEFT and mention.high is None or any(view.word(n) in COMPARED for n in range(max(0, at - 1), mention.i))
    )


def _governed(chunks: Chunks, mention: Mention) -> str | None:
    """The word of change that governs the figure, read back through the clause."""
    view, words = chunks.view, cues()
    link = view.word(_lead(chunks, mention))
    reached = link in REACHED
    if not reached and mention.kind == "percent" and view.word(mention.j) == "من":
        return None  # خفضت 58% من الأسر استهلاكها: a part
    inside = _aside(view, mention, reached)
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = view.words[at]
        if at in inside:
            continue
        if word in HARD or word in LEVEL or word in ("فيما", "بينما", "كما", "حيث", "التي", "الذي"):
            return None
        way = course(word, at in chunks.closed) if reached else "up" if word in words.up else "down" if word in words.down else None
        moves = way is not None
        if not moves and (chunks.verbs.get(at, "") in (("measure", "pay") if word.startswith("و") else ()) or not reached and _parts(chunks, at)):
            return None  # ارتفع عدد السياح وبلغت الإيرادات: another clause
        if chunks.taken[at] and chunks.taken[at] != YEAR and not _reached(link):
            return None
        if not moves or chunks.classes[at] == CONJ or view.word(at + 1) == "عن":
            continue
        if word in EXCEED and (view.word(at + 1) in ("علي", "عن", "ال") or view.word(mention.i - 1) in ("علي", "عن")):
            continue
        if view.word(at - 1) in NEGATIONS and at in chunks.verbs:
            return None
        if mention.kind == "percent" and word.startswith(("وت", "وي")) and not past(word):
            return None  # وترتفع النسبة بين النساء إلى 83%: elsewhere, not later
        if not reached and (word in BOUNDS or view.word(at - 1) in RELATIVE):
            return None
        if _other(chunks, at, mention):
            continue
        if at in chunks.verbs or _sized(chunks, at, mention) or reached and mention.i - at <= 9:
            return way
    return None


def _parts(chunks: Chunks, at: int) -> bool:
    """What parts a figure from a change before it, unless إلى leads to the figure: a comma, a verb that tells of something else."""
    if chunks.view.words[at] in ("،", ","):
        after = chunks.view.word(at + 1)
        return after not in ("اي", "او") and not (after.startswith("ف") and chunks.verbs.get(at + 1) == "measure")
    return at in chunks.verbs and chunks.verbs[at] != "measure"


def _aside(view: View, mention: Mention, reached: bool) -> range:
    """انخفضت الودائع، بحسب البنك، بمقدار 31 مليارا: what stands between commas right before the figure and its lead."""
    close = next((at for at in range(mention.i - 1, max(-1, mention.i - 5), -1) if view.words[at] in ("،", ",")), None)
    if close is None or not reached and mention.i - close > 3 or view.word(close + 1) in ("اي", "او") or view.word(close + 1).startswith(("و", "ف")):
        return range(0)
    for at in range(close - 2, max(-1, close - ASIDE), -1):
        if view.words[at] in ("،", ","):
            another = not reached and view.word(at + 1).startswith(("و", "ف")) and view.word(at + 1) not in BY
            return range(0) if another else range(at, close + 1)
    return range(0)


def _other(chunks: Chunks, at: int, mention: Mention) -> bool:
    """فقد شكلت is no loss, رفعت دعوى no rise; who loses or wins a sum has no measure that moves, unless it is what is traded."""
    view = chunks.view
    word, after = view.word(at), view.word(at + 1)
    if _particle(chunks, at):
        return True
    if after in SUITS or view.word(at + 2) in SUITS and at in chunks.verbs:
        return True
    if word not in WINNING and word[1:] not in WINNING and word.lstrip("و").removeprefix("س") not in WINNING:
        return False
    goods = context_words().goods
    near = range(at + 1, min(at + 4, mention.i))
    return mention.kind == "money" and not any(view.word(n) in goods or view.word(n) in MARKET for n in near)


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
    for at in range(mention.j, min(mention.j + COURSE, view.size)):
        word = view.word(at)
        if word in HARD or chunks.taken[at] == FIGURE:
            return None
        if word in ("،", ","):
            told = view.word(at + 1)
            sized = told.startswith("ب") or told in COURSES
            return None if not sized else "up" if told in words.up else "down" if told in words.down else None
    return None
