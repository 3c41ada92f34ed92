"""The time that a figure holds for: the year of its own clause, the one that its sentence has named before, or the one of the
count that the sentence before tells of."""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import YEAR, Chunks
from .dating import BETWEEN, Time, dated
from .former import ago
from .lexemes import HARD
from .periods import COUNTS, Held, counts, goes_on, is_period
from .tense import future, past
from .turns import turning

# a year after these is the one that the figure is compared with, or the one that something else was agreed for
COMPARED = word_set("when", "compared")
SINCE = frozenset(("منذ", "ومنذ", "فمنذ"))
NEAR, AFTER, OPENING, LONG, FAR, LEFT, ASIDE = 8, 12, 7, 12, 60, 4, 5
# منذ مطلع العام الجاري: what the year has had of it so far
BEGINNING = word_set("when", "beginning")
LEADING = frozenset(("في", "عام", "سنه", "خلال"))
UNTIL = frozenset(("حتي", "وحتي"))
PUBLISHED, ISSUED = word_set("when", "published"), word_set("when", "issued")
ELSEWHEN = COMPARED | SINCE | PUBLISHED
WRITINGS = word_set("when", "writings")
LIMITS = frozenset(("الاقل", "الاكثر"))
APART = word_set("when", "apart")
OPENERS = word_set("when", "openers")
CLAUSE = frozenset(("،", ",", "؛", ";", ":", ".", "(", ")"))
"""Signs that part a figure from a year after it."""

NOW = word_set("when", "now")
TO = frozenset(("الي", "لتصل", "ليصل", "لتبلغ", "ليبلغ"))

RELATIVES = frozenset(("التي", "الذي", "الذين", "وهو", "وهي"))
# what was only agreed, offered or planned in a year does not hold for it
AGREED = word_set("when", "agreed")
# what a clause after a comma opens with that the year before it still dates
DATED = word_set("when", "dated")
TURNS = word_set("when", "turns")
CONTRASTS = frozenset(("لكن", "ولكن", "غير", "اما", "ثم", "بيد"))
# في 2004 بعد خسائر بلغت 4 ملايين: what went before
AFTERWARDS = frozenset(("بعد", "بعدما", "عقب", "اثر"))
OF_THEM = frozenset(("منها", "منهم", "منه"))
SAYS = frozenset(("say", "expect", "hope", "propose", "deny"))


def when(
    chunks: Chunks, mention: Mention, mentions: list[Mention], held: Held | None = None, named: Time | None = None
) -> tuple[Time, str] | None:
    """The ``when`` of a figure, from the year mentions of its sentence, and why; None where the text does not say. ``named`` is the
    year that the sentences before have named last."""
    years = [year for year in mentions if year.kind == "year" and not _of_comparison(chunks, year, mention)]
    dating = [year for year in years if not _of_left(chunks.view, year, mention, mentions)]
    chosen, why = _after(chunks, mention, years, mentions), "the year after the figure, in its clause"
    if chosen is None and ago(chunks.view, mention, chunks.taken):
        return None
    if chosen is None and _left(chunks.view, mention):
        dating = [year for year in dating if _between(chunks.view, year) or counts(chunks.view, year, COUNTS)]
    if chosen is None:
        chosen, why = _before(chunks, mention, dating, mentions), "the year before the figure, in its clause"
    if chosen is None:
        chosen, why = _opening(chunks, mention, dating), "the year that opens the sentence"
    if chosen is None:
        chosen, why = _told(chunks, mention, dating), "the year that the sentence has named"
    if chosen is not None:
        time = dated(chunks, chosen, [year for year in mentions if year.kind == "year"], named)
        return _end(chunks, mention, mentions, time) if _between(chunks.view, chosen) else time, why
    if held is not None and not years and chunks.view.index == held.sentence + 1 and goes_on(chunks, mention, held):
        return held.time, f"the year of the {held.topic} in the sentences before"
    return None


