"""A fixture taken over to an edited text. In: its claims and the new text; out: the claims at their new places.

A claim goes with its sentence where that still stands word for word, else with the nearest place that has the claim's own words.
What is found nowhere is not kept: the log has it, and it can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..canonical import SPANS
from .build import ClaimFields, sentence_at


def rebased(claims: Sequence[ClaimFields], text: str) -> list[ClaimFields]:
    """The claims that still stand in the text, each span slicing back to its words."""
    found = []
    shift = 0
    for claim in claims:
        sentence = claim["context"].get("sentence")
        start = nearest(text, sentence["text"], sentence["start"] + shift) if sentence else None
        if sentence and start is not None:
            shift = start - sentence["start"]
            begin: int | None = claim["start"] + shift
        else:
            begin = nearest(text, claim["text"], claim["start"] + shift)
        if begin is not None:
            shift = begin - claim["start"]
            found.append(_at(claim, begin, text))
    return found


def nearest(text: str, words: str, expected: int) -> int | None:
    """Where ``words`` stand in the text, nearest to the place where they are expected; None when nowhere.

    >>> nearest("5 ثم 5 ثم 5", "5", 6), nearest("5", "6", 0)
    (5, None)
    """
    expected = max(0, min(expected, len(text)))
    before, after = text.rfind(words, 0, expected + len(words)), text.find(words, expected)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - expected)) if places else None


def _at(claim: ClaimFields, start: int, text: str) -> ClaimFields:
    """The claim moved to ``start``, its spans to the nearest places with their words."""
    shift, end = start - claim["start"], start + len(claim["text"])
    context = {}
    for name, value in claim["context"].items():
        if name == "sentence":
            place = value["start"] + shift
            whole = text[place : place + len(value["text"])] == value["text"]
            context[name] = (
                {**value, "start": place, "end": place + len(value["text"])} if whole else sentence_at(text, start, end, ())
            )
        elif name in SPANS:
            place = nearest(text, value["text"], value["start"] + shift)
            if place is not None:
                context[name] = {"start": place, "end": place + len(value["text"]), "text": value["text"]}
        else:
            context[name] = value
    return {**claim, "start": start, "end": end, "context": context}
