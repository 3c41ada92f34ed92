"""Normalized text in, the sentences that may hold a claim out. Most text has none, and nothing but this reads it.

An Aho-Corasick automaton finds digits and the stems of trigger words at memory speed; a stem counts when the whole word around
it is a trigger, so that نص in منصب is none. The tables are :mod:`pipeline.lexicon.triggers`.

>>> find_sentences("كتب المنصب الأول. بلغ 7. كتب ثلاث قصص. قبل مليون عام")[1]
[3]
"""

import re
from bisect import bisect_right
from functools import cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from .extractors.number import DOZENS
from .extractors.year_early import LIVED
from .lexicon.marks import COMPANY, PLURAL, TENS, marks
from .lexicon.triggers import Triggers, triggers
from .numbers.number import VULGAR
from .text.sentences import Sentences
from .text.tokens import Cut, is_digits

# The automaton keeps a table of offsets, 16 bytes a character: a long text is read by the slice.
SLICE: Final = 1 << 16
LETTERS: Final = "\u0621-\u064a\u0671-\u06d3"
ANY: Final = "".join(map(chr, (*range(0x621, 0x64B), *range(0x671, 0x6D4))))
# no word of the tables is longer, and no search for a word's end goes further
LONGEST: Final = 24
_WORD: Final = re.compile(f"[{LETTERS}]{{1,{LONGEST}}}")
_BEFORE: Final = re.compile(f"[{LETTERS}]+(?=\\s*$)")
_AFTER: Final = re.compile(f"\\s*([{LETTERS}]+)")
_FOUR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
# how far before its number, a spelled one between them at most, the word may stand that makes it a year
CUED: Final = 10
NO: Final = 0
SMALL: Final = 1
DIGITS: Final = 2
SURE: Final = 3


class _Scan(NamedTuple):
    """The automaton; its patterns before ``firm`` are triggers by themselves, the others stems, with the letters beside them."""

    automaton: AhoCorasick
    firm: int
    left: list[str]
    right: list[str]
    words: Triggers


@cache
def _scan() -> _Scan:
    firm = [*"0123456789", *VULGAR]
    words = triggers()
    words = words._replace(small=words.small | DOZENS)
    stems = [*words.stems, *DOZENS]
    left, right = ([letters.get(stem, ANY) for stem in (*firm, *stems)] for letters in (words.left, words.right))
    return _Scan(AhoCorasick([*firm, *stems], implementation=Implementation.DFA), len(firm), left, right, words)


def find_sentences(text: str, every: bool = False) -> tuple[Sentences | None, list[int]]:
    """The sentences of a text, and the numbers of those that may hold a claim, ascending; None and none where there are none.

    ``every``: all number words are triggers, for claims of the kind ``number``.
    """
    automaton, firm, left, right, words = _scan()
    sentences: Sentences | None = None
    found: list[int] = []
    ranks: list[int] = []
    limit, best = 0, NO
    digits = SURE if every else DIGITS
    size = len(text)
    for low in range(0, size, SLICE):
        part = text if size <= SLICE else text[low : low + SLICE + LONGEST]
        for pattern, at, end in automaton.find_matches_as_indexes(part, overlapping=True):
            place = low + at
            if place >= limit:
                best = NO
            elif best == SURE or pattern < firm and best == digits:
                continue
            if at >= SLICE:
                continue
            if pattern < firm:
                rank = digits
            elif _inside(part[end : end + 1], right[pattern]) or at and _inside(part[at - 1], left[pattern]):
                continue
            else:
                rank = _rank(words, text, place, every)
            if rank <= best:
                continue
            if sentences is None:
                sentences = Sentences(text)
            if best != NO:
                ranks[-1] = best = rank
                continue
            index, best = bisect_right(sentences.ends, place), rank
            limit = sentences.ends[index]
            found.append(index)
            ranks.append(rank)
    if sentences is None:
        return None, found
    ranked = zip(found, ranks, strict=True)
    chosen = [index for index, rank in ranked if rank == SURE or _promising(words, sentences, index, rank)]
    return sentences if chosen else None, chosen


def _inside(letter: str, allowed: str) -> bool:
    """Whether a letter beside a stem shows that the word is another."""
    return ("\u0621" <= letter <= "\u064a" or "\u0671" <= letter <= "\u06d3") and letter not in allowed


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
    after = _AFTER.match(text, match.end())
    if after is not None and after[1] in words.after:
        return SURE
    before = _BEFORE.search(text, max(0, start - LONGEST), start)
    return SURE if before is not None and before[0] in words.before else NO


def _promising(words: Triggers, sentences: Sentences, index: int, rank: int) -> bool:
    """Whether a sentence with no trigger but small number words, or digits, may hold a claim: beside a unit, or as a year."""
    cut = sentences.cut(index)
    if not _in_company(words, cut):
        if rank != DIGITS or not _dated(words, cut.words):
            return False
        sentences.dated.add(index)
    sentences.keep(index, cut)
    return True


def _in_company(words: Triggers, cut: Cut) -> bool:
    found = cut.marks = marks().of(cut.words)
    if found & COMPANY:
        return True
    if found & TENS and len(marks().places(cut.words, TENS)) > 1:
        return True
    return found & PLURAL != 0 and any(_number(words, cut.words, at) for at in marks().places(cut.words, PLURAL))


def _number(words: Triggers, tokens: list[str], at: int) -> bool:
    """Whether a number stands right before a token."""
    return at > 0 and (tokens[at - 1] in words.small or is_digits(tokens[at - 1]))


def _dated(words: Triggers, tokens: list[str]) -> bool:
    """Whether digits may be a year: by their size, or as it is said before them, or two of them in brackets (622-632), or three
    beside a life (توفي في 870)."""
    runs = [at for at, token in enumerate(tokens) if ":" > token >= "0" and len(token) > 1]
    if not runs:
        return False
    sizes = [len(tokens[at]) if tokens[at].isdecimal() else _size(tokens[at]) for at in runs]
    if 4 in sizes or sizes.count(3) > 1 and ("(" in tokens or "،" in tokens) or 3 in sizes and not LIVED.isdisjoint(tokens):
        return True
    return not words.cues.isdisjoint(tokens) and any(not words.cues.isdisjoint(tokens[max(0, at - CUED) : at]) for at in runs)


def _size(token: str) -> int:
    """A date in one token (15.03.2019) is as good as a year, and so is what a sign ties to another run (2019٬5)."""
    return 4 if token.count(".") > 1 or _FOUR.search(token) else 0
