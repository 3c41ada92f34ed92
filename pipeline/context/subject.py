"""Whose figure it is: the owner in the idafa, the verb's subject, else the nearest mention that names it.

A metric with a pronoun (أرباحها) and a verb without a subject of its own point back: to the nearest name of a company, an
institution or a thing that can own the figure. In a list the thing that its line opens with owns the figures of the line.
"""

from __future__ import annotations

from collections.abc import Callable

from ..extractors.base import View
from ..lexicon.context import context_words
from .chunks import QUOTES, Chunks, Phrase
from .governor import Governor
from .idafa import MEASURES, Place
from .names import Names

BULLETS = frozenset("•-–*·🔹🔸▪●✍⚽")
# what a company's release says of the company without naming it again
FINANCIAL = frozenset("ربح ارباح ايرادات مبيعات معاملات اعمال توزيعات ربيحه مربوح خساره خسائر اصول نتائج الربح الارباح الايرادات المبيعات المعاملات الاعمال الخساره الخسائر الاصول".split())


def subject(chunks: Chunks, found: Governor, earlier: Callable[[View], Chunks | None], names: Names) -> Place | None:
    """The span of the subject in the normalized text; ``earlier`` gives the sentence before a view's."""
    if found.subject is not None:
        return found.subject
    start = found.metric[0] if found.metric else 0
    if found.owned or found.rule.endswith("-verb"):
        near = antecedent(chunks, start)
        previous = earlier(chunks.view) if near is None and found.owned else None
        if previous is not None:
            near = antecedent(previous, previous.view.end)
        if near is not None:
            return near
    return _of_line(chunks, start) or _topic(chunks, found, names)


def antecedent(chunks: Chunks, before: int) -> Place | None:
    """The nearest phrase before an offset that names somebody: an institution, a name in quotes or in Latin letters."""
    for phrase in reversed(chunks.phrases):
        start, end = chunks.text(phrase)
        if end <= before and _names(chunks.view, phrase):
            return start, end
    return None


def _names(view: View, phrase: Phrase) -> bool:
    if phrase.head == "entity" and not phrase.owned:
        return True
    return any(view.word(at) in QUOTES or view.word(at)[:1].isascii() and view.word(at)[:1].isalpha() for at in range(phrase.i, phrase.j))


def _of_line(chunks: Chunks, before: int) -> Place | None:
    """• محاسب … المرتب 9 آلاف: the line of a list opens with what it is about."""
    if not chunks.phrases or chunks.view.word(0)[:1] not in BULLETS:
        return None
    phrase = chunks.phrases[0]
    start, end = chunks.text(phrase)
    return (start, end) if phrase.i <= 2 and phrase.head not in MEASURES and end <= before else None


def _topic(chunks: Chunks, found: Governor, names: Names) -> Place | None:
    """بلغ صافي الربح 73 مليونا in a company's release: the company."""
    if found.metric is None or names.topic is None:
        return None
    words = chunks.view.text[found.metric[0] : found.metric[1]].split()
    return names.topic if any(word in FINANCIAL for word in words) and words[0] in context_words().metrics else None
