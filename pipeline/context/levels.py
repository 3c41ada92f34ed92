"""From one level to another in a sentence that names years, and which year is whose: من 31% عام 1983 إلى 53%, بين 2005 و2013 من 4
إلى 6."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from .chunks import YEAR, Chunks
from .dating import BETWEEN, Time
from .former import ago
from .year_apart import now

TO: Final = frozenset(("الي", "لتصل", "ليصل", "لتبلغ", "ليبلغ"))
NEAR, AFTER, OPENING = 8, 4, 5


def course(view: View, left: Mention, reached: Mention) -> bool:
    """من 4 ملايين إلى 6: the level that was left and the one that was reached."""
    return _from(view, left) and not TO.isdisjoint(view.words[max(left.j, reached.i - 3) : reached.i])


def _from(view: View, mention: Mention) -> bool:
    return "من" in view.words[max(0, mention.i - 2) : mention.i]


def left(view: View, mention: Mention) -> bool:
    """رفعتها في يونيو من 9 آلاف إلى 13: what was before the change that the year dates."""
    return _from(view, mention) and not TO.isdisjoint(view.words[mention.j : mention.j + AFTER])


def of_left(view: View, year: Mention, mention: Mention, mentions: list[Mention]) -> bool:
    """من 31% عام 1983 إلى 53%: a year that dates the level before the one that was reached."""
    if year.j > mention.i or TO.isdisjoint(view.words[year.j : min(year.j + 2, mention.i)]):
        return False
    before = next((other for other in reversed(mentions) if other.kind != "year" and other.j <= year.i), None)
    return before is not None and year.i - before.j <= NEAR and _from(view, before)


def between(view: View, year: Mention) -> bool:
    """بين 2005 و2013, بين مطلع 2016 ومارس 2018."""
    return not BETWEEN.isdisjoint(view.words[max(0, year.i - OPENING) : year.j])


def end(view: View, mention: Mention, mentions: list[Mention], time: Time) -> Time:
    """بين 2005 و2013 ارتفع من 4 ملايين إلى 6: the level that was left is of the span's beginning, the other of its end."""
    if time.get("low") == time.get("high"):
        return time
    figures = [other for other in mentions if other.kind != "year"]
    place = figures.index(mention)
    if place + 1 < len(figures) and course(view, mention, figures[place + 1]):
        return {"low": time["low"], "high": time["low"]}
    if place and course(view, figures[place - 1], mention):
        return {"low": time["high"], "high": time["high"]}
    return time


def moved_on(chunks: Chunks, source: Mention, mention: Mention) -> bool:
    """19% في 2001، أما اليوم فهي 40%; من 31% عام 1983 إلى 53%; كانت 54% في 2009، تراجعت إلى 49%: the time of the figure before is
    over."""
    view, between = chunks.view, range(source.j, mention.i)
    over = YEAR in chunks.taken[source.j : mention.i] and course(view, source, mention)
    level = "direction" not in source.fields and any(chunks.verbs.get(at) == "change" for at in between)
    return over or level or now(view, source.j, mention.i) or ago(view, mention, chunks.taken)
