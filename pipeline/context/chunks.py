"""A sentence's tokens in; its noun phrases, verbs and clause boundaries out. Shallow: lexicon words, the article, the idafa.

A noun phrase is an idafa chain with its adjectives: indefinite words, then definite ones. An indefinite word after a definite
one opens another phrase (لجنة السياسة النقدية | سعر الإيداع).
"""

from __future__ import annotations

from typing import NamedTuple

from ..extractors.base import Mention, View
from ..lexicon.context import ContextWords, context_words
from ..lexicon.cues import cues
from ..text.tokens import DIGITS, LATIN, SIGN

NOUN, VERB, PREP, CONJ, STOP, NUMBER = "NVPCXD"
LONGEST = 7
QUOTES = {"«": "»", "“": "”", '"': '"'}
CLAUSE_SIGNS = frozenset(("،", ",", "؛", ";", ":", "(", ")", ".", "!", "؟", "-", "–", "—", "•", "*", "|", "\n", "[", "]", "…"))


class Phrase(NamedTuple):
    """Tokens ``i`` to ``j``; the span starts ``cut`` characters into the first, past its attached prefix.

    ``head`` is ``price``, ``whole`` or ``entity`` by the lexicon, else empty; ``owned``: the head carries a pronoun;
    ``prep``: the preposition before or on it.
    """

    i: int
    j: int
    cut: int
    head: str
    owned: bool
    prep: str


