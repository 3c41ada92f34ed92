"""The time that a figure holds for: the year of its own clause, the one that its sentence has named before, or the one of the
count that the sentence before tells of."""

from __future__ import annotations

from typing import Any, Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .former import ago
from .lexemes import HARD
from .periods import COUNTS, Held, counts, goes_on, written
from .tense import future
from .turns import turning

# a year after these is the one that the figure is compared with, or the one that something else was agreed for
COMPARED: Final = word_set("when", "compared")
NEAR, OPENING, LONG, FAR = 8, 7, 12, 60
OPENERS: Final = word_set("when", "openers")
CLAUSE: Final = frozenset(("،", ",", "؛", ";", ":", ".", "(", ")"))
"""Signs that part a figure from a year after it."""

NOW: Final = word_set("when", "now")
SINCE: Final = frozenset(("منذ", "ومنذ", "فمنذ"))
UNTIL: Final = frozenset(("حتي", "وحتي"))
RELATIVES: Final = frozenset(("التي", "الذي", "الذين", "وهو", "وهي"))
# what was only agreed, offered or planned in a year does not hold for it
AGREED: Final = word_set("when", "agreed")
# what a clause after a comma opens with that the year before it still dates
DATED: Final = word_set("when", "dated")
TURNS: Final = word_set("when", "turns")
CONTRASTS: Final = frozenset(("لكن", "ولكن", "غير", "اما", "ثم", "بيد"))
SAYS: Final = frozenset(("say", "expect", "hope", "propose", "deny"))


def when(
    chunks: Chunks, mention: Mention, mentions: list[Mention], held: Held | None = None
) -> tuple[dict[str, Any], str] | None:
    """The ``when`` of a figure, from the year mentions of its sentence, and why; None where the text does not say."""
    years = [year for year in mentions if year.kind == "year" and not _of_comparison(chunks, year, mention)]
    chosen, why = _after(chunks, mention, years, mentions), "the year after the figure, in its clause"
    if chosen is None and ago(chunks.view, mention, chunks.taken):
        return None
    if chosen is None:
        chosen, why = _before(chunks, mention, years, mentions), "the year before the figure, in its clause"
    if chosen is None:
        chosen, why = _opening(chunks, mention, years), "the year that opens the sentence"
    if chosen is None:
        chosen, why = _told(chunks, mention, years), "the year that the sentence has named"
    if chosen is not None:
        return _chained(chosen, years), why
    if held is not None and not years and chunks.view.index == held.sentence + 1 and goes_on(chunks, held):
        return held.time, "the year of the period before" if held.period else "the year of the count in the sentence before"
    return None


def moved_on(chunks: Chunks, source: Mention, mention: Mention) -> bool:
    """19% في 2001، أما اليوم فهي 40%: the time of the figure before is over."""
    return _now(chunks, source.j, mention.i) or ago(chunks.view, mention, chunks.taken)


