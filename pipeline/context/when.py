"""The time that a figure holds for: the year of its own clause, else the one that opens its sentence."""

from __future__ import annotations

from typing import Any

from ..extractors.base import Mention
from ..lexicon.wordsets import word_set
from .chunks import Chunks

YEAR_FIELDS = ("part", "offset", "offset_low", "offset_high", "anchor")
# a year after these is the one that the figure is compared with, or the one that something else was agreed for
COMPARED = word_set("when", "compared")
NEAR, OPENING = 8, 7
OPENERS = word_set("when", "openers")
CLAUSE = frozenset(("،", ",", "؛", ";", ":", ".", "(", ")"))
"""Signs that part a figure from a year after it."""

NOW = frozenset(("اليوم", "الان", "حاليا"))
SINCE = frozenset(("منذ",))


def when(chunks: Chunks, mention: Mention, mentions: list[Mention]) -> tuple[dict[str, Any], str] | None:
    """The ``when`` of a figure, from the year mentions of its sentence, and why; None where the text does not say."""
    years = [year for year in mentions if year.kind == "year"]
    chosen, why = _after(chunks, mention, years, mentions), "the year after the figure, in its clause"
    if chosen is None:
        chosen, why = _before(chunks, mention, years, mentions), "the year before the figure, in its clause"
    if chosen is None:
        chosen, why = _opening(chunks, mention, years), "the year that opens the sentence"
    return (_chained(chosen, years), why) if chosen is not None else None


def _chained(year: Mention, years: list[Mention]) -> dict[str, Any]:
    """العام الماضي … العام السابق: the year before last, once the sentence has named last year."""
    found = _written(year)
    if "anchor" not in year.fields or "offset" not in year.fields:
        return found
    known = [other for other in years if other.i < year.i and "offset" in other.fields and "anchor" not in other.fields]
    if not known:
        return found
    offset = known[-1].fields["offset"] + year.fields["offset"]
    if known[-1].low is None:
        return {"offset": offset}
    value = str(known[-1].low + year.fields["offset"])
    return {"low": value, "high": value, "offset": offset}


def _written(year: Mention) -> dict[str, Any]:
    fields = year.fields
    found: dict[str, Any] = {}
    if fields.get("calendar") == "hijri":
        found["low"], found["high"] = fields.get("gregorian_low"), fields.get("gregorian_high")
    elif year.low is not None:
        found["low"], found["high"] = str(year.low), str(year.high if year.high is not None else year.low)
    for name in YEAR_FIELDS:
        if name in fields:
            found[name] = fields[name]
    return {key: value for key, value in found.items() if value is not None}


def _after(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The first year after the figure, before any stop and any other figure: 62% … في عام 2024."""
    view = chunks.view
    for year in years:
        if year.i < mention.j:
            continue
        if year.i - mention.j > NEAR or _parted(chunks, mention.j, year.i) or _figure_between(mentions, mention.j, year.i):
            return None
        compared = {view.word(at) for at in range(max(mention.j, year.i - 4), year.i)} & (COMPARED | SINCE)
        return None if compared or year.rule == "year-date" else year
    return None


def _before(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The nearest year before the figure in its clause: في موسم 1937/1938 اثني عشر ألفا."""
    view = chunks.view
    for year in reversed(years):
        if year.j > mention.i:
            continue
        if mention.i - year.j > NEAR or _parted(chunks, year.j, mention.i) or _figure_between(mentions, year.j, mention.i):
            return None
        compared = {view.word(at) for at in range(max(0, year.i - 4), year.i)} & COMPARED
        now = {view.word(at) for at in range(year.j, mention.i)} & NOW
        return None if compared or now else year
    return None


def _opening(chunks: Chunks, mention: Mention, years: list[Mention]) -> Mention | None:
    """A year in the sentence's opening holds for all figures after it, until another comes."""
    earlier = [year for year in years if year.j <= mention.i]
    if not earlier:
        return None
    last = earlier[-1]
    view = chunks.view
    if {view.word(at) for at in range(max(0, last.i - 4), last.i)} & COMPARED:
        earlier = earlier[:-1]
        if not earlier:
            return None
        last = earlier[-1]
    opens = (
        last.i <= OPENING
        and view.word(0) in OPENERS
        and not {view.word(at) for at in range(max(0, last.i - 4), last.i)} & COMPARED
    )
    return last if opens and len({id(year) for year in earlier}) == 1 else None


def _parted(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in CLAUSE for at in range(start, end))


def _figure_between(mentions: list[Mention], start: int, end: int) -> bool:
    return any(other.kind != "year" and start <= other.i < end for other in mentions)
