"""Whose figure it is: the owner in the idafa, the verb's subject, else the nearest mention that names it.

A metric with a pronoun (أرباحها) and a verb without a subject of its own point back: to the nearest name of a company, an
institution or a thing that can own the figure. In a list the thing that its line opens with owns the figures of the line.
"""

from __future__ import annotations

from collections.abc import Callable

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import QUOTES, Chunks, Phrase
from .clause import Governor, pronoun_before
from .idafa import MEASURES, Place
from .names import Names

BULLETS = frozenset("•-–*·🔹🔸▪●✍⚽")
# what a company's release says of the company without naming it again
FINANCIAL = word_set("subject", "financial")
# what a budget has, what a thing for sale has, and who decides on figures that are others'
BUDGETS = word_set("subject", "budgets")
BUDGETED = word_set("subject", "budgeted")
LISTED = word_set("subject", "listed")
COURTS = word_set("subject", "courts")
BOARDS = word_set("subject", "boards")


def subject(
    chunks: Chunks,
    found: Governor,
    mention: Mention,
    earlier: Callable[[View], Chunks | None],
    names: Names,
    owner: tuple[int, Place] | None,
) -> tuple[Place, str] | None:
    """The span of the subject in the normalized text, and why; ``earlier`` gives the sentence before a view's,
    ``owner`` is the last subject and its sentence."""
    if found.subject is not None:
        return _able(chunks, found, names)
    start = min(found.metric[0], mention.start) if found.metric else 0
    pronoun = found.verb is not None and pronoun_before(chunks, found.verb)
    if found.owned or pronoun:
        near = antecedent(chunks, start)
        if near is None:
            near = _ahead(chunks, mention) or _carried_over(chunks, owner) or _named_before(chunks, earlier)
        if near is not None:
            return near, "a pronoun, and the nearest name"
    opening = _of_line(chunks, start)
    if opening is not None:
        return opening, "what the line opens with"
    return _spoken_of(chunks, found, names)


def _able(chunks: Chunks, found: Governor, names: Names) -> tuple[Place, str] | None:
    """A court owns no fine and a board no dividend: the company does."""
    if found.subject is None:
        return None
    name = chunks.view.text[found.subject[0] : found.subject[1]]
    if name.split(" ", 1)[0].removeprefix("ال") in COURTS:
        return None
    if name in BOARDS and names.topic is not None:
        return names.topic, "the company of the board"
    return found.subject, f"beside the metric ({found.rule})"


def _spoken_of(chunks: Chunks, found: Governor, names: Names) -> tuple[Place, str] | None:
    """What the sentence or the document is about, where the metric is one that such a thing has."""
    topic = _topic(chunks, found, names)
    if topic is not None:
        return topic, "the company that the document is about"
    if found.metric is None:
        return None
    head = chunks.view.text[found.metric[0] : found.metric[1]].split(" ", 1)[0].removeprefix("ال")
    if head in LISTED and names.sold is not None and names.sold[1] <= found.metric[0]:
        return names.sold, "what is offered"
    budget = _budget(chunks) if head in BUDGETED else None
    return (budget, "the budget that the sentence speaks of") if budget is not None else None


def _budget(chunks: Chunks) -> Place | None:
    for phrase in chunks.phrases:
        for at in range(phrase.i, phrase.j):
            if chunks.view.word(at) in BUDGETS:
                return chunks.view.cut.start(at), chunks.view.cut.end(phrase.j - 1)
    return None


def _ahead(chunks: Chunks, mention: Mention) -> Place | None:
    """رغم تحقيقها مليارا … أحرقت CoreWeave: a clause that opens the sentence points to its main clause."""
    if chunks.view.word(0) not in ("علي", "رغم", "بعد", "مع", "عند", "منذ", "بسبب", "بفضل"):
        return None
    for phrase in chunks.phrases:
        if phrase.i >= mention.j and _names(chunks.view, phrase):
            return chunks.text(phrase)
    return None


def _carried_over(chunks: Chunks, owner: tuple[int, Place] | None) -> Place | None:
    return owner[1] if owner is not None and chunks.view.index - owner[0] <= 1 else None


def _named_before(chunks: Chunks, earlier: Callable[[View], Chunks | None]) -> Place | None:
    previous = earlier(chunks.view)
    return antecedent(previous, previous.view.end) if previous is not None else None


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
    return any(
        view.word(at) in QUOTES or view.word(at)[:1].isascii() and view.word(at)[:1].isalpha() for at in range(phrase.i, phrase.j)
    )


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
