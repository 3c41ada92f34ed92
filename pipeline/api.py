"""What a program calls: ``pipeline.extract``. In: a string; out: frozen claims.

Apart from ``flow.py``, which is compiled and is fed by readers that have made sure of their texts: here anything may come in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from .canonical import DEFAULT_KINDS
from .errors import TextError
from .flow import claim_dicts

if TYPE_CHECKING:
    from .claims import Claim


def extract(
    text: str,
    *,
    published: date | str | None = None,
    region: str | None = None,
    kinds: Collection[str] | str = DEFAULT_KINDS,
    context: bool = True,
) -> tuple[Claim, ...]:
    """Arabic text in; its claims out, in the order of the text, none overlapping another of its kind.

    ``published``: the day that the text speaks of as today, a date or ``YYYY-MM-DD``; it resolves العام الماضي. ``region``: the
    ISO 3166 code of the country it was written in (``MA``); it settles a bare درهم. ``kinds``: of ``money``, ``percent``,
    ``year``, ``number``; a string alone is one of them, not a list. ``context=False`` leaves the contexts out, and is two to four
    times as fast. ``start`` and ``end`` count code points of ``text`` as given. Raises :class:`~pipeline.errors.InputError` for a
    date, country or kind that is none, and for a text that is no str, which is a TypeError as well.

    >>> [(claim.kind, claim.text, str(claim.value)) for claim in extract("بلغ الربح 3,5 ملايين درهم في 2024", region="MA")]
    [('money', '3,5 ملايين درهم', '3500000'), ('year', '2024', '2024')]
    """
    from .claims import CLAIMS
    from .known import parse_date, parse_kinds, parse_region

    if not isinstance(text, str):
        raise TextError(f"text must be a str, not {type(text).__name__}{'; decode it first' if isinstance(text, bytes) else ''}")
    published = parse_date(published, "published") if published is not None else None
    region = parse_region(region, "region") if region is not None else None
    kinds = parse_kinds((kinds,) if isinstance(kinds, str) or not isinstance(kinds, Iterable) else kinds, "kinds")
    return CLAIMS.validate_python(claim_dicts(text, published=published, region=region, kinds=kinds, context=context))
