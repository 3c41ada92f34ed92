"""The numbers that no other extractor took, on request (``kinds=["number"]``): counts, measures, fractions, intervals, bounds.

``واحد من ثلاثة`` and ``1 على 3`` are fractions, ``12.32e+14`` is one number, ``> 30`` is 30 with the modifier ``more``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..numbers.digits import SHORT
from ..numbers.number import Number, times
from ..numbers.scales import MAX_SCALE
from ..text.tokens import LATIN
from .base import Free, Mention, View
from .ranges import groups, negative

SIGNS: Final = {">": "more", "<": "less", ">=": "at_least", "<=": "at_most", "≥": "at_least", "≤": "at_most"}
LOWER, UPPER = frozenset(("more", "at_least")), frozenset(("less", "at_most"))
PARTS: Final = word_set("number", "parts")
DOZENS: Final = word_set("number", "dozens")
MAX_EXPONENT: Final = 30


def numbers(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``number``."""
    found = _dozens(view, free) + _parts(view, free)
    spans = {place: _span(view, number) for place, number in enumerate(view.numbers) if free(number) and not _coded(view, number)}
    for group in groups(view, free, {p: (i, j) for p, (i, j, _) in spans.items()}, lambda a, b: True):
        if free.taken[group.i] or group.first != group.last and group.high is None:
            continue
        first = view.numbers[group.first]
        value = group.low if group.high is not None else spans[group.owner][2]
        mention = Mention("number", view, group.i, group.j, value, group.high, f"number-{group.link}", {}, first)
        if negative(view, group.i) and mention.low is not None:
            mention.low = -mention.low
            mention.i -= 1
            mention.start = view.cut.start(mention.i)
        if _compare(view, mention) and not any(free.taken[mention.i : mention.j]):
            free.take(mention.i, mention.j)
            found.append(mention)
    found.sort(key=lambda mention: mention.i)
    return _bounded_intervals(view, found)


def _coded(view: View, number: Number) -> bool:
    """Digits inside a word or an address (1M, NP-2000, +1-222-2222, 1995-01) are no numbers."""
    if not number.digits:
        entry = view.entries[number.i]
        return entry is not None and entry.definite and number.value == 1
    i, j = number.i, number.j
    if view.glued(j) and view.kind(j) == LATIN and not _exponent(view, j):
        return True
    if view.glued(i) and (view.kind(i - 1) == LATIN and view.word(i - 1) not in ("x", "y") or view.word(i - 1) == "+"):
        return True
    return (
        number.end - number.start > 1
        and view.text[number.start] == "0"
        and view.text[number.start + 1] in "0123456789"
        or _chained(view, i, j)
    )


def _chained(view: View, i: int, j: int) -> bool:
    """One of three or more runs of digits that hyphens or slashes string together, or of a phone number after +."""
    left = (
        view.word(i - 1) in ("-", "/")
        and view.is_digits(i - 2)
        and (view.word(i - 3) in ("-", "/", "+") or view.word(j) in ("-", "/") and view.is_digits(j + 1))
    )
    right = view.word(j) in ("-", "/") and view.is_digits(j + 1) and view.word(j + 2) in ("-", "/")
    plus = any(view.word(at) == "+" and view.glued(at + 1) for at in range(max(0, i - 7), i))
    return left or right or plus


def _exponent(view: View, at: int) -> bool:
    return view.word(at) in ("e", "E") and (view.is_digits(at + 1) or view.word(at + 1) in ("+", "-") and view.is_digits(at + 2))


def _span(view: View, number: Number) -> tuple[int, int, Decimal]:
    """A number with what makes it another: an exponent, a point before it, a denominator after it."""
    i, j, value = number.i, number.j, number.value
    if number.digits and _exponent(view, j) and view.glued(j):
        signed = view.word(j + 1) in ("+", "-")
        digits = view.word(j + 2 if signed else j + 1)
        if digits.isdecimal() and len(digits) < 3 and int(digits) <= MAX_EXPONENT:
            power = -int(digits) if view.word(j + 1) == "-" else int(digits)
            return i, j + (3 if signed else 2), times(value, Decimal(10) ** power) if power > 0 else value.scaleb(power)
    if view.word(i - 1) in (".", "٫") and view.glued(i) and not view.glued(i - 1) and number.digits:
        return i - 1, j, Decimal(f"0.{view.word(i)}") if view.word(i).isdecimal() else value
    return _fraction(view, number) or (i, j, value)


