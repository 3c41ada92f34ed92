"""Number words: ``numbers.toml`` in, a dictionary from each normalized, possibly prefixed form to its entry out."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..errors import LexiconError
from ..text.normalize import normalize
from .affixes import DEFINITE, prefixed
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
        for form in row["forms"]:
            word = normalize(form).text
            if word in bare and bare[word].value != value:
                raise LexiconError(
                    f"lexicon/numbers.toml: row {place}: {form!r} stands for {bare[word].value} already; remove one of the two"
                )
            for key, prefix in prefixed(word, never):
                entry = NumberEntry(value, row["role"], prefix, prefix[:1] in ("و", "ف"), prefix in DEFINITE)
                (with_prefix if prefix else bare).setdefault(key, entry)
    return with_prefix | bare