def _of_comparison(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """9 ملايين في 2012 مقابل 7 في العام السابق، بزيادة مليونين: the year of what the figure before was compared with."""
    if not 0 <= mention.i - year.j <= FAR:
        return False
    for at in range(year.i - 1, max(-1, year.i - LONG), -1):
        if chunks.view.word(at) in ("مقابل", "مقارنه", "قياسا"):
            return True
        if chunks.view.word(at) in CLAUSE:
            return False
    return False


def _chained(year: Mention, years: list[Mention]) -> dict[str, Any]:
    """العام الماضي … العام السابق: the year before last, once the sentence has named last year."""
    found = written(year)
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


def _after(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The first year after the figure, before any stop and any other figure: 62% … في عام 2024."""
    view = chunks.view
    for year in years:
        if year.i < mention.j:
            continue
        if year.i - mention.j > NEAR or _parted(chunks, mention.j, year.i) or _figure_between(mentions, mention.j, year.i):
            return None
        compared = {view.word(at) for at in range(max(mention.j, year.i - 4), year.i)} & (COMPARED | SINCE | UNTIL | RELATIVES)
        return None if compared or year.rule == "year-date" and _agreed(chunks, mention.j, year.i) else year
    return None


def _before(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The nearest year before the figure in its clause: في موسم 1937/1938 اثني عشر ألفا."""
    for year in reversed(years):
        if year.j > mention.i:
            continue
        if mention.i - year.j > NEAR or _parted(chunks, year.j, mention.i) or _figure_between(mentions, year.j, mention.i):
            return None
        return None if _apart(chunks, year, mention) else year
    return None


def _apart(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """A year that the figure is compared with, or from which it counts, or at which it was only agreed."""
    view = chunks.view
    compared = {view.word(at) for at in range(max(0, year.i - 4), year.i)} & (COMPARED | SINCE)
    return bool(compared) or _now(chunks, year.j, mention.i) or _agreed(chunks, max(0, year.i - 12), mention.i)


def _now(chunks: Chunks, start: int, end: int) -> bool:
    return not NOW.isdisjoint(chunks.view.words[start:end])


def _agreed(chunks: Chunks, start: int, end: int) -> bool:
    return not AGREED.isdisjoint(chunks.view.words[start:end])


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
    opens = last.i <= OPENING and view.word(0) in OPENERS and not _apart(chunks, last, mention)
    return last if opens and len(earlier) == 1 else None


def _told(chunks: Chunks, mention: Mention, years: list[Mention]) -> Mention | None:
    """بلغت الإيرادات 9 ملايين في 2019، والأرباح مليونا: a year holds on until another comes, unless it dates something else."""
    view = chunks.view
    earlier = [year for year in years if year.j <= mention.i]
    if not earlier:
        return None
    last = earlier[-1]
    if (
        mention.i - last.j > FAR
        or any(view.word(at) in HARD for at in range(last.j, mention.i))
        or len(earlier) > 1
        and last.i - earlier[-2].j <= 2
    ):
        return None
    contrast = any(view.word(at) in CONTRASTS and turning(view, at) for at in range(last.j, mention.i))
    if counts(view, last, COUNTS) and not contrast and not _now(chunks, last.j, mention.i):
        return last
    if _apart(chunks, last, mention):
        return None
    if any(view.word(at) in RELATIVES or view.word(at) in SINCE for at in range(max(0, last.i - 8), last.i)):
        return None
    return None if _turns(chunks, last, mention) else last


def _turns(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """Another matter between the year and the figure: a contrast, a later step, a relative clause, a saying, a new clause whose
    verb tells of no measure."""
    word = chunks.view.word
    if word(year.i - 1) in ("بحلول", "حتي") or word(year.i - 2) in ("بحلول", "حتي"):
        return True
    sized = _sized(chunks, mention)
    for at in range(year.j, mention.i):
        turns = word(at) in TURNS and turning(chunks.view, at) and not (sized and word(at) == "مقابل")
        if turns or future(chunks, at) or chunks.verbs.get(at) in SAYS:
            return True
        if word(at - 1) in ("،", ",") and not _dated(chunks, at):
            return True
    return False


def _dated(chunks: Chunks, at: int) -> bool:
    """، وكان 40%, ، منها 5 ملايين, ، بزيادة …: what goes on telling of the year before the comma."""
    word = chunks.view.word(at)
    if word in DATED or chunks.verbs.get(at) in ("copula", "measure", "change") or chunks.taken[at]:
        return True
    return not word.startswith(("و", "ف")) and at not in chunks.verbs or word in context_words().waw


def _sized(chunks: Chunks, mention: Mention) -> bool:
    """، بزيادة قدرها مليونان: how much the figure that is spoken of has changed, whatever it was compared with."""
    word = chunks.view.word
    for at in range(mention.i - 1, max(0, mention.i - 5), -1):
        if word(at) in ("،", ","):
            told = word(at + 2) if word(at + 1) == "اي" else word(at + 1)
            return told.startswith("ب") and (told in cues().up or told in cues().down)
    return False


def _parted(chunks: Chunks, start: int, end: int) -> bool:
    return not CLAUSE.isdisjoint(chunks.view.words[start:end])


def _figure_between(mentions: list[Mention], start: int, end: int) -> bool:
    return any(other.kind != "year" and start <= other.i < end for other in mentions)
