"""Where a span stands, and text made safe to print. In: a source text and offsets; out: line and column, printable text.

>>> Lines("سعر\\r\\n5 دنانير").at(5)
Place(line=2, column=1)
>>> visible("a\\x1b[31mb\\u202ec")
'a␛[31mbc'
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

FSI, PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
RLI, LRI = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{LEFT-TO-RIGHT ISOLATE}"

# A source must not steer the terminal: control characters become their pictures, and overrides that would end or turn an
# isolate around the text are left out.
_SAFE: dict[int, int | str | None] = {code: 0x2400 + code for code in range(0x20)} | {0x7F: "␡"}
_SAFE |= dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
_SAFE |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_SAFE |= dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " ")

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


class Place(NamedTuple):
    """One-based; the column counts code points."""

    line: int
    column: int


class Lines:
    """The line starts of a text; a line ends with its line feed."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]

    def at(self, offset: int) -> Place:
        """Place of the code point at ``offset``."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def visible(text: str) -> str:
    """One printable line: nothing in it can move the cursor, change colours or turn the direction of what follows."""
    return text.translate(_SAFE)


def told(text: str, terminal: bool) -> str:
    """What a command says, for where it goes: a terminal keeps the isolates, a pipe gets plain text without invisible marks.

    >>> told(isolate("5 دولارات"), terminal=False)
    '5 دولارات'
    """
    return text if terminal else text.translate(_ISOLATES)


def isolate(text: str, mark: str = FSI) -> str:
    """The text with its direction kept to itself.

    >>> isolate("5.50", LRI) == "\\N{LEFT-TO-RIGHT ISOLATE}5.50\\N{POP DIRECTIONAL ISOLATE}"
    True
    """
    return f"{mark}{text}{PDI}"
