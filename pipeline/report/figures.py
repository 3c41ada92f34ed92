"""Numbers and units as people read them. In: a claim; out: markup with digits grouped, in the direction of digits.

>>> print(grouped("250000000"), grouped("5.50"), grouped("-44"))
250,000,000 5.50 -44
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from .html import Child, Html, join, tag
from .words import Words


def grouped(number: str | Decimal) -> str:
    """Thousands apart, every digit kept."""
    return format(Decimal(number), ",f")


def figure(claim: Mapping[str, Any], words: Words) -> Html:
    """Modifier, number or range, unit, and what it is per: the reading of the claim (a dict as in the JSON)."""
    year = claim["kind"] == "year"
    show = str if year else grouped
    number: str | None = None
    if "value" in claim:
        number = show(claim["value"])
    elif "low" in claim:
        number = f"{show(claim['low'])}–{show(claim['high'])}"
    parts: list[Child] = [words.value(claim["modifier"]), " "] if "modifier" in claim else []
    if year and "part" in claim:
        parts += [words.value(claim["part"]), " "]
    parts.append(tag("bdi", number, class_="number", dir="ltr") if number else words("relative"))
    return join(parts, _unit(claim, words))


def _unit(claim: Mapping[str, Any], words: Words) -> Html:
    """What stands after the number: the currency and its rate, the unit and its direction, the calendar and the distance."""
    kind = claim["kind"]
    if kind == "money":
        candidates = " / ".join(claim.get("currency_candidates", ())) or "?"
        name: Child = currency_name(claim["currency"], words) if "currency" in claim else tag("bdi", candidates)
        per = [" / ", tag("bdi", claim["per"], lang="ar")] if "per" in claim else None
        return join(" ", name, per)
    if kind == "percent":
        return join(" ", words.value(claim["unit"]), [" · ", words.value(claim["direction"])] if "direction" in claim else None)
    if kind == "year":
        offset = claim.get("offset", claim.get("offset_low"))
        high = f"…{signed(claim['offset_high'])}" if "offset_high" in claim else ""
        shift = tag("bdi", f"({signed(offset)}{high})", dir="ltr", class_="offset") if offset is not None else None
        hijri = [" ", words.value("hijri")] if claim.get("calendar") else None
        anchor = [" · ", words("of_context")] if claim.get("anchor") else None
        return join(hijri, " " if shift else None, shift, anchor)
    return Html("")


def signed(offset: int) -> str:
    """An offset with its sign, zero without one.

    >>> signed(-1), signed(0), signed(2)
    ('−1', '0', '+2')
    """
    return f"{offset:+d}".replace("-", "−") if offset else "0"


def currency_name(code: str, words: Words) -> Html:
    """A currency by name in both languages, its code where CLDR knows none."""
    names = {language: _name(code, language) for language in ("ar", "en")}
    return tag("bdi", names[words.language], data_ar=names["ar"], data_en=names["en"], title=code)


@cache
def _name(code: str, language: str) -> str:
    from babel import Locale

    return str(Locale(language).currencies.get(code, code))
