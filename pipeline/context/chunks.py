"""A sentence's tokens in; its noun phrases, verbs and clause boundaries out. Shallow: lexicon words, the article, the idafa.

A noun phrase is an idafa chain with its adjectives: indefinite words, then definite ones. An indefinite word after a definite
one opens another phrase (لجنة السياسة النقدية | سعر الإيداع).
"""

from __future__ import annotations

from typing import NamedTuple

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from ..text.tokens import DIGITS, LATIN, SIGN
from .lexemes import CONJ, NOUN, NUMBER, PREP, STOP, VERB, Lexeme, lexeme

Place = tuple[int, int]  # a span of the normalized text
LONGEST = 7
QUOTES = {"«": "»", "“": "”", '"': '"'}
YEAR_NOUNS = word_set("chunks", "year_nouns")
# one spelling for a past and its verbal noun: after a noun it is the noun (الحكومة رفع الحصة)
NOUN_FIRST = word_set("chunks", "noun_first")
GOVERNING = frozenset(("في", "من", "الي", "علي", "عن", "بعد", "قبل", "خلال", "منذ", "بسبب"))
THAT = frozenset(("ان", "وان", "بان"))
YEAR, FIGURE = 1, 2


class Phrase(NamedTuple):
    """Tokens ``i`` to ``j``; the span starts ``cut`` characters into the first, past its attached prefix.

    ``prep``: the preposition before or on it.
    """

    i: int
    j: int
    cut: int
    prep: str


