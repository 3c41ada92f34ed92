"""A token at which a span may begin, in; what can be said of it without a figure, out: its word, its form, its neighbours."""

from __future__ import annotations

from functools import cache
from typing import Final

from .chunks import Chunks, Phrase
from .verbs import conjunction
from .weigh import DIGITS, Feature, Part

# من بين 712 ألفا من السكان, من أصل 40 عضوا: what shares are of
COUNTED: Final = frozenset(("بين", "اصل"))


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

    def __init__(
        self, chunks: Chunks, kinds: list[str], i: int, phrase: Phrase | None = None, pos: int = 0, before: int = 0
    ) -> None:
        self.chunks = chunks
        self.kinds = kinds
        self.i = i
        self.phrase = phrase
        self.pos = pos
        self.end, self.before, self.prep = i + 1, before, ""
        if phrase is not None:
            self.end = phrase.j
            self.prep = joined("+", kinds[phrase.i]) if pos else phrase.prep
        self.kind = kinds[i]
        noun = chunks.nouns[i]
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


@cache
def joined(sign: str, name: str) -> str:
    return sign + name
