"""Normalized text in, what the whole of it speaks of out: how often each country, and each currency without a number.

Asked for only where an amount leaves its currency open. The text is read by the slice, so that a long one takes no memory.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from .lexicon.money import load_money
from .lexicon.places import load_places

SLICE = 1 << 16
_WORDS = re.compile("[\u0621-\u064a\u0671-\u06d3]+")
# the longest phrase that qualifies a currency
_AHEAD = 4


def countries(text: str) -> tuple[Counter[str], Counter[tuple[str, ...]]]:
    """How often the text names each country, its people or its cities; and the same of names that several countries have, by
    their codes (عمان, but neither سلطنة عمان nor خليج عمان)."""
    money, shared = load_money(), load_places().shared
    found, open_names = Counter[str](), Counter[tuple[str, ...]]()
    for words, places in _met(text, _country_words()):
        for at in places:
            word = words[at]
            code = money.country_phrases.get((word, words[at + 1])) if at + 1 < len(words) else None
            code = money.countries.get(word) if code is None else code
            if code:
                found[code] += 1
            elif word in shared and (words[at - 1] if at else "", word) not in money.country_phrases:
                open_names[shared[word]] += 1
    return found, open_names


def currencies(text: str) -> Counter[str]:
    """The currencies that the text names in full, with a number or without: الريال اليمني."""
    money, found = load_money(), Counter[str]()
    for words, places in _met(text, _open_nouns()):
        for at in places:
            for noun in money.nouns[words[at]]:
                family = None if noun.minor else money.families[noun.family]
                hit = family.qualify(words, at + 1) if family is not None and family.default is None else None
                if hit is not None and hit.code:
                    found[hit.code] += 1
    return found


@cache
def _country_words() -> frozenset[str]:
    money = load_money()
    return frozenset((*money.countries, *load_places().shared, *(phrase[0] for phrase in money.country_phrases)))


@cache
def _open_nouns() -> frozenset[str]:
    """The nouns that leave their currency to the words after them."""
    money = load_money()
    open_families = {name for name, family in money.families.items() if family.default is None}
    return frozenset(
        word for word, nouns in money.nouns.items() if any(not noun.minor and noun.family in open_families for noun in nouns)
    )


def _met(text: str, wanted: frozenset[str]) -> Iterator[tuple[list[str], list[int]]]:
    """The words of each slice of a text, the next few after it, and the places of wanted words among the first."""
    start = 0
    while start < len(text):
        space = text.find(" ", start + SLICE)
        end = space if space >= 0 else len(text)
        words = _WORDS.findall(text, start, end)
        if not wanted.isdisjoint(words):
            places = [at for at, word in enumerate(words) if word in wanted]
            words += [match[0] for match in islice(_WORDS.finditer(text, end), _AHEAD)]
            yield words, places
        start = end