class Chunks:
    """Classes of a sentence's tokens and its noun phrases in order; ``at`` gives the phrase that holds a token."""

    __slots__ = ("at", "by", "classes", "phrases", "taken", "verbs", "view")

    def __init__(self, view: View, mentions: list[Mention]) -> None:
        words = context_words()
        self.view = view
        self.by: list[tuple[int, int]] | None = None  # where وفقا لـ and its like stand, once attribution has asked
        self.taken = bytearray(len(view.tokens))  # 1 a year's token, 2 a figure's
        for mention in mentions:
            self.taken[mention.i : mention.j] = (b"\x01" if mention.kind == "year" else b"\x02") * (mention.j - mention.i)
        self.verbs: dict[int, str] = {}
        self.classes: list[str] = []
        for place in range(len(view.tokens)):
            self.classes.append(self._class(words, place))
        self.phrases: list[Phrase] = []
        self.at: dict[int, int] = {}
        self._phrases(words)

    def text(self, phrase: Phrase) -> tuple[int, int]:
        """The span of a phrase in the normalized text."""
        tokens = self.view.tokens
        return tokens[phrase.i].start + phrase.cut, tokens[phrase.j - 1].end

    def before(self, place: int) -> list[Phrase]:
        """The phrases that end at or before a token, the nearest first."""
        return [phrase for phrase in reversed(self.phrases) if phrase.j <= place]

    def after(self, place: int) -> Phrase | None:
        """The phrase that starts at a token."""
        index = self.at.get(place)
        if index is None or self.phrases[index].i != place:
            return None
        return self.phrases[index]

    def _class(self, words: ContextWords, place: int) -> str:
        token = self.view.tokens[place]
        text = token.text
        entry = self.view.entries[place]
        if (
            entry is not None
            and entry.definite
            and entry.role in ("unit", "ten10", "ten")
            and place
            and self.classes[place - 1] == NOUN
        ):
            entry = None  # مؤسسو الشركة الثلاثة: an adjective
        if (
            self.taken[place]
            or token.kind == DIGITS
            or entry is not None
            and entry.role != "one"
            and not (entry.role == "fraction" and entry.definite)
        ):
            return NUMBER
        if token.kind == SIGN:
            return STOP
        if text in _YEAR_NOUNS and self.taken[place + 1 : place + 2] == b"\x01":
            return CONJ
        if text in words.prepositions:
            return PREP
        if text in words.conjunctions:
            return CONJ
        if token.kind == LATIN:
            return NOUN
        change = cues().up, cues().down
        if text in words.bridges and text not in words.verbs:
            return CONJ
        if text in words.metrics and (text not in _BOTH or place and self.view.word(place - 1) in words.metrics):
            return NOUN
        kind = words.verbs.get(text)
        if kind is None and (text in change[0] or text in change[1]):
            kind = "change" if _verbal(text) else None
        if kind is not None and text in _NOUN_FIRST and place and self.classes[place - 1] in (NOUN, PREP):
            return NOUN
        if kind is not None and not self._nominal(place):
            self.verbs[place] = kind
            return VERB
        if self._unlisted_verb(words, place, text):
            self.verbs[place] = "other"
            return VERB
        return NOUN

    def _unlisted_verb(self, words: ContextWords, place: int, text: str) -> bool:
        """A present or a feminine past at the head of a clause: يتقاضى المدرب, وأُنجزت السدود."""
        if place and self.classes[place - 1] not in (CONJ, STOP) or text in words.entities or len(text) < 4:
            return False
        body = text[1:] if text[0] in "وف" else text
        if body[0] == "ي" and not body.endswith(("ه", "ي", "ات")) and len(body) > 3:
            return True
        after = self.view.word(place + 1)
        past = body.endswith("ت") and not body.endswith("ات") and len(body) > 3 and body not in _NOUNS_IN_T
        return past and (not place or after.startswith("ال") or after in words.entities)

    def _nominal(self, place: int) -> bool:
        """A form that verb and noun share is a noun after a preposition."""
        return place > 0 and self.view.word(place - 1) in ("في", "من", "الي", "علي", "عن", "بعد", "قبل", "خلال", "منذ", "بسبب")

    def _phrases(self, words: ContextWords) -> None:
        place, count = 0, len(self.classes)
        while place < count:
            if self.classes[place] != NOUN and self.view.word(place) not in QUOTES:
                place += 1
                continue
            end = self._end(words, place)
            if self.classes[place] != NOUN and end == place + 1:
                place += 1
                continue
            phrase = self._made(words, place, end)
            for token in range(place, end):
                self.at[token] = len(self.phrases)
            self.phrases.append(phrase)
            place = end

    def _end(self, words: ContextWords, start: int) -> int:
        view, end = self.view, start
        definite = False
        while end < len(self.classes) and end - start < LONGEST:
            word = view.word(end)
            if word in QUOTES:
                close = _closing(view, end)
                if close is None or 2 in self.taken[end:close]:
                    break
                return close + 1
            if self.classes[end] != NOUN:
                break
            here = _definite(word)
            if end > start and self._name_ends(words, start, end, here):
                break
            if end > start and word.startswith("لل") and self._named(words, start):
                end += 1
                continue
            if end > start and (
                _opens(words, word) or definite and not here and view.tokens[end].kind != LATIN and not _latin_before(view, end)
            ):
                break
            definite = here or _suffixed(words, word)
            end += 1
        return max(end, start + 1)

    def _name_ends(self, words: ContextWords, start: int, end: int, definite: bool) -> bool:
        """A Latin name takes no Arabic word (CoreWeave | الأموال), a named institution no noun of measure (شركة مايكروسوفت | نسبة)."""
        tokens, word = self.view.tokens, self.view.word(end)
        if tokens[start].kind == LATIN and tokens[end].kind != LATIN:
            return True
        before = self.view.word(end - 1)
        if definite and _definite(before) and word in words.entities and before in words.entities:
            return True  # استعار النادي | الحارس
        known = words.metrics.get(word)
        return (
            end > start + 1
            and known is not None
            and known[0] != "deed"
            and not definite
            and self.view.word(start) in words.entities
        )

    def _named(self, words: ContextWords, start: int) -> bool:
        """An institution's name goes on after لل: شركة رواسي للأسمنت, البنك الإسلامي للتنمية."""
        known = words.entities.get(self.view.word(start))
        return known is not None and self.view.word(start)[known[1] :].removeprefix("ال") in _INSTITUTIONS

    def _made(self, words: ContextWords, start: int, end: int) -> Phrase:
        word = self.view.word(start)
        known = words.metrics.get(word) or words.entities.get(word)
        head, cut, owned = known if known is not None else ("", _cut(words, word), _suffixed(words, word))
        prep = word[:cut] if cut else self.view.word(start - 1) if start and self.classes[start - 1] == PREP else ""
        if word.startswith(("لل", "وللل")) and not cut:
            prep = "ل"
        return Phrase(start, end, cut, head, owned, prep)


