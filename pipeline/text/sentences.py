"""Normalized text in, sentence spans out.

A sentence ends at ``. ! ? ؟ …`` before a space, at the end of a line, and nowhere else: not at the point of a number (2.5),
of an abbreviation (ر.س. 20), of an initial (J. K.), nor inside a quotation that goes on. ؛ ends a clause, not a sentence.
"""

import re
from bisect import bisect_right

_END = re.compile(r"""[.!?؟…]+["'»”)\]]*(?=\s)|\n""")
# a point after one letter, or after letters that hold points, belongs to an abbreviation
_ABBREVIATION = re.compile(r"(?:^|[^\w])(?:[^\W\d_](?:\.[^\W\d_])*|Mr|Dr|St|Inc|Ltd|vs|No)$")


def sentence_ends(text: str) -> list[int]:
    """The end offsets of the sentences of a text, ascending; the last is ``len(text)``.

    >>> sentence_ends("بلغ 2.5 مليار. ثم ارتفع؟ نعم")
    [14, 24, 28]
    """
    ends: list[int] = []
    for match in _END.finditer(text):
        if text[match.start()] == "." and match.end() - match.start() == 1 and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start()):
            continue
        ends.append(match.end())
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    return ends


class Sentences:
    """The sentences of one normalized text, found once."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = sentence_ends(text)

    def index(self, offset: int) -> int:
        """Which sentence holds the character at ``offset``."""
        return bisect_right(self.ends, offset)

    def bounds(self, index: int) -> tuple[int, int]:
        """Start and end of a sentence without the spaces around it."""
        start = self.ends[index - 1] if index else 0
        end = self.ends[index]
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end
