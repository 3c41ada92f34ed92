"""A sentence's chunks in; the starts out at which a metric or a subject may begin, and counts of what stands between two tokens.

A start is the head of a noun phrase, one of the two words after it, or a verb. What can be said of a start without a figure is
found once for the sentence; counts are sums from the sentence's beginning, so that any stretch takes one subtraction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, islice
from typing import Final

from ..lexicon.wordsets import word_set
from .chunks import Chunks, Phrase
from .lexemes import CONJ, HARD, NOUN
from .passed import sums
from .relative import is_free
from .verbs import conjunction
from .weigh import DIGITS, Feature, Part

INNER: Final = 3
# how many nouns of a sentence before can be what a figure is of
FIRST: Final = 24
# how many tokens from its figure a span may begin
REACH: Final = 45
# من بين 712 ألفا من السكان, من أصل 40 عضوا: what shares are of
COUNTED: Final = frozenset(("بين", "اصل"))
# what opens a clause; what does with the verb after it
CLAUSES: Final = word_set("sketch", "clauses") | HARD
JOINTS: Final = frozenset(("و", "،", ","))
NO_FUTURE: Final = word_set("sketch", "past_in_t")


class Start:
    """Where a span may begin: token ``i`` of a sketched sentence, in ``phrase`` at its word ``pos``, or a verb (no phrase);
    ``end`` is the token after its phrase, ``kind`` its token's; ``before`` phrases stand before its own, ``prep`` is the
    preposition of its phrase, or for an inner word what its phrase opens with. ``scores``: what its form weighs, by field.

    It knows the sentence's chunks and not its sketch, which holds it: what holds itself waits for the collector of garbage.
    """

    __slots__ = (
        "_form", "_offset",
        "bare", "before", "chunks", "end", "feminine", "i", "kind", "kinds", "phrase", "pos", "prep", "scores", "thing",
    )  # fmt: skip

    def __init__(self, sketch: Sketch, i: int, phrase: Phrase | None, pos: int) -> None:
        self.chunks = sketch.chunks
        self.kinds = sketch.kinds
        self.i = i
        self.phrase = phrase
        self.pos = pos
        self.end, self.before, self.prep = i + 1, 0, ""
        if phrase is not None:
            self.end, self.before = phrase.j, sketch.heads[phrase.i]
            self.prep = _joined("+", sketch.kinds[phrase.i]) if pos else phrase.prep
        self.kind = sketch.kinds[i]
        noun = sketch.chunks.nouns[i]
        self.feminine = noun.feminine
        self.bare = noun.bare
        self.thing = noun.thing if phrase is not None else ""
        self.scores: dict[str, int] = {}
        self._form: list[Part] | None = None
        self._offset = -1

    @property
    def offset(self) -> int:
        """Where its span begins in the normalized text, past an attached prefix."""
        if self._offset < 0:
            view, phrase = self.chunks.view, self.phrase
            cut = conjunction(view.words[self.i]) if phrase is None else phrase.cut if not self.pos else 0
            self._offset = view.cut.start(self.i) + cut
        return self._offset

    def word(self, figure: str) -> Part:
        """What its word and its kind say for figures of a kind."""
        return word_features, self.bare, self.kind, figure, self.thing

    def form(self) -> list[Part]:
        """What can be said of a start for any figure, whatever stands between: its form, its neighbours."""
        if self._form is None:
            self._form = self._found_form()
        return self._form

    def _found_form(self) -> list[Part]:
        kinds, words, i = self.kinds, self.chunks.view.words, self.i
        phrase, kind = self.phrase, self.kind
        if phrase is None:
            return [(verb_features, kinds[i - 1] if i else "^", kind)]
        here = self.chunks.lexemes[i]
        before = "+" if self.pos else kinds[phrase.i - 1] if phrase.i else "^"
        after = kinds[self.end] if self.end < len(kinds) else "$"
        form = ("D" if here.definite else "I") + ("o" if here.owned else "")
        counted = "" if self.pos or COUNTED.isdisjoint(words[max(0, i - 5) : i]) else "counted"
        place = DIGITS[min(self.before, 3)]
        found: list[Part] = [
            (form_features, kind, DIGITS[self.pos], form, DIGITS[min(self.end - i, 4)], counted),
            (place_features, kind, after, before, place, self.prep, self.thing),
        ]
        if before in ("P", "C", "X"):
            found.append((led_features, words[phrase.i - 1]))
        return found


def word_features(word: str, kind: str, figure: str, thing: str) -> list[Feature]:
    return [
        ("word", word),
        ("word-kind", word, figure),
        ("kind-kind", kind, figure),
        ("thing", thing, kind),
        ("thing-kind", thing, figure),
    ]


def verb_features(before: str, kind: str) -> list[Feature]:
    return [("verb-after", before, kind)]


def form_features(kind: str, pos: str, form: str, size: str, counted: str) -> list[Feature]:
    found: list[Feature] = [("kind", kind, pos), ("form", form, kind), ("long", size, kind)]
    return [*found, (counted, kind)] if counted else found


def place_features(kind: str, after: str, before: str, place: str, prep: str, thing: str) -> list[Feature]:
    return [
        ("next", after),
        ("before", before),
        ("place", place, kind),
        ("prep", prep, kind),
        ("around", before, after, kind),
        ("thing-before", thing, before),
        ("thing-prep", thing, prep),
        ("thing-place", thing, place),
    ]


def led_features(word: str) -> list[Feature]:
    return [("led", word)]


class Sketch:
    """``kinds``: what each token is (``V:change``, ``M:price``, ``E``, ``P``, ``n`` …); ``starts`` in the order of the text."""

    __slots__ = (
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
        self._openers: list[Start] | None = None
        self._tokens = [start.i for start in self.starts]

    def near(self, low: int, high: int) -> list[Start]:
        """The starts within :data:`REACH` tokens of the tokens ``low`` to ``high``."""
        return self.starts[bisect_left(self._tokens, low - REACH) : bisect_right(self._tokens, high + REACH)]

    def openers(self) -> list[Start]:
        """The first nouns, :data:`FIRST` at most: who or what a sentence is about."""
        if self._openers is None:
            nouns = (start for start in self.starts if start.phrase is not None and start.pos < 2)
            self._openers = list(islice(nouns, FIRST))
        return self._openers

    def _starts(self) -> list[Start]:
        chunks = self.chunks
        found = [Start(self, at, None, 0) for at in chunks.verbs]
        for phrase in chunks.phrases:
            for pos in range(min(INNER, phrase.j - phrase.i)):
                at = phrase.i + pos
                if not chunks.taken[at] and not (pos and _agrees(chunks, at)):
                    found.append(Start(self, at, phrase, pos))
        found += [
            Start(self, at, self._bridge(at), 0)
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
        kinds[at] = _joined("V:", verb)
    return kinds


@cache
def _joined(sign: str, name: str) -> str:
    return sign + name
