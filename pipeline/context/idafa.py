"""Inside a noun phrase: where the noun of measure begins, and where it parts from the name of whose figure it is."""

from __future__ import annotations

from ..lexicon.context import ContextWords, context_words
from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..text.tokens import LATIN
from .chunks import QUOTES, Chunks, Phrase

Place = tuple[int, int]  # a span of the normalized text
MEASURES = ("price", "whole")


def inner(chunks: Chunks, phrase: Phrase) -> Phrase | None:
    """The phrase from its noun of measure on: توزيع | أرباح نقدية; a deed (تبديد) where there is no such noun; else None."""
    risen = _changed(chunks, phrase)
    if risen is not None:
        return risen
    if phrase.head in MEASURES:
        return phrase
    words, view = context_words(), chunks.view
    for at in range(phrase.i + 1, phrase.j):
        known = words.metrics.get(view.word(at))
        if known is not None and known[0] in MEASURES and phrase.head != "entity" and not _definite_chain(chunks, phrase, at):
            return Phrase(at, phrase.j, known[1], known[0], known[2], phrase.prep)
    return phrase if phrase.head == "deed" else None


def _changed(chunks: Chunks, phrase: Phrase) -> Phrase | None:
    """انخفاض المبيعات, ارتفاعا في المبيعات: what rises or falls is what is measured."""
    view, words = chunks.view, cues()
    head = view.word(phrase.i)
    if head not in words.up and head not in words.down or phrase.i in chunks.verbs:
        return None
    if phrase.j - phrase.i > 1 and not view.word(phrase.i).startswith(("ال", "وال", "بال")):
        known = context_words().metrics.get(view.word(phrase.i + 1))
        if view.word(phrase.i + 1).startswith("ال") or known is not None:
            return Phrase(phrase.i + 1, phrase.j, 0, known[0] if known else "whole", known[2] if known else False, phrase.prep)
    if view.word(phrase.j) in ("في", "فى"):
        what = chunks.after(phrase.j + 1)
        return what if what is not None and view.word(what.i) not in context_words().times else None
    return None


def _definite_chain(chunks: Chunks, phrase: Phrase, at: int) -> bool:
    """A definite noun inside a chain (ضعف المبلغ) names no measure of its own unless it carries a pronoun."""
    return chunks.view.word(at).startswith("ال") and phrase.head != "deed"


def split(chunks: Chunks, phrase: Phrase) -> tuple[Place, Place | None]:
    """سعر | برميل النفط الكويتي: a price noun in the indefinite, and the rest of its idafa, whose figure it is."""
    words, view = context_words(), chunks.view
    whole = chunks.text(phrase)
    if view.word(phrase.i)[phrase.cut :] == "نسبه" and not any(
        view.word(n).startswith("ال") or view.kind(n) == LATIN for n in range(phrase.i + 1, phrase.j)
    ):
        return (whole[0], view.cut.end(phrase.i)), None  # نسبة مذهلة is a share, whatever is thought of it
    if phrase.head != "price" or phrase.owned or view.word(phrase.i)[phrase.cut :].startswith("ال"):
        return whole, None
    at = phrase.i + 1
    while at < phrase.j and _measure(words, view.word(at)):
        at += 1
    if at >= phrase.j or view.word(at) in words.abstract or view.word(at) in words.metrics:
        return whole, None
    if not (
        _owns(chunks, phrase, at) or at == phrase.i + 1 and view.word(phrase.i) in words.pure and not _adjective(view.word(at))
    ):
        return whole, None
    return (whole[0], view.cut.end(at - 1)), (view.cut.start(at), view.cut.end(phrase.j - 1))


def _measure(words: ContextWords, word: str) -> bool:
    """صافي ربح, معدل سعر: a second noun of measure before the owner."""
    known = words.metrics.get(word)
    return (
        known is not None and known[0] in MEASURES and not known[1] and not word.startswith("ال") and word not in words.abstract
    )


def _owns(chunks: Chunks, phrase: Phrase, at: int) -> bool:
    """Whether the rest of a chain names somebody or some land: an institution, a Latin or quoted name, a country."""
    words, view, countries = context_words(), chunks.view, load_money().countries
    if view.word(at) in words.entities or view.word(at) in countries:
        return True
    return any(view.kind(n) == LATIN or view.word(n) in QUOTES for n in range(at, phrase.j))


def _adjective(word: str) -> bool:
    return not word.startswith("ال") and word.endswith(("ي", "يه", "يا"))


def owner_after(chunks: Chunks, phrase: Phrase) -> Place | None:
    """فائض السيولة لدى البنوك القطرية: the owner after a preposition."""
    view, words = chunks.view, context_words()
    if view.word(phrase.j) in ("لدي", "في", "بين", "فى"):
        owner = chunks.after(phrase.j + 1)
    elif view.word(phrase.j).startswith(("لل", "بال")):
        owner = chunks.after(phrase.j)
    else:
        return None
    if owner is None or view.word(owner.i)[owner.cut :] in words.times or owner.head in MEASURES or owner.owned:
        return None
    first = view.word(owner.i)
    return chunks.text(owner) if first.startswith(("ال", "لل")) or owner.head == "entity" or owner.j - owner.i > 1 else None
