"""Forecasts revised: رفعت موديز توقعاتها لنمو الاقتصاد إلى 3%, خفض البنك الدولي تقديراته للنمو إلى 3%.

The pronoun on the forecast says whose it is: the subject of the verb of change, who says that the figure is to come.
"""

from typing import Final, NamedTuple

from ..extractors.base import Mention
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Place
from .lexemes import HARD
from .papers import speaker
from .sayers import subject_at
from .saying import Verb
from .speakers import before_verb, subject_here

OWNED, BARE = word_set("revision", "owned"), word_set("revision", "bare")
FORECASTS: Final = OWNED | BARE
# verbs that change a forecast; those that raise or lower it are known by the cues of change
REVISING: Final = word_set("revision", "verbs")
# between the forecast and the figure these open another matter
APART: Final = word_set("revision", "apart")
# what opens the figure of a forecast
FIGURES: Final = word_set("revision", "figures")
REACH, NEAR = 24, 10


class Revision(NamedTuple):
    """Where the verb stands, and the forecast that is its object."""

    verb: int
    forecast: int


def revision(chunks: Chunks, mention: Mention) -> Revision | None:
    """The revision that gives a figure: the forecast before it in its clause, and its verb."""
    view = chunks.view
    if FORECASTS.isdisjoint(view.words[max(0, mention.i - REACH) : mention.i]):
        return None
    for at in range(mention.i - 1, max(0, mention.i - REACH), -1):
        word = view.word(at)
        if word in HARD or word in APART:
            return None
        if word in FORECASTS:
            verb = _verb(chunks, at)
            return Revision(verb, at) if verb is not None and _led(chunks, at, mention) else None
    return None


def _verb(chunks: Chunks, forecast: int) -> int | None:
    view = chunks.view
    for at in range(forecast - 1, max(-1, forecast - NEAR), -1):
        word = view.word(at)
        if word in HARD or chunks.taken[at] == FIGURE:
            return None
        if word.removeprefix("و").removeprefix("س") in REVISING or word in REVISING:
            return at
    return None


def _led(chunks: Chunks, forecast: int, mention: Mention) -> bool:
    """إلى 3%, بنسبة 3%, من 2.5%, عند 3%: the figure is what the forecast says, right after it or after another figure of it."""
    view = chunks.view
    between = range(forecast + 1, mention.i)
    return not any(n in chunks.verbs for n in between) and any(view.word(n) in FIGURES for n in between)


def revised_by(chunks: Chunks, mention: Mention) -> Place | None:
    """Whose forecast it is, the subject of the verb: between it and the forecast, before it, or in the clause before."""
    found = revision(chunks, mention)
    if found is None:
        return None
    start = found.verb + 1
    if start < found.forecast and subject_at(chunks, start):
        comma = next((n for n in range(start, found.forecast) if chunks.view.word(n) in ("،", ",", "(")), found.forecast)
        return speaker(chunks, start, comma)
    before = before_verb(chunks, Verb(found.verb, "expect", False, True, ""), found.forecast)
    return before or (subject_here(chunks, found.verb) if chunks.view.word(found.forecast) in OWNED else None)


def revised_way(chunks: Chunks, found: Revision, mention: Mention) -> str | None:
    """Up or down by the verb; None where it says neither (عدل), and for what it was before (من 2.5%, من نطاق 5 إلى 6%)."""
    if "من" in chunks.view.words[max(0, mention.i - 2) : mention.i]:
        return None
    word = chunks.view.word(found.verb)
    return "up" if word in cues().up else "down" if word in cues().down else None
