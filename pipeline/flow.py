"""The way from text to claims. (stub)"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from .claims import CLAIMS, Claim

DEFAULT_KINDS = ("money", "percent", "year")


def claim_dicts(
    text: str, *, published: date | str | None = None, region: str | None = None, kinds: Collection[str] = DEFAULT_KINDS, context: bool = True
) -> list[dict[str, Any]]:
    """JSON-ready dicts."""
    return []


def extract(
    text: str, *, published: date | str | None = None, region: str | None = None, kinds: Collection[str] = DEFAULT_KINDS, context: bool = True
) -> tuple[Claim, ...]:
    """Claims."""
    return CLAIMS.validate_python(claim_dicts(text, published=published, region=region, kinds=kinds, context=context))
