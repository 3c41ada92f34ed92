"""Two numbers in, the span of years that they are out: بين عامي 2023 و2024, 1914–1918, 2017/18, من عام 2010 حتى عام 2015."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords
from ..numbers.number import Number
from .base import Mention, View
from .changes import between_before
from .ranges import HYPHENS, TO, relation
from .year_cues import FIRST, LAST, STRONG, TIMED, WEAK, counted, counted_plainly, cue_before, era_after, labelled
from .year_early import eras_agree

UNTIL: Final = frozenset((("و", "حتي"), ("الي", "غايه"), ("والي", "غايه")))
SEASONS: Final = word_set("year", "seasons")
ABOUT: Final = frozenset(("نحو", "حوالي", "حوالى"))
# no man's years are more, and a state's stand in brackets of their own: (909–1171)
LIFE: Final = 200


def year_range(view: View, words: YearWords, first: Number, second: Number, listed: int) -> Mention | None:
    """The years that one claim spans: بين عامي 2023 و2024, 1914–1918, 2017/18, من عام 2010 حتى عام 2015."""
    era, end = era_after(view, words, second)
    first_era, gap = era_after(view, words, first)
    if first_era is not None and era is not None and first_era not in (era, "before"):
        return None
    led = view.word(second.i - 1) in words.nouns or view.word(gap) in HYPHENS and view.word(second.i - 1) in ABOUT
    after = second.i - 1 if led and second.i > gap else second.i
    if first_era == "hijri" and gap - first.j == 1 and _slash(view, gap, second) and era != "hijri":
        return None
    if view.word(gap) == "او" or _day_or_count(view, words, first, second, gap):
        return None
    link = _slash(view, gap, second) or relation(
        view, _opening(view, words, first), gap, after, second.joined and after == second.i
    )
    if link is None and gap + 2 == after and (view.word(gap), view.word(gap + 1)) in UNTIL:
        link = "range"
    low, high = _season(view, words, first, second) or (int(first.value), _completed(first, second))
    negative = era == "before"
    crossing = first_era == "before" and era == "common"
    if link not in ("range", "change", "slash") or not crossing and (low <= high if negative else low >= high):
        return None
    sure = crossing or first_era == era == "common" and eras_agree(view, words, first, second)
    if not sure and not _range_plausible(
        view, words, first, second, low, high, era, link, listed if after == second.i else STRONG
    ):
        return None
    low, high = (-low, -high) if negative else (-low if first_era == "before" else low, high)
    mention = Mention("year", view, first.i, end, Decimal(low), Decimal(high), "year-range")
    if era == "hijri":
        mention.fields["calendar"] = "hijri"
    return mention


def _opening(view: View, words: YearWords, number: Number) -> int:
    """Where to look for بين or من: before the عامي or تعدادي that may stand between it and the number."""
    at = number.i
    if view.word(at - 1) in words.events and view.word(at - 1).endswith("ي"):
        return at - 1
    return at - 1 if view.word(at - 1) in words.nouns and not view.word(at - 1).startswith("و") else at


def _day_or_count(view: View, words: YearWords, first: Number, second: Number, gap: int) -> bool:
    """إلى 20 يناير 2017, – 21 أكتوبر 1998, - 12 شهرا: two digits that are a day or count something; after إلى only a season's
    end has no more (موسم 2017 إلى 18)."""
    if not second.digits or second.end - second.start > 2 or first.end - first.start != 4:
        return False
    follower = view.word(second.j + 1 if view.word(second.j) == "من" else second.j)
    if follower in words.months or counted_plainly(view, words, second.j):
        return True
    return view.word(gap) in TO and view.word(first.i - 1) not in SEASONS


def _slash(view: View, gap: int, second: Number) -> str | None:
    return "slash" if view.word(gap) == "/" and gap + 1 == second.i else None


def _completed(first: Number, second: Number) -> int:
    """The second year with the century of the first, or the next one: 2017/18, 1999/00."""
    size = second.end - second.start
    if second.digits and size == 2 and first.end - first.start == 4:
        return _completed_from(int(first.value), int(second.value))
    return int(second.value)


def _completed_from(year: int, digits: int) -> int:
    return year + 1 if (year + 1) % 100 == digits else year // 100 * 100 + digits


def _season(view: View, words: YearWords, first: Number, second: Number) -> tuple[int, int] | None:
    """موسم 98/99, الموسم الدراسي 98-99, موسم 99/2000: a season's two years, the first without its century."""
    if not (first.digits and second.digits) or first.end - first.start != 2:
        return None
    if second.i != first.j + 1 or view.word(first.j) != "/" and view.word(first.j) not in HYPHENS:
        return None
    noun = first.i - 2 if view.word(first.i - 1) in words.relative.kinds else first.i - 1
    if view.word(noun) not in (SEASONS if noun == first.i - 1 else words.nouns):
        return None
    low = modern(int(first.value))
    high = int(second.value) if second.end - second.start == 4 else _completed_from(low, int(second.value))
    return (low, high) if high == low + 1 else None


def modern(value: int) -> int:
    """The year that two digits stand for."""
    return value + (1900 if value > 30 else 2000)


def _enclosed(view: View, first: Number, second: Number) -> bool:
    return view.word(first.i - 1) == "(" and view.word(second.j) == ")"


def _range_plausible(
    view: View, words: YearWords, first: Number, second: Number, low: int, high: int, era: str | None, link: str, floor: int
) -> bool:
    cue = max(floor, cue_before(view, words, first.i), WEAK if between_before(view, first.i) else 0)
    if view.word(first.i - 1) in words.nouns or era in ("hijri", "before"):
        cue = STRONG
    parted = view.word(first.j) in HYPHENS or link == "slash"
    if parted and high - low == 1 and low >= FIRST and high <= LAST and not labelled(view, words, first):
        return True
    if (
        link == "slash"
        and high - low != 1
        and not (first.end - first.start == 4 and second.end - second.start == 2 and high - low < 30)
    ):
        return False
    timed = first.digits and (view.word(first.i - 1) in TIMED or view.word(first.i - 1) == "من" or between_before(view, first.i))
    if cue < STRONG and (labelled(view, words, first) or era is None and counted(view, words, second.j, high, timed)):
        return False
    if cue == STRONG:
        return low >= 10 and high <= LAST + 100
    bracketed = view.word(first.i - 1) == "،" or "(" in (view.word(first.i - 1), view.word(first.i - 2), view.word(first.i - 3))
    lives = high - low < LIFE or low % 10 + high % 10 > 0 and _enclosed(view, first, second)
    if bracketed and low >= 100 and high <= LAST and lives and view.word(second.j) not in ("%",):
        return view.word(first.j) in HYPHENS or low >= FIRST
    return low >= FIRST and high <= LAST and (cue > 0 or parted and low >= 1800)
