"""A figure in, the place before the words that only lead up to it out: نحو, قدره, بلغ, بنسبة, an aside, the figure before."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .clause import HARD
from .idafa import Place

RELATIVE = word_set("governor", "relative")
COMMAS = ("،", ",")


def over_bridges(chunks: Chunks, mention: Mention, before: list[Mention]) -> tuple[int, Place | None]:
    """The last token before the figure that is no bridge, and the span of قيمة where the bridge was بقيمة."""
    view, words = chunks.view, context_words()
    at, valued = mention.i - 1, None
    linked = {m.j - 1: m for m in before}
    while at >= 0:
        word = view.word(at)
        if word in ("بقيمه", "قيمته", "قيمتها", "تساوي"):
            token = view.tokens[at]
            valued = (token.start + (1 if word.startswith("ب") else 0), token.end)
        if at in linked and _same_change(linked[at], mention, view.word(at + 1)):
            at = linked[at].i - 1
        elif word in ("،", ",", ")") and (opened := _aside(chunks, at)) is not None:
            at = opened - 1
        elif (
            word in words.bridges
            or word == "لمده"
            or view.word(at - 1) == "لمده"
            or chunks.verbs.get(at) in ("measure", "copula")
            and at - 1 in chunks.at
        ):
            at -= 1
        else:
            break
    return at, valued


def _aside(chunks: Chunks, close: int) -> int | None:
    """Where a relative clause between two commas, or a bracket, that closes at a token has opened."""
    view = chunks.view
    if view.word(close) == ")":
        return next((at for at in range(close - 1, max(-1, close - 12), -1) if view.word(at) == "("), None)
    for at in range(close - 1, max(-1, close - 14), -1):
        if view.word(at) in COMMAS or view.word(at) in HARD:
            return at if view.word(at) in COMMAS and view.word(at + 1) in RELATIVE else None
    return None


def _same_change(first: Mention, second: Mention, link: str) -> bool:
    """من 7.5 إلى 6.8%, 4.4 و4.5: one noun for both."""
    if first.kind == "year":
        return False
    return first.kind == second.kind and (first.rule.endswith(("-change", "-list")) or link == "الي")
