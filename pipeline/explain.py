"""How each claim of a text was read, in words. In: a text; out: lines to print."""

from __future__ import annotations

from datetime import date

from .flow import claim_dicts


def explain(text: str, published: date | None = None, region: str | None = None) -> str:
    """One line a claim: its span, kind and fields."""
    lines = []
    for claim in claim_dicts(text, published=published, region=region):
        fields = ", ".join(f"{name} {value}" for name, value in claim.items() if name not in ("id", "kind", "context"))
        lines.append(f"{claim['kind']}: {fields}")
    return "\n".join(lines) or "no claims"
