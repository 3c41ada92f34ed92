"""A sentence's chunks in; the starts out at which a metric or a subject may begin, and counts of what stands between two tokens.

A start is the head of a noun phrase, one of the two words after it, or a verb; counts are sums from the sentence's beginning, so
that any stretch takes one subtraction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, islice
from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks, Phrase
from .counted import counted
from .lexemes import CONJ, HARD, NOUN
from .passed import sums
from .relative import is_free
from .start import Start, joined

INNER: Final = 3
# how many nouns of a sentence before can be what a figure is of
FIRST: Final = 24
# how many tokens from its figure a span may begin
REACH: Final = 45
# what opens a clause; what does with the verb after it
CLAUSES: Final = word_set("sketch", "clauses") | HARD
JOINTS: Final = frozenset(("و", "،", ","))
# pasts whose own first letter is ت, and no feminine presents
NO_FUTURE: Final = word_set("sketch", "masculine_in_t")


class Sketch:
    """``kinds``: what each token is (``V:change``, ``M:price``, ``E``, ``P``, ``n`` …); ``starts`` in the order of the text."""

    __slots__ = (
        "_counted",
        "_openers",
        "_tokens",
        "chunks",
        "clauses",
        "feminine",
        "heads",
        "kinds",
        "opens",
        "passed",
        "starts",
        "verbs",
    )

    def __init__(self, chunks: Chunks) -> None:
        size, heads = chunks.view.size, [phrase.i for phrase in chunks.phrases]
        self.chunks = chunks
        self.kinds = _kinds(chunks)
        self.opens = _opens_clause(chunks)
        self.passed = sums(chunks)
        self.verbs = _counts(chunks.verbs, size)
        self.heads = _counts(heads, size)
        self.feminine = _counts([at for at in heads if chunks.nouns[at].feminine], size)
        self.clauses = list(accumulate(self.opens, initial=0))
        self.starts = self._starts()
        self._counted: dict[int, int] | None = None
        self._openers: list[Start] | None = None
        self._tokens = [start.i for start in self.starts]

    def near(self, low: int, high: int) -> list[Start]:
        """The starts within :data:`REACH` tokens of the tokens ``low`` to ``high``."""
        return self.starts[bisect_left(self._tokens, low - REACH) : bisect_right(self._tokens, high + REACH)]

    @property
    def counted(self) -> dict[int, int]:
        """What is counted before brackets with a figure."""
        if self._counted is None:
            self._counted = counted(self.chunks)
        return self._counted

    def openers(self) -> list[Start]:
        """The first nouns, :data:`FIRST` at most: who or what a sentence is about."""
        if self._openers is None:
            nouns = (start for start in self.starts if start.phrase is not None and start.pos < 2)
            self._openers = list(islice(nouns, FIRST))
        return self._openers

    def _starts(self) -> list[Start]:
        chunks = self.chunks
        found = [Start(chunks, self.kinds, at) for at in chunks.verbs]
        for phrase in chunks.phrases:
            for pos in range(min(INNER, phrase.j - phrase.i)):
                at = phrase.i + pos
                if not chunks.taken[at] and not (pos and _agrees(chunks, at)):
                    found.append(Start(chunks, self.kinds, at, phrase, pos, self.heads[phrase.i]))
        found += [
            Start(chunks, self.kinds, at, self._bridge(at), 0, self.heads[at])
            for at, kind in enumerate(chunks.classes)
            if kind == CONJ and (chunks.lexemes[at].measure or is_free(chunks.view.words, at))
        ]
        found.sort(key=lambda start: start.i)
        return found

    def _bridge(self, at: int) -> Phrase:
        """بقيمة, بمعدل: a noun of measure right before its figure, where no phrase is; ممن: who stands for a noun."""
        cut = self.chunks.lexemes[at].cut
        return Phrase(at, at + 1, cut, self.chunks.view.words[at][:cut])

    def is_feminine_verb(self, at: int) -> bool:
        word = self.chunks.view.words[at].removeprefix("و")
        return word.startswith("ت") and word not in NO_FUTURE or word.endswith("ت")


def _agrees(chunks: Chunks, at: int) -> bool:
    """إنتاجها النفطي, البنك المركزي: a definite adjective in ي after a definite noun is no noun of its own."""
    word, before = chunks.view.words[at], chunks.lexemes[at - 1]
    return word.startswith("ال") and word.endswith(("ي", "يه")) and (before.definite or before.owned)


def _counts(some: Iterable[int], size: int) -> list[int]:
    """How many of some tokens stand before each token, and before the end."""
    flags = bytearray(size)
    for at in some:
        flags[at] = 1
    return list(accumulate(flags, initial=0))


def _opens_clause(chunks: Chunks) -> list[bool]:
    """Of each token, whether a clause opens with it."""
    words, verbs = chunks.view.words, chunks.verbs
    opens = [word in CLAUSES for word in words]
    opens[0] = True
    for at in verbs:
        if at and words[at - 1] in JOINTS:
            opens[at - 1] = True
        if words[at][0] in "وف" and len(words[at]) > 4 and at - 1 not in verbs:
            opens[at] = True
    return opens


def _kinds(chunks: Chunks) -> list[str]:
    kinds = chunks.classes.copy()
    for at, noun in enumerate(chunks.nouns):
        if kinds[at] == NOUN:
            kinds[at] = "L" if noun.form == "L" else noun.kind
    for at, verb in chunks.verbs.items():
        kinds[at] = joined("V:", verb)
    return kinds
