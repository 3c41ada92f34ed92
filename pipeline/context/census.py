"""Shares of a population as encyclopedias tell them: a sentence's chunks and a percent in, its governor and its base out.

``281.754 يهودياً (36,9٪)``: the noun counted before the brackets; ``68511 (43.8%) لديها أطفال``: what stands after them;
``من بين 712 ألفا من السكان 56% من الكاثوليك``: who is named after the share, of those that the sentence opens with.
"""

from __future__ import annotations

from ..extractors.base import Mention
from .chunks import Chunks, Phrase
from .idafa import Place
from .lexemes import NUMBER, STOP

OF = ("من", "منهم", "منها")
# the idafa of these names a place after them: سكان أمستردام
PEOPLE = frozenset(("سكان", "اهالي", "مواطني", "اهل"))
AFTER = 4


def group(chunks: Chunks, mention: Mention) -> Place | None:
    """The span of the group that a share counts, None where no such group is counted."""
    if mention.kind != "percent":
        return None
    if _bracketed(chunks, mention):
        return _counted_before(chunks, mention) or _told_after(chunks, mention.j + 1)
    named = chunks.after(mention.j + 1) if among(chunks, mention) is not None and chunks.view.word(mention.j) == "من" else None
    return chunks.text(named) if named is not None else None


def among(chunks: Chunks, mention: Mention) -> Place | None:
    """من بين 712 ألفا من السكان, من أصل 40 عضوا: the whole that the sentence counts before its shares."""
    view = chunks.view
    if "بين" not in view.words and "اصل" not in view.words:
        return None
    for at in range(mention.i - 1):
        if view.words[at] != "من" or view.word(at + 1) not in ("بين", "اصل") or chunks.classes[at + 2 : at + 3] != [NUMBER]:
            continue
        end = at + 2
        while end < mention.i and chunks.classes[end] == NUMBER:
            end += 1
        whole = chunks.after(end + 1 if view.word(end) == "من" else end)
        return chunks.text(whole) if whole is not None and whole.j <= mention.i else None
    return None


def place_of(chunks: Chunks, base: Place) -> Place | None:
    """سكان | لومبوك: whose people a base is."""
    name = chunks.view.text[base[0] : base[1]]
    head, _, rest = name.partition(" ")
    return (base[1] - len(rest), base[1]) if rest and head in PEOPLE else None


def _bracketed(chunks: Chunks, mention: Mention) -> bool:
    view, at = chunks.view, mention.i - 1
    return (
        view.word(at) == "("
        and at > 0
        and chunks.taken[at - 1] == 0
        and (_number(chunks, at - 1) or _noun(chunks, at) is not None)
    )


def _number(chunks: Chunks, at: int) -> bool:
    return chunks.classes[at] == NUMBER


def _noun(chunks: Chunks, bracket: int) -> Phrase | None:
    """The counted noun right before a bracket: 281.754 يهودياً (."""
    index = chunks.at.get(bracket - 1)
    phrase = chunks.phrases[index] if index is not None else None
    return phrase if phrase is not None and phrase.i > 0 and _number(chunks, phrase.i - 1) else None


def _counted_before(chunks: Chunks, mention: Mention) -> Place | None:
    phrase = _noun(chunks, mention.i - 1)
    return chunks.text(phrase) if phrase is not None else None


def _told_after(chunks: Chunks, at: int) -> Place | None:
    """What follows the bracket: من | الشراكات دون زواج, لديها أطفال."""
    view = chunks.view
    if view.word(at) in OF:
        at += 1
    end = at
    while end < min(view.size, at + AFTER) and chunks.classes[end] not in (STOP, NUMBER):
        end += 1
        index = chunks.at.get(end - 1)
        if index is not None:
            end = max(end, min(chunks.phrases[index].j, at + AFTER))
            break
    return (view.cut.start(at), view.cut.end(end - 1)) if end > at else None
