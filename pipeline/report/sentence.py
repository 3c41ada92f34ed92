"""A difference in words: its head, its fields, its sentence with the claim marked. In: a Difference; out: plain strings.

Shared by the terminal and the annotations; what a browser shows is built from the claims themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..claims import Claim, Money, Percent, Year
from .difference import Difference, Pair
from .place import FSI, LRI, Lines, Place, isolate, visible

OPEN, CLOSE = "⟦", "⟧"


class Quote(NamedTuple):
    """A sentence in three: what stands before the claim, its words, what stands after; all printable."""

    before: str
    claim: str
    after: str


def quote(claim: Claim) -> Quote:
    """The claim in its sentence, or alone where it has none."""
    sentence = claim.context.sentence
    if sentence is None or not (sentence.start <= claim.start and claim.end <= sentence.end):
        return Quote("", visible(claim.text), "")
    start, end = claim.start - sentence.start, claim.end - sentence.start
    return Quote(visible(sentence.text[:start]).lstrip(), visible(claim.text), visible(sentence.text[end:]).rstrip())


def place_of(row: Difference, pair: Pair, lines: Lines) -> Place:
    """Line and column in the text as it is now; a claim of another version that is gone has the place of the text's begin."""
    claim = row.extracted or row.fixture if pair.moved else row.claim
    return lines.at(claim.start) if claim and claim.start <= len(pair.text) else Place(1, 1)


def shown(value: Any, mark: bool) -> str:
    """A field's value on one line: spans as their words, ``when`` as its parts, an absent field as ∅."""
    if value is None:
        return "∅"
    if isinstance(value, Mapping):
        if "text" in value:
            return f"{_isolated(visible(str(value['text'])), FSI, mark)} [{value['start']}:{value['end']}]"
        return " ".join(f"{key}={_isolated(visible(str(part)), LRI, mark)}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return " ".join(visible(str(part)) for part in value)
    return _isolated(visible(str(value)), FSI, mark)


def reading(claim: Claim, mark: bool) -> str:
    """A claim's value and unit in a word or two: ``47–55 USD``."""
    number = str(claim.value) if claim.value is not None else f"{claim.low}–{claim.high}" if claim.low is not None else ""
    unit = _unit(claim)
    return _isolated(f"{number} {unit}".strip() or "relative", LRI, mark)


def _unit(claim: Claim) -> str:
    if isinstance(claim, Money):
        return claim.currency or "/".join(claim.currency_candidates or ())
    if isinstance(claim, Percent):
        return {"percent": "%", "percentage_point": "pp", "basis_point": "bp"}[claim.unit]
    return "AH" if isinstance(claim, Year) and claim.calendar else ""


def _isolated(text: str, kind: str, mark: bool) -> str:
    return isolate(text, kind) if mark else text
