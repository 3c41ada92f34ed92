"""A mention of a year in, the time that it stands for out: what is told by its distance from another year is counted from that one
(1974 … العام التالي), and two years that bound a span are one time (بين يناير 2016 ومارس 2018).
"""

from __future__ import annotations

from typing import Any

from ..extractors.base import Mention

Time = dict[str, Any]
FIELDS = ("part", "offset", "offset_low", "offset_high", "anchor")
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


def dated(year: Mention, years: list[Mention], named: Time | None) -> Time:
    """The time that a year stands for; ``years`` are those of its sentence, ``named`` is the last one that the text has named
    before it."""
    found = written(year)
    if "anchor" not in year.fields:
        return found
    for other in years:
        if other.i >= year.i:
            break
        named = counted_from(written(other), named)
    return counted_from(found, named)


def counted_from(time: Time, known: Time | None) -> Time:
    """العام السابق after العام الماضي, السنة التالية after 1975: the year itself."""
    if "anchor" not in time or known is None:
        return time
    first, last = time.get(FIRST, time.get(NEAR)), time.get(LAST, time.get(NEAR))
    if first is None or last is None:
        return time
    if "low" not in known:
        return _farther(time, known)
    start, end = int(known["low"]), int(known["high"])
    if start != end and first != 0:
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
