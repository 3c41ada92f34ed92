"""What the words of a sentence are good for: words in, bits out, one for each kind of word that an extractor looks for.

One table answers for all extractors, once a sentence: most sentences have few of its words, and most extractors nothing to do.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from .elision import elision_words
from .money import load_money
from .numbers import number_words
from .percent import percent_words
from .years import year_words

# number words, among them tens and what stands after a small number (آلاف)
NUMBER: Final = 1
TENS: Final = 2
PLURAL: Final = 4
# what makes a figure of the number beside it, or may
COMPANY: Final = 8
# nouns and signs of money, and nouns alone; words of percent, and those of points alone
MONEY: Final = 16
NOUN: Final = 32
PERCENT: Final = 64
POINT: Final = 128
# words of relative years; decades
RELATIVE: Final = 256
DECADE: Final = 512

PLURAL_ROLES = frozenset(("plural", "hundred_plural"))
_BITS = {**dict.fromkeys(("ten10", "teen", "ten"), NUMBER | TENS), **dict.fromkeys(PLURAL_ROLES, NUMBER | PLURAL)}
# what stands for a currency between other signs: $, and the letters of the abbreviations ر.س and د.إ
SIGNS = frozenset("$€£¥₪₺₽₹₩⃁﷼") | frozenset("درجل")


class Marks(NamedTuple):
    """``bits`` of each word; ``words`` are its keys, as a set, which says no faster than a dictionary does."""

    words: frozenset[str]
    bits: dict[str, int]

    def of(self, words: list[str]) -> int:
        """The bits of all words together."""
        found = 0
        for word in self.words.intersection(words):
            found |= self.bits[word]
        return found

    def places(self, words: list[str], bit: int) -> list[int]:
        """Where the words of a kind stand."""
        return [at for at, word in enumerate(words) if word in self.words and self.bits[word] & bit]


@cache
def marks() -> Marks:
    """The table of all words that some extractor looks for."""
    money, percent, year = load_money(), percent_words(), year_words()
    bits = dict.fromkeys(money.nouns, COMPANY | MONEY | NOUN)

    def add(words: Iterable[str], bit: int) -> None:
        for word in words:
            bits[word] = bits.get(word, 0) | bit

    for word, entry in number_words().items():
        bits[word] = bits.get(word, 0) | _BITS.get(entry.role, NUMBER)
    add((*SIGNS, *money.symbols, *money.minor_symbols), COMPANY | MONEY)
    add(("%", *percent.one, *percent.after_fi, *percent.point_nouns), COMPANY | PERCENT)
    add(percent.point_ones, COMPANY | PERCENT | POINT)
    add(percent.point_duals, PERCENT | POINT)
    add((*year.eras.rarest(), *year.relative.plural_offsets.rarest()), COMPANY)
    # السعر 47, where an amount before names the currency
    add((*elision_words().prices, *elision_words().closing), COMPANY)
    relative = year.relative
    add((*relative.nouns, *relative.duals, *relative.plurals, *relative.glued, *relative.counted), RELATIVE)
    add(year.decades, DECADE)
    return Marks(frozenset(bits), bits)
