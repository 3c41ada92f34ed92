"""What multiplies a number: the magnitudes after it, each taking in what stands before it (مئتا مليون, ألف مليون)."""

from decimal import Decimal

from ..text.tokens import is_digits
from .digits import read_digits
from .number import HUNDRED, ONE, SCALES, times
from .runs import Runs

MAX_SCALE = Decimal(10) ** 18


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
        return value, scale, end

    @staticmethod
    def _hundreds_open(value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, Decimal, int]:
        """Round hundreds may be followed by what is below a hundred, in digits too: ثلاث مئة و21."""
        return value, HUNDRED if scale == ONE and value and value % HUNDRED == 0 else scale, end

    def _repeated(self, value: Decimal, end: int) -> int:
        """Past the same number once more in brackets: مائتي (200) مليون."""
        words = self.words
        if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and is_digits(words[end + 1]):
            again = read_digits(words[end + 1])
            if again is not None and value in (again.value, again.other):
                return end + 3
        return end

    def _role(self, at: int) -> str | None:
        entry = self.entries[at] if at < len(self.words) else None
        return entry.role if entry is not None and not entry.joined else None

    def _value(self, at: int) -> Decimal:
        entry = self.entries[at]
        return entry.value if entry is not None else ONE
