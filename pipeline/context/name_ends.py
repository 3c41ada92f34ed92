"""A speaker's first token in, the token out before which its name ends, by weights learnt from annotated speakers: البنك الدولي |
الأضرار, خبير في أوساكا | إن, القنصل الفرنسي فيتال كينيه | لوكالة الأنباء.

Between any two tokens it is asked whether the name ends there. What grammar settles is not asked: a number, a verb, a full stop,
an adverb, an object, a participle that tells where the speaker belongs end it; what stands in quotation marks belongs to it.
"""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .complement import QUOTED, closing, is_complement
from .lexemes import HARD, NOUN, PREP, QUOTES, VERB
from .nouns import noun_kind, thing
from .remember import remembered
from .sayers import role
from .spelled import in_name, spelled
from .vowels import accusative
from .weigh import DIGITS, Feature, Part, weights

FIELD: Final = "speaker"
LONGEST: Final = 10
# a sum above it is an end
BOUND: Final = 600
# no part of a name: شددت موسكو مرارا
ADVERBS: Final = word_set("attribution", "adverbs")
# after a name they tell whose or where it is: المركز | التابع للوزارة
BELONGING: Final = word_set("attribution", "belonging")
ENDED: Final = HARD.union(ADVERBS, BELONGING)


def name_end(chunks: Chunks, start: int, limit: int) -> int:
    """The token before which the name that begins at ``start`` ends, ``limit`` at most."""
    of = weights(FIELD).of
    last, end = min(limit, start + LONGEST), start + 1
    while end < last and not ends_name(chunks, start, end):
        after = quoted(chunks, end, last)
        if after == 0:
            break
        if after is None and sum(map(of, parts(chunks, start, end))) > BOUND:
            break
        end = after or end + 1
    return end


def ends_name(chunks: Chunks, start: int, at: int) -> bool:
    """Whether a token is plainly no part of the name that begins at ``start``."""
    if chunks.taken[at] or chunks.view.words[at] in ENDED or chunks.classes[at] == VERB and not in_name(chunks, at):
        return True
    return accusative(chunks.view, at) and not accusative(chunks.view, start)


def quoted(chunks: Chunks, at: int, limit: int) -> int | None:
    """The token after a quotation that opens at a token; 0 where it is no name: it holds a figure, or ends late."""
    if chunks.view.words[at] not in QUOTES:
        return None
    close = closing(chunks, at, min(limit, at + QUOTED))
    return close + 1 if close is not None and FIGURE not in chunks.taken[at:close] else 0


def parts(chunks: Chunks, start: int, end: int) -> list[Part]:
    """What speaks for the name that begins at ``start`` ending before ``end``."""
    words = chunks.view.words
    head, size = _kind(chunks, start), DIGITS[min(end - start, 6)]
    last, last_form = _kind(chunks, end - 1), _form(chunks, end - 1)
    then, form = _kind(chunks, end), _form(chunks, end)
    beyond, beyond_form = _kind(chunks, end + 1), _form(chunks, end + 1)
    how = ("p" if end in chunks.at else "") + _attached(chunks, end)
    prep = next((at for at in range(end - 1, start, -1) if chunks.classes[at] == PREP), start)
    since = DIGITS[min(end - 1 - prep, 3)] + words[prep] if prep > start else ""
    return [
        (next_features, last, last_form, then, form, how),
        (head_features, head, chunks.nouns[start].definite, size, last, then, form, how),
        (word_features, chunks.nouns[end].bare, words[end], last, words[end - 1], then),
        (beyond_features, last, then, form, beyond, beyond_form, _word(chunks, end + 1)),
        (since_features, since, then, form),
        (noun_features, chunks.nouns[end - 1].kind, chunks.nouns[end].kind, form),
    ]


def _kind(chunks: Chunks, at: int) -> str:
    """What a token is, as far as who speaks goes."""
    if at >= chunks.view.size:
        return "$"
    kind = chunks.classes[at]
    if chunks.taken[at]:
        return "#"
    if kind == NOUN or in_name(chunks, at):
        return speaking(chunks.view.words[at])
    return "that" if is_complement(chunks, at, chunks.view.words[at]) else kind


@remembered
def speaking(word: str) -> str:
    """A role, a paper, else what kind of thing a noun names, else what the lexicon calls it."""
    if role(word):
        return "role"
    return "paper" if word in context_words().papers else thing(word) or noun_kind(word)


def _form(chunks: Chunks, at: int) -> str:
    """How a token is written: as a noun with its ending, or as a letter, a particle, a foreign article."""
    if at >= chunks.view.size:
        return "$"
    if spelled(chunks, at):
        return "letter"
    if chunks.classes[at] != NOUN:
        return chunks.classes[at]
    return chunks.nouns[at].form + ("n" if accusative(chunks.view, at) else "")


def _word(chunks: Chunks, at: int) -> str:
    """A particle by itself, since there are few; a noun by its form."""
    return _form(chunks, at) if at >= chunks.view.size or chunks.classes[at] == NOUN else chunks.view.words[at]


def _attached(chunks: Chunks, at: int) -> str:
    """The preposition or the و on a token."""
    word = chunks.view.words[at]
    if word.startswith("ل"):
        return "لل" if word.startswith("لل") else "ل"
    return word[0] if chunks.lexemes[at].cut else ""


def next_features(last: str, last_form: str, then: str, form: str, how: str) -> list[Feature]:
    return [
        ("end",),
        ("next", then, form, how),
        ("pair", last, then, form, last_form),
        ("pair-how", last, then, how),
        ("forms", last_form, form, how),
    ]


def head_features(head: str, definite: bool, size: str, last: str, then: str, form: str, how: str) -> list[Feature]:
    article = "D" if definite else "I"
    return [
        ("size", size, head, article),
        ("head-next", head, article, then, how),
        ("head-form", head, article, form, size),
        ("head-pair", head, last, then, form),
        ("head-how", head, article, how, size),
    ]


def word_features(bare: str, word: str, last: str, before: str, then: str) -> list[Feature]:
    return [("word", bare), ("word-after", word, last), ("last-word", before, then)]


def beyond_features(last: str, then: str, form: str, beyond: str, beyond_form: str, word: str) -> list[Feature]:
    return [("beyond", then, beyond, beyond_form), ("beyond-form", last, then, form, beyond_form), ("beyond-word", form, word)]


def since_features(since: str, then: str, form: str) -> list[Feature]:
    return [("since", since, then, form)]


def noun_features(kind: str, other: str, form: str) -> list[Feature]:
    return [("kinds", kind, other, form)]
