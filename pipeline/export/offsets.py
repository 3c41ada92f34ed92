"""Offsets of others and our own. In: a source text; out: ways between its code points and how another program counts.

Ours are code points of the source as it is on disk. A browser counts UTF-16 units, an emoji being two, and some programs make
``\\r\\n`` one character before they count.

>>> way = Counting("😀\\r\\n5٪", lines="\\n", units="utf16")
>>> way.theirs(3), way.ours(3)
(3, 3)
>>> way.text
'😀\\n5٪'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

Units = Literal["points", "utf16"]


@dataclass(frozen=True, slots=True)
class Counting:
    """How a program counts the characters of ``source``. ``lines``: what it makes of ``\\r\\n``; ``text``: what it then has."""

    source: str
    lines: Literal["\r\n", "\n"] = "\r\n"
    units: Units = "points"
    # Their offset of each of our offsets, ascending; two of ours share one of theirs where theirs has no such character.
    _theirs: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        steps = [self._step(i) for i in range(len(self.source))]
        object.__setattr__(self, "_theirs", [0, *accumulate(steps)])

    @property
    def text(self) -> str:
        return self.source.replace("\r\n", self.lines)

    def theirs(self, offset: int) -> int:
        """Their offset of the place before our code point ``offset``."""
        return self._theirs[offset]

    def ours(self, offset: int) -> int | None:
        """Our offset of the first place that is theirs ``offset``; None inside a surrogate pair or outside the text."""
        place = bisect_left(self._theirs, offset)
        return place if place < len(self._theirs) and self._theirs[place] == offset else None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Our span of their span: it begins with its first character and ends with its last."""
        first, last = bisect_right(self._theirs, start) - 1, self.ours(end)
        if last is None or first < 0 or self._theirs[first] != start or last < first:
            return None
        return first, last

    def _step(self, index: int) -> int:
        if self.lines == "\n" and self.source.startswith("\r\n", index):
            return 0
        return 2 if self.units == "utf16" and ord(self.source[index]) > 0xFFFF else 1
