"""Normalized text in, the sentences that may hold a claim out. Most text has none, and nothing but this reads it.

An Aho-Corasick automaton finds digits and the stems of trigger words at memory speed; a stem counts when the whole word around
it is a trigger, so that نص in منصب is none. The tables are :mod:`pipeline.lexicon.triggers`.

>>> find_sentences("كتب المنصب الأول. بلغ 7. قبل مليون عام")[1]
[Found(sentence=1, rank=2), Found(sentence=2, rank=3)]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from .extractors.number import DOZENS
from .lexicon.triggers import Triggers, triggers
from .numbers.scan import VULGAR
from .text.sentences import Sentences

# The automaton keeps a table of offsets, 16 bytes a character: a long text is read by the slice.
SLICE = 1 << 16
LETTERS = "\u0621-\u064a\u0671-\u06d3"
# no word of the tables is longer, and no search for a word's end goes further
LONGEST = 24
_WORD = re.compile(f"[{LETTERS}]{{1,{LONGEST}}}")
_BEFORE = re.compile(f"[{LETTERS}]+(?=\\s*$)")
_AFTER = re.compile(f"\\s*([{LETTERS}]+)")
_FOUR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
NO, SMALL, DIGITS, SURE = range(4)


class Found(NamedTuple):
    """A sentence by its index, and its best trigger: SURE, or else :func:`promising` decides when its words are known."""

    sentence: int
    rank: int


class _Scan(NamedTuple):
    """The automaton; its patterns before ``firm`` are triggers by themselves, the others stems."""

    automaton: AhoCorasick
    firm: int
    words: Triggers


@cache
def _scan() -> _Scan:
    firm = [*"0123456789", *VULGAR]
    words = triggers()
    words = words._replace(small=words.small | DOZENS, stems=(*words.stems, *DOZENS))
    return _Scan(AhoCorasick([*firm, *words.stems], implementation=Implementation.DFA), len(firm), words)


def find_sentences(text: str, every: bool = False) -> tuple[Sentences | None, list[Found]]:
    """The sentences with a trigger, ascending, and the sentences of the text where there are any.

    ``every``: all number words are triggers, for claims of the kind ``number``.
    """
    automaton, firm, words = _scan()
    sentences: Sentences | None = None
    ends: list[int] = []
    found: list[Found] = []
    limit, best = 0, NO
    digits = SURE if every else DIGITS
    last = len(text) - SLICE
    for low in range(0, len(text), SLICE):
        part = text if last <= 0 else text[low : low + SLICE + LONGEST]
        for pattern, at, _ in automaton.find_matches_as_indexes(part, overlapping=True):
            place = low + at
            if place >= limit:
                best = NO
            if best == SURE or pattern < firm and best == digits or at >= SLICE:
                continue
            rank = digits if pattern < firm else _rank(words, text, place, every)
            if rank <= best:
                continue
            if sentences is None:
                sentences = Sentences(text)
                ends = sentences.ends
            if best != NO:
                found.pop()
            index, best = bisect_right(ends, place), rank
            limit = ends[index]
            found.append(Found(index, rank))
    return sentences, found


def _rank(words: Triggers, text: str, place: int, every: bool) -> int:
    """What the whole word around a stem at ``place`` is worth."""
    start = place
    stop = max(0, place - LONGEST)
    while start > stop and ("\u0621" <= text[start - 1] <= "\u064a" or "\u0671" <= text[start - 1] <= "\u06d3"):
        start -= 1
    match = _WORD.match(text, start)
    word = match[0] if match is not None else ""
    if word in words.small:
        return SURE if every else SMALL
    if word in words.big:
        return SURE
    if word not in words.years or match is None:
        return NO
    after, before = _AFTER.match(text, match.end()), _BEFORE.search(text, max(0, start - LONGEST), start)
    return SURE if after is not None and after[1] in words.after or before is not None and before[0] in words.before else NO


def promising(tokens: Sequence[str], rank: int) -> bool:
    """Whether a sentence with no trigger but small number words, or digits, may hold a claim: beside a unit, or as a year."""
    words = _scan().words
    if not words.company.isdisjoint(tokens):
        return True
    if not words.tens.isdisjoint(tokens) and sum(token in words.tens for token in tokens) > 1:
        return True
    return rank == DIGITS and _dated(words, tokens)


def _dated(words: Triggers, tokens: Sequence[str]) -> bool:
    """Whether digits may be a year: as it is said before them, or by their size, or two of them in brackets (622-632)."""
    if not words.cues.isdisjoint(tokens):
        return True
    sizes = [len(token) if token.isdecimal() else _size(token) for token in tokens if "0" <= token < ":"]
    return 4 in sizes or sizes.count(3) > 1 and ("(" in tokens or "،" in tokens)


def _size(token: str) -> int:
    """A date in one token (15.03.2019) is as good as a year, and so is what a sign ties to another run (2019٬5)."""
    return 4 if token.count(".") > 1 or _FOUR.search(token) else 0
