"""Normalized text in, tokens out: words, runs of digits, Latin words, single signs; spans in the normalized text.

>>> [t.text for t in tokenize("بلغت 1,5% من 16في المئه")]
['بلغت', '1,5', '%', 'من', '16', 'في', 'المئه']
"""

import re

WORD, DIGITS, LATIN, SIGN = range(4)

_TOKEN = re.compile(
    r"""
    ([\u0621-\u064a\u0671-\u06d3]+)              # an Arabic word
    | ([0-9]+(?:[.,٫٬،'][0-9]+)*)                # digits with the signs that stand inside a number
    | ([A-Za-z\u00c0-\u024f\u0400-\u04ff]+)      # a Latin or Cyrillic word
    | \S                                         # any other sign
    """,
    re.VERBOSE,
)


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


_KIND = {1: WORD, 2: DIGITS, 3: LATIN, None: SIGN}


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, in order, with offsets in ``text``."""
    kinds = _KIND
    return [
        Token(m.start(), m.end(), m[0], kinds[m.lastindex])
        for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