def moved_on(chunks: Chunks, source: Mention, mention: Mention) -> bool:
    """19% في 2001، أما اليوم فهي 40%; من 31% عام 1983 إلى 53%: the time of the figure before is over."""
    left = YEAR in chunks.taken[source.j : mention.i] and _course(chunks.view, source, mention)
    return left or _now(chunks, source.j, mention.i) or ago(chunks.view, mention, chunks.taken)


def _end(chunks: Chunks, mention: Mention, mentions: list[Mention], time: Time) -> Time:
    """بين 2005 و2013 ارتفع من 4 ملايين إلى 6: the level that was left is of the span's beginning, the one reached is of its end."""
    if time.get("low") == time.get("high"):
        return time
    view, figures = chunks.view, [other for other in mentions if other.kind != "year"]
    place = figures.index(mention)
    if place + 1 < len(figures) and _course(view, mention, figures[place + 1]):
        return {"low": time["low"], "high": time["low"]}
    if place and _course(view, figures[place - 1], mention):
        return {"low": time["high"], "high": time["high"]}
    return time


def _between(view: View, year: Mention) -> bool:
    """بين 2005 و2013, بين مطلع 2016 ومارس 2018."""
    return not BETWEEN.isdisjoint(view.words[max(0, year.i - 5) : year.j])


def _course(view: View, left: Mention, reached: Mention) -> bool:
    """من 4 ملايين إلى 6: the level that was left and the one that was reached."""
    return "من" in view.words[max(0, left.i - 2) : left.i] and not TO.isdisjoint(view.words[max(left.j, reached.i - 3) : reached.i])


def _left(view: View, mention: Mention) -> bool:
    """رفعتها في يونيو من 9 آلاف إلى 13: what was before the change that the year dates."""
    return "من" in view.words[max(0, mention.i - 2) : mention.i] and not TO.isdisjoint(view.words[mention.j : mention.j + LEFT])


def _of_left(view: View, year: Mention, mention: Mention, mentions: list[Mention]) -> bool:
    """من 31% عام 1983 إلى 53%: a year that dates the level before the one that was reached."""
    if year.j > mention.i or TO.isdisjoint(view.words[year.j : min(year.j + 2, mention.i)]):
        return False
    left = next((other for other in reversed(mentions) if other.kind != "year" and other.j <= year.i), None)
    return left is not None and year.i - left.j <= NEAR and "من" in view.words[max(0, left.i - 2) : left.i]


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


