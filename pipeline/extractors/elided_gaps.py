"""Numbers around an amount and the one that may share its unit: what is counted there may be what the second counts too."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ..numbers.number import Number
from .base import Free, Mention, View
from .open_number import open_after

# how many numbers back one is looked for that is compared
LOOK: Final = 4
# and how many may have been counted before
CLAUSES: Final = 12
LAST: Final = 2100
# how near the figure that another is set against
NEAR: Final = 5


def parted(view: View, free: Free, number: Number, before: Mention) -> bool:
    """Whether any number but a year stands between the two."""
    return any(free(other) and not dated(other) for other in view.numbers[_place(view, before.j) : _place(view, number.i)])


def other_between(view: View, free: Free, number: Number, source: Mention) -> bool:
    """سيختارون 126 نائبا بدلا من 76: the number right before, counted, is what this one is compared with."""
    place = _place(view, number.i)
    return any(source.j <= other.i and free(other) and not dating(other) for other in view.numbers[max(0, place - LOOK) : place])


def counted_before(view: View, free: Free, before: Mention) -> bool:
    """باع 20 سيارة بـ300 ألف: something is counted before the figure, and may be counted again after it."""
    place = _place(view, before.i)
    return any(free(other) and not dated(other) for other in view.numbers[max(0, place - CLAUSES) : place])


def counted_against(view: View, number: Number) -> bool:
    """2,7 مليون قنطار مقابل 7,5 ملايين: what is counted before مقابل is counted after it."""
    before = next((other for other in reversed(view.numbers) if other.j < number.i), None)
    if before is None or not before.scaled or view.word(number.i - 1) != "مقابل" or number.i - before.j > NEAR:
        return False
    return view.is_word(before.j) and not open_after(view, before)


def counted_first(view: View, number: Number) -> bool:
    """زادت 6.4 مليون برميل فيما توقعوا زيادة بـ1.9 مليون: the magnitude before it counts a thing, and so does it."""
    before = next((other for other in reversed(view.numbers[: _place(view, number.i)]) if other.scaled), None)
    return before is not None and view.is_word(before.j) and not open_after(view, before)


def _place(view: View, at: int) -> int:
    """How many numbers begin before token ``at``."""
    return bisect_left(view.numbers, at, key=lambda other: other.i)


def dated(number: Number) -> bool:
    return number.digits and number.end - number.start == 4 and number.value % 1 == 0


def yearly(number: Number, first: int) -> bool:
    """Whether a number has the digits of a year, not before ``first``."""
    return dated(number) and first <= number.value <= LAST


def dating(number: Number) -> bool:
    """Whether a number may be a year or a day of the month."""
    return dated(number) or number.value < 32