def _fraction(view: View, number: Number) -> tuple[int, int, Decimal] | None:
    """1 على 3, واحد من ثلاثة, 3/4, جزء من مئة."""
    link = view.word(number.j)
    after = next((other for other in view.numbers if other.i == number.j + 1), None)
    if after is None or after.value == 0 or abs(after.value) > MAX_SCALE:
        return None
    tight = link == "/" and number.digits and view.glued(number.j) and view.glued(number.j + 1) and view.word(after.j) != "/"
    spoken = link == "علي" or link == "من" and number.value < after.value and view.word(number.i - 1) not in ("من", "اكثر", "اقل")
    if not (tight or spoken):
        return None
    return number.i, after.j, SHORT.divide(number.value, after.value)


def _compare(view: View, mention: Mention) -> bool:
    """Reads the signs of comparison before the number; False where they make no sense (<>, =<)."""
    for size in (2, 1):
        sign = "".join(view.word(mention.i - n) for n in range(size, 0, -1))
        if sign in SIGNS and (size == 1 or view.glued(mention.i - 1)):
            mention.fields["modifier"] = SIGNS[sign]
            return view.word(mention.i - size - 1) not in ("<", "=")
    return True


def _dozens(view: View, free: Free) -> list[Mention]:
    found = []
    for at, word in enumerate(view.words):
        if word in DOZENS and not free.taken[at]:
            before = next((number for number in view.numbers if number.j == at), None)
            i = before.i if before is not None else at
            value = times(before.value, Decimal(12)) if before is not None else Decimal(12)
            found.append(Mention("number", view, i, at + 1, value, None, "number-dozen", {}, before))
            free.take(i, at + 1)
    return found


def _parts(view: View, free: Free) -> list[Mention]:
    """جزء من مئة, عشرون جزءا من خمسة وعشرين."""
    found = []
    for at, word in enumerate(view.words):
        after = next((n for n in view.numbers if n.i == at + 2), None) if word in PARTS and view.word(at + 1) == "من" else None
        if after is None or not free(after) or after.value == 0:
            continue
        before = next((n for n in view.numbers if n.j == at and free(n)), None)
        i = before.i if before is not None else at
        value = SHORT.divide(before.value if before is not None else Decimal(1), after.value)
        found.append(Mention("number", view, i, after.j, value, None, "number-parts", {}, before or after))
        free.take(i, after.j)
    return found


def _bounded_intervals(view: View, found: list[Mention]) -> list[Mention]:
    """أكبر من 10 وأقل من 20 is one interval: two bounds that و joins, the lower below the upper."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        merged = _interval(view, last, mention) if last is not None else None
        if merged is not None:
            out[-1] = merged
        else:
            out.append(mention)
    return out


def _interval(view: View, first: Mention, second: Mention) -> Mention | None:
    a, b = (cues().modifier_before.at(view.words, each.i - 1) for each in (first, second))
    if a is None or b is None or first.low is None or second.low is None or first.high is not None or second.high is not None:
        return None
    cue = second.i - b[1]
    if (
        cue - first.j > 1
        or cue - first.j == 1
        and view.word(first.j) != "و"
        or cue == first.j
        and not view.word(cue).startswith("و")
    ):
        return None
    low, high = (first.low, second.low) if a[0] in LOWER else (second.low, first.low)
    if (a[0] in LOWER) == (b[0] in LOWER) or not {a[0], b[0]} <= LOWER | UPPER or low >= high:
        return None
    return Mention("number", view, first.i, second.j, low, high, "number-bounds", {}, first.number)
