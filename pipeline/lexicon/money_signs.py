"""Enters: the ``[sign.…]`` tables of ``currencies.toml`` and CLDR's signs. Leaves: normalized sign → :class:`Symbol`."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import LexiconError
from .money_rows import norm
from .money_types import Family, Symbol

_TABLES = frozenset({"plain", "weak", "family", "weak_family", "millions", "weak_millions", "minor", "spelled", "words"})


def _variants(signs: Iterable[str], weak: bool) -> Iterator[str]:
    """An abbreviation with points also stands with a last one, and with strokes."""
    for sign in map(norm, signs):
        yield sign
        if "." in sign and "$" not in sign:
            yield sign + "."
            if not weak:
                yield sign.replace(".", "/")


def read_symbols(tables: dict[str, dict[str, list[str]]], families: dict[str, Family], where: str) -> dict[str, Symbol]:
    """The hand-written signs. Raises LexiconError for an unknown table or family and for a sign that stands for two things."""
    if unknown := tables.keys() - _TABLES:
        raise LexiconError(
            f"{where}: unknown table sign.{', sign.'.join(sorted(unknown))}; there are {', '.join(sorted(_TABLES))}"
        )
    found: dict[str, Symbol] = {}
    for kind in "plain", "weak", "family", "weak_family", "millions", "weak_millions":
        for key, signs in tables.get(kind, {}).items():
            if kind.endswith("family"):
                if norm(key) not in families:
                    raise LexiconError(f"{where}: sign.{kind}: no family {key!r}; add its row")
                symbol = Symbol(None, norm(key), 0, kind.startswith("weak"))
            else:
                symbol = Symbol(key, None, 6 if kind.endswith("millions") else 0, kind.startswith("weak"))
            for sign in _variants(signs, symbol.weak):
                if found.setdefault(sign, symbol) != symbol:
                    other = found[sign].code or found[sign].family
                    raise LexiconError(f"{where}: sign {sign!r} stands for {other} and {key}; take one out")
    return found


def add_codes(symbols: dict[str, Symbol], codes: Iterable[str], words: list[str]) -> None:
    """Every ISO code is a sign; those that are words too are weak ones."""
    for code in codes:
        symbols.setdefault(code, Symbol(code, None, 0, code in words))


def add_cldr(symbols: dict[str, Symbol], cldr: dict[str, Any]) -> None:
    """CLDR's signs where the rows are silent; its single and double letters (S for shillings) are left out."""
    for code, signs in cldr.items():
        for sign in map(norm, signs):
            if len(sign) > 2 or not sign.isalpha():
                symbols.setdefault(sign, Symbol(code, None, 0, False))
