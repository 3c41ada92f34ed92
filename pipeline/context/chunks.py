"""A sentence's tokens in; its noun phrases, verbs and clause boundaries out. Shallow: what is a verb, and where one noun phrase
ends and the next begins, is weighed by what stands around.

A noun phrase is an idafa chain with its adjectives and names (لجنة السياسة النقدية | سعر الإيداع).
"""

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.numbers import NumberEntry
from ..lexicon.wordsets import word_set
from ..text.tokens import LATIN
from . import breaks, verbs
from .lexemes import CONJ, NOUN, NUMBER, PREP, QUOTES, VERB, Lexeme, lexeme
from .weigh import weights

Place = tuple[int, int]  # a span of the normalized text
LONGEST: Final = 7
YEAR_NOUNS: Final = word_set("chunks", "year_nouns")
INSIDE: Final = word_set("chunks", "inside")
BOUND: Final = word_set("chunks", "bound")
LOST: Final = frozenset(("فقد", "وفقد"))
LIMITS: Final = frozenset(("حد", "بحد", "كحد"))
YEAR: Final = 1
DATED: Final = bytearray((YEAR,))
FIGURE: Final = 2


class Phrase:
    """Tokens ``i`` to ``j``; the span starts ``cut`` characters into the first, past its attached prefix.

    ``prep``: the preposition before or on it.
    """

    __slots__ = ("cut", "i", "j", "prep")

    def __init__(self, i: int, j: int, cut: int, prep: str) -> None:
        self.i = i
        self.j = j
        self.cut = cut
        self.prep = prep


