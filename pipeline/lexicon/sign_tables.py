"""Signs, codes and abbreviations of money right after a number or right before it: a text and a place in, a sign's bounds out.

Tables by length, the longest first: one pattern of all 400 takes longer to compile than most texts to read.
"""

from functools import cache
from typing import NamedTuple

from .money import load_money

# a sign before a number is none of these right before: ABC$, 3.$
ARABIC = "\N{ARABIC LETTER HAMZA}"
_NOT_BEFORE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.")


class SignTables(NamedTuple):
    """All signs, those that may stand before a number, the letters that the ones begin with and the others end in, and the
    lengths that they have, the longest first."""

    signs: frozenset[str]
    ahead: frozenset[str]
    firsts: frozenset[str]
    lasts: frozenset[str]
    lengths: tuple[int, ...]

    def after(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The bounds of the sign at ``start``, past one space; a sign that ends in a letter ends the word."""
        if text[start : start + 1] == " " and start < end:
            start += 1
        if text[start : start + 1] not in self.firsts:
            return None
        for length in self.lengths:
            stop = start + length
            if (
                stop <= end
                and text[start:stop] in self.signs
                and not (text[stop - 1].isalpha() and stop < end and _goes_on(text[stop]))
            ):
                return start, stop
        return None

    def before(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The bounds of the longest sign that ends at ``end``, one space allowed, and begins at ``start`` or after."""
        if end > start and text[end - 1] == " ":
            end -= 1
        if text[end - 1 : end] not in self.lasts:
            return None
        for place in range(start, end):
            if text[place:end] in self.ahead and (place == 0 or not _inside(text[place - 1], text[place])):
                return place, end
        return None


def _inside(before: str, first: str) -> bool:
    """Whether a sign that begins with ``first`` is the end of a longer word: دت in فقدت is no dinar."""
    return before in _NOT_BEFORE or first >= ARABIC and first.isalpha() and before.isalpha()


def _goes_on(char: str) -> bool:
    return char.isalnum() or char == "_"


@cache
def sign_tables() -> SignTables:
    """The tables of the lexicon of money; weak signs and those of minor units stand after their number only."""
    money = load_money()
    ahead = frozenset(sign for sign, symbol in money.symbols.items() if not symbol.weak and sign not in money.minor_symbols)
    signs = frozenset((*money.symbols, *money.minor_symbols))
    firsts, lasts = frozenset(sign[0] for sign in signs), frozenset(sign[-1] for sign in ahead)
    return SignTables(signs, ahead, firsts, lasts, tuple(sorted({len(sign) for sign in signs}, reverse=True)))