def _after(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The first year after the figure, before any stop and any other figure: 62% … في عام 2024."""
    for year in years:
        if year.i < mention.j:
            continue
        start = _past_aside(chunks.view, mention, year)
        if year.i - mention.j > AFTER or _parted(chunks, start, year.i) or _figure_between(mentions, mention.j, year.i):
            return None
        elsewhere = _of_another(chunks, mention, year) or year.rule == "year-date" and _agreed(chunks, mention.j, year.i)
        return None if elsewhere else year
    return None


def _past_aside(view: View, mention: Mention, year: Mention) -> int:
    """The token past the sign that closes the figure's own aside: وهو 10 مليارات، في عام 2023; أكثر من نصفهم (57%) … في 2002."""
    if view.word(mention.j) == ")" and "(" in view.words[max(0, mention.i - ASIDE) : mention.i]:
        return mention.j + 1
    opened = not {"،", ","}.isdisjoint(view.words[max(0, mention.i - ASIDE) : mention.i])
    led = year.i - mention.j <= 3 and view.word(mention.j + 1) in LEADING
    return mention.j + 1 if opened and led and view.word(mention.j) in ("،", ",") else mention.j


def _of_another(chunks: Chunks, mention: Mention, year: Mention) -> bool:
    """Whether a year after the figure dates what the figure is compared with, counts from, or tells something else by: 12% عما كان
    عليه في 2019, 38% من الشركة التي تأسست في 2018."""
    view = chunks.view
    if not APART.isdisjoint(view.words[mention.j : year.i]):
        return True
    if "direction" in mention.fields and view.word(mention.j) in ("علي", "عن") and view.word(mention.j + 1) not in LIMITS:
        return True
    near = range(max(mention.j, year.i - 4), year.i)
    if any(view.word(at) in SINCE and view.word(at + 1) not in BEGINNING for at in near):
        return True
    if any(view.word(at) in COMPARED and (view.word(at) != "مقابل" or year.i - at <= 2) for at in near):
        return True
    return any(view.word(at) in UNTIL for at in near)


def _before(chunks: Chunks, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The nearest year before the figure in its clause: في موسم 1937/1938 اثني عشر ألفا."""
    for year in reversed(years):
        if year.j > mention.i:
            continue
        if mention.i - year.j > NEAR or _parted(chunks, year.j, mention.i) or _figure_between(mentions, year.j, mention.i):
            return None
        after = not AFTERWARDS.isdisjoint(chunks.view.words[year.j : mention.i])
        return None if after or _apart(chunks, year, mention) else year
    return None


def _apart(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """A year that the figure is compared with, or from which it counts, or at which it was only agreed."""
    view = chunks.view
    before = view.words[max(0, year.i - 4) : year.i]
    return not (ELSEWHEN.isdisjoint(before) and (ISSUED.isdisjoint(before[-2:]) or WRITINGS.isdisjoint(view.words[max(0, year.i - 8) : year.i]))) or _now(chunks, year.j, mention.i) or _agreed(chunks, max(0, year.i - 12), mention.i)


def _now(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in NOW for at in range(start, end))


def _agreed(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in AGREED for at in range(start, end))


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
    return last if view.word(mention.i - 1) == "(" or not _turns(chunks, last, mention) else None


def _turns(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """Another matter between the year and the figure: a contrast, a later step, a relative clause, a saying, a new clause whose
    verb tells of no measure."""
    word = chunks.view.word
    if word(year.i - 1) in ("بحلول", "حتي") or word(year.i - 2) in ("بحلول", "حتي"):
        return True
    sized = _sized(chunks, mention)
    for at in range(year.j, mention.i):
        turns = word(at) in TURNS and turning(chunks.view, at) and not (sized and word(at) == "مقابل")
        turns = turns or word(at) == "علي" and word(at + 1) in ("ان", "الا")
        if turns or future(chunks, at) or chunks.verbs.get(at) in SAYS:
            return True
        if word(at - 1) in ("،", ",") and not _dated(chunks, year, at) and not _shared(chunks, at, mention):
            return True
    return False


def _dated(chunks: Chunks, year: Mention, at: int) -> bool:
    """، وكان 40%, ، منها 5 ملايين, ، بزيادة …: what goes on telling of the year before the comma."""
    word, verb = chunks.view.word(at), chunks.verbs.get(at)
    if word in DATED or verb in ("copula", "measure") or chunks.taken[at]:
        return True
    if verb == "change":
        return not word.startswith("و") or is_period(chunks.view, year)
    return not word.startswith(("و", "ف")) and at not in chunks.verbs or word in context_words().waw


def _shared(chunks: Chunks, at: int, mention: Mention) -> bool:
    """، تلقت بريطانيا منها 26%, ، يمثل الفرنسيون 14% منهم: a clause with no و tells of parts of what was dated before it."""
    verb = chunks.verbs.get(at)
    word = chunks.view.word(at)
    if verb is None or verb in ("change", "say") or word.startswith("و") or verb != "share" and not past(word):
        return False
    return not OF_THEM.isdisjoint(chunks.view.words[at : mention.j + 2])


def _sized(chunks: Chunks, mention: Mention) -> bool:
    """، بزيادة قدرها مليونان: how much the figure that is spoken of has changed, whatever it was compared with."""
    word = chunks.view.word
    for at in range(mention.i - 1, max(0, mention.i - 5), -1):
        if word(at) in ("،", ","):
            told = word(at + 2) if word(at + 1) == "اي" else word(at + 1)
            return told.startswith("ب") and (told in cues().up or told in cues().down)
    return False


def _parted(chunks: Chunks, start: int, end: int) -> bool:
    return any(chunks.view.word(at) in CLAUSE for at in range(start, end))


def _figure_between(mentions: list[Mention], start: int, end: int) -> bool:
    return any(other.kind != "year" and start <= other.i < end for other in mentions)
