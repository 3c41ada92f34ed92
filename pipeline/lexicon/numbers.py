"""Number words: ``numbers.toml`` in, a dictionary from each normalized, possibly prefixed form to its entry out."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..errors import LexiconError
from ..text.normalize import plain_words
from .affixes import DEFINITE, PROCLITICS
from .load import read_toml

ROLES = frozenset(
    "zero one unit ten10 teen ten hundred hundred_plural hundreds scale dual plural fraction half parts point".split()
)


class NumberEntry(NamedTuple):
    """A number word: its value, what it does in the grammar, and what is attached to it."""

    value: Decimal
    role: str
    prefix: str
    joined: bool
    definite: bool


def _value(text: str) -> Decimal:
    numerator, _, denominator = text.partition("/")
    return Decimal(numerator) / Decimal(denominator) if denominator else Decimal(text)


def _entries(value: Decimal, role: str, never: frozenset[str]) -> list[NumberEntry]:
    """What a word is with each of its prefixes, the same for all words of a row."""
    prefixes = [prefix for prefix in PROCLITICS if prefix not in never]
    return [NumberEntry(value, role, prefix, prefix[:1] in ("و", "ف"), prefix in DEFINITE) for prefix in prefixes]


@cache
def number_words() -> dict[str, NumberEntry]:
    """Every form with every prefix that it takes; a whole word wins over a prefixed one.

    >>> number_words()["بمليون"].value, number_words()["وخمسمائه"].joined
    (Decimal('1000000'), True)
    """
    bare: dict[str, NumberEntry] = {}
    with_prefix: dict[str, NumberEntry] = {}
    for place, row in enumerate(read_toml("numbers")["number"], 1):
        if row["role"] not in ROLES:
            raise LexiconError(
                f"lexicon/numbers.toml: row {place}: unknown role {row['role']!r}; take one of {', '.join(sorted(ROLES))}"
            )
        value, never = _value(row["value"]), frozenset(row.get("never", ()))
        entries = _entries(value, row["role"], never)
        for form, word in zip(row["forms"], plain_words(row["forms"]), strict=True):
            if word in bare and bare[word].value != value:
                raise LexiconError(
                    f"lexicon/numbers.toml: row {place}: {form!r} stands for {bare[word].value} already; remove one of the two"
                )
            for entry in entries:
                (with_prefix if entry.prefix else bare).setdefault(entry.prefix + word, entry)
    return with_prefix | bare
