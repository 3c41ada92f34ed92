"""Verbs of saying: which words are, in which sense, with or without an object pronoun on them."""

from typing import Final, NamedTuple

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .complement import complement
from .lexemes import CONJ, NOUN, STOP, VERB
from .remember import remembered
from .sayers import can_speak, subject_at

SAYS: Final = frozenset(("say", "expect", "hope", "propose", "deny"))
PRONOUNS: Final = ("هما", "ها", "هم", "ني", "نا", "ه")
OURS: Final = ("ني", "نا")
# forms of verbs of saying that are other words: بينها, نصف, أمل, لتر
UNSPOKEN: Final = word_set("attribution", "unspoken")
# after these a noun, whatever its form: طلب عدم ذكر اسمه, الخلاف حول نشر النتائج
NOUNS_AFTER: Final = word_set("attribution", "nouns_after")
SHOWN: Final = frozenset(("بين", "وبين"))


class Verb(NamedTuple):
    """Where a verb of saying stands and its kind; ``that``: it says something only with أن after it; ``direct``: it may have a
    figure as its own object (قدرت كلفته بأربعة ملايين); ``about``: the preposition that may open what is said."""

    at: int
    kind: str
    that: bool
    direct: bool
    about: str


def saying(chunks: Chunks, at: int) -> Verb | None:
    """The verb of saying at a token, with or without an object pronoun on it (أبلغتها الحكومة أن)."""
    word = chunks.view.word(at)
    form = _form(word)
    if form is None:
        return None
    if at and chunks.view.word(at - 1) in NOUNS_AFTER:
        return None
    kind, place = chunks.verbs.get(at), chunks.classes[at]
    if word in SHOWN:
        return Verb(at, "say", True, False, "") if _shows(chunks, at) else None
    if kind is None and place == NOUN and not form.suffixed and (not at or chunks.classes[at - 1] in (STOP, CONJ)):
        kind = form.kind  # طلب is a noun too, but not at the head of a clause
    if kind in SAYS:
        return Verb(at, kind, False, kind != "say" or form.direct, form.about)
    if form.that and (kind is not None or place == NOUN):
        return Verb(at, "say", True, False, "")
    if form.suffixed and form.kind is not None and (place in (NOUN, VERB) or form.direct and _valued(chunks, at)):
        return Verb(at, form.kind, not form.direct, form.direct, "")
    return None


def speech(word: str) -> bool:
    """Whether a word can be a verb of saying at all."""
    return _form(word) is not None


def asked(word: str) -> str | None:
    """The kind of a verb of asking with a pronoun on it: طالبها صاحب البيت بمليون."""
    form = _form(word)
    return form.kind if form is not None and form.suffixed and form.kind == "propose" else None


class _Form(NamedTuple):
    """A verb of saying by its form alone: its kind, whether أن follows, whether it takes an object, the preposition that opens
    what is said, whether it carries a pronoun."""

    kind: str | None
    that: bool
    direct: bool
    about: str
    suffixed: bool


@remembered
def _form(word: str) -> _Form | None:
    """What the lexicon knows of a word as a verb of saying; None for most words."""
    if word in UNSPOKEN:
        return None
    words = context_words()
    kind = words.verbs.get(word)
    if kind in SAYS or word in words.that or word in SHOWN:
        return _Form(kind if kind in SAYS else None, word in words.that, word in words.direct, words.about.get(word, ""), False)
    return _with_object(word) if kind is None and len(word) > 4 else None


def _with_object(word: str) -> _Form | None:
    """A verb with a pronoun on it: أبلغتها الحكومة أن, قدرها الخبراء بمليون."""
    words = context_words()
    for pronoun in PRONOUNS:
        if word.endswith(pronoun):
            bare = word[: -len(pronoun)]
            kind = words.verbs.get(bare)
            if bare in words.estimates:
                return _Form("say", False, True, "", True)
            if kind not in SAYS and bare in words.that and pronoun in OURS:
                return _Form(None, True, False, "", True)
            return _Form(kind, False, False, "", True) if kind in SAYS else None
    return None


def _valued(chunks: Chunks, at: int) -> bool:
    """خسائر قدرها البنك بمليون, and not خسائر قدرها مليون: who values it follows."""
    view = chunks.view
    return at + 1 < view.size and not chunks.taken[at + 1] and subject_at(chunks, at + 1) and can_speak(chunks, at + 1)


def _shows(chunks: Chunks, at: int) -> bool:
    """وبيّن التحقيق أن: a verb where أن follows and no و joins a second thing, as after بين, "between"."""
    if at and chunks.classes[at - 1] != STOP:
        return False
    opened = complement(chunks, at + 1, min(chunks.view.size, at + 7))
    return opened is not None and not any(chunks.view.word(n).startswith("و") for n in range(at + 1, opened))
