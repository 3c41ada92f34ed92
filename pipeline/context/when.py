"""The time that a figure holds for: the year of its own clause, the one that its sentence has named before, or the one of the
count that the sentence before tells of."""

from __future__ import annotations

from itertools import chain
from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .dating import Time, counted_from, dated, written
from .former import ago, lasting
from .levels import between, end, left, of_left
from .lexemes import HARD
from .periods import COUNTS, SAME, Held, counts, goes_on, holds, is_period
from .tense import wished
from .those_years import those_years
from .verbs import conjunction
from .year_after import year_after
from .year_apart import COMMAS, COMPARED, SINCE, apart, figure_between, now, of_comparison, parted
from .year_named import is_name
from .year_order import year_in_order
from .year_told import year_told

NEAR, OPENING, BESIDE, THEN_BEFORE, THEN_AFTER = 8, 7, 4, 7, 3
# what goes on telling of a label after a comma
TELLING: Final = frozenset(("measure", "change", "copula"))
THEN: Final = word_set("when", "then")
OPENERS: Final = word_set("when", "openers")
# 12 روبية سنويا: what was paid each year, whatever the year that another clause has named
YEARLY: Final = frozenset(("سنة", "عام"))
# what parts a sentence
PARTS: Final = HARD | {":"}
# في 2004 بعد خسائر بلغت 4 ملايين: what went before
AFTERWARDS: Final = frozenset(("بعد", "بعدما", "عقب", "اثر"))


def when(
    chunks: Chunks, mention: Mention, mentions: list[Mention], held: Held | None = None, named: Time | None = None
) -> tuple[Time, str] | None:
    """The ``when`` of a figure, from the year mentions of its sentence, and why; None where the text does not say. ``named`` is
    the year that the sentences before have named last."""
    view = chunks.view
    every = [year for year in mentions if year.kind == "year" and not is_name(view, year)]
    listed = year_in_order(view, mention, mentions) if every else None
    if listed is not None:
        return written(listed), "the year in the figure's place of a list"
    pointed = those_years(chunks, mention, every) if every else None
    if pointed is not None:
        return pointed, "the years before, that the clause points back to"
    years = [year for year in every if not of_comparison(view, year, mention)]
    chosen, why = _chosen(chunks, mention, years, mentions) if years else (None, "")
    if chosen is not None:
        time = dated(chunks, chosen, every, named)
        return end(view, mention, mentions, time) if between(view, chosen) else time, why
    back = _back(view, mention, every, named)
    if back is not None:
        return back, "the year named before, that the clause points back to"
    if held is None or _told(view, mention, years) or not holds(held, view.index) or not goes_on(chunks, mention, held):
        return None
    return None if ago(view, mention, chunks.taken) else (held.time, f"the year of the {held.topic} in the sentences before")


def _back(view: View, mention: Mention, years: list[Mention], named: Time | None) -> Time | None:
    """دخلنا في 2022 بمليون، وكان التقييم آنذاك 40 مليونا: the last year that the sentence has named."""
    if THEN.isdisjoint(view.words):
        return None
    earlier = [year for year in years if year.j <= mention.i]
    after = range(mention.j, min(mention.j + THEN_AFTER, view.size))
    near = chain(range(mention.i - 1, max(-1, mention.i - THEN_BEFORE), -1), after)
    then = any(view.words[at] in THEN and not parted(view, min(at, mention.j), max(at, mention.i)) for at in near)
    return counted_from(written(earlier[-1]), named) if then and earlier else None


def _told(view: View, mention: Mention, years: list[Mention]) -> bool:
    """Whether the sentence has a year of its own for a figure, one that comes after it for a comparison not counted."""
    return any(year.i < mention.i or SAME.isdisjoint(view.words[mention.j : year.i]) for year in years)


