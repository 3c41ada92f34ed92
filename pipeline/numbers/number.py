"""What a number is: where it stands, its exact value, how it was said."""

from decimal import Decimal
from typing import Final

from .digits import Reading

ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)
SCALES: Final = ("scale", "plural")
VULGAR: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}


class Number:
    """A number of the text: ``tokens[i:j]``, ``text[start:end]``.

    ``scale`` is the magnitude of its last group (10 مليون: 10^6), ``scaled`` tells whether any magnitude is said,
    ``digits`` whether it is one run of digits, ``reading`` that run's readings, ``prefix`` what is attached to its first word.
    """

    __slots__ = ("digits", "end", "i", "j", "joined", "prefix", "reading", "scale", "scaled", "start", "value", "worded")

    def __init__(self, i: int, j: int, start: int, end: int, value: Decimal, scale: Decimal) -> None:
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.value = value
        self.scale = scale
        self.scaled = scale > HUNDRED
        self.digits = False
        self.worded = False
        self.joined = False
        self.prefix = ""
        self.reading: Reading | None = None

    def __repr__(self) -> str:
        return f"Number({self.value}, {self.start}-{self.end})"


def times(value: Decimal, scale: Decimal) -> Decimal:
    """The product without the noughts that the point leaves behind: 2.5 × 10^9 is 2500000000.

    >>> times(Decimal("2.50"), Decimal(1000)), times(Decimal("1.2345"), Decimal(1000))
    (Decimal('2500'), Decimal('1234.5'))
    """
    product = value * scale
    whole = product.to_integral_value()
    return whole if whole == product else product.normalize()
