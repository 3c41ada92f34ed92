"""A figure that is told of the years named before it (في تلك السنوات, خلال المدة نفسها) in; the time from the first to the last
of them out."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .dating import Time, written

SPANS: Final = word_set("when", "spans")
LEADS: Final = frozenset(("في", "وفي", "خلال", "وخلال", "طوال", "طيله"))
THOSE: Final = frozenset(("تلك", "هذه"))
SAME: Final = frozenset(("نفسها", "ذاتها"))
REACH: Final = 8


def those_years(chunks: Chunks, mention: Mention, years: list[Mention]) -> Time | None:
    """The span of the years that the sentence has named before the figure, where its clause points back to them."""
    view = chunks.view
    if SPANS.isdisjoint(view.words):
        return None
    points = any(_points(view, at) for at in _clause(chunks, mention))
    named = [written(year) for year in years if year.j <= mention.i]
    if not points or not named or any("low" not in time or "anchor" in time for time in named):
        return None
    return {"low": named[0]["low"], "high": named[-1]["high"]}


def _clause(chunks: Chunks, mention: Mention) -> range:
    """The tokens around a figure, as far as the next comma or figure."""
    view, low, high = chunks.view, mention.i, mention.j
    while low > max(0, mention.i - REACH) and view.words[low - 1] not in ("،", ",") and not chunks.taken[low - 1]:
        low -= 1
    while high < min(view.size, mention.j + REACH) and view.words[high] not in ("،", ",") and chunks.taken[high] != FIGURE:
        high += 1
    return range(low, high)


def _points(view: View, at: int) -> bool:
    """في تلك السنوات, في الفترة ذاتها; and not من الفترة ذاتها, في الفترة ذاتها من العام الماضي."""
    if view.word(at) not in SPANS:
        return False
    if view.word(at - 1) in THOSE:
        return view.word(at - 2) in LEADS
    return view.word(at - 1) in LEADS and view.word(at + 1) in SAME and view.word(at + 2) != "من"
