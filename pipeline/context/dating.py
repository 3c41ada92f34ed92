"""A mention of a year in, the time that it stands for out: what is told by its distance from another year is counted from it
(1974 … العام التالي), and two years that bound a span are one time (بين يناير 2016 ومارس 2018).
"""

from __future__ import annotations

from typing import Any, Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .lexemes import VERB

Time = dict[str, Any]
FIELDS: Final = ("part", "offset", "offset_low", "offset_high", "anchor")
BETWEEN, FROM, TO = word_set("dating", "between"), word_set("dating", "from"), word_set("dating", "to")
# the day and the month of a year, and what leads to them
DATE, OPENING = 4, 4
# the same day by the other calendar
SAME: Final = frozenset(("(", "/", "الموافق", "الموافقه"))
# of a year that is told by its distance
NEAR, FIRST, LAST = "offset", "offset_low", "offset_high"


def written(year: Mention) -> Time:
    """A year as it is written down, by itself."""
    fields = year.fields
    found: Time = {}
    if fields.get("calendar") == "hijri":
        found["low"], found["high"] = fields.get("gregorian_low"), fields.get("gregorian_high")
    elif year.low is not None:
        found["low"], found["high"] = str(year.low), str(year.high if year.high is not None else year.low)
    for name in FIELDS:
        if name in fields:
            found[name] = fields[name]
    return {key: value for key, value in found.items() if value is not None}


def dated(chunks: Chunks, year: Mention, years: list[Mention], named: Time | None) -> Time:
    """The time that a year stands for; ``years`` are those of its sentence, ``named`` is the last one that the text has named
    before it."""
    found = written(year)
    if "anchor" in year.fields:
        for other in years:
            if other.i >= year.i:
                break
            named = counted_from(written(other), named)
        return counted_from(found, named)
    place = first = last = years.index(year)
    while first > 0 and joined(chunks, years[first - 1], years[first]):
        first -= 1
    while last + 1 < len(years) and joined(chunks, years[last], years[last + 1]):
        last += 1
    if first < last:
        ends = [written(years[first]), written(years[last])]
        return {"low": ends[0]["low"], "high": ends[1]["high"]} if all("low" in end for end in ends) else found
    following = years[place + 1] if place + 1 < len(years) else None
    return written(following) if following is not None and _same_day(chunks.view, year, following) else found


def joined(chunks: Chunks, first: Mention, last: Mention) -> bool:
    """2007 و2008, بين يناير 2016 ومارس 2018, من أكتوبر 1951 إلى فبراير 1952: one span of time."""
    view, between = chunks.view, chunks.view.words[first.j : last.i]
    if between == ["و"] or not between and view.word(last.i).startswith("و"):
        return True
    if not between or len(between) > DATE or FIGURE in chunks.taken[first.j : last.i] or VERB in chunks.classes[first.j : last.i]:
        return False
    before = view.words[max(0, first.i - OPENING) : first.i]
    if between[0] in TO:
        return not FROM.isdisjoint(before)
    return between[0].startswith("و") and len(between) < DATE and not BETWEEN.isdisjoint(before)


def _same_day(view: View, year: Mention, following: Mention) -> bool:
    """1299 هـ (20 ديسمبر 1881): a Hijri year that the text itself gives in the other calendar."""
    between = view.words[year.j : following.i]
    return year.fields.get("calendar") == "hijri" and len(between) <= DATE and not SAME.isdisjoint(between)


def counted_from(time: Time, known: Time | None) -> Time:
    """العام السابق after العام الماضي, السنة التالية after 1975: the year itself; 2023/2024 after 2024/2025, one year."""
    if "anchor" not in time or known is None:
        return time
    first, last = time.get(FIRST, time.get(NEAR)), time.get(LAST, time.get(NEAR))
    if first is None or last is None:
        return time
    if "low" not in known:
        return _farther(time, known)
    start, end = int(known["low"]), int(known["high"])
    if end - start > 1 and first != 0:
        start = end = end if first > 0 else start
    found = {"low": str(start + first), "high": str(end + last), **time}
    if "anchor" not in known and NEAR in known and NEAR in time:
        del found["anchor"]
        found[NEAR] = known[NEAR] + time[NEAR]
    return found


def _farther(time: Time, known: Time) -> Time:
    """العام السابق after العام الماضي, the publication unknown: two years before it."""
    if "anchor" in known or NEAR not in known or NEAR not in time:
        return time
    return {NEAR: known[NEAR] + time[NEAR]}


def last_named(mentions: list[Mention], named: Time | None) -> Time | None:
    """The year that a sentence leaves the text with: what العام التالي of the next one counts from."""
    for year in (mention for mention in mentions if mention.kind == "year"):
        named = counted_from(written(year), named)
    return named
