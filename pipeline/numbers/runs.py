"""A token of digits in; the run that it opens out: thousands set apart by spaces, halves in the wrong order, years that are no
part of the amount after them."""

from decimal import Decimal
from typing import Final

from ..lexicon.wordsets import word_set
from ..text.tokens import Cut, is_digits
from .number import SCALES
from .settle import Settle
from .words import Entries

DATING: Final = word_set("scan", "dating")
OF_THEM: Final = word_set("percent", "of_them")
PERCENT: Final = frozenset(("%", "بالمئه", "بالمائه", "بالميه"))


class Runs:
    """The runs of digits of one sentence, given as its :class:`~pipeline.text.tokens.Cut`. ``settle`` chooses between the
    readings of an ambiguous one."""

    __slots__ = ("cut", "entries", "settle", "words")

    def __init__(self, cut: Cut, settle: Settle, entries: Entries) -> None:
        self.cut = cut
        self.words = cut.words
        self.settle = settle
        self.entries = entries

    def _dated(self, at: int) -> bool:
        """عام 1968 مئة جنيه, في 2018 مليونا: a year, and the amount after it is another number."""
        run = self.words[at]
        return len(run) == 4 and run.isdecimal() and "1500" <= run <= "2099" and at > 0 and self.words[at - 1] in DATING

    def _run(self, at: int) -> tuple[str, int, int]:
        """A run of digits with its thousands set apart by spaces (1 500 000): its text, end offset, and the token after it."""
        words = self.words
        run, end = words[at], at + 1
        if len(run) > 3 or run[0] == "0" or not run.isdecimal():
            return run, self.cut.end(at), end
        while end < len(words) and self._thousands(end):
            run += words[end]
            end += 1
            if not words[end - 1].isdecimal():
                break
        return run, self.cut.end(end - 1), end

    def _swapped(self, at: int) -> Decimal | None:
        """Two halves in the wrong order: ``5ر4`` of the wire agencies, ``54، 26 في المائة`` of right-to-left typesetting."""
        words = self.words
        if at + 2 >= len(words) or not is_digits(words[at + 2]):
            return None
        first, sign, second = words[at : at + 3]
        if not (first.isdecimal() and second.isdecimal()) or not self.cut.glued(at + 1) or len(first) > 3 or len(second) > 3:
            return None
        if sign == "ر" and self.cut.glued(at + 2):
            return self.settle.split(first, second)
        if sign != "،" or len(first) > 2 or self.cut.gap(at + 2) != " " or at and self._goes_on(at):
            return None
        return self.settle.split(first, second) if self._measured(at + 3) and not self._counted_before(at + 3) else None

    def _goes_on(self, at: int) -> bool:
        """Whether a number is the next of a list, or the end of a range: 2014-15، 818 مليون."""
        before = self.words[at - 1]
        return before == "،" or is_digits(before) or self.cut.glued(at)

    def _counted_before(self, at: int) -> bool:
        """Whether a percentage is a part of what the number before its comma counts: العدد 38، 71% منهم."""
        return any(word in OF_THEM for word in self.words[at + 1 : at + 3])

    def _measured(self, at: int) -> bool:
        """Whether a percent word or a magnitude follows: then a comma before cannot be a list's."""
        entry = self.entries[at] if at < len(self.words) else None
        if entry is not None:
            return entry.role in SCALES and not entry.joined
        return self._percent(at)

    def _percent(self, at: int) -> bool:
        word, after = (self.words[place] if place < len(self.words) else "" for place in (at, at + 1))
        return word in PERCENT or word == "في" and after in ("المئه", "المائه")

    def _run_end(self, at: int) -> tuple[str, int]:
        run, end, _ = self._run(at)
        return run, end

    def _thousands(self, at: int) -> bool:
        """Whether a token holds three more digits of the number before it, a plain space between."""
        digits = self.words[at]
        if not is_digits(digits) or self.cut.gap(at) != " ":
            return False
        more = len(digits) > 4 and digits[3] in ".,٫" and digits[4:].isdecimal() and len(digits) < 7
        return digits[:3].isdecimal() and (len(digits) == 3 or more)
