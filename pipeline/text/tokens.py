"""Normalized text in, tokens out: words, runs of digits, Latin words, single signs; spans in the normalized text.

>>> [t.text for t in tokenize("بلغت 1,5% من 16في المئه")]
['بلغت', '1,5', '%', 'من', '16', 'في', 'المئه']
"""

import re
from itertools import accumulate

WORD, DIGITS, LATIN, SIGN = range(4)

_CLASSES = (
    r"[\u0621-\u064a\u0671-\u06d3]+",  # an Arabic word
    r"[0-9]+(?:[.,٫٬،'][0-9]+)*",  # digits with the signs that stand inside a number
    r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]+",  # a Latin or Cyrillic word
    r"\S",  # any other sign
)
_TOKEN = re.compile("|".join(_CLASSES))
_PIECES = re.compile(f"({_TOKEN.pattern})").split
_FIRST = tuple(re.compile(pattern) for pattern in _CLASSES[:3])


class Token:
    """``text[start:end]`` of the normalized text, and which of WORD, DIGITS, LATIN, SIGN it is."""

    __slots__ = ("end", "kind", "start", "text")

    def __init__(self, start: int, end: int, text: str, kind: int) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start}-{self.end})"


class _Kinds(dict[str, int]):
    """A token's first character → its kind, found out once for each character that texts hold."""

    def __missing__(self, char: str) -> int:
        kind = self[char] = next((kind for kind, pattern in enumerate(_FIRST) if pattern.match(char)), SIGN)
        return kind


_KINDS = _Kinds()


def pieces(text: str) -> list[str]:
    """A gap, a token, a gap, …, a token, a gap: the text cut up, and nothing left out.

    >>> pieces("من 7%")
    ['', 'من', ' ', '7', '', '%', '']
    """
    return _PIECES(text)


def tokens_of(cut: list[str], start: int) -> list[Token]:
    """The tokens of :func:`pieces` of a text that begins at offset ``start``."""
    # the loops run in C: a sentence is cut for each of its tokens, and this is where most of its time goes
    offsets = list(accumulate(map(len, cut), initial=start))
    words, kinds = cut[1::2], _KINDS
    return list(map(Token, offsets[1::2], offsets[2::2], words, [kinds[word[0]] for word in words]))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, in order, with offsets in ``text``."""
    return tokens_of(_PIECES(text[start:end]), start)
