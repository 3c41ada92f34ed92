"""What multiplies a number: the magnitudes after it, each taking in what stands before it (مئتا مليون, ألف مليون)."""

from decimal import Decimal
from typing import Final

from ..lexicon.money import load_money
from ..text.tokens import is_digits
from .digits import read_digits
from .number import HUNDRED, ONE, SCALES, VULGAR, times
from .runs import Runs
from .words import below_1000

BRACKETS: Final = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"'}
MAX_SCALE: Final = Decimal(10) ** 18
# numbers that are fractions too
TENTHS: Final = frozenset(("خمس", "سبع", "تسع", "عشر"))


class Scales(Runs):
    """The magnitudes of one sentence."""

    __slots__ = ()

    def _scales(self, value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, Decimal, int]:
        while end < len(self.words):
            entry = self.entries[end]
            if entry is None or entry.role not in SCALES or entry.joined or entry.prefix or scale >= MAX_SCALE:
                break
            if scale >= entry.value and scale > ONE and not (scale == entry.value == 1000 and value < 10**6):
                break
            value = times(value, entry.value)
            scale = entry.value if scale == ONE else scale * entry.value
            end += 1
        return value, scale, end + 1 if value == scale > HUNDRED and self._is_one(end) else end

    def _is_one(self, at: int) -> bool:
        """مليونا واحدا: the number one after its noun counts it; not مليون واحد وعشرين, مليون وأحد عشر."""
        if self._role(at) != "unit" or self._value(at) != ONE:
            return False
        after = self.entries[at + 1] if at + 1 < len(self.words) else None
        return after is None or after.role not in ("ten10", "ten")

    def _past_scales(self, at: int) -> int:
        """Past the magnitudes and fractions of a run of digits that is no number: they are none by themselves."""
        words, entries = self.words, self.entries
        while at < len(words):
            entry = entries[at]
            if words[at] not in VULGAR and (entry is None or entry.role not in SCALES or entry.prefix):
                break
            at += 1
        return at

    @staticmethod
    def _hundreds_open(value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, Decimal, int]:
        """Round hundreds may be followed by what is below a hundred, in digits too: ثلاث مئة و21."""
        return value, HUNDRED if scale == ONE and value and value % HUNDRED == 0 else scale, end

    def _repeated(self, value: Decimal, end: int) -> int:
        """Past the same number once more in brackets: مائتي (200) مليون, 30 (ثلاثين) مليون."""
        words = self.words
        if end + 2 >= len(words) or words[end] != "(":
            return end
        if is_digits(words[end + 1]):
            again = read_digits(words[end + 1])
            same = again is not None and value in (again.value, again.other)
            return end + 3 if same and words[end + 2] == ")" else end
        told = below_1000(words, self.entries, end + 1)
        return told[1] + 1 if told is not None and told[0] == value and words[told[1] : told[1] + 1] == [")"] else end

    def _unbracketed(self, at: int, end: int) -> int:
        """Past the bracket that closes around the digits ``at`` to ``end``, where what they count follows it: (450) مليون."""
        words = self.words
        opened = at and words[at - 1] in BRACKETS and end < len(words) and words[end] == BRACKETS[words[at - 1]]
        return end + 1 if opened and self._counts(end + 1) else end

    def _opened(self, at: int, end: int) -> bool:
        """Whether the bracket before a number closes within it: (450) مليون, and not (30 (ثلاثين) مليون دولار)."""
        opening, inside = self.words[at - 1], self.words[at:end]
        return opening in BRACKETS and inside.count(BRACKETS[opening]) > inside.count(opening) * (BRACKETS[opening] != opening)

    def _followed(self, at: int) -> bool:
        """Whether what a number counts, or the other end of its interval, stands at a token."""
        return self.words[at : at + 1] == ["الي"] or self._counts(at)

    def _counts(self, at: int) -> bool:
        """Whether a magnitude, a percent sign or a currency stands at a token."""
        entry = self.entries[at] if at < len(self.words) else None
        if entry is not None:
            return entry.role in SCALES and not entry.joined and not entry.prefix
        nouns = load_money().nouns.get(self.words[at], ()) if at < len(self.words) else ()
        return self._percent(at) or any(not noun.weak and not noun.prefix for noun in nouns)

    def _role(self, at: int) -> str | None:
        entry = self.entries[at] if at < len(self.words) else None
        return entry.role if entry is not None and not entry.joined else None

    def _hundredths(self, end: int, at: int) -> bool:
        """33 في المئة و9 في المئة: the hundred after a number that ended before ``end`` is its unit, and begins none with 9."""
        first = at - 1 if self.words[at - 1] == "في" else at
        return first == end and self._percent(end) and self._role(at + 1) not in SCALES

    def _of_one(self, end: int) -> bool:
        """عشر الواحد في المئة, ربع واحد بالمئة: a part of one percent, and not that one."""
        return self.words[end : end + 1] in (["واحد"], ["الواحد"]) and self._percent(end + 1)

    def _tenth(self, at: int) -> bool:
        """عشر الواحد في المئة, خمس الواحد بالمئة: words that are a number too."""
        return self.words[at] in TENTHS and self.words[at + 1 : at + 2] == ["الواحد"] and self._percent(at + 2)

    def _value(self, at: int) -> Decimal:
        entry = self.entries[at]
        return entry.value if entry is not None else ONE

    def _point(self, value: Decimal, end: int) -> tuple[Decimal, int]:
        """The decimals after فاصلة, a digit for each nought: صفر فاصلة صفر خمسة."""
        words, entries = self.words, self.entries
        if self._role(end) != "point":
            return value, end
        digits, at = "", end + 1
        while at < len(words) and (self._role(at) == "zero"):
            digits, at = digits + "0", at + 1
        small = below_1000(words, entries, at) if at < len(words) else None
        if small is not None:
            digits, at = digits + str(small[0]), small[1]
        elif at < len(words) and is_digits(words[at]) and words[at].isdecimal():
            digits, at = digits + words[at], at + 1
        return (Decimal(f"{value}.{digits}"), at) if digits and value == int(value) else (value, end)
