"""Tokens in, the spelled number below a thousand that starts at one of them out.

و adds, juxtaposition multiplies (ثلاث مئة), the teens excepted (ثلاثة عشر). Each decimal place is filled once: the word that
finds its place taken begins another number. Units stand before tens, hundreds before both; the order of a date, units first
and hundreds last (تسع وخمسين وتسعمئة وألف), is taken only when the thousand or an era closes it, or a year's noun opens it.
"""

from decimal import Decimal
from typing import Final

from ..lexicon.marks import NUMBER, marks
from ..lexicon.numbers import NumberEntry, number_words
from ..lexicon.wordsets import word_set

YEAR_NOUNS: Final = word_set("scan", "year_nouns")
ERAS: Final = word_set("scan", "eras")
Entries = list[NumberEntry | None]

SIMPLE: Final = frozenset(("zero", "unit", "ten10", "teen", "ten", "hundred", "hundreds"))


def entries_of(words: list[str]) -> Entries:
    """The number word that each word is, None where it is none."""
    table = number_words()
    found: Entries = [None] * len(words)
    for at in marks().places(words, NUMBER):
        found[at] = table[words[at]]
    return found


def next_joined(words: list[str], entries: Entries, at: int) -> tuple[int, bool]:
    """Where the word after ``at`` is, a lone و passed over, and whether و joins it."""
    if at < len(words):
        entry = entries[at]
        if entry is not None:
            # وأحد عشر is written like واحد عشر, which nobody says
            eleven = words[at] == "واحد" and at + 1 < len(words) and words[at + 1] in ("عشر", "عشره")
            return at, entry.joined or eleven
        if words[at] == "و" and at + 1 < len(words):
            return at + 1, True
    return at, False


class Below1000:
    """The places of one number below a thousand, filled word by word; ``push`` refuses what does not fit."""

    __slots__ = ("hundreds", "tens", "units")

    def __init__(self) -> None:
        self.hundreds: int | None = None
        self.tens: int | None = None
        self.units: int | None = None

    @property
    def value(self) -> int:
        return (self.hundreds or 0) * 100 + (self.tens or 0) * 10 + (self.units or 0)

    @property
    def empty(self) -> bool:
        return self.hundreds is None and self.tens is None and self.units is None

    def push(self, role: str, value: int, joined: bool) -> bool:
        if role in ("unit", "one"):
            return self._unit(value, joined)
        if role in ("ten10", "teen", "ten"):
            return self._ten(role, value, joined)
        if role in ("hundred", "hundred_plural", "hundreds"):
            return self._hundred(role, value, joined)
        return False

    def _unit(self, value: int, joined: bool) -> bool:
        if self.units is not None or self.tens is not None:
            return False
        self.units = value
        return True

    def _ten(self, role: str, value: int, joined: bool) -> bool:
        if self.tens is not None:
            return False
        if role == "ten10" and self.units is not None:
            if joined:
                return False
            self.tens = 1
            return True
        if role == "ten" and (self.empty or joined):
            self.tens = value // 10
            return True
        if role != "ten" and self.units is None and (self.empty or joined or role == "teen"):
            self.tens, self.units = divmod(value, 10)
            return True
        return False

    def _hundred(self, role: str, value: int, joined: bool) -> bool:
        if self.hundreds is not None:
            return False
        if role != "hundreds" and not joined and self.units is not None and self.tens is None:
            self.hundreds, self.units = self.units, None
            return True
        if role == "hundred_plural":
            return False
        if self.empty:
            self.hundreds = value // 100
            return True
        return False


def below_1000(words: list[str], entries: Entries, at: int) -> tuple[Decimal, int] | None:
    """The number that starts at token ``at`` and the token after it; None where none starts."""
    first = entries[at]
    if first is None or first.role not in SIMPLE and first.role != "one":
        return None
    if first.role == "zero":
        return first.value, at + 1
    number = Below1000()
    number.push(first.role, int(first.value), False)
    end = at + 1
    ones_open = first.role == "one"
    while end < len(words):
        place, joined = next_joined(words, entries, end)
        entry = entries[place] if place < len(words) else None
        if entry is None or entry.definite and not first.definite or entry.role == "unit" and _numerator(entries, place):
            break
        if entry.prefix.startswith("ب"):
            break  # الخمسة بالمائة is five in a hundred
        if first.definite and first.role == "unit" and first.value == 1 and not joined:
            break
        if not number.push(entry.role, int(entry.value), joined):
            if _date_order(number, entry, joined) and (closed := _year_closed(words, entries, place, at)):
                return Decimal(closed[0] + number.value), closed[1]
            break
        ones_open = ones_open and entry.role not in ("ten10", "ten")
        end = place + 1
    return None if ones_open else (Decimal(number.value), end)


def _date_order(number: Below1000, entry: NumberEntry, joined: bool) -> bool:
    return joined and number.hundreds is None and entry.role in ("hundred", "hundreds")


def _numerator(entries: Entries, at: int) -> bool:
    """مئة وثلاثة أرباع is a hundred and three quarters: the unit belongs to the fraction."""
    after = entries[at + 1] if at + 1 < len(entries) else None
    return after is not None and after.role == "parts" and not after.joined


def _year_closed(words: list[str], entries: Entries, hundreds_at: int, first: int) -> tuple[int, int] | None:
    """Hundreds that a year ends in, and the token after it, in the order of a date: وألف follows them, an era does, or a year's
    noun opens it (سنة ثلاث وستين وثلاثمائة)."""
    place, joined = next_joined(words, entries, hundreds_at + 1)
    after = entries[place] if place < len(words) else None
    entry = entries[hundreds_at]
    if entry is None:
        return None
    if after is not None and joined and after.role == "scale" and after.value == 1000:
        return 1000 + int(entry.value), place + 1
    dated = first > 0 and words[first - 1] in YEAR_NOUNS or place < len(words) and words[place] in ERAS
    return (int(entry.value), hundreds_at + 1) if dated and after is None else None
