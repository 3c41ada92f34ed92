"""What the tables of money hold: nouns, families of currencies, signs. Plain frozen rows, nothing is read here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LONGEST_PHRASE = 4


@dataclass(slots=True, unsafe_hash=True)  # never written to, but not frozen: thousands are made at start-up
class Noun:
    """A currency word as it stands in a text.

    ``count`` is 2 for a dual (دولارين), else 0. ``minor`` says that ``family`` is a key of ``MoneyLexicon.minors``. ``prefix``
    is what is attached in front (``بال``). A ``weak`` word means something else too: a currency only right after a number.
    """

    family: str
    count: int
    minor: bool
    prefix: str
    plural: bool
    weak: bool


class Qualifier(NamedTuple):
    """What the words after a noun say: a code, ``""`` for money without an ISO code, None where only the family got narrower.
    ``length`` words say it."""

    code: str | None
    family: str
    length: int


class Family(NamedTuple):
    """The currencies that share a noun.

    ``default`` is the code that the bare noun states: ``""`` is money without an ISO code; None leaves it to the document
    (``by_country``), and failing that ``codes`` are the candidates. ``parts`` maps a code to how many of this minor unit make
    its main one; of a main unit, to how many made one of another's (twenty shillings a pound).
    """

    name: str
    codes: tuple[str, ...]
    default: str | None
    by_qualifier: dict[str, str]
    by_country: dict[str, str]
    by_phrase: dict[tuple[str, ...], str]
    narrow: dict[tuple[str, ...], str]
    parts: dict[str, int]

    def qualify(self, words: Sequence[str], start: int = 0) -> Qualifier | None:
        """What ``words[start:]``, right after the noun, say of it, the longest phrase first; None where they say nothing."""
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            phrase = tuple(words[start : start + length])
            if phrase in self.by_phrase:
                return Qualifier(self.by_phrase[phrase], self.name, length)
            if phrase in self.narrow:
                return Qualifier(None, self.narrow[phrase], length)
        if start < len(words) and words[start] in self.by_qualifier:
            return Qualifier(self.by_qualifier[words[start]], self.name, 1)
        return None


class Symbol(NamedTuple):
    """A sign, code or abbreviation: its ``code``, or else the ``family`` that it leaves open. It stands for × 10^``power``.
    ``weak``: only glued to digits or right after them."""

    code: str | None
    family: str | None
    power: int
    weak: bool


class MoneyLexicon(NamedTuple):
    """All words of money, every key normalized. Read only; build it with :func:`pipeline.lexicon.money.load_money`.

    ``minor_units``: code → minor family → parts of the main unit. ``spelled``: abbreviations that only the source's spelling
    tells apart (د.أ, د.إ), not normalized → code. ``country_phrases`` with ``""`` name no country although a word of them does.
    """

    nouns: dict[str, tuple[Noun, ...]]
    families: dict[str, Family]
    minors: dict[str, Family]
    minor_units: dict[str, dict[str, int]]
    symbols: dict[str, Symbol]
    minor_symbols: dict[str, str]
    spelled: dict[str, str]
    countries: dict[str, str]
    country_phrases: dict[tuple[str, ...], str]
    currency_of_country: dict[str, str]