def _chosen(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> tuple[Mention | None, str]:
    """The year that dates the figure, and why it is that one; None and nothing where none does."""
    view = chunks.view
    chosen = year_after(view, mention, years, mentions)
    if chosen is not None:
        return chosen, "the year after the figure, in its clause"
    if ago(view, mention, chunks.taken) or lasting(view, mention):
        return None, ""
    dating = [year for year in years if not of_left(view, year, mention, mentions)]
    if left(view, mention):
        dating = [year for year in dating if between(view, year) or counts(view, year, COUNTS)]
    labelled = _label(chunks, mention, dating)
    if labelled is not None:
        return labelled, "the year of the label before the figure"
    chosen, why = _before(view, mention, dating, mentions), "the year before the figure, in its clause"
    if chosen is None:
        chosen, why = _opening(chunks, mention, dating), "the year that opens the sentence"
    if chosen is None:
        chosen, why = year_told(chunks, mention, dating), "the year that the sentence has named"
        if chosen is not None and mention.fields.get("per") in YEARLY and not counts(view, chosen, COUNTS):
            return None, ""
    return (None, "") if chosen is not None and wished(chunks, chosen.j, mention.i) else (chosen, why)


def _label(chunks: Chunks, mention: Mention, years: list[Mention]) -> Mention | None:
    """الصادرات عام 2022: 3 مليارات, نشر المركز أرقام الربع الأول 2025: بلغ المعدل 6%: the year of a label, or of a report's
    period, before a colon holds for what it opens; not لم يرتفع منذ 2009: 16%."""
    view, year = chunks.view, next((year for year in reversed(years) if year.j < mention.i), None)
    if year is None or view.word(year.j) != ":" or not HARD.isdisjoint(view.words[year.j : mention.i]):
        return None
    start, period = _part(view, year), is_period(view, year)
    if not period and (year.rule == "year-date" or any(start <= at < year.i for at in chunks.verbs)):
        return None
    if any(view.word(at - 1) in COMMAS and kind not in TELLING for at, kind in chunks.verbs.items() if year.j < at < mention.i):
        return None  # 1926: اكتمل السد، وقسم العائد بنسبة 40%: another event
    since = not SINCE.isdisjoint(view.words[max(start, year.i - BESIDE) : year.i])
    return None if since or now(view, year.j, mention.i) else year


def _before(view: View, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The nearest year before the figure in its clause: في موسم 1937/1938 اثني عشر ألفا."""
    for year in reversed(years):
        if year.j > mention.i:
            continue
        if mention.i - year.j > NEAR or parted(view, year.j, mention.i) or figure_between(mentions, year.j, mention.i):
            return None
        former = not AFTERWARDS.isdisjoint(view.words[year.j : mention.i])
        return None if former or apart(view, year, mention) else year
    return None


def _opening(chunks: Chunks, mention: Mention, years: list[Mention]) -> Mention | None:
    """A year in the opening of a sentence holds for all figures after it, until another comes; in that of a part after a stop
    (: ففي عام 2014 …), for those of its first clause."""
    view = chunks.view
    earlier = [year for year in years if year.j <= mention.i]
    start = _part(view, earlier[-1]) if earlier else 0
    earlier = [year for year in earlier if start <= year.i]
    if earlier and not COMPARED.isdisjoint(view.words[max(0, earlier[-1].i - BESIDE) : earlier[-1].i]):
        del earlier[-1]
    if len(earlier) != 1:
        return None
    last = earlier[0]
    later = (view.word(at) for at in chunks.verbs if last.j <= at < mention.i)
    if start and any(word.startswith("و") and conjunction(word) for word in later):
        return None
    return last if last.i - start <= OPENING and view.word(start) in OPENERS and not apart(view, last, mention) else None


def _part(view: View, year: Mention) -> int:
    """Where the part of the sentence begins that a year stands in."""
    stops = (at for at in range(year.i - 1, 0, -1) if view.word(at) in PARTS)
    return next((at + 1 for at in stops), 0)
