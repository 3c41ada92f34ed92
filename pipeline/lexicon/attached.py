"""Nouns with what may be attached to them, looked up by taking it off: a table of all forms would be read longer than most texts.

In: nouns; out: a mapping from each form (وبأرباحها) to its class, the length of its prefix and whether it carries a pronoun.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import PROCLITICS

# pronouns that a noun may carry; a ta marbuta before them is written ت
SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك")
KEPT = 1 << 14


class NounForm(NamedTuple):
    """``attached``: the length of the prefix, the article not counted, which belongs to the noun's span; ``owned``: a pronoun."""

    name: str
    attached: int
    owned: bool


class _Prefix(NamedTuple):
    """``rank``: its place among all prefixes; ``attached``: its letters before the article."""

    text: str
    rank: int
    attached: int
    definite: bool


def _prefixes() -> dict[str, list[_Prefix]]:
    """Prefixes by their first letter; the article of لل has been swallowed by it."""
    found: dict[str, list[_Prefix]] = {}
    for rank, text in enumerate(PROCLITICS):
        attached = len(text.removesuffix("ال")) if not text.endswith("لل") else 0
        found.setdefault(text[:1], []).append(_Prefix(text, rank, attached, text.endswith(("ال", "لل"))))
    return found


_PREFIXES = _prefixes()


class NounForms:
    """Words of one class, the first of several readings of a form before the others; ``never``: forms that are other words.

    >>> NounForms(["أرباح"], "price").get("وبارباحها"), "الارباح" in NounForms(["أرباح"], "price")
    (NounForm(name='price', attached=2, owned=True), True)
    """

    __slots__ = ("_bodies", "_count", "_name", "_never", "get")

    get: Callable[[str], NounForm | None]

    def __init__(self, words: Sequence[str], name: str, never: frozenset[str] = frozenset()) -> None:
        self._name = name
        self._never = never
        self._bodies: dict[str, list[tuple[int, bool]]] = {}
        self._count = 0
        for base in plain_words(words):
            stem = base[:-1] + "ت" if base.endswith("ه") else base
            self._add(base, False)
            for suffix in SUFFIXES:
                self._add(stem + suffix, True)
            if not base.endswith(("ه", "ا", "ي")):
                self._add(base + "ا", False)
        self.get = lru_cache(maxsize=KEPT)(self._find)

    def _add(self, body: str, owned: bool) -> None:
        self._count += 1
        self._bodies.setdefault(body, []).append((self._count, owned))

    def __contains__(self, form: str) -> bool:
        return self.get(form) is not None

    def _find(self, form: str) -> NounForm | None:
        best: tuple[tuple[int, int], NounForm] | None = None
        if form in self._never:
            return None
        for prefix in (*_PREFIXES[""], *_PREFIXES.get(form[:1], ())):
            if not form.startswith(prefix.text):
                continue
            for rank, owned in self._bodies.get(form[len(prefix.text) :], ()):
                place = rank, prefix.rank
                if not (owned and prefix.definite) and (best is None or place < best[0]):
                    best = place, NounForm(self._name, prefix.attached, owned)
        return best[1] if best is not None else None


class Layers:
    """Several tables, the first that knows a form before the others; a pronoun's form that ``other`` knows as a bare noun is its
    own word: مجموعة is a group, not "its total"."""

    __slots__ = ("_other", "_tables", "get")

    get: Callable[[str], NounForm | None]

    def __init__(self, tables: tuple[NounForms, ...], other: NounForms) -> None:
        self._tables = tables
        self._other = other
        self.get = lru_cache(maxsize=KEPT)(self._find)

    def __contains__(self, form: str) -> bool:
        return self.get(form) is not None

    def _find(self, form: str) -> NounForm | None:
        found = next((hit for table in self._tables if (hit := table.get(form)) is not None), None)
        if found is None or not found.owned:
            return found
        other = self._other.get(form)
        return None if other is not None and not other.owned else found
