"""Who can speak at all: an institution, a paper, a person, a people, a place or a name, by the word that names it."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..text.tokens import LATIN
from .chunks import FIGURE, Chunks
from .lexemes import NOUN, QUOTES
from .nouns import thing

ROLES: Final = word_set("attribution", "roles")
DUALS: Final = ("ان", "ين", "ون")
TAILS: Final = (*DUALS, "و", "ها", "هم", "ه")
SPEAKERS: Final = frozenset(("person", "people", "organisation", "name"))


def bare(word: str) -> str:
    """A noun without its article and the ل or ب on it."""
    for head in ("لل", "بال", "وال", "ال"):
        if word.startswith(head):
            return word[len(head) :]
    return word


def definite(word: str) -> bool:
    """With an article on it; not the one that stands alone in a foreign name: إل باييس."""
    return word.startswith(("ال", "لل", "وال", "بال")) and word != "ال"


def role(word: str) -> bool:
    """الباحث, الباحثان, وكيله, مديرها: what somebody is, in the dual too and with a pronoun."""
    found = bare(word)
    if thing(word) == "measure":
        return False  # مساحة, and no مساح
    tails = DUALS if definite(word) else TAILS
    return found in ROLES or any(found.endswith(tail) and found[: -len(tail)] in ROLES for tail in tails)


def subject_at(chunks: Chunks, start: int) -> bool:
    """A noun with no preposition on it may be who speaks."""
    view = chunks.view
    word = view.word(start)
    if word in QUOTES:
        return True
    if word in context_words().speechless or chunks.taken[start] == FIGURE:
        return False
    phrase = chunks.after(start)
    if phrase is None:
        return chunks.classes[start] == NOUN or chunks.classes[start] == "D" and not view.is_digits(start)
    return not phrase.prep.strip("وف") or phrase.prep.endswith("بين") and not phrase.cut


def can_speak(chunks: Chunks, at: int) -> bool:
    """An institution, a paper, a person, a people, a place or a name does; الخبرة, الأسعار do not."""
    view, words = chunks.view, context_words()
    word = view.word(at)
    stripped = word[1:] if word.startswith("ل") and not word.startswith("لل") else word
    if stripped in words.metrics and stripped not in words.papers:
        return False
    if any(form in words.entities or form in words.papers or role(form) for form in (word, stripped)):
        return True
    if thing(stripped) in SPEAKERS:
        return True
    if view.kind(at) == LATIN or word in QUOTES or stripped in load_money().countries or bare(word) in load_money().countries:
        return True
    return word.endswith(("ون", "ين", "اء")) and len(word) > 4
