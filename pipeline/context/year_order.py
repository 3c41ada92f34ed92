"""Figures and years that are told in one order: بلغت في 2025 و2026 نحو 4.4 و4.5 مليارات على التوالي."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from ..numbers.ordinals import FEMININE, MASCULINE

ORDERED: Final = frozenset(("التوالي", "الترتيب"))
# للعام الثالث على التوالي, أربع سنوات على التوالي: one after another, and not each in its place; not الأول والثاني على التوالي
RUNNING: Final = frozenset(word for word in FEMININE | MASCULINE if word[0] not in "وف") | word_set("year_order", "running")
# how many tokens may stand between two years or two figures of a list, and between the last figure and على التوالي
NEAR, FAR = 4, 8


def year_in_order(view: View, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """The year in the place that a figure has among those of its list; None where the lists are not of one length."""
    if ORDERED.isdisjoint(view.words):
        return None
    figures = _list(mention, [other for other in mentions if other.kind == mention.kind], FAR)
    years = [year for year in mentions if year.kind == "year"]
    if len(figures) < 2 or not _ordered(view, figures[-1], years):
        return None
    lists = [_list(year, years, NEAR) for year in years]
    found = next((some for some in lists if len(some) == len(figures)), None)
    return found[figures.index(mention)] if found is not None else None


def _list(member: Mention, mentions: list[Mention], far: int) -> list[Mention]:
    """The neighbours of a mention that stand close to one another."""
    first = last = mentions.index(member)
    while first > 0 and mentions[first].i - mentions[first - 1].j <= far:
        first -= 1
    while last + 1 < len(mentions) and mentions[last + 1].i - mentions[last].j <= far:
        last += 1
    return mentions[first : last + 1]


def _ordered(view: View, figure: Mention, years: list[Mention]) -> bool:
    """Whether على التوالي follows a list, or the years that come after it."""
    ends = [figure.j, *(year.j for year in years if year.i >= figure.j)]
    places = (at for end in ends for at in range(end, min(end + FAR, view.size)))
    return any(view.words[at] in ORDERED and view.word(at - 2) not in RUNNING for at in places)
