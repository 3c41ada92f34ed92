"""A figure that is told of the years named before it (في تلك السنوات, خلال المدة نفسها) in; the time of the
nearest span or list of them out."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .dating import Time, joined, written

SPANS: Final = word_set("when", "spans")
LEADS: Final = frozenset(("في", "وفي", "خلال", "وخلال", "طوال", "طيله"))
THOSE: Final = frozenset(("تلك", "هذه"))
SAME: Final = frozenset(("نفسها", "ذاتها"))
# what stands between the years of a list
LISTING: Final = frozenset(("و", "،", ",", "في", "وفي", "عام", "وعام", "سنه", "وسنه", "ثم"))
REACH: Final = 8


def those_years(chunks: Chunks, mention: Mention, years: list[Mention]) -> Time | None:
    """The span of the years that the sentence has named last before the figure, where its clause points back to them."""
    view = chunks.view
    if SPANS.isdisjoint(view.words):
        return None
    earlier = [year for year in years if year.j <= mention.i]
    if not earlier or not any(_points(view, at) for at in _clause(chunks, mention)):
        return None
    named = [written(year) for year in _together(chunks, earlier)]
    if any("low" not in time or "anchor" in time for time in named):
        return None
    low, high = named[0]["low"], named[-1]["high"]
    return {"low": low, "high": high} if int(low) < int(high) else None


def _together(chunks: Chunks, years: list[Mention]) -> list[Mention]:
    """The last year of a sentence with those that it is one span or one list with: بين 2005 و2010; في 1921 و1924 و1926."""
    first = len(years) - 1
    while first > 0 and _beside(chunks, years[first - 1], years[first]):
        first -= 1
    return years[first:]


def _beside(chunks: Chunks, year: Mention, following: Mention) -> bool:
    return LISTING.issuperset(chunks.view.words[year.j : following.i]) or joined(chunks, year, following)


def _clause(chunks: Chunks, mention: Mention) -> range:
    """The tokens around a figure, as far as the next comma or figure."""
    view, low, high = chunks.view, mention.i, mention.j
    while low > max(0, mention.i - REACH) and view.words[low - 1] not in ("،", ",") and not chunks.taken[low - 1]:
        low -= 1
    while high < min(view.size, mention.j + REACH) and view.words[high] not in ("،", ",") and chunks.taken[high] != FIGURE:
        high += 1
    return range(low, high)


def _points(view: View, at: int) -> bool:
    """في تلك السنوات, في الفترة ذاتها; and not من الفترة ذاتها, في هذه الفترة من السنة."""
    if view.word(at) not in SPANS:
        return False
    if view.word(at - 1) in THOSE:
        return view.word(at - 2) in LEADS and view.word(at + 1) != "من"
    return view.word(at - 1) in LEADS and view.word(at + 1) in SAME and view.word(at + 2) != "من"
