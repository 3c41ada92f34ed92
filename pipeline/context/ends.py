"""Where a span begins, in; the span out. It ends with its phrase, before its end, or with the phrase that goes on right after it
(a title, then a name), after one preposition (المطاعم في المدن) or with a relative clause (الأسر التي تملك سيارة)."""

from __future__ import annotations

from typing import Final

from ..text.tokens import LATIN
from .chunks import Place
from .lexemes import CONJ, PREP, QUOTES, VERB
from .nouns import bare, thing
from .relative import RELATIVES, clause_ends, is_free
from .start import Start
from .weigh import DIGITS, Feature, Part, weights

BEYOND: Final = frozenset(("past", "clause"))
CLOSING: Final = frozenset(QUOTES.values())


def span(field: str, start: Start) -> Place:
    """The span of a field in the normalized text, from its start on."""
    possible, best = ends(start), 0
    if len(possible) > 1:
        of = weights(field).of_end
        scores = [sum(map(of, parts(start, end))) for end in possible]
        best = scores.index(max(scores))
    return start.offset, start.chunks.view.cut.end(_with_field(start, possible[best]) - 1)


def _with_field(start: Start, end: int) -> int:
    """شركة «أمواج» للنقل البحري: the field of an institution, after its name in quotation marks, belongs to the name; not that of
    a year (بنك «المرفأ» للعام 2024)."""
    chunks, words = start.chunks, start.chunks.view.words
    more = chunks.after(end) if words[end - 1] in CLOSING and chunks.lexemes[start.i].institution else None
    if more is None or not words[end].startswith("لل") or thing(words[end]) == "time":
        return end
    return next((at for at in range(end + 1, more.j) if not words[at].startswith("ال")), more.j)


def ends(start: Start) -> list[int]:
    """The tokens before which the span may end, ascending."""
    chunks, end, words = start.chunks, start.end, start.chunks.view.words
    possible = list(range(start.i + 1, end + 1))
    clause = _clause(start)
    if clause >= 0:
        return [*possible, *clause_ends(chunks, clause)]
    if end - start.i > 1 and words[end - 1] in CLOSING and QUOTES.keys().isdisjoint(words[start.i : end - 1]):
        return possible[:-1]  # «إعمار | العقارية»
    more = chunks.after(end)
    if more is not None and (led(start) != VERB or start.thing == "person") and chunks.view.kinds[start.i] != LATIN:
        possible += range(end + 1, more.j + 1)
    elif (
        more is None and end < len(chunks.classes) and chunks.classes[end] == PREP and (more := chunks.after(end + 1)) is not None
    ):
        possible += [end + 2, more.j] if more.j > end + 2 else [end + 2]
    return possible


def _clause(start: Start) -> int:
    """The token that opens a relative clause of a start, -1 where none does."""
    chunks, end = start.chunks, start.end
    if chunks.classes[start.i] == CONJ and is_free(chunks.view.words, start.i):
        return start.i
    return end if end < len(chunks.classes) and chunks.view.words[end] in RELATIVES else -1


def parts(start: Start, end: int) -> list[Part]:
    """What speaks for a span's end: its length, its last word and the word after, whether the phrase is whole."""
    chunks, kinds = start.chunks, start.kinds
    words, lexemes, last, more = chunks.view.words, chunks.lexemes, end - 1, end < len(kinds)
    size, whole = DIGITS[min(end - start.i, 5)], "past" if end > start.end else "whole" if end == start.end else "part"
    if whole == "past" and _clause(start) >= 0:
        size, whole = DIGITS[min(end - start.end, 9)], "clause"
    after, opened = kinds[end] if more else "$", "D" if more and lexemes[end].definite else "I"
    form = ("D" if lexemes[start.i].definite else "I") + ("D" if lexemes[last].definite else "I")
    over = kinds[start.end] if whole in BEYOND else ""
    return [
        (shape_features, size, start.kind, whole, after, opened, form, kinds[last], over),
        (joint_features, whole, start.thing, thing(words[start.end if whole in BEYOND else last]), led(start), size),
        (word_features, start.bare, size, bare(words[last]), bare(words[end]) if more else "$"),
    ]


def led(start: Start) -> str:
    """What stands before the phrase that a span begins in."""
    if start.phrase is None:
        return ""
    return start.chunks.classes[start.phrase.i - 1] if start.phrase.i else "^"


def joint_features(whole: str, thing: str, other: str, led: str, size: str) -> list[Feature]:
    """What the span names and what would be added or is last in it, and whether a verb leads to it."""
    return [
        ("things", whole, thing, other),
        ("things-led", whole, thing, other, led),
        ("other-led", whole, other, led),
        ("led-size", whole, led, size),
    ]


def shape_features(size: str, kind: str, whole: str, after: str, opened: str, form: str, last: str, over: str) -> list[Feature]:
    return [
        ("size", size),
        ("size-kind", size, kind),
        ("whole", whole),
        ("whole-kind", whole, kind),
        ("after", after, opened, whole),
        ("after-kind", after, opened, whole, kind, size),
        ("definite", form[0], opened, size),
        ("last", last, form[1], after, opened),
        ("over", over, kind, last),
    ]


def word_features(word: str, size: str, last: str, after: str) -> list[Feature]:
    return [("word-size", word, size), ("last-word", last), ("after-word", after)]
