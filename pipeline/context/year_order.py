"""Figures and years that are told in one order: بلغت في 2025 و2026 نحو 4.4 و4.5 مليارات على التوالي."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View

ORDERED: Final = frozenset(("التوالي", "الترتيب"))
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
    return any(not ORDERED.isdisjoint(view.words[end : end + FAR]) for end in ends)
