"""Enters: the source as it is. Leaves: :class:`NormalizedText`, its normal form and the way back.

The normal form is the lookup form at once: no marks, one alef, one digit set, plain spaces (the table is
:mod:`pipeline.text.charmap`). Every later stage speaks spans of it, and :meth:`NormalizedText.to_raw` leads them home.

>>> page = normalize("بلغَ ٤٧ دولارًا.")
>>> page.text
'بلغ 47 دولارا.'
>>> span = page.to_raw(4, 13)
>>> page.raw[span.start : span.end]
'٤٧ دولارًا'
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ..spans import Span
from .charmap import MARKS, TATWEEL, load_table, members

_TABLE: Final = load_table()
# half of a surrogate pair is no character and cannot be written as UTF-8: it ends a line, so that no claim holds one
_TABLE.update(dict.fromkeys(range(0xD800, 0xE000), "\n"))

# str.replace searches at memory speed, str.translate looks every character up: the few letters that most texts hold are
# replaced without asking, the others when a compiled search meets them, and only a text with many kinds is translated.
_COMMON: Final = tuple((char, _TABLE[ord(char)] or "") for char in "أإآىة\N{ARABIC FATHATAN}")
_KINDS_BEFORE_TRANSLATE: Final = 24


def _char_class(codes: list[int]) -> str:
    """``[…]`` with neighbouring code points joined into ranges."""
    parts: list[str] = []
    for code in sorted(codes):
        if parts and ord(parts[-1][-1]) == code - 1:
            parts[-1] = parts[-1][0] + "-" + chr(code)
        else:
            parts.append(chr(code))
    return "[" + "".join(parts) + "]"


_OTHERS: Final = re.compile(_char_class(list(_TABLE.keys() - {ord(char) for char, _ in _COMMON})))
# by how much a character that is dropped or expanded moves all that follow; one class, which a search skips to
_GROWTH: Final = {chr(code): len(plain or "") - 1 for code, plain in _TABLE.items() if len(plain or "") != 1}
_MOVING: Final = re.compile(_char_class([ord(char) for char in _GROWTH]))
_OWN: Final = f"\u0300-\u036f{MARKS}"
_OWN_MARKS: Final = re.compile(f"(?:{TATWEEL}*+[{_OWN}])*+")
# what such a row of marks begins with: after most words stands a space
_MARK_OR_STROKE: Final = frozenset((TATWEEL, *members(_OWN)))


class NormalizedText:
    """A text in normal form beside its source; both are fixed. Build it with :func:`normalize`.

    ``raw`` is the source, ``text`` the normal form, ``identity`` says that index i of one is index i of the other.
    Where it is not, the map is kept as pieces: from clean index ``_clean[k]`` on, raw indices run from ``_origin[k]`` on.
    """

    __slots__ = ("_clean", "_origin", "identity", "raw", "text")

    def __init__(self, raw: str, text: str, identity: bool) -> None:
        self.raw = raw
        self.text = text
        self.identity = identity
        self._clean: array[int] | None = None
        self._origin: array[int] | None = None

    def raw_index(self, index: int) -> int:
        """Raw index of the clean index (0 … len(text)); all characters of an expanded ligature have its one index."""
        if self.identity:
            return index
        clean, origin = self._pieces()
        piece = bisect_right(clean, index)
        found = origin[piece - 1] + index - clean[piece - 1]
        if piece < len(origin) and found >= origin[piece]:
            return origin[piece] - 1
        return found

    def to_raw(self, start: int, end: int) -> Span:
        """The span of ``raw`` that ``text[start:end]`` was made of; its last letter keeps its own marks."""
        raw_start = self.raw_index(start)
        if end <= start:
            return Span(raw_start, raw_start)
        raw_end = self.raw_index(end - 1) + 1
        marks = _OWN_MARKS.match(self.raw, raw_end) if self.raw[raw_end : raw_end + 1] in _MARK_OR_STROKE else None
        return Span(raw_start, marks.end() if marks is not None else raw_end)

    def _pieces(self) -> tuple["array[int]", "array[int]"]:
        """The two columns of the map, built when first asked for: most texts hold no claim, and nobody asks."""
        if self._clean is None or self._origin is None:
            self._clean, self._origin = _pieces_of(self.raw)
        return self._clean, self._origin


def _pieces_of(raw: str) -> tuple["array[int]", "array[int]"]:
    """Clean and raw starts of the pieces between dropped and expanded characters; the first piece starts at 0, 0.

    A ligature ends its piece, so the clean characters that it expands to run past the raw end of the piece;
    :meth:`NormalizedText.raw_index` stops them there.

    >>> _pieces_of("aـbﻻc")
    (array('q', [0, 1, 4]), array('q', [0, 2, 4]))
    """
    clean, origin = array("q", [0]), array("q", [0])
    shift = 0  # clean index − raw index of the running piece
    for match in _MOVING.finditer(raw):
        end = match.end()
        shift += _GROWTH[match[0]]
        clean.append(end + shift)
        origin.append(end)
    return clean, origin


def plain_words(words: Sequence[str]) -> list[str]:
    """The normal forms of words, together: a table has thousands of them, and each alone would be searched for rare letters.

    >>> plain_words(["مئة", "أرباح"])
    ['مئه', 'ارباح']
    """
    return normalize("\n".join(words)).text.split("\n") if words else []


def normalize(raw: str) -> NormalizedText:
    """The normal form of ``raw``. Linear in its length for any text; never fails; normalizing again changes nothing."""
    if raw.isascii():
        return NormalizedText(raw, raw.replace("\t", " "), True)
    text = raw
    for char, plain in _COMMON:
        text = text.replace(char, plain)
    identity = len(text) == len(raw)  # of the common ones the fathatan is dropped, the others are replaced by one letter
    kinds = 0
    match = _OTHERS.search(text)
    while match is not None:
        replacement = _TABLE[ord(match[0])] or ""
        identity = identity and len(replacement) == 1
        kinds += 1
        if kinds > _KINDS_BEFORE_TRANSLATE:
            return NormalizedText(raw, text.translate(_TABLE), identity and _MOVING.search(text) is None)
        text = text.replace(match[0], replacement)
        match = _OTHERS.search(text, match.start())
    return NormalizedText(raw, text, identity)
