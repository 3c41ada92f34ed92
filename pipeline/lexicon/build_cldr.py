"""Enters: Babel's CLDR for ar and every ar_XX. Leaves: ``cldr.json``, the names and signs of currencies in Arabic.

Run ``python -m pipeline.lexicon.build_cldr`` after an update of Babel; a test compares the file with Babel. Nothing else
imports Babel, so reading Arabic never waits for it.
"""

import json
import re
from pathlib import Path
from typing import Any

from ..output import write

CLDR_PATH = Path(__file__).with_name("cldr.json")

# Names with years or brackets tell old series of one currency apart: "كوانزا أنجولي - 1977-1990".
_NOT_A_NAME = re.compile(r"[\d(]")
_COUNTS = 1, 2, 3, 11, 100  # one of each plural category of Arabic
_NO_CURRENCY = frozenset({"XXX", "XTS", "XAG", "XAU", "XPD", "XPT"})


def _add(table: dict[str, list[str]], code: str, text: str) -> None:
    clean = text.replace("\u200f", "").replace("\u200e", "").strip()
    if code not in _NO_CURRENCY and clean and clean != code and not _NOT_A_NAME.search(clean):
        found = table.setdefault(code, [])
        if clean not in found:
            found.append(clean)


def build_cldr() -> dict[str, Any]:
    """``{"names": {code: [name, …]}, "symbols": {code: [sign, …]}}``; the general ar first, then the countries. Needs Babel."""
    from babel import Locale
    from babel.localedata import locale_identifiers
    from babel.numbers import get_currency_name

    names: dict[str, list[str]] = {}
    symbols: dict[str, list[str]] = {}
    for identifier in sorted(name for name in locale_identifiers() if name == "ar" or name.startswith("ar_")):
        locale = Locale.parse(identifier)
        for code, name in sorted(locale.currencies.items()):
            _add(names, code, name)
            for count in _COUNTS:
                _add(names, code, get_currency_name(code, count, locale))
        for code, sign in sorted(locale.currency_symbols.items()):
            _add(symbols, code, sign)
    return {"names": dict(sorted(names.items())), "symbols": dict(sorted(symbols.items()))}


def main() -> None:
    """Write ``cldr.json`` anew."""
    parts = []
    for part, table in build_cldr().items():
        lines = ",\n".join(f"{json.dumps(code)}: {json.dumps(texts, ensure_ascii=False)}" for code, texts in table.items())
        parts.append(f"{json.dumps(part)}: {{\n{lines}\n}}")
    write(CLDR_PATH, [("{\n" + ",\n".join(parts) + "\n}\n").encode()])


if __name__ == "__main__":
    main()
