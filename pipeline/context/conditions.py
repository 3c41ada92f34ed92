"""What opens a condition: إذا and لو always, إن before a past that فـ answers, في حال before a verb or أن; and what would be if a
thing were done: من شأن الضريبة أن …."""

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .lexemes import COMMAS, HARD
from .spelled import foreign
from .tense import future, past

IFS: Final = word_set("modality", "ifs")
IF: Final = frozenset(("ان", "وان", "فان"))
IN, CASE = frozenset(("في", "وفي", "ففي")), frozenset(("حال", "حاله"))
# what may come to pass: في حال التأخر
EVENTS: Final = word_set("modality", "events")
# before إذا: whether
WHETHER: Final = frozenset(("ما", "عما", "فيما", "مما"))
# من شأن الضريبة أن ترفع السعر: what a thing is apt to do
APT, LEADS = "شان", frozenset(("من", "ومن", "فمن"))
OPENING: Final = IFS | IF | IN
THAT: Final = frozenset(("ان", "لم"))
AHEAD: Final = 16
ANSWERS: Final = frozenset(("فان", "فانه", "فانها", "فانهم", "فلن", "فسوف"))
# by these, or after في by حال, a condition opens after a figure
AFTERWARDS: Final = frozenset(("ان", "ما", "اذا", "شريطه", "بشرط", "شرط", "لولا", "لو", "حال"))
ANSWER: Final = 24
"""How far after إن its answer may open."""


def supposing(chunks: Chunks, at: int) -> bool:
    """Whether a condition opens at a token, whatever past verb follows: what is supposed has not happened.
    The لو of a name supposes nothing (صحيفة لو ستاد)."""
    view = chunks.view
    word = view.words[at]
    if word not in OPENING:
        return False
    if word in IFS:
        return view.word(at - 1) not in WHETHER and not foreign(chunks, at)
    if word in IN and view.word(at + 1) in CASE:
        return at + 2 in chunks.verbs or view.word(at + 2) in THAT or view.word(at + 2) in EVENTS
    return word in IF and _answered(chunks, at)


def enabling(chunks: Chunks, at: int, end: int) -> bool:
    """من شأن الضريبة أن ترفع السعر 5%: past its أن and before the figure a verb that is still to be."""
    view = chunks.view
    if view.word(at) != APT or view.word(at - 1) not in LEADS:
        return False
    that = next((n for n in range(at + 1, end - 1) if view.word(n) == "ان"), None)
    return that is not None and that + 1 in chunks.verbs and not past(view.word(that + 1))


def _answered(chunks: Chunks, at: int) -> bool:
    """إن ارتفعت … فستزيد, and neither إن الأسعار ارتفعت nor قال إن تراجع الأسعار …: at the head of a clause, with an answer."""
    view = chunks.view
    if at and chunks.view.word(at - 1) not in COMMAS and chunks.view.word(at - 1) not in HARD and view.word(at)[:1] not in "وف":
        return False
    if at + 1 not in chunks.verbs or not past(view.word(at + 1)) or not view.source(at, at + 1).lstrip("وف").startswith("إ"):
        return False
    return any(_answers(chunks, n) for n in range(at + 2, min(at + ANSWER, view.size)))


def _answers(chunks: Chunks, at: int) -> bool:
    """فستزيد, فإن: فـ on a verb, a future or إن."""
    word = chunks.view.word(at)
    if not word.startswith("ف") or len(word) < 3:
        return False
    return word in ANSWERS or future(chunks, at) or at in chunks.verbs and word[1:] in context_words().verbs


def condition_after(chunks: Chunks, mention: Mention) -> str | None:
    """مليونا ريال إذا أحرزوا الدوري: the condition follows."""
    view = chunks.view
    if AFTERWARDS.isdisjoint(view.words[mention.j : mention.j + AHEAD]):
        return None
    for at in range(mention.j, min(mention.j + AHEAD, view.size)):
        word = view.word(at)
        if chunks.verbs.get(at) == "say" or chunks.taken[at] == FIGURE and at > mention.j + 6:
            return None
        if word == "ان" and at + 1 in chunks.verbs and view.source(at, at + 1).startswith("إ"):
            return "conditional"
        unless = word == "ما" and view.word(at + 1) == "لم" and view.word(at - 1) != "كل"
        if unless or word in ("اذا", "شريطه", "بشرط", "شرط", "لولا"):
            return "conditional"
        if at < mention.j + 4 and (word == "لو" or word == "في" and view.word(at + 1) == "حال"):
            return "conditional"
        if word in HARD or word in COMMAS and view.word(at + 1) not in ("اذا", "شريطه", "بشرط", "شرط", "اي"):
            return None
    return None
