"""What a percentage is a part of: the phrase after من (``62% من إيرادات CoreWeave``)."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .census import among
from .chunks import Chunks
from .idafa import Place
from .lexemes import NOUN

# من after a size of change compares (أعلى بنسبة 18% من السنوات الخمس); منها points back
WHOLE = word_set("base", "whole")
TIMES = word_set("base", "times")
LONGEST = 9


def base(chunks: Chunks, mention: Mention) -> Place | None:
    """The span of a percent's ``base``; None for changes and for what is not said."""
    view = chunks.view
    if mention.kind != "percent" or mention.fields["unit"] != "percent":
        return None
    at = mention.j
    if view.word(at) in ("فقط", "تقريبا"):
        at += 1
    if view.word(at) == ")":
        at += 1
    whole = among(chunks, mention)
    if whole is not None and view.word(at) == "من":
        return whole
    if view.word(at) in ("منها", "منهم", "منه"):
        return _counted(chunks, mention)
    if view.word(at) != "من" or at + 1 >= view.size or view.word(at + 1) in TIMES:
        return None
    end = _end(chunks, at + 1)
    if end == at + 1 and view.word(end) in context_words().metrics:
        end += 1
    if end == at + 1:
        return None
    return view.cut.start(at + 1), view.cut.end(end - 1)


def _counted(chunks: Chunks, mention: Mention) -> Place | None:
    """412 أسرة … 62% منها: what was counted before."""
    view = chunks.view
    for number in reversed(view.numbers):
        if number.j <= mention.i and not chunks.taken[number.i]:
            noun = chunks.after(number.j)
            return (number.start, view.cut.end(noun.i)) if noun is not None and mention.i - number.j < 16 else None
    return None


def _end(chunks: Chunks, start: int) -> int:
    """The phrase after من, its كل or إجمالي with it, and the place or owner that one preposition adds to it."""
    view, at = chunks.view, start
    if view.word(at) in WHOLE and chunks.classes[at] != NOUN:
        at += 1
    phrase = chunks.after(at)
    if phrase is None:
        return start
    at = phrase.j
    while (
        at < view.size
        and at - start < LONGEST
        and view.kind(at) == WORD
        and view.word(at).startswith("ال")
        and chunks.classes[at] == NOUN
    ):
        at += 1
    if view.word(at) == "في" and chunks.after(at + 1) is not None and at - start < 3 and view.word(at + 1).startswith("ال"):
        place = chunks.after(at + 1)
        at = place.j if place is not None and _place(view.word(at + 1)) else at
    return at


def _place(word: str) -> bool:
    return word in ("المناطق", "المدن", "البلاد", "العالم", "المنطقه", "المدينه", "الدوله", "القطاع")