class Chunks:
    """Classes of a sentence's tokens and its noun phrases in order; ``at`` gives the phrase that begins with a token."""

    __slots__ = (
        "_break",
        "_entries",
        "_verb",
        "at",
        "by",
        "classes",
        "closed",
        "lexemes",
        "nouns",
        "phrases",
        "taken",
        "verbs",
        "view",
    )

    def __init__(self, view: View, mentions: list[Mention]) -> None:
        self.view = view
        self.by: list[tuple[int, int]] | None = None  # where وفقا لـ and its like stand, once attribution has asked
        self.taken = bytearray(view.size)
        for mention in mentions:
            mark = YEAR if mention.kind == "year" else FIGURE
            self.taken[mention.i : mention.j] = bytes((mark,)) * (mention.j - mention.i)
        self._verb, self._break = weights(verbs.FIELD), weights(breaks.FIELD)
        self._entries = view.entries
        self.lexemes: list[Lexeme] = list(map(lexeme, view.words))
        self.closed = _closed(view)
        closed, noun, closed_noun = self.closed, breaks.noun, breaks.closed_noun
        self.nouns = [closed_noun(word) if place in closed else noun(word) for place, word in enumerate(view.words)]
        self.verbs: dict[int, str] = {}
        self.classes: list[str] = []
        self._classify()
        self.phrases: list[Phrase] = []
        self.at: dict[int, Phrase] = {}
        self._find_phrases()

    def text(self, phrase: Phrase) -> tuple[int, int]:
        """The span of a phrase in the normalized text."""
        offsets = self.view.cut
        return offsets.start(phrase.i) + phrase.cut, offsets.end(phrase.j - 1)

    def after(self, place: int) -> Phrase | None:
        """The phrase that starts at a token."""
        return self.at.get(place)

    def _classify(self) -> None:
        taken, entries = self.taken, self._entries
        turning = not LOST.isdisjoint(self.view.words)
        for place, alone in enumerate(self.lexemes):
            apart = taken[place] or entries[place] is not None or taken[place + 1 : place + 2] == DATED or turning
            kind = (self.given(place) if apart else alone.given) or self._weighed(place)
            if kind == VERB:
                self.verbs[place] = alone.verb or "other"
            self.classes.append(kind)

    def _weighed(self, place: int) -> str:
        """A noun or a verb; no verb ends in ة."""
        if place in self.closed:
            return NOUN
        parts = verbs.parts(self.view.words, self.classes, place)
        return VERB if sum(map(self._verb.of, parts)) > 0 else NOUN

    def given(self, place: int) -> str:
        """The class of a token where its form alone tells it, else empty."""
        taken, entry = self.taken, self._entries[place]
        if taken[place] or entry is not None and self._is_number(place, entry):
            return NUMBER
        if place + 1 < len(taken) and taken[place + 1] == YEAR and self.view.words[place] in YEAR_NOUNS:
            return CONJ
        if self.view.words[place] in LOST and self._loses(place):
            return VERB
        return self.lexemes[place].given

    def _loses(self, place: int) -> bool:
        """فقد السهم 6%: a verb before a noun or a figure; before a verb فقد is a particle."""
        if place + 1 >= len(self.lexemes):
            return False
        after = self.lexemes[place + 1]
        named = after.entity or after.measure or self.nouns[place + 1].thing
        return bool(self.taken[place + 1] or after.given in (NOUN, NUMBER) or named and after.verb is None)

    def _is_number(self, place: int, entry: NumberEntry) -> bool:
        if entry.role == "one" or entry.role == "fraction" and entry.definite:
            return False
        # مؤسسو الشركة الثلاثة: an adjective
        return not (entry.definite and entry.role in ("unit", "ten10", "ten") and place and self.classes[place - 1] == NOUN)

    def _find_phrases(self) -> None:
        place, count, classes = 0, len(self.classes), self.classes
        while place < count:
            if classes[place] != NOUN and self.view.words[place] not in QUOTES:
                place += 1
                continue
            end = self._end(place)
            if classes[place] != NOUN and end == place + 1:
                place += 1
                continue
            phrase = self.at[place] = self._made(place, end)
            self.phrases.append(phrase)
            place = end

    def _end(self, start: int) -> int:
        """The token after the phrase that begins at ``start``."""
        words, kinds, end = self.view.words, self.view.kinds, start
        lexemes, classes = self.lexemes, self.classes
        last = min(len(classes), start + LONGEST)
        while end < last:
            if classes[end] != NOUN:
                if end > start and (inside := self._inside(end)):
                    end += inside
                    continue
                close = _closing(self.view, end) if words[end] in QUOTES else None
                if close is None or FIGURE in self.taken[end:close]:
                    break
                return close + 1
            here = lexemes[end]
            if end > start:
                if kinds[start] == LATIN and kinds[end] != LATIN:
                    break  # CoreWeave | الأموال
                if lexemes[start].institution and (words[end].startswith("لل") or self._field_goes_on(start, end)):
                    end += 1  # شركة رواسي للأسمنت, البنك الإسلامي للتنمية
                    continue
                if here.opens or self._breaks(start, end):
                    break
            end += 1
        return max(end, start + 1)

    def _breaks(self, start: int, end: int) -> bool:
        """Whether a noun right after a phrase opens another."""
        certain = breaks.certain(self.nouns, self.classes, start, end)
        if certain is not None:
            return certain
        return sum(map(self._break.of, breaks.parts(self.nouns, self.classes, start, end))) > breaks.BOUND

    def _inside(self, at: int) -> int:
        """How many tokens go on with a phrase from one that is no noun: الصادرات غير النفطية, الدول الأكثر فقرا, حد أقصى."""
        word = self.view.words[at]
        if word in INSIDE and at + 1 < len(self.classes) and self.classes[at + 1] == NOUN:
            return 2
        return int(word in BOUND and self.view.words[at - 1] in LIMITS)

    def _field_goes_on(self, start: int, end: int) -> bool:
        """الجهاز المركزي للتعبئة العامة والإحصاء: a second field of an institution, not another institution."""
        words = self.view.words
        joined = words[end].startswith("وال") and not self.lexemes[end].entity
        return joined and any(word.startswith("لل") for word in words[start + 1 : end])

    def _made(self, start: int, end: int) -> Phrase:
        here, words, word = self.lexemes[start], self.view.words, self.view.words[start]
        prep = word[: here.cut] if here.cut else words[start - 1] if start and self.classes[start - 1] == PREP else ""
        if word.startswith("لل") and not here.cut:
            prep = "ل"
        return Phrase(start, end, here.cut, prep)


def _closed(view: View) -> frozenset[int]:
    """The tokens that end in ة in the source: no verb does, and no pronoun is one."""
    raw, at, end = view.page.raw, view.page.raw_index, view.cut.end
    return frozenset([place for place, word in enumerate(view.words) if word[-1] == "ه" and raw[at(end(place) - 1)] == "ة"])


def _closing(view: View, at: int) -> int | None:
    close = QUOTES[view.word(at)]
    for place in range(at + 1, min(view.size, at + 9)):
        if view.word(place) == close:
            return place
    return None
