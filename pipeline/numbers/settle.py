"""Which reading of an ambiguous run of digits holds: by what follows, by the rest of the document, by likelihood."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice, pairwise
from typing import Final

from .digits import Reading

# one sign with one, two or more than three digits after it can only be decimal; zero before it too
_DECIMALS: Final = re.compile(r"(?<![0-9.,،])(?:[0-9]{1,3}([.,،])[0-9]{1,2}|0([.,،])[0-9]{3})(?![0-9]|[.,،][0-9])")
_SAMPLE: Final = 400
FULL: Final = 100_000  # three digits before the sign, three after it
NOUGHTS: Final = ",000"
# the letter ر of the wire agencies is a decimal sign in either order; a nought shows which side is whole
_WHOLE_FIRST: Final = re.compile(r"(?<![0-9])0ر[0-9]")
_WHOLE_LAST: Final = re.compile(r"[0-9]ر0(?![0-9])")


class Settle:
    """The habits of one document, found when first asked for. ``text`` is the normalized text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._decimal_signs: frozenset[str] | None = None
        self._whole_first: bool | None = None
        self._grouped: bool | None = None

    # kept by hand: what mypyc makes of functools.cached_property keeps nothing
    @property
    def decimal_signs(self) -> frozenset[str]:
        """The signs that the document uses as decimal sign where nothing else is possible."""
        if self._decimal_signs is None:
            sample = islice(_DECIMALS.finditer(self.text), _SAMPLE)
            self._decimal_signs = frozenset(match[1] or match[2] for match in sample)
        return self._decimal_signs

    @property
    def whole_first(self) -> bool:
        """Whether the ر of the wire has the whole number before it."""
        if self._whole_first is None:
            self._whole_first = _WHOLE_FIRST.search(self.text) is not None and _WHOLE_LAST.search(self.text) is None
        return self._whole_first

    @property
    def grouped(self) -> bool:
        """Whether the document has a number of round thousands with a comma, since no decimal ends in three noughts."""
        if self._grouped is None:
            text = self.text
            parts = text.split(NOUGHTS) if NOUGHTS in text else ()
            self._grouped = any(a[-1:].isdecimal() and not b[:1].isdecimal() for a, b in pairwise(parts))
        return self._grouped

    def value(self, reading: Reading, scaled: bool) -> Decimal:
        """The number of a run of digits; ``scaled`` tells that a magnitude follows.

        Before a magnitude a lone sign is decimal (1.635 مليار, 1.850 مليون) unless the number is round, since nobody writes a
        decimal's last noughts (1.500 مليون; after a comma, 1,850 مليون, one tells), or three digits stand on both sides of a
        comma, as accounts in millions write (162,584 مليون), or commas group the thousands of the document's other numbers
        (150,000 … 1,863 مليون);
        without one it groups thousands (15.000 دولار), unless the document's decimals all have that sign and the number does
        not end in a nought (0.35% … 1.085 دولار).
        """
        if reading.other is None:
            return reading.value
        signs = self.decimal_signs
        if not scaled:
            told = signs == {reading.decimal} and reading.value % 10 != 0
            return reading.other if told else reading.value
        if signs and reading.decimal not in signs:
            return reading.value
        if reading.decimal in signs:
            return reading.other
        if reading.decimal == ".":
            return reading.value if reading.value % 100 == 0 else reading.other
        thousands = reading.value % 10 == 0 or reading.value >= FULL or self.grouped
        return reading.value if thousands else reading.other

    def split(self, first: str, second: str) -> Decimal:
        """Two halves of a number whose order typesetting may have swapped (``5ر4``, ``54، 26``): the whole comes last unless
        it shows itself by a nought, by three digits, or by the document's other numbers.

        >>> Settle("").split("35", "105"), Settle("").split("0", "8")
        (Decimal('105.35'), Decimal('0.8'))
        """
        first_whole = self.whole_first
        if first == "0" or len(first) > 2 >= len(second):
            first_whole = True
        elif second == "0" or len(second) > 2 >= len(first):
            first_whole = False
        return Decimal(f"{first}.{second}") if first_whole else Decimal(f"{second}.{first}")
