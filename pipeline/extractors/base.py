"""What extractors share: the view of one sentence that they read, the Mention that they yield."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..lexicon.marks import NUMBER, marks
from ..lexicon.numbers import NumberEntry
from ..numbers.number import Number
from ..numbers.scan import Scanner
from ..numbers.settle import Settle
from ..numbers.words import entries_of
from ..text.charmap import MARKS, TATWEEL
from ..text.normalize import NormalizedText
from ..text.tokens import WORD, Cut, is_digits, kind_of

if TYPE_CHECKING:
    from .views import Views

_MARKS: Final = re.compile(f"[{MARKS}{TATWEEL}]")
# web and mail addresses hold no numbers; possessive and tried at the first letter alone, so that a long run takes one pass
_ADDRESS: Final = re.compile(r"(?<![a-z])[a-z]++://\S+|www\.\S+|(?<![^\s@])[^\s@]++@[^\s@]+")


class View:
    """One sentence: its bounds in the normalized text, its words, its numbers and where each begins. What takes work
    is found when it is first asked for."""

    __slots__ = (
        "_entries", "_kinds", "_numbers",
        "cut", "end", "index", "page", "settle", "size", "start", "text", "views", "words",
    )  # fmt: skip

    def __init__(self, page: NormalizedText, cut: Cut, index: int, settle: Settle, views: Views) -> None:
        self.page = page
        self.views = views
        self.text = page.text
        self.start, self.end = cut.bounds
        self.index = index
        self.settle = settle
        self.cut = cut
        self.words = cut.words
        self.size = len(cut.words)
        self._kinds: list[int] | None = None
        self._entries: list[NumberEntry | None] | None = None
        self._numbers: list[Number] | None = None

    @property
    def kinds(self) -> list[int]:
        """Of each token."""
        if self._kinds is None:
            self._kinds = list(map(kind_of, self.words))
        return self._kinds

    @property
    def marks(self) -> int:
        """The kinds of words that the sentence holds, as bits."""
        found = self.cut.marks
        if found is None:
            found = self.cut.marks = marks().of(self.words)
        return found

    @property
    def entries(self) -> list[NumberEntry | None]:
        """The number word of each token, None where it is none."""
        if self._entries is None:
            self._entries = entries_of(self.words) if self.marks & NUMBER else [None] * self.size
        return self._entries

    @property
    def numbers(self) -> list[Number]:
        """All numbers of the sentence, those of addresses left out."""
        if self._numbers is None:
            found = Scanner(self.cut, self.settle, self.entries).numbers()
            if found:
                found = _outside_addresses(self.text, self.start, self.end, found)
            self._numbers = found
        return self._numbers

    def earlier(self, steps: int = 1) -> View | None:
        """The sentence ``steps`` before this one in its paragraph, None where the paragraph begins."""
        return self.views.earlier(self, steps)

    def word(self, at: int) -> str:
        """The text of a token, empty beyond the sentence."""
        return self.words[at] if 0 <= at < self.size else ""

    def kind(self, at: int) -> int:
        """WORD, DIGITS, LATIN or SIGN."""
        return kind_of(self.words[at])

    def glued(self, at: int) -> bool:
        """Whether a token stands right against the one before it."""
        return 0 < at < self.size and self.cut.glued(at)

    def source(self, i: int, j: int) -> str:
        """Tokens ``i`` to ``j`` as the source has them, without their marks."""
        raw = self.page.to_raw(self.cut.start(i), self.cut.end(j - 1))
        return _MARKS.sub("", self.page.raw[raw.start : raw.end])

    def is_word(self, at: int) -> bool:
        """Whether a token is an Arabic word, no number among them."""
        return 0 <= at < self.size and kind_of(self.words[at]) == WORD and self.entries[at] is None

    def is_digits(self, at: int) -> bool:
        return 0 <= at < self.size and is_digits(self.words[at])


def _outside_addresses(text: str, start: int, end: int, numbers: list[Number]) -> list[Number]:
    """The numbers that are no part of a web or mail address."""
    if text.find("@", start, end) < 0 and text.find("www.", start, end) < 0 and text.find("://", start, end) < 0:
        return numbers
    spans = [match.span() for match in _ADDRESS.finditer(text, start, end)]
    return [number for number in numbers if not any(low <= number.start < high for low, high in spans)]


class Mention:
    """A claim in the making: tokens ``i`` to ``j``, ``text[start:end]``, one number or a range, and what the extractor found.

    ``fields`` are the claim's own fields (currency, unit …) by their names in CLAIMS.md; ``rule`` names what
    ``tadqiq explain`` prints; ``money`` is what is said of a currency, until the document settles it.
    """

    __slots__ = ("end", "fields", "high", "i", "j", "kind", "low", "money", "number", "rule", "start")

    def __init__(
        self,
        kind: str,
        view: View,
        i: int,
        j: int,
        low: Decimal | None,
        high: Decimal | None,
        rule: str,
        fields: dict[str, Any] | None = None,
        number: Number | None = None,
    ) -> None:
        self.kind = kind
        self.i = i
        self.j = j
        self.start = view.cut.start(i)
        self.end = view.cut.end(j - 1)
        self.low = low
        self.high = high
        self.rule = rule
        self.fields: dict[str, Any] = fields if fields is not None else {}
        self.number = number
        self.money: Amount | None = None

    @property
    def is_range(self) -> bool:
        return self.high is not None

    @property
    def is_negative(self) -> bool:
        return self.low is not None and self.low < 0

    def __repr__(self) -> str:
        return f"Mention({self.kind}, {self.low}, {self.high}, {self.start}-{self.end}, {self.rule})"


class Amount:
    """What a text says of an amount's currency: the ISO ``code``, or the ``family`` that leaves it open, with the noun's span;
    ``minor``: the number counts this minor unit, or, where it is ``whole``, the main one that it is a part of; ``odd`` and
    ``odd_unit``: a minor amount beside the main one, ``odd_high`` beside an interval's end; ``full``: the code is said in full
    (دولار كندي), not by the noun alone; ``inferred``: it follows from such a one before."""

    __slots__ = ("assumed", "code", "family", "full", "inferred", "minor", "odd", "odd_high", "odd_unit", "whole")

    def __init__(
        self, code: str | None, family: str | None, minor: str | None = None, assumed: bool = False, full: bool = False
    ) -> None:
        self.assumed = assumed
        self.full = full
        self.inferred = False
        self.code = code
        self.family = family
        self.minor = minor
        self.odd: Decimal | None = None
        self.odd_high: Decimal | None = None
        self.odd_unit: str | None = None
        self.whole = False


class Extractor(Protocol):
    """Reads a sentence's view and the numbers nobody has taken yet; yields mentions and takes their numbers."""

    def __call__(self, view: View, free: Free) -> list[Mention]: ...


class Free:
    """The tokens of a sentence that no mention has taken."""

    __slots__ = ("taken",)

    def __init__(self, count: int) -> None:
        self.taken = bytearray(count)

    def take(self, i: int, j: int) -> None:
        """Tokens ``i`` to ``j`` belong to a mention now."""
        for at in range(i, j):
            self.taken[at] = 1

    def __call__(self, number: Number) -> bool:
        """Whether a number is nobody's yet."""
        return not self.taken[number.i] and not self.taken[number.j - 1]
