"""The year after a figure in its clause (62% … في عام 2024), unless it dates what the figure is set beside, or another thing."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .lexemes import COMMAS, HARD
from .periods import PERIODS, counts
from .year_apart import COMPARED, SINCE, UNTIL, WAS, agreed, figure_between, parted

REACH, CLOSE, ASIDE, NEAR, LED, CONVERSION, CHANGE, CITED = 12, 8, 5, 4, 3, 12, 5, 8
# what a source opens with
CITING: Final = frozenset(("حسب", "بحسب", "وفق", "وفقا", "طبقا"))
SURVEYS, DATA = word_set("when", "surveys"), word_set("when", "data")
# منذ مطلع العام الجاري: what the year has had of it so far
BEGINNING: Final = word_set("when", "beginning")
# what a year opens with right after a comma
LEADING: Final = frozenset(("في", "عام", "سنه", "خلال"))
# على الأقل, على مدى العام, and no comparison
LIMITS: Final = frozenset(("الاقل", "الاكثر", "مدي", "مدار", "امتداد"))
SIZED: Final = frozenset(("قدرها", "قدره", "مقدارها", "مقداره", "قيمتها", "بلغت", "تبلغ"))
# what a thing began with
FOUNDED: Final = word_set("when", "founded")
# what is told of another time, or of another thing
APART: Final = word_set("when", "apart")
OTHERS: Final = APART - {"التي", "الذي", "الذين"}


def year_after(view: View, mention: Mention, years: list[Mention], mentions: list[Mention]) -> Mention | None:
    """The first year after the figure, before any stop and any other figure."""
    for year in years:
        if year.i < mention.j:
            continue
        if view.words[mention.j : year.i] == ["("] and view.word(year.j) == ")":
            return year
        start = _past_aside(view, mention, year)
        if _cited(view, mention, year) and not any(0 <= mention.i - other.j <= CLOSE for other in years):
            return year
        if year.i - start > REACH or parted(view, start, year.i) or figure_between(mentions, start, year.i):
            return None
        day = year.rule == "year-date" and (year.i - mention.j > CLOSE or agreed(view, mention.j, year.i))
        return None if day or _of_another(view, mention, year) else year
    return None


def _past_aside(view: View, mention: Mention, year: Mention) -> int:
    """The token past the sign that closes the figure's own aside: وهو 10 مليارات، في عام 2023; أكثر من نصفهم (57%) … في 2002;
    or past its conversion: 50 كرونة (5 يورو) في 2006."""
    before = view.words[max(0, mention.i - ASIDE) : mention.i]
    if view.word(mention.j) == "(":
        return next((at + 1 for at in range(mention.j, min(mention.j + CONVERSION, year.i)) if view.word(at) == ")"), mention.j)
    if view.word(mention.j) == ")" and "(" in before:
        return mention.j + 1
    of_period = view.word(mention.j + 1) == "عن" and not PERIODS.isdisjoint(view.words[mention.j : year.i])
    if view.word(mention.j) in COMMAS and of_period:  # مليون درهم، عن النصف الأول من العام
        return mention.j + 1
    led = year.i - mention.j <= LED and view.word(mention.j + 1) in LEADING
    return mention.j + 1 if led and view.word(mention.j) in COMMAS and not COMMAS.isdisjoint(before) else mention.j


def _cited(view: View, mention: Mention, year: Mention) -> bool:
    """87% بوذيون و6% مسيحيون، حسب تعداد 2014: what was counted, whatever stands between."""
    if CITING.isdisjoint(view.words[max(mention.j, year.i - CITED) : year.i]):
        return False
    counted = mention.kind == "percent" and counts(view, year, SURVEYS) or counts(view, year, DATA)
    return counted and HARD.isdisjoint(view.words[mention.j : year.i])


def _of_another(view: View, mention: Mention, year: Mention) -> bool:
    """12% عما كان عليه في 2019, 12% على 2023, 38% من الشركة التي تأسست في 2018; not أرباحا قدرها مليون
    عن 2023."""
    between = view.words[mention.j : year.i]
    if not UNTIL.isdisjoint(between):
        return True
    if not APART.isdisjoint(between) and not (OTHERS.isdisjoint(between) and _counted(view, mention, year)):
        return True
    if mention.kind == "money" and "عن" in between[-NEAR:] and not _changes(view, mention):
        return False
    over = view.word(mention.j) in ("علي", "عن") and view.word(mention.j + 1) not in LIMITS
    if over and ("direction" in mention.fields or mention.kind == "money" and _more_by(view, mention)):
        return True
    for at in range(max(mention.j, year.i - NEAR), year.i):
        word = view.word(at)
        if word in SINCE and view.word(at + 1) not in BEGINNING:
            return True
        if word in COMPARED and (word != "مقابل" or year.i - at <= 2):
            return True
    return False


def _counted(view: View, mention: Mention, year: Mention) -> bool:
    """18% من الشكاوى التي تلقاها في 2019: a share of what a year has brought, not of what was founded then."""
    share = mention.kind == "percent" and view.word(mention.j) == "من"
    return share and FOUNDED.isdisjoint(view.words[mention.j : year.i]) and WAS.isdisjoint(view.words[mention.j : year.i])


def _more_by(view: View, mention: Mention) -> bool:
    """بزيادة 5 ملايين على خطة العام السابق: right after the change whose size it is."""
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    at = mention.i - 1 - (hit[1] if hit else 0)
    at -= view.word(at) in SIZED
    word = view.word(at)
    return word.startswith("ب") and (word in cues().up or word in cues().down)


def _changes(view: View, mention: Mention) -> bool:
    """بزيادة مليونين عن 2023: the sum is by how much it has changed."""
    return not cues().change.isdisjoint(view.words[max(0, mention.i - CHANGE) : mention.i])
