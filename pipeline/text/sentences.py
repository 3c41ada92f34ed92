"""Normalized text in, sentence spans out.

A sentence ends at ``. ! ? ؟ …`` before a space, at the end of a line, and nowhere else: not at the point of a number (2.5),
of an abbreviation (ر.س. 20) unless a word follows that opens a sentence, of an initial (J. K.), nor inside a quotation that goes
on. ؛ ends a clause, not a sentence.
What goes on for longer than LONGEST is cut, so that no text costs more than its length: after a comma, else at a space, and
never inside a word or a run of digits, whose rest would be another number.
"""

import re
from bisect import bisect_right
from typing import Final

from ..lexicon.wordsets import word_set
from .tokens import Cut

# one set of characters opens the pattern, so that the search skips to them; possessive, and tried at the first of several stops
# alone, so that a text of nothing but points takes one pass too
_END: Final = re.compile(r"""[.!?؟…\n](?:(?<=\n)|(?<![.!?؟…]{2})[.!?؟…]*+["'»”)\]]*+(?=\s))""")
# a point after one letter, or after letters that hold points, belongs to an abbreviation
_ABBREVIATION: Final = re.compile(r"(?:^|[^\w])(?:[^\W\d_](?:\.[^\W\d_])*|Mr|Dr|St|Inc|Ltd|vs|No)\Z")
# a gap that parts no 1 500 and no 5 ملايين
_GAP: Final = re.compile(r"(?<![0-9]) (?![0-9])")
# between signs, a word and a number, two numbers: not in 1,500 nor in 5ر4
_PARTED: Final = re.compile(
    r"""[^\w](?![0-9])|(?:[^\w.,٫٬،']|_)(?=[0-9])
      | (?:(?<![0-9])ر|[^\W\d_ر])(?=[0-9¼-¾⅐-⅞])|ر(?=[0-9]{1,9}ر)|[¼-¾⅐-⅞]""",
    re.VERBOSE,
)

KEPT: Final = 256
LONGEST: Final = 2000
"""Characters of a sentence at most; real ones stay below a thousand."""


def sentence_ends(text: str) -> list[int]:
    """The end offsets of the sentences of a text, ascending; the last is ``len(text)``.

    >>> sentence_ends("بلغ 2.5 مليار. ثم ارتفع؟ نعم")
    [14, 24, 28]
    """
    ends: list[int] = []
    last = 0
    for match in _END.finditer(text):
        stop, end = match.span()
        if text[stop] == "." and end - stop == 1 and _abbreviated(text, stop) and not _opens(text, stop):
            continue
        if end - last > LONGEST:
            _cut(text, last, end, ends)
        ends.append(end)
        last = end
    if not ends or last != len(text):
        if len(text) - last > LONGEST:
            _cut(text, last, len(text), ends)
        ends.append(len(text))
    return ends


def _abbreviated(text: str, point: int) -> bool:
    letter = text[point - 2 : point - 1]
    if letter > "\x7f" and letter.isalnum():  # the end of a word, as most often
        return False
    return _ABBREVIATION.search(text, max(0, point - 8), point) is not None


def _opens(text: str, point: int) -> bool:
    """Whether the point of an abbreviation ends its sentence too: 5 د.ك. وقال الوزير; not 5 د.ك. للسهم."""
    if text[point - 2 : point - 1] != ".":
        return False
    after = text[point + 1 : point + 16].split()
    return bool(after) and after[0] in word_set("sentences", "opening")


def _cut(text: str, start: int, end: int, ends: list[int]) -> None:
    """Adds ends within a run without any, each after at most LONGEST characters where something parts them."""
    while end - start > LONGEST:
        low, high = start + LONGEST // 2, start + LONGEST
        place = max(text.rfind("، ", low, high), text.rfind("؛ ", low, high)) + 2
        if place < 2:
            place = max((match.end() for match in _GAP.finditer(text, low, high)), default=0)
        if not place:
            parted = _PARTED.search(text, high, end)
            place = parted.end() if parted is not None else end
        if place < end:
            ends.append(place)
        start = place


class Sentences:
    """The sentences of one normalized text, found once; the scan's ``cuts`` wait here for those who read on, and the numbers of
    the sentences that hold years at most (``dated``)."""

    __slots__ = ("cuts", "dated", "ends", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = sentence_ends(text)
        self.cuts: dict[int, Cut] = {}
        self.dated: set[int] = set()

    def cut(self, index: int) -> Cut:
        """The words of a sentence and what stands between them."""
        kept = self.cuts.pop(index, None)
        if kept is not None:
            return kept
        start, end = self.bounds(index)
        return Cut(self.text, start, end)

    def keep(self, index: int, cut: Cut) -> None:
        """Saves a cut, of a few sentences at a time, for the next who asks."""
        if len(self.cuts) < KEPT:
            self.cuts[index] = cut

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
