"""Whether a percentage is itself the size of a rise or a fall, and whether a figure is said to rise or fall to where it is.

``ارتفعت 3%``, ``بزيادة نسبتها 17%``, ``معدل نمو 2%`` are sizes; ``تراجعت إلى 5%`` is a level that was reached.
"""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .lexemes import lexeme

REACH = 16
TO, FROM = frozenset(("الي", "عند", "لتبلغ", "ليبلغ", "لتصل", "ليصل", "لمستوي", "حتي")), frozenset(("من", "عن"))
# words between a change and its size that say nothing of their own
SIZES = word_set("direction", "sizes")
# verbs that make a figure a level or a share, whatever changed elsewhere in the clause
LEVELS = word_set("direction", "levels")
LEADS = word_set("direction", "leads")
MORE, LESS = word_set("direction", "more"), word_set("direction", "less")
EXCEED = word_set("direction", "exceed")
STOPS = frozenset((".", "؛", "!", "؟", "\n", "•", "فيما", "بينما"))


def size_direction(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """``direction`` of a percentage that is the size of a change; None for a level."""
    led = view.word(_skip(view, _cue_start(view, mention)))
    if led in TO or led in FROM and not mention.is_range or mention.rule.endswith("-change"):
        return None
    if mention.i and mention.rule == "percent-single" and _reached(view, mention, before):
        return None
    after = view.word(mention.j)
    if after in cues().up and not after.startswith(("ال", "و")) and view.kind(mention.j) == WORD and after.endswith(("ه", "ا")):
        return "up"
    compared = _comparative(view, mention)
    if compared is not None:
        return compared
    found = _change_before(view, mention, before)
    return found[0] if found else _alternative(view, mention, before)


def _comparative(view: View, mention: Mention) -> str | None:
    """أعلى بنسبة 18%, أقل بنحو 5%: by how much one is more than another."""
    at = mention.i - 1 if view.word(mention.i - 1) in LEADS else _cue_start(view, mention)
    by = view.word(at) in LEADS
    word = view.word(at - 1) if by else view.word(at) if mention.number is not None and mention.number.prefix == "ب" else ""
    word = word.removeprefix("و")
    return "up" if word in MORE else "down" if word in LESS else None


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
    words = cues()
    level_at: int | None = None
    lead = _cue_start(view, mention)
    sized = view.word(lead) in LEADS or view.word(lead - 1) in LEADS or view.word(mention.i - 2) in LEADS
    stop = max(-1, mention.i - REACH, before[-1].j - 1 if before and before[-1].kind != "year" and not sized else -1)
    for at in range(mention.i - 1, stop, -1):
        word = view.word(at)
        bound = word in EXCEED and view.word(at + 1) in ("علي", "عن")
        if (word in words.up or word in words.down) and not bound and not particle(view, at):
            if level_at is not None and level_at - at > 1:
                return None
            return ("up" if word in words.up else "down"), at
        if word in STOPS or word == "،" and not _goes_on(view, at):
            return None
        if word in TO and at < mention.i - 1 and not sized and not view.entries[at + 1] and not view.is_digits(at + 1):
            return None
        if word in LEVELS and level_at is None:
            level_at = at
    return None


def particle(view: View, at: int) -> bool:
    """فقد before a verb is ف and قد, and no loss: فقد شكلت, فقد ارتفع."""
    if view.word(at) not in ("فقد", "وفقد"):
        return False
    following = lexeme(view.word(at + 1))
    return following.verb is not None or following.perhaps > 0


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
