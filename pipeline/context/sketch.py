"""A sentence's chunks in; the starts out at which a metric or a subject may begin, and counts of what stands between two tokens.

A start is the head of a noun phrase, one of the two words after it, or a verb. What can be said of a start without a figure is
found once for the sentence; counts are sums from the sentence's beginning, so that any stretch takes one subtraction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..text.tokens import LATIN
from .chunks import FIGURE, QUOTES, Chunks, Phrase
from .lexemes import HARD, NOUN, VERB, lexeme

Feature = tuple[str, ...]
INNER = 3
# how many tokens from its figure a span may begin
REACH = 45
COMMAS = frozenset(("،", ",", ":", "(", ")"))
# من بين 712 ألفا من السكان, من أصل 40 عضوا: what shares are of
COUNTED = frozenset(("بين", "اصل"))
# what opens a clause, and what makes one depend on another
CLAUSES = word_set("sketch", "clauses")
SUBORDINATE = word_set("sketch", "subordinate")
PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
NO_FUTURE = word_set("sketch", "past_in_t")


class Start:
    """Where a span may begin: token ``i`` of a sketched sentence, in ``phrase`` at its word ``pos``, or a verb (no phrase); ``end`` is the
    token after its phrase, ``kind`` its token's. ``scores``: what it weighs by itself, by field and kind of figure."""

    __slots__ = ("_known", "end", "feminine", "i", "kind", "phrase", "pos", "scores", "sketch")

    def __init__(self, sketch: Sketch, i: int, phrase: Phrase | None, pos: int) -> None:
        self.sketch = sketch
        self.i = i
        self.phrase = phrase
        self.pos = pos
        self.end = phrase.j if phrase is not None else i + 1
        self.kind = sketch.kinds[i]
        self.feminine = sketch.chunks.view.words[i].endswith(("ه", "ات", "ها"))
        self.scores: dict[tuple[str, str], int] = {}
        self._known: list[Feature] | None = None

    @property
    def offset(self) -> int:
        """Where its span begins in the normalized text, past an attached prefix."""
        cut = self.phrase.cut if self.phrase is not None and not self.pos else 0
        return self.sketch.chunks.view.cut.start(self.i) + cut


    def known(self, kind: str) -> list[Feature]:
        """What can be said of a start for figures of a kind, whatever stands between: its word, its form, its neighbours."""
        if self._known is None:
            self._known = self._alone()
        word = bare(self.sketch.chunks.view.words[self.i])
        return [*self._known, ("word-kind", word, kind), ("kind-kind", self.kind, kind)]

    def _alone(self) -> list[Feature]:
        kinds, words, i = self.sketch.kinds, self.sketch.chunks.view.words, self.i
        phrase, kind = self.phrase, self.kind
        word: Feature = ("word", bare(words[i]))
        if phrase is None:
            return [word, ("verb-after", kinds[i - 1] if i else "^", kind)]
        here = self.sketch.chunks.lexemes[i]
        before = "+" if self.pos else kinds[phrase.i - 1] if phrase.i else "^"
        found: list[Feature] = [
            word,
            ("kind", kind, str(self.pos)),
            ("form", ("D" if here.definite else "I") + ("o" if here.owned else ""), kind),
            ("long", str(min(self.end - i, 4)), kind),
            ("next", kinds[self.end] if self.end < len(kinds) else "$"),
            ("before", before),
            ("place", str(min(self.sketch.heads[phrase.i], 3)), kind),
            ("prep", prep_of(self), kind),
        ]
        if before in ("P", "C", "X"):
            found.append(("led", words[phrase.i - 1]))
        if not self.pos and not COUNTED.isdisjoint(words[max(0, i - 5) : i]):
            found.append(("counted", kind))
        return found


class Sketch:
    """``kinds``: what each token is (``V:change``, ``M:price``, ``E``, ``P``, ``n`` …); ``starts`` in the order of the text."""

    __slots__ = ("_tokens", "chunks", "clauses", "commas", "figures", "hard", "heads", "kinds", "opens", "starts", "subordinate", "verbs")

    def __init__(self, chunks: Chunks) -> None:
        words, classes, verbs = chunks.view.words, chunks.classes, chunks.verbs
        self.chunks = chunks
        self.kinds = [_kind(chunks, at) for at in range(len(words))]
        heads = {phrase.i for phrase in chunks.phrases}
        self.opens = [_opens_clause(words, classes, at) for at in range(len(words))]
        self.hard = _sums(word in HARD for word in words)
        self.commas = _sums(word in COMMAS for word in words)
        self.verbs = _sums(at in verbs for at in range(len(words)))
        self.figures = _sums(mark == FIGURE for mark in chunks.taken)
        self.heads = _sums(at in heads for at in range(len(words)))
        self.subordinate = _sums(word in SUBORDINATE for word in words)
        self.clauses = _sums(self.opens)
        self.starts = self._starts()
        self._tokens = [start.i for start in self.starts]

    def near(self, low: int, high: int) -> list[Start]:
        """The starts within :data:`REACH` tokens of the tokens ``low`` to ``high``."""
        return self.starts[bisect_left(self._tokens, low - REACH) : bisect_right(self._tokens, high + REACH)]

    def _starts(self) -> list[Start]:
        chunks = self.chunks
        found = [Start(self, at, None, 0) for at in chunks.verbs]
        for phrase in chunks.phrases:
            for pos in range(min(INNER, phrase.j - phrase.i)):
                at = phrase.i + pos
                if not chunks.taken[at]:
                    found.append(Start(self, at, phrase, pos))
        found.sort(key=lambda start: start.i)
        return found

    def is_feminine_verb(self, at: int) -> bool:
        word = self.chunks.view.words[at].removeprefix("و")
        return word.startswith("ت") and word not in NO_FUTURE or word.endswith("ت")


def _sums(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _opens_clause(words: list[str], classes: list[str], at: int) -> bool:
    word = words[at]
    if at == 0 or word in CLAUSES or word in HARD:
        return True
    if word in ("و", "،", ","):
        return at + 1 < len(words) and classes[at + 1] == VERB
    return classes[at] == VERB and word[0] in "وف" and len(word) > 4 and classes[at - 1] != VERB


def _kind(chunks: Chunks, at: int) -> str:
    kind = chunks.classes[at]
    if kind == VERB:
        return "V:" + chunks.verbs[at]
    if kind != NOUN:
        return kind
    if chunks.view.kinds[at] == LATIN:
        return "L"
    return noun_kind(chunks.view.words[at])


@lru_cache(maxsize=1 << 15)
def noun_kind(word: str) -> str:
    """What a noun is called by the lexicon: a change, a measure (``M:price``), an entity, a country, or any noun."""
    if word in QUOTES:
        return "Q"
    if word in cues().up or word in cues().down:
        return "M:change"
    known = lexeme(word)
    if known.measure:
        return "M:" + known.measure
    if known.entity:
        return "E"
    return "C" if word in load_money().countries else "n"


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> str:
    """A word without its article, or the one letter attached to it.

    >>> bare("والايرادات"), bare("بقيمه"), bare("سعر")
    ('ايرادات', 'قيمه', 'سعر')
    """
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word[1:] if len(word) > 4 and word[0] in "وبلف" else word


def prep_of(start: Start) -> str:
    """The preposition of a start's phrase; for an inner word, what its phrase opens with."""
    phrase = start.phrase
    if phrase is None:
        return ""
    return "+" + start.sketch.kinds[phrase.i] if start.pos else phrase.prep
