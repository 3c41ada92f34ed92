"""By how much one is more or less than another: ``أعلى بنسبة 18%``, ``أقل عرضة للمرض بنسبة 21%``, ``34% أقل من زملائهن``."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set

MORE, LESS = word_set("direction", "more"), word_set("direction", "less")
LEADS: Final = word_set("direction", "leads")
# what makes a comparison of an elative after a number
THAN: Final = frozenset(("من", "مما"))
# what stands between such a comparison and its size
RISKS: Final = frozenset(("عرضه", "احتمالا", "ميلا"))
FAR: Final = 14
# by how much one thing exceeds another, and what shows that the other is the same thing before
EXCEEDS, THAN_ANY, THEN = word_set("direction", "exceeds"), word_set("direction", "than"), word_set("direction", "then")
BESIDE, LATER = 6, 10
STOPS: Final = frozenset((".", "؛", "،", ":", "!", "؟"))


def comparison(view: View, mention: Mention, lead: int) -> str | None:
    """``up`` or ``down``; ``lead`` is the token before the mention and before its modifier."""
    at = mention.i - 1 if view.word(mention.i - 1) in LEADS else lead
    by = view.word(at) in LEADS
    attached = mention.number is not None and mention.number.prefix == "ب"
    word = view.word(at - 1) if by else view.word(at) if attached else ""
    found = _elative(word)
    if found is not None:
        return found
    return _far(view, at) if by or attached or view.word(lead - 1) in LEADS else None


def after_number(view: View, mention: Mention) -> str | None:
    """تكسب 34% أقل من زملائها."""
    return _elative(view.word(mention.j)) if view.word(mention.j + 1) in THAN else None


def _elative(word: str) -> str | None:
    word = word.removeprefix("و")
    return "up" if word in MORE else "down" if word in LESS else None


def _far(view: View, at: int) -> str | None:
    """أقل عرضة للإصابة بالمرض بنسبة 21%: what it is less likely to do stands between, and no other figure."""
    for place in range(at - 1, max(-1, at - FAR), -1):
        found = _elative(view.word(place))
        if found is not None:
            return found if view.word(place + 1) in RISKS else None
        if view.word(place) in STOPS or _number(view, place):
            return None
    return None


def elsewhere(view: View, mention: Mention) -> bool:
    """أعلى بنسبة 18% من المتوسط, يقل بنسبة 40% عن نظرائهم: one is set beside another, not beside what it was."""
    near = view.words[max(0, mention.i - BESIDE) : mention.i]
    if all(_elative(word) is None and word not in EXCEEDS for word in near) and _elative(view.word(mention.j)) is None:
        return False
    if THAN_ANY.isdisjoint(view.words[mention.j : mention.j + 2]) or view.word(mention.j) == "،":
        return False
    after = view.words[mention.j : mention.j + LATER]
    return THEN.isdisjoint(after) and not any(_year(view, at) for at in range(mention.j, mention.j + LATER))


def _year(view: View, at: int) -> bool:
    return view.is_digits(at) and len(view.word(at)) == 4


def _number(view: View, at: int) -> bool:
    return view.is_digits(at) or at < view.size and view.entries[at] is not None
