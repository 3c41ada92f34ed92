"""A figure's place in; the last aside that has closed before it in its sentence out: ``الرسوم - التي تضاف إلى الفاتورة - 3%``."""

from __future__ import annotations

from typing import Final

from ..extractors.base import View
from .lexemes import HARD

DASHES: Final = frozenset(("-", "–", "—"))
BACK: Final = 40
NONE: Final = (0, 0)
CLOSE: Final = 4


def closed_aside(view: View, end: int) -> tuple[int, int]:
    """The tokens of an aside, its two dashes among them; nothing where there is none or where it holds a number."""
    words, close = view.words, -1
    if DASHES.isdisjoint(words[max(0, end - BACK) : end]):
        return NONE
    for at in range(end - 1, max(-1, end - BACK), -1):
        word = words[at]
        if word in HARD or view.is_digits(at):
            break
        if word in DASHES and not view.is_digits(at - 1) and not view.glued(at):
            if close >= 0:
                return at, close + 1
            if end - at > CLOSE:
                break
            close = at
    return NONE
