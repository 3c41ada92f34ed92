"""The words without which no sentence holds a claim, derived from the extractors' tables; ``prescan`` looks for them.

Every claim has a number (digits or number words) or is said in a word of its own: a dual (دولارين, نقطتين مئويتين), a decade
(الثمانينيات), a relative year (هذا العام). A sentence that has none of them is never tokenized; a test parses everything and
compares. Who teaches an extractor to find a claim in other words adds them here, and to :mod:`pipeline.lexicon.marks`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from .affixes import PROCLITICS
from .marks import PLURAL_ROLES
from .money import Noun, load_money
from .numbers import number_words
from .percent import percent_words
from .years import RelativeWords, year_words

# numbers that can stand alone: مئة, ثلاثمئة, مليون, مليونين. The others are small, or vague without a small one (آلاف)
BIG = frozenset(("hundred", "hundreds", "scale", "dual"))
BY = ("ب", "وب", "فب")
# أحد is a number only with a ten after it, which is a trigger itself
UNSTARTED = PLURAL_ROLES | {"one"}


class Triggers(NamedTuple):
    """``stems``: each word of the sets below holds one of them. Of a stem, ``left`` and ``right`` are the letters that may stand
    on either side: ست in استخدم is none.

    ``big``: words that may make a claim by themselves. ``small``: number words that make one only in the company of a unit, or
    when two tens are the bounds of a span of years, or right before a plural (ثلاثة آلاف). ``cues``: the words by which any run
    of digits may be a year. ``years``: nouns that make a relative year between ``before`` and ``after``.
    """

    stems: tuple[str, ...]
    left: dict[str, str]
    right: dict[str, str]
    big: frozenset[str]
    small: frozenset[str]
    cues: frozenset[str]
    years: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@cache
def triggers() -> Triggers:
    """The tables of the prescan."""
    numbers, money, percent, year = number_words(), load_money(), percent_words(), year_words()
    relative = year.relative
    duals = [word for word, nouns in money.nouns.items() for noun in nouns if noun.count]
    big = {word for word, entry in numbers.items() if entry.role in BIG}
    ones = [word for word in percent.point_ones if word.startswith("ب")]  # بنقطة مئوية is one
    priced = [
        word for word, nouns in money.nouns.items() for noun in nouns if noun.prefix in BY and _priced(noun)
    ]  # بدينار is one too
    big.update(duals, ones, priced, percent.point_duals, year.decades, relative.glued)
    years = frozenset((*filter(_definite, relative.nouns), *relative.duals))
    small = frozenset(word for word, entry in numbers.items() if entry.role not in BIG | UNSTARTED) - big
    bare = [word for word, entry in numbers.items() if not entry.prefix and entry.role not in UNSTARTED]
    bare += [word for word in duals if not all(noun.prefix for noun in money.nouns[word])]
    bare += [word for word, prefix in percent.point_duals.items() if not prefix]
    bare += [word for word, (_, prefix) in year.decades.items() if not prefix]
    words = {*bare, *ones, *priced, *relative.glued}
    stems = tuple(_shortest(words.union(map(_without_alef, years))))
    left, right = _sides(stems, words | years)
    return Triggers(
        stems,
        left,
        right,
        frozenset(big),
        small,
        year.nouns | year.seasons | year.events | year.months | year.month_tails | year.decade_nouns,
        years,
        relative.this | relative.that,
        _after(relative),
    )


# the last letters of what can be attached to a word
_ATTACHED = "".join(sorted({prefix[-1] for prefix in PROCLITICS if prefix}))


def _sides(stems: Sequence[str], words: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The letters that stand before and after each stem in the words that hold it, a prefix before them or not."""
    left: dict[str, set[str]] = {stem: set(_ATTACHED) for stem in stems}
    right: dict[str, set[str]] = {stem: set() for stem in stems}
    lines = "\n".join(("", *sorted(words), ""))
    for stem, start, end in AhoCorasick(stems).find_matches_as_indexes(lines, overlapping=True):
        left[stems[stem]].add(lines[start - 1])
        right[stems[stem]].add(lines[end])
    return _joined(left), _joined(right)


def _joined(sides: dict[str, set[str]]) -> dict[str, str]:
    return {stem: "".join(sorted(letters - {"\n"})) for stem, letters in sides.items()}


def _priced(noun: Noun) -> bool:
    return not (noun.weak or noun.minor or noun.plural or noun.count)


def _definite(word: str) -> bool:
    return "ال" in word or "لل" in word


def _without_alef(word: str) -> str:
    """ل before ال drops the alef: للعام holds لعام as العام does."""
    return word[1:] if word.startswith("ال") else word


def _after(relative: RelativeWords) -> frozenset[str]:
    firsts = {word for table in (relative.offsets, relative.dual_offsets) for word in table.firsts()}
    return frozenset(firsts | relative.self | relative.kinds)


def _shortest(words: set[str]) -> list[str]:
    """The words that hold no other of the words, in order."""
    every = sorted(words)
    lines = "\n".join(("", *every, ""))
    longer = set[str]()
    for _, start, end in AhoCorasick(every).find_matches_as_indexes(lines, overlapping=True):
        if lines[start - 1] != "\n" or lines[end] != "\n":
            longer.add(lines[lines.rindex("\n", 0, start) + 1 : lines.index("\n", end)])
    return [word for word in every if word not in longer]
