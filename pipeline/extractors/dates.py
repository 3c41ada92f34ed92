"""Numeric dates in, their years out: ``2019/3/15``, ``15-03-2019``, ``18/02/1447هـ``, ``3/2015``; the other parts are taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import Final

from ..lexicon.years import year_words
from .base import Free, Mention, View
from .year_cues import PLOTS

_DATE: Final = re.compile(
    r"""(?<![0-9/.,-])(?:
      (?P<y1>[0-9]{4})(?P<s1>[/.-])(?P<m1>[0-9]{1,2})(?P=s1)(?P<d1>[0-9]{1,2})   # year first
    | (?P<d2>[0-9]{1,2})(?P<s2>[/.-])(?P<m2>[0-9]{1,2})(?P=s2)(?P<y2>[0-9]{4})   # year last
    | (?P<m3>[0-9]{1,2})/(?P<y3>[0-9]{4})                                        # month and year
    | (?P<y4>[0-9]{4})/(?P<m4>[0-9]{1,2})(?=[^0-9/])                             # year and month
    )(?![0-9]|[/.-][0-9])""",
    re.VERBOSE,
)
# where the pattern above is tried: it begins with no set of characters that a search could skip to, this one does
_PARTED: Final = re.compile(r"[0-9][0-9]{0,3}[/.-][0-9]")


def dates(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``year`` for the years of numeric dates."""
    found: list[Mention] = []
    if not _signed(view):
        return found
    for parted in _PARTED.finditer(view.text, view.start, view.end):
        match = _DATE.match(view.text, parted.start(), view.end)
        if match is None:
            continue
        kind = next(n for n in "1234" if match["y" + n])
        month, day = int(match["m" + kind]), int(match["d" + kind]) if kind in "12" else 1
        if (
            not (1 <= month <= 31 and 1 <= day <= 31 and min(month, day) <= 12)
            or kind == "4"
            and _season(int(match["y4"]), month)
        ):
            continue
        mention = _mention(view, free, match, "y" + kind)
        if mention is not None:
            found.append(mention)
    return found


def _signed(view: View) -> bool:
    """Whether a sign of a date stands anywhere before the sentence's end; most sentences have none."""
    text, start, end = view.text, view.start, view.end
    return text.find("/", start, end) >= 0 or text.find("-", start, end) >= 0 or text.find(".", start, end - 1) >= 0


def _season(year: int, tail: int) -> bool:
    """2011/12 is a season, 2011/04 a month."""
    return tail == (year + 1) % 100 or tail > 12


def _mention(view: View, free: Free, match: re.Match[str], group: str) -> Mention | None:
    first = bisect_right(view.cut.offsets(), match.start()) // 2 - 1
    if free.taken[first] or group in ("y3", "y4") and view.word(first - 1) in PLOTS:
        return None
    last = first
    while last < view.size and view.cut.start(last) < match.end():
        last += 1
    year = int(match[group])
    era = year_words().eras.at(view.words, last)
    hijri = era is not None and era[0] == "hijri" or 1300 <= year <= 1500 and group in ("y1", "y2")
    if not 1000 <= year <= 2100:
        return None
    mention = Mention("year", view, first, last, Decimal(year), None, "year-date", {"calendar": "hijri"} if hijri else {})
    mention.start, mention.end = match.start(group), match.end(group)
    if era is not None and view.cut.end(last - 1) == match.end(group):
        mention.j = last + era[1]
        mention.end = view.cut.end(mention.j - 1)
    free.take(first, mention.j)
    return mention
