"""Years told by their distance: ``العام الماضي`` (−1 from the publication), ``العام السابق`` (−1 from a year of the context),
``العامين الماضيين``, ``السنوات الخمس المقبلة``."""

from __future__ import annotations

from typing import Any

from ..lexicon.marks import RELATIVE, marks
from ..lexicon.numbers import number_words
from ..lexicon.years import RelativeWords, year_words
from ..text.tokens import DIGITS
from .base import Free, Mention, View

Found = tuple[int, int, dict[str, Any], str]


def relative_years(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``year`` with ``offset`` or ``offset_low`` and ``offset_high``, and ``anchor`` where it is the context."""
    found: list[Mention] = []
    if not view.marks & RELATIVE:
        return found
    words = year_words().relative
    for at in marks().places(view.words, RELATIVE):
        text = view.words[at]
        if text in words.nouns:
            hit = _singular(view, words, at) or _count_first(view, words, at)
        elif text in words.duals:
            hit = _dual(view, words, at)
        elif text in words.plurals:
            hit = _plural(view, words, at)
        elif text in words.glued:
            _, offset, context = words.glued[text]
            hit = at, at + 1, _fields(offset, context), "relative-glued"
        elif text in words.counted:
            hit = _count_first(view, words, at)
        else:
            continue
        if hit is not None and not free.taken[hit[0]]:
            mention = Mention("year", view, hit[0], hit[1], None, None, hit[3], hit[2])
            free.take(hit[0], hit[1])
            found.append(mention)
    return found


def _fields(offset: int, context: bool) -> dict[str, Any]:
    return {"offset": offset, "anchor": "context"} if context else {"offset": offset}


def _span_fields(offset: int, count: int, context: bool) -> dict[str, Any]:
    low, high = (-count, -1) if offset < 0 else (1, count)
    fields: dict[str, Any] = {"offset_low": low, "offset_high": high}
    return {**fields, "anchor": "context"} if context else fields


def _singular(view: View, words: RelativeWords, at: int) -> Found | None:
    definite = "ال" in view.word(at)[:5] or view.word(at).lstrip("وفبك").startswith("لل")
    after = at + 1
    if view.word(after) in words.kinds:
        after += 1
    before = view.word(at - 1)
    if before in words.this and definite:
        return at - 1, at + 1, _fields(0, False), "relative-this"
    if before in words.that and definite:
        return at - 1, at + 1, _fields(0, True), "relative-that"
    if not definite:
        return None
    adjective = before in words.general  # the general secretary may be a former or the next one, never a past one
    if view.word(after) in words.self:
        return None if adjective else (at, after + 1, _fields(0, True), "relative-same")
    hit = words.offsets.at(view.words, after)
    if hit is None:
        return None
    (offset, context), length = hit
    if adjective and (context or offset >= 0):
        return None
    return at, after + length, _fields(offset, context), "relative-adjective"


def _dual(view: View, words: RelativeWords, at: int) -> Found | None:
    after = at + 2 if view.word(at + 1) in words.kinds else at + 1
    hit = words.dual_offsets.at(view.words, after)
    if hit is None:
        return None
    (offset, context), length = hit
    return at, after + length, _span_fields(offset, 2, context), "relative-dual"


def _count(view: View, at: int) -> tuple[int, int] | None:
    """A small count at token ``at``, its ال passed over: الخمس, الـ10, العشر."""
    start = at + 1 if view.word(at) == "ال" else at
    for number in view.numbers:
        if number.i == start and number.value == int(number.value) and 2 < number.value <= 1000:
            return int(number.value), number.j
    return None


def _plural(view: View, words: RelativeWords, at: int) -> Found | None:
    """السنوات الخمس الماضية, السنوات المالية الثلاث الماضية; without a count (السنوات الأخيرة) it is vague."""
    count = _count(view, at + 2 if view.word(at + 1) in words.kinds else at + 1)
    after = count[1] if count else at
    if view.word(after) in words.kinds:
        after += 1
    hit = words.plural_offsets.at(view.words, after) if count else None
    if count is None or hit is None:
        return None
    (offset, context), length = hit
    return at, after + length, _span_fields(offset, count[0], context), "relative-count"


def _count_first(view: View, words: RelativeWords, at: int) -> Found | None:
    """العشر سنوات التالية, المائة عام الماضية."""
    hit = words.plural_offsets.at(view.words, at + 1)
    before = next((n for n in view.numbers if n.j == at), None)
    if hit is None or before is None or not 2 < before.value <= 1000 or before.value != int(before.value):
        return None
    entry = number_words().get(view.word(before.i))
    definite = view.word(before.i - 1) == "ال" if view.kind(before.i) == DIGITS else entry is not None and entry.definite
    if not definite:
        return None
    (offset, context), length = hit
    return before.i, at + 1 + length, _span_fields(offset, int(before.value), context), "relative-count"
