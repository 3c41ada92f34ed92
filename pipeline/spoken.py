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


def countries(text: str) -> Counter[str]:
    """How often the text names each country, its people or its cities."""
    money, found = load_money(), Counter[str]()
    for words, places in _met(text, _country_words()):
        for at in places:
            code = money.country_phrases.get((words[at], words[at + 1])) if at + 1 < len(words) else None
            code = money.countries.get(words[at]) if code is None else code
            if code:
                found[code] += 1
    return found


def shared_names(text: str) -> Counter[tuple[str, ...]]:
    """The countries that a name of more than one may mean, and how often it is said; سلطنة عمان and خليج عمان are phrases."""
    places_of, phrases = load_places().shared, load_money().country_phrases
    found: Counter[tuple[str, ...]] = Counter()
    for words, places in _met(text, frozenset(places_of)):
        for at in places:
            if (words[at - 1] if at else "", words[at]) not in phrases:
                found[places_of[words[at]]] += 1
    return found


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
    return frozenset((*money.countries, *(phrase[0] for phrase in money.country_phrases)))


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
