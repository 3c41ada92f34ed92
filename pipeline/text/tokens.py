"""Normalized text in, tokens out: words, runs of digits, Latin words, single signs, and where they stand in the text.

>>> cut("بلغت 1,5% من 16في المئه").words
['بلغت', '1,5', '%', 'من', '16', 'في', 'المئه']
"""

import re
from itertools import accumulate
from typing import Final

WORD: Final = 0
DIGITS: Final = 1
LATIN: Final = 2
SIGN: Final = 3

_CLASSES: Final = (
    r"[\u0621-\u064a\u0671-\u06d3]+",  # an Arabic word
    r"[0-9]+(?:[.,٫٬،'][0-9]+)*",  # digits with the signs that stand inside a number
    r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]+",  # a Latin or Cyrillic word
    r"\S",  # any other sign
)
# a space is no token, which the search need not learn of each class in turn
_PIECES: Final = re.compile(f"(?! )({'|'.join(_CLASSES)})").split
_FIRST: Final = tuple(re.compile(pattern) for pattern in _CLASSES[:3])


class _Kinds(dict[str, int]):
    """A token's first character → its kind, found out once for each character that texts hold."""

    def __missing__(self, char: str) -> int:
        kind = self[char] = next((kind for kind, pattern in enumerate(_FIRST) if pattern.match(char)), SIGN)
        return kind


_KINDS: Final = _Kinds()


class Cut:
    """``text[start:end]`` cut into a gap, a word, a gap, …, a word, a gap, nothing left out. ``marks``: what the words are good
    for (:mod:`pipeline.lexicon.marks`), once somebody has asked.

    >>> cut = Cut("من 7%", 0, 5)
    >>> cut.words, cut.start(2), cut.gap(1), cut.glued(2)
    (['من', '7', '%'], 4, ' ', True)
    """

    __slots__ = ("_offsets", "_pieces", "bounds", "marks", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.bounds = start, end
        self._pieces = _PIECES(text[start:end])
        self._offsets: list[int] | None = None
        self.words: list[str] = self._pieces[1::2]
        self.marks: int | None = None

    def offsets(self) -> list[int]:
        """Where each gap and each word begins, by turns, in the whole text."""
        if self._offsets is None:
            self._offsets = list(accumulate(map(len, self._pieces), initial=self.bounds[0]))
        return self._offsets

    def start(self, at: int) -> int:
        return (self._offsets or self.offsets())[2 * at + 1]

    def end(self, at: int) -> int:
        return (self._offsets or self.offsets())[2 * at + 2]

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self._pieces[2 * at]

    def glued(self, at: int) -> bool:
        return not self._pieces[2 * at]


def kind_of(word: str) -> int:
    """WORD, DIGITS, LATIN or SIGN."""
    return _KINDS[word[0]]


def is_digits(word: str) -> bool:
    """Whether a word is of the kind DIGITS; most are Arabic, and told by the first comparison."""
    return ":" > word >= "0"


def cut(text: str) -> Cut:
    """The whole of a text, cut into words."""
    return Cut(text, 0, len(text))