class Chunks:
    """Classes of a sentence's tokens and its noun phrases in order; ``at`` gives the phrase that holds a token."""

    __slots__ = ("at", "by", "classes", "lexemes", "phrases", "taken", "verbs", "view")

    def __init__(self, view: View, mentions: list[Mention]) -> None:
        self.view = view
        self.by: list[tuple[int, int]] | None = None  # where وفقا لـ and its like stand, once attribution has asked
        self.taken = bytearray(view.size)
        for mention in mentions:
            mark = YEAR if mention.kind == "year" else FIGURE
            self.taken[mention.i : mention.j] = bytes((mark,)) * (mention.j - mention.i)
        self.lexemes: list[Lexeme] = list(map(lexeme, view.words))
        self.verbs: dict[int, str] = {}
        self.classes: list[str] = []
        for place in range(view.size):
            self.classes.append(self._class(place))
        self.phrases: list[Phrase] = []
        self.at: dict[int, int] = {}
        self._find_phrases()

    def text(self, phrase: Phrase) -> tuple[int, int]:
        """The span of a phrase in the normalized text."""
        offsets = self.view.cut
        return offsets.start(phrase.i) + phrase.cut, offsets.end(phrase.j - 1)

    def after(self, place: int) -> Phrase | None:
        """The phrase that starts at a token."""
        index = self.at.get(place)
        if index is None or self.phrases[index].i != place:
            return None
        return self.phrases[index]

    # --- classes

    def _class(self, place: int) -> str:
        kind, word = self.view.kinds[place], self.lexemes[place]
        if self._is_number(place, kind):
            return NUMBER
        if kind == SIGN:
            return STOP
        text = self.view.words[place]
        if text in YEAR_NOUNS and place + 1 < len(self.taken) and self.taken[place + 1] == YEAR:
            return CONJ
        if word.fixed:
            return word.fixed
        if kind == LATIN or word.both and place and self.lexemes[place - 1].measure:
            return NOUN
        verb = word.verb
        if verb is not None and self._is_noun_here(place, text):
            return NOUN
        if verb is None and word.perhaps and self._opens_clause(place, word):
            verb = "other"
        if verb is None:
            return NOUN
        self.verbs[place] = verb
        return VERB

    def _is_number(self, place: int, kind: int) -> bool:
        if self.taken[place] or kind == DIGITS:
            return True
        entry = self.view.entries[place]
        if entry is None or entry.role == "one" or entry.role == "fraction" and entry.definite:
            return False
        # مؤسسو الشركة الثلاثة: an adjective
        return not (entry.definite and entry.role in ("unit", "ten10", "ten") and place and self.classes[place - 1] == NOUN)

    def _is_noun_here(self, place: int, text: str) -> bool:
        """A form that verb and noun share is a noun after a preposition, some after any noun."""
        if not place:
            return False
        if text in NOUN_FIRST and self.view.word(place - 2) in THAT and self.view.word(place - 1).startswith("ال"):
            return False  # أن النادي دفع
        return self.view.word(place - 1) in GOVERNING or text in NOUN_FIRST and self.classes[place - 1] in (NOUN, PREP)

    def _opens_clause(self, place: int, word: Lexeme) -> bool:
        """A present or a feminine past at the head of a clause: يتقاضى المدرب, وأُنجزت السدود."""
        if place and self.classes[place - 1] not in (CONJ, STOP):
            return False
        if word.perhaps == 2 or not place:
            return True
        after = self.lexemes[place + 1] if place + 1 < len(self.lexemes) else None
        return after is not None and (after.entity or self.view.word(place + 1).startswith("ال"))

    # --- phrases

    def _find_phrases(self) -> None:
        place, count, classes = 0, len(self.classes), self.classes
        while place < count:
            if classes[place] != NOUN and self.view.word(place) not in QUOTES:
                place += 1
                continue
            end = self._end(place)
            if classes[place] != NOUN and end == place + 1:
                place += 1
                continue
            for token in range(place, end):
                self.at[token] = len(self.phrases)
            self.phrases.append(self._made(place, end))
            place = end

    def _end(self, start: int) -> int:
        words, kinds, end = self.view.words, self.view.kinds, start
        lexemes, classes = self.lexemes, self.classes
        definite = False
        last = min(len(classes), start + LONGEST)
        while end < last:
            if classes[end] != NOUN:
                close = _closing(self.view, end) if words[end] in QUOTES else None
                if close is None or FIGURE in self.taken[end:close]:
                    break
                return close + 1
            here = lexemes[end]
            if end > start:
                if self._name_ends(start, end):
                    break
                if lexemes[start].institution and (words[end].startswith("لل") or self._field_goes_on(start, end)):
                    end += 1  # شركة رواسي للأسمنت, البنك الإسلامي للتنمية
                    continue
                stranger = definite and not here.definite and kinds[end] != LATIN and kinds[end - 1] != LATIN
                if here.opens or stranger:
                    break
            definite = here.definite or here.owned
            end += 1
        return max(end, start + 1)

    def _field_goes_on(self, start: int, end: int) -> bool:
        """الجهاز المركزي للتعبئة العامة والإحصاء: a second field of an institution, not another institution."""
        words = self.view.words
        joined = words[end].startswith("وال") and not self.lexemes[end].entity
        return joined and any(word.startswith("لل") for word in words[start + 1 : end])

    def _name_ends(self, start: int, end: int) -> bool:
        """A Latin name takes no Arabic word (CoreWeave | الأموال), one owner no second (استعار النادي | الحارس, رفع المجلس | الحد
        الأدنى), a named institution no noun of measure (شركة مايكروسوفت | نسبة)."""
        kinds, here, before = self.view.kinds, self.lexemes[end], self.lexemes[end - 1]
        if kinds[start] == LATIN and kinds[end] != LATIN:
            return True
        measured = here.measure not in ("", "deed") and not here.cut
        if here.definite and before.definite and before.entity and (here.entity or measured):
            return True
        institution = self.lexemes[start].entity and end > start + 1
        if institution and (here.owned and not here.definite or here.entity and here.definite and before.definite):
            return True
        return end > start + 1 and here.measure not in ("", "deed") and not here.definite and self.lexemes[start].entity

    def _made(self, start: int, end: int) -> Phrase:
        here, word = self.lexemes[start], self.view.word(start)
        prep = word[: here.cut] if here.cut else self.view.word(start - 1) if start and self.classes[start - 1] == PREP else ""
        if word.startswith("لل") and not here.cut:
            prep = "ل"
        return Phrase(start, end, here.cut, prep)


def _closing(view: View, at: int) -> int | None:
    close = QUOTES[view.word(at)]
    for place in range(at + 1, min(view.size, at + 9)):
        if view.word(place) == close:
            return place
    return None
