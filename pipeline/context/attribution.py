"""Who says so: the phrase after a verb of saying before the figure, or after وفقا لـ and its like around it."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from .chunks import NOUN, STOP, Chunks, Phrase
from .governor import HARD
from .idafa import Place

SAYING = frozenset(("ان", "انه", "انها", "انهم", "بان", ":", "«", "عن", "الي", "قائلا", "مبينا", "مشيرا", "لـ", "مبينه", "تقديم"))
SPAN = 45


def attributed_to(chunks: Chunks, mention: Mention) -> tuple[Place, str] | None:
    """The sayer's span and ``expect``, ``hope``, ``deny`` or ``say``, by the verb."""
    return _by(chunks, mention) or _verb(chunks, mention)


def _by(chunks: Chunks, mention: Mention) -> tuple[Place, str] | None:
    """وفقا لوزارة المالية, بحسب تقرير: anywhere in the figure's sentence, not across a hard stop."""
    view, table = chunks.view, context_words().by
    for at in range(len(view.tokens)):
        hit = table.at(view.tokens, at)
        if hit is None or _stopped(chunks, min(at, mention.i), max(at, mention.i)):
            continue
        sayer = _sayer(chunks, at + hit[1])
        if sayer is not None:
            return sayer, "say"
    return None


def _verb(chunks: Chunks, mention: Mention) -> tuple[Place, str] | None:
    """قال وزير المالية إن …, توقع البنك أن …: the nearest verb of saying before the figure that has a sayer."""
    for at in range(mention.i - 1, max(-1, mention.i - SPAN), -1):
        kind = chunks.verbs.get(at)
        if kind not in ("say", "expect", "hope", "deny"):
            continue
        sayer = _after_verb(chunks, at, mention) or _before_verb(chunks, at)
        if sayer is not None and not _stopped(chunks, at, mention.i):
            return sayer, kind
    return None


def _after_verb(chunks: Chunks, at: int, mention: Mention) -> Place | None:
    phrase = chunks.after(at + 1)
    if phrase is None or phrase.prep or phrase.j > mention.i or phrase.head in ("price", "whole") and not _says(chunks, phrase):
        return None
    return chunks.text(phrase)


def _says(chunks: Chunks, phrase: Phrase) -> bool:
    return chunks.view.word(phrase.j) in SAYING


def _before_verb(chunks: Chunks, at: int) -> Place | None:
    """The subject before the verb, right beside it: والبنك يتوقع أن."""
    index = chunks.at.get(at - 1)
    if index is None or chunks.view.word(at + 1) not in SAYING:
        return None
    phrase = chunks.phrases[index]
    return chunks.text(phrase) if not phrase.prep.strip("وف") and phrase.head not in ("price", "whole") else None


def _sayer(chunks: Chunks, at: int) -> Place | None:
    """The phrase at a token; its ل is no part of it."""
    view = chunks.view
    if chunks.classes[at : at + 1] != [NOUN] and at in chunks.verbs:
        at += 1
    phrase = chunks.after(at)
    if phrase is None:
        return None
    start, end = chunks.text(phrase)
    word = view.word(phrase.i)
    cut = 1 if word.startswith("ل") and not word.startswith("لل") and view.tokens[phrase.i].start == start and len(word) > 4 else 0
    return start + cut, end


def _stopped(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in HARD and chunks.classes[at] == STOP for at in range(start, end))