_YEAR_NOUNS = frozenset("عام سنه العام السنه عامي سنتي موسم لعام لسنه بعام".split())
# one spelling for a past and its verbal noun: after a noun it is the noun (الحكومة رفع الحصة)
_NOUN_FIRST = frozenset("رفع خفض نقص دعم نقل طلب بيع صرف دفع جمع ضخ سحب منح رصد حكم فرض طرح بناء شراء ربح".split())
_NOUNS_IN_T = frozenset("بيوت سكوت صوت كبريت انترنت توقيت تصويت تفاوت اسمنت كويت بيروت حضرموت تثبيت".split())
_INSTITUTIONS = frozenset("شركه مجموعه بنك مصرف وزاره هيئه موسسه منظمه وكاله اتحاد مجلس صندوق مركز معهد جمعيه مؤسسه".split())
# change words that are nouns too stay what the lexicon of metrics calls them only without a subject of their own
_BOTH = frozenset("خسر ربح قيم نقل دعم بيع طلب وصل ضم رفع".split())


def _verbal(word: str) -> bool:
    """Whether a form of a change word is a verb: the nouns of the same roots have an alef before the end or end in ه."""
    return (
        not (
            word.endswith(
                (
                    "ه",
                    "اع",
                    "اض",
                    "اد",
                    "اش",
                    "ار",
                    "اجع",
                    "وط",
                    "ود",
                    "و",
                    "يض",
                    "يص",
                    "ان",
                    "اعا",
                    "اضا",
                    "وطا",
                    "وا",
                    "يا",
                    "ودا",
                    "زايد",
                    "حسن",
                    "طور",
                    "سارع",
                    "راجع",
                )
            )
            and not word.startswith(("ي", "ت", "سي", "ست", "وي", "وت"))
        )
        or word in _PAST
    )


_PAST = frozenset("تراجع وتراجع زاد وزاد نما ونما تحسن تسارع تزايد تطور".split())


def _definite(word: str) -> bool:
    return word.startswith(("ال", "وال", "بال", "لل", "كال", "فال"))


def _suffixed(words: ContextWords, word: str) -> bool:
    known = words.metrics.get(word) or words.entities.get(word)
    return known[2] if known is not None else len(word) > 4 and word.endswith(("ها", "هم", "هما", "نا"))


def _opens(words: ContextWords, word: str) -> bool:
    """Whether a word opens a phrase of its own: و, ب, ل stand on it."""
    if word.startswith(("وال", "بال", "لل", "كال", "فال")):
        return True
    known = words.metrics.get(word) or words.entities.get(word)
    if known is not None and known[1]:
        return True
    return word.startswith("و") and len(word) > 3 and word not in words.waw


def _cut(words: ContextWords, word: str) -> int:
    if word.startswith(("وال", "بال", "كال", "فال")):
        return 1
    return 1 if word.startswith("و") and len(word) > 3 and word not in words.waw else 0


def _latin_before(view: View, at: int) -> bool:
    return view.tokens[at - 1].kind == LATIN


def _closing(view: View, at: int) -> int | None:
    close = QUOTES[view.word(at)]
    for place in range(at + 1, min(len(view.tokens), at + 9)):
        if view.word(place) == close:
            return place
    return None
