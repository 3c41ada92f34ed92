"""Tokens in, numbers out: digits, spelled numbers and mixtures of them, each with its exact value and its tokens.

A number is a chain of groups joined by و whose scales fall (مليون و309 آلاف و20); a scale takes in what stands before it
(مئتا مليون, ألف مليون); a fraction after و belongs to the last scale (مليون ونصف) or to the one that it names (ونصف المليون).
"""

from decimal import Decimal
from typing import Final

from ..text.tokens import is_digits
from .digits import MAX_DIGITS, SHORT, Reading, read_digits
from .number import HUNDRED, ONE, SCALES, VULGAR, Number, times
from .ordinals import ordinal_half
from .rows import outside_rows
from .scales import BRACKETS, Scales
from .words import below_1000, next_joined

# right after a number above ten these are fractions: ثلاثة وعشرون خمس
FIFTHS: Final = {"خمس": Decimal(5), "سبع": Decimal(7), "تسع": Decimal(9)}
# between two runs of digits these may join them: 5ر4, 54، 26 في المئة, 200 (200) مليون
BEFORE_DIGITS: Final = frozenset("ر،(")


class Scanner(Scales):
    """Reads the numbers of one sentence."""

    __slots__ = ()

    def numbers(self) -> list[Number]:
        """All numbers, left to right in reading order, none overlapping another."""
        found: list[Number] = []
        entries, end, words = self.entries, 0, self.words
        starts = [at for at, word in enumerate(words) if entries[at] is not None or ":" > word >= "0" or word in VULGAR]
        for at in outside_rows(starts, words):
            if at < end or found and self._hundredths(end, at) or ordinal_half(words, entries, at):
                continue
            number = self._plain(at) or self.number_at(at)
            if number is not None:
                found.append(number)
                end = number.j
            elif is_digits(words[at]):
                end = self._past_scales(at + 1)
        return found

    def _plain(self, at: int) -> Number | None:
        """A run of digits with nothing after it that could go on with it: what most numbers are, and need no more."""
        words, run, end = self.words, self.words[at], at + 1
        if not run.isdecimal() or len(run) > MAX_DIGITS or run in VULGAR:
            return None
        if end < len(words):
            after = words[end]
            if self.entries[end] is not None or after == "و" or is_digits(after) or after in VULGAR:
                return None
            if (
                after in BEFORE_DIGITS
                and end + 1 < len(words)
                and (is_digits(words[end + 1]) or self.entries[end + 1] is not None)
            ):
                return None
            if at and words[at - 1] in BRACKETS and after == BRACKETS[words[at - 1]]:
                return None
        value = Decimal(run)
        number = Number(at, end, self.cut.start(at), self.cut.end(at), value, ONE)
        number.digits = True
        number.reading = Reading(value)
        return number

    def number_at(self, at: int, again: bool = False) -> Number | None:
        """The longest number that starts at token ``at``; ``again`` tells that it stands in the brackets after another."""
        group = self._group(at)
        if group is None:
            return None
        value, scale, end = group
        last, joined_any = scale, False
        while True:
            place, joined = next_joined(self.words, self.entries, end)
            if not joined and place < len(self.words) and not self._juxtaposed(place, end):
                break
            step = self._addend(place, joined, last) if place < len(self.words) else None
            if step is None and joined and place < len(self.words):
                whole = self._thousands_of(place, at, value, last)
                if whole is not None:
                    value, last, end = whole
                    joined_any = True
                    continue
                step = self._again(place, value, last)
            if step is None:
                break
            added, last, end = step
            value += added
            joined_any = True
        value, end = self._point(value, end) if last <= HUNDRED else (value, end)
        value, last, end = self._scales(value, last, end) if joined_any and last == ONE and value % 1 else (value, last, end)
        return self._made(at, end if again else self._said_again(value, end), value, max(scale, last), last)

    def _said_again(self, value: Decimal, end: int) -> int:
        """Past the same number in brackets, before what both count: 30 مليون (ثلاثين مليون) دولار, ألفي (2000) دينار."""
        words = self.words
        number = self.number_at(end + 1, again=True) if end + 2 < len(words) and words[end] == "(" else None
        if number is None or number.value != value:
            return end
        close = number.j - 1 if words[number.j - 1] == ")" else number.j
        return close + 1 if words[close : close + 1] == [")"] and self._followed(close + 1) else end

    def _made(self, at: int, end: int, value: Decimal, scale: Decimal, last: Decimal) -> Number:
        first = at - 1 if at and self._opened(at, end) else at
        number = Number(first, end, self.cut.start(first), self.cut.end(end - 1), value, last)
        number.scaled = scale > HUNDRED
        entry = self.entries[at]
        if is_digits(self.words[at]):
            number.digits = number.end == self._run_end(at)[1]
            number.reading = read_digits(self._run_end(at)[0]) if number.digits else None
        elif entry is not None:
            number.worded, number.prefix, number.joined = True, entry.prefix, entry.joined
        return number

    # --- one group: digits or words, then the scales that take them in

    def _group(self, at: int) -> tuple[Decimal, Decimal, int] | None:
        word, entry = self.words[at], self.entries[at]
        if is_digits(word):
            return self._digits_group(at)
        if word in VULGAR:
            return self._scales(VULGAR[word], ONE, at + 1)
        if entry is None:
            return None
        if entry.role == "scale":
            return self._scales(entry.value, entry.value, at + 1)
        if entry.role == "dual":
            return self._scales(entry.value * 2, entry.value, at + 1)
        if entry.role in ("fraction", "half") or self._tenth(at):
            return self._fraction_group(at)
        small = below_1000(self.words, self.entries, at)
        if small is None:
            return None
        value, end = small
        end = self._repeated(value, end)
        parts = self.entries[end] if end < len(self.words) else None
        if parts is not None and parts.role == "parts" and not parts.joined:
            return self._fraction_scales(value * parts.value, end + 1)
        if value > 10 and parts is not None and self.words[end] in FIFTHS:
            return SHORT.divide(value, FIFTHS[self.words[end]]), ONE, end + 1
        if value >= 1000:
            return value, Decimal(1000), end
        return self._hundreds_open(*self._scales(value, ONE, end))

    def _digits_group(self, at: int) -> tuple[Decimal, Decimal, int] | None:
        swapped = self._swapped(at)
        if swapped is not None:
            return self._scales(swapped, ONE, at + 3)
        if self._dated(at):
            return Decimal(self.words[at]), ONE, at + 1
        run, _, end = self._run(at)
        reading = read_digits(run)
        if reading is None:
            return None
        end = self._unbracketed(at, self._repeated(reading.value, end))
        entry = self.entries[end] if end < len(self.words) else None
        scaled = entry is not None and entry.role in SCALES and not entry.joined and entry.value > 1000
        value = self.settle.value(reading, scaled)
        if self._percent(end) and reading.other is not None and reading.decimal == "." and reading.value % 10:
            value = reading.other  # nobody has a share of thousands: 4.125 في المئة
        if end < len(self.words) and self.words[end] in VULGAR:
            return self._scales(value + VULGAR[self.words[end]], ONE, end + 1)
        if entry is not None and not entry.joined and not entry.prefix and entry.role in ("hundred", "hundred_plural"):
            return self._hundreds_open(*self._scales(times(value, HUNDRED), ONE, end + 1))
        if entry is not None and entry.role == "parts" and not entry.joined:
            return self._fraction_scales(value * entry.value, end + 1)
        return self._scales(value, ONE, end)

    # --- what و adds

    def _juxtaposed(self, place: int, end: int) -> bool:
        """Spoken and careless writing leave و out: خمسمية خمسة, ٤ آلاف ٣ مائة."""
        entry, before = self.entries[place], self.entries[end - 1]
        if before is None or before.role not in SCALES:
            return False
        if entry is not None:
            return entry.role in ("unit", "ten", "hundreds", "hundred") and not entry.prefix
        after = self.entries[place + 1] if place + 1 < len(self.words) else None
        return is_digits(self.words[place]) and after is not None and after.role.startswith("hundred") and not after.prefix

    def _addend(self, place: int, joined: bool, last: Decimal) -> tuple[Decimal, Decimal, int] | None:
        entry = self.entries[place]
        if entry is not None and entry.role in ("fraction", "half", "parts"):
            return self._added_fraction(place, last)
        numerator = below_1000(self.words, self.entries, place) if entry is not None else None
        if numerator is not None and self._role(numerator[1]) == "parts":
            whole = last if last > HUNDRED else ONE
            return times(numerator[0] * self._value(numerator[1]), whole), ONE, numerator[1] + 1
        if last == ONE:
            return None
        group = self._group(place)
        if group is None:
            return None
        value, scale, end = group
        if value >= last or value == 0:
            return None
        return value, scale, end

    def _again(self, place: int, value: Decimal, last: Decimal) -> tuple[Decimal, Decimal, int] | None:
        """101 and 102 times a scale repeat it: مئة ألف وألف, خمسمئة مليون ومليونان."""
        entry = self.entries[place]
        if entry is None or entry.role not in ("scale", "dual") or entry.value != last or last < 1000 or value % (last * HUNDRED):
            return None
        return entry.value * (2 if entry.role == "dual" else 1), last, place + 1

    def _thousands_of(self, place: int, at: int, value: Decimal, last: Decimal) -> tuple[Decimal, Decimal, int] | None:
        """Thousands and hundreds count one magnitude: 4 آلاف و900 مليون is 4.9 milliards; after بين they are two numbers."""
        if last != 1000 or value % 1000 or value >= 10**6 or at and self.words[at - 1] in ("بين", "مابين"):
            return None
        small = self._below_thousand(place)
        entry = self.entries[small[1]] if small is not None and small[1] < len(self.words) else None
        if small is None or entry is None or entry.role not in SCALES or entry.joined or entry.prefix or entry.value < 10**6:
            return None
        return times(value + small[0], entry.value), entry.value, small[1] + 1

    def _below_thousand(self, place: int) -> tuple[Decimal, int] | None:
        word = self.words[place]
        if word.isdecimal() and word not in VULGAR:
            return (Decimal(word), place + 1) if 100 <= int(word) < 1000 else None
        small = below_1000(self.words, self.entries, place) if self.entries[place] is not None else None
        return small if small is not None and small[0] >= 100 else None

    # --- fractions

    def _fraction_group(self, at: int) -> tuple[Decimal, Decimal, int] | None:
        entry = self.entries[at]
        if entry is None or entry.definite:
            return None
        value, scale, end = self._fraction_scales(SHORT.divide(ONE, entry.value) if self._tenth(at) else entry.value, at + 1)
        if entry.role == "half" and scale == ONE and end == at + 1:
            return None
        return value, scale, end

    def _fraction_scales(self, value: Decimal, end: int) -> tuple[Decimal, Decimal, int]:
        """A fraction's scale may be definite: ثلاثة أرباع المليون."""
        entry = self.entries[end] if end < len(self.words) else None
        if entry is not None and entry.role == "scale" and entry.prefix == "ال":
            return times(value, entry.value), entry.value, end + 1
        return self._scales(value, ONE, end + self._of_one(end))

    def _added_fraction(self, place: int, last: Decimal) -> tuple[Decimal, Decimal, int] | None:
        entry = self.entries[place]
        if entry is None or entry.definite or entry.role == "parts":
            return None
        value, scale, end = self._fraction_scales(entry.value, place + 1)
        if scale == ONE or last <= HUNDRED:
            return times(entry.value, last) if last > HUNDRED else entry.value, ONE, end if scale == ONE else place + 1
        return (value, ONE, end) if scale <= last else None
